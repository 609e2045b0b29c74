/** The after-action report, from a log that comes in pages. */
import type { ReportFormat } from '#contracts/http/reports.js';
import { ReportBuilder, type WallPeriod } from '#domain/evaluation/report.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { renderReport, type RenderOptions } from '#report/render-report.js';
import type { Task } from './tasks.js';

/** In which form and language it is made. */
export interface ReportForm extends RenderOptions {
  readonly format: ReportFormat;
}

export interface ReportInput {
  readonly scenario: Scenario;
  readonly exercise: string;
  /** Of accounts, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly form: ReportForm;
}

/** An event as JSON text of the stream `all` (`eventJson`). */
type EventText = string;

/** Takes pages of events; answers the report as UTF-8. */
export function reportTask({ scenario, exercise, names, form }: ReportInput): Task {
  const builder = new ReportBuilder(scenario);
  let headHash = '';
  let period: WallPeriod | undefined;
  return {
    take: (page) => {
      for (const text of page as readonly EventText[]) {
        const { wall, hash, ...event } = JSON.parse(text) as LoggedEvent & { wall: string; hash: string };
        builder.add({ ...event, seqs: { all: event.seq } });
        headHash = hash;
        period = { from: period?.from ?? wall, to: wall };
      }
    },
    finish: async () => {
      const source = { kind: 'exercise', exercise } as const;
      const report = builder.report({ source, exercise, headHash, names, ...(period && { wall: period }) });
      return new TextEncoder().encode(await renderReport(report, form.format, form));
    },
  };
}
