/** Logs from wherever they are, checked event by event. The check is done here, so that nobody needs to be believed. */
import type { EventView } from '#contracts/http/events.js';
import { ChainCheck } from '#log/chain-check.js';
import type { ApiClient } from '../client/api-client.js';
import { path } from '../client/api-client.js';
import { readExercise } from '../client/exercises.js';
import { unusable } from '../failure.js';
import { chained, logLines } from '../files/log-file.js';
import { RecordedLog, comparisonText } from '../files/recorded-log.js';
import { runnable, type Recording } from '../files/recording-file.js';
import { replay } from './replay-run.js';

export interface Verified {
  /** That were looked at. */
  readonly events: number;
  /** Of the last of them. */
  readonly hash: string;
  /** What is wrong first; absent: it is intact. */
  readonly fault?: string;
  /** What the file says it is, where it says that. */
  readonly about?: string;
}

const PAGE = 1_000;

/** @throws ApiRefusal, ApiUnreachable; Failure when the token does not show the whole log */
export async function verifyExercise(api: ApiClient, exercise: string): Promise<Verified> {
  const { lastSeq } = await readExercise(api, exercise);
  const check = new ChainCheck();
  for (let more = true; more;) {
    const query = `after=${check.events}&limit=${PAGE}`;
    const page = await api.send<{ events: readonly EventView[]; more: boolean }>(
      `${path('exercises', exercise, 'events')}?${query}`,
    );
    for (const { hash, ...event } of page.events) {
      if (hash === undefined)
        throw unusable('The hashes are shown to controllers and evaluators only; use their token');
      const fault = check.add(chained({ ...event, hash }));
      if (fault !== undefined) return { events: check.events, hash: check.lastHash, fault };
    }
    more = page.more && page.events.length > 0;
  }
  const { events, lastHash: hash } = check;
  const fault = events < lastSeq ? `the exercise has ${lastSeq} events, its log ends after ${events}` : undefined;
  return { events, hash, fault };
}

/** @throws Failure when a line is no event */
export function verifyEventFile(file: string): Verified {
  const check = new ChainCheck();
  for (const { number, chained: event } of logLines(file)) {
    const fault = check.add(event);
    if (fault !== undefined) return { events: check.events, hash: check.lastHash, fault: `line ${number}: ${fault}` };
  }
  if (check.events === 0) throw unusable(`${file} holds no events`);
  return { events: check.events, hash: check.lastHash };
}

/** What was recorded is intact when running it gives the recorded log. */
export function verifyRecording(file: string, recording: Recording): Verified {
  const log = new RecordedLog(recording);
  const { head, end } = recording;
  const { events, hash } = runnable(file, () =>
    replay({
      scenario: head.scenario,
      seed: head.seed,
      recorded: { commands: recording.commands(), until: end.advancedTo },
      onEvents: (_events, added) => log.add(added),
    }),
  );
  const compared = log.compare();
  return { events, hash, fault: compared.isSame ? undefined : comparisonText(compared, events) };
}
