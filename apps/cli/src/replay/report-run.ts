/** What `tandem report` does: finds out what it was given, and writes the report. */
import { extname } from 'node:path';
import { REPORT_FORMATS, REPORT_MEDIA_TYPES, type ReportFormat } from '#contracts/http/reports.js';
import { ReportBuilder, type AfterActionReport } from '#domain/evaluation/report.js';
import { runVirtually } from '#domain/engine/virtual-run.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { ChainCheck } from '#log/chain-check.js';
import { GENESIS_HASH, HashChain } from '#log/hash-chain.js';
import { renderReport } from '#report/render-report.js';
import { path } from '../client/api-client.js';
import { connectApi } from '../client/connection.js';
import type { ReportOptions } from '../commands/report.js';
import { unusable } from '../failure.js';
import { harmless } from '../terminal/terminal-text.js';
import { fileKind, KIND_TEXT } from '../files/file-kind.js';
import { logLines } from '../files/log-file.js';
import { comparisonText, RecordedLog } from '../files/recorded-log.js';
import { openRecording, runnable } from '../files/recording-file.js';
import { replay } from './replay-run.js';
import { OutputFile } from '../files/output-file.js';
import { scenarioInput } from '../files/scenario-input.js';
import { seedOf } from '../arguments/seed-argument.js';

/** Drawing the pictures of a long exercise takes a while. */
const TIMEOUT_MS = 120_000;

const SOURCES = 'give a scenario (.yaml, .yml, .json), a recording, a log (.ndjson) or the id of an exercise';

export async function run(source: string, options: ReportOptions): Promise<void> {
  const format = options.format ?? formatOf(options.out);
  const text = await reportText(source, format, options);
  if (options.out === undefined) {
    process.stdout.write(text);
    return;
  }
  const file = new OutputFile(options.out);
  try {
    file.write(text);
    file.finish();
  } finally {
    file.discard();
  }
}

async function reportText(source: string, format: ReportFormat, options: ReportOptions): Promise<string> {
  const kind = kindOf(source);
  const form = { language: options.lang, appendix: options.appendix };
  const seed = seedOf(options.seed);
  if (seed !== undefined && kind !== 'scenario') throw unusable(`--seed: ${HAS_A_SEED[kind]}`);
  switch (kind) {
    case 'scenario':
      return renderReport(ofScenario(source, seed), format, form);
    case 'recording':
      return renderReport(ofRecording(source), format, form);
    case 'log': {
      if (options.scenario === undefined) {
        throw unusable(
          `${source}: a log holds neither units nor expectations; add --scenario FILE, the one it was run from`,
        );
      }
      return renderReport(ofLog(source, scenarioInput(options.scenario)), format, form);
    }
    case 'exercise': {
      const api = await connectApi(options);
      const query = new URLSearchParams({ format, lang: options.lang ?? 'en', appendix: String(options.appendix) });
      return api.text(`${path('exercises', source, 'report')}?${query.toString()}`, {
        headers: { accept: `${REPORT_MEDIA_TYPES[format]}, application/problem+json` },
        timeoutMs: TIMEOUT_MS,
      });
    }
    default:
      return kind satisfies never;
  }
}

type Source = 'recording' | 'scenario' | 'log' | 'exercise';

/** By its beginning, then by its name: reading it reports what is wrong with it. An id holds no dot and no slash. */
function kindOf(source: string): Source {
  if (source === '') throw unusable(`An empty name is no source; ${SOURCES}`);
  const kind = fileKind(source);
  if (kind === 'recording' || kind === 'log' || kind === 'scenario') return kind;
  if (kind === 'side-export') throw unusable(harmless(`${source} ${KIND_TEXT[kind]}; ${SOURCES}`));
  if (/\.(ya?ml|json)$/i.test(source)) return 'scenario';
  if (/\.(ndjson|jsonl)$/i.test(source)) return 'log';
  if (kind !== 'absent') throw unusable(harmless(`${source}: ${SOURCES}`));
  if (/[./\\]/.test(source)) throw unusable(harmless(`${source}: there is no such file; ${SOURCES}`));
  return 'exercise';
}

/** Why no other can be given. */
const HAS_A_SEED: Readonly<Record<Exclude<Source, 'scenario'>, string>> = {
  exercise: 'an exercise keeps the seed that it was opened with; only a scenario takes another',
  recording: 'a recording is run with the seed that it holds; only a scenario takes another',
  log: 'a log is of a finished run; only a scenario can use another seed',
};

function ofScenario(file: string, seed: string | undefined): AfterActionReport {
  const scenario = scenarioInput(file);
  const builder = new ReportBuilder(scenario);
  const chain = new HashChain(GENESIS_HASH);
  for (const events of runVirtually({ scenario, seed })) {
    for (const event of events) {
      builder.add(event);
      chain.add(event);
    }
  }
  return builder.report({ source: { kind: 'scenario', file }, headHash: chain.lastHash });
}

/** What was recorded is run again; the report is of the very log that was recorded, or there is none. */
function ofRecording(file: string): AfterActionReport {
  const recording = openRecording(file);
  const { head, end } = recording;
  const builder = new ReportBuilder(head.scenario);
  const recordedLog = new RecordedLog(recording);
  const { events, hash } = runnable(file, () =>
    replay({
      scenario: head.scenario,
      seed: head.seed,
      recorded: { commands: recording.commands(), until: end.advancedTo },
      onEvents(happened, chained) {
        recordedLog.add(chained);
        for (const event of happened) builder.add(event);
      },
    }),
  );
  const compared = recordedLog.compare();
  if (!compared.isSame) throw unusable(`${file}: ${comparisonText(compared, events)}`);
  return builder.report({ source: { kind: 'recording', file }, exercise: head.exercise, headHash: hash });
}

/** Of a log that nobody has changed, or there is none. */
function ofLog(file: string, scenario: Scenario): AfterActionReport {
  const builder = new ReportBuilder(scenario);
  const check = new ChainCheck();
  for (const { number, event, chained } of logLines(file)) {
    const fault = check.add(chained);
    if (fault !== undefined) throw unusable(`${file}: line ${number}: ${fault}`);
    if (event.type === 'ExerciseStarted' && event.data.scenario !== scenario.id) {
      throw unusable(`${file} is a log of the scenario ${event.data.scenario}; --scenario gives ${scenario.id}`);
    }
    builder.add(event);
  }
  if (check.events === 0) throw unusable(`${file} holds no events`);
  return builder.report({ source: { kind: 'log', file }, headHash: check.lastHash });
}

function formatOf(out: string | undefined): ReportFormat {
  const extension = out === undefined ? '' : extname(out).slice(1).toLowerCase();
  if (extension === 'htm' || extension === '') return 'html';
  if (extension === 'markdown') return 'md';
  const format = REPORT_FORMATS.find((name) => name === extension);
  if (format) return format;
  throw unusable(`--out ${out}: its name says no format; end it with .html, .md or .json, or say --format`);
}
