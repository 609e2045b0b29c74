/** The process that makes the load. */
import { serve } from '../process/child.js';
import { alertmanagerAlerts, tandemAlerts } from '../workload/alert-texts.js';
import { LoadRun, type LoadResult, type Pace } from './load-run.js';
import { RequestTemplate, type RequestTarget } from './request-template.js';

/** How alerts are put into requests. */
export type Form =
  | { readonly kind: 'tandem'; readonly sender: string }
  | { readonly kind: 'tandem-ndjson'; readonly sender: string; readonly lines: number }
  | { readonly kind: 'alertmanager' };

export interface LoadPlan {
  readonly target: RequestTarget;
  readonly form: Form;
  readonly connections: number;
  readonly pace: Pace;
  /** The number of the first alert: what was sent before must not come again. */
  readonly firstNumber: number;
  /** Where the moments are written, see `Moments`. */
  readonly intendedFile: string;
  readonly answeredFile: string;
}

export type GeneratorRequests = {
  run(plan: LoadPlan): Promise<LoadResult>;
};

export function serveGenerator(): void {
  serve({ run } satisfies GeneratorRequests);
}

async function run(plan: LoadPlan): Promise<LoadResult> {
  const load = new LoadRun(plan.target, templates(plan), plan);
  const result = await load.run();
  await load.intended.write(plan.intendedFile, result.offered);
  await load.answered.write(plan.answeredFile, result.offered);
  return result;
}

function templates({ target, form }: LoadPlan): RequestTemplate[] {
  switch (form.kind) {
    case 'tandem':
      return tandemAlerts(form.sender).map((alert) => new RequestTemplate(target, [alert], ([one]) => one ?? ''));
    case 'tandem-ndjson':
      return ndjson(target, tandemAlerts(form.sender), form.lines);
    case 'alertmanager':
      return alertmanagerAlerts().map((alert) => new RequestTemplate(target, [alert], ([one]) => `[${one}]`));
    default:
      return form satisfies never;
  }
}

/** A few bodies, each beginning with another kind of alert. */
function ndjson(target: RequestTarget, alerts: readonly string[], lines: number): RequestTemplate[] {
  return Array.from({ length: 8 }, (_, body) => {
    const kinds = Array.from({ length: lines }, (_, line) => alerts[(body * 31 + line * 7) % alerts.length] ?? '');
    return new RequestTemplate(target, kinds, (texts) => `${texts.join('\n')}\n`);
  });
}
