/** I8: what each client got, without duplicates, equals the log as that client may see it. */
import { streamsOf } from '#domain/release/release.js';
import { eventIn } from '#domain/release/shown.js';
import { STREAMS, type Stream } from '#domain/kernel/side.js';
import type { EventView } from '#contracts/http/events.js';
import { named, type ExerciseHead, type StoredEvent } from './stored-exercise.js';
import { fingerprint, type StreamRecorder } from './stream-recorder.js';
import type { Violations } from './violations.js';

export class StreamCheck {
  readonly #byStream: ReadonlyMap<Stream, readonly StreamRecorder[]>;

  constructor(
    private readonly recordings: readonly StreamRecorder[],
    private readonly violations: Violations,
  ) {
    this.#byStream = new Map(STREAMS.map((stream) => [stream, recordings.filter((r) => r.stream === stream)]));
  }

  event(stored: StoredEvent): void {
    for (const stream of streamsOf(stored.event.audience)) {
      const recordings = this.#byStream.get(stream) ?? [];
      const seq = stored.event.seqs[stream];
      if (recordings.length === 0 || seq === undefined) continue;
      const expected = fingerprint(viewOf(stored, stream, seq));
      for (const recording of recordings) {
        const got = recording.at(seq);
        if (got === undefined || got === expected) continue;
        this.violations.add('I8', `${recording.name} got something else as ${seq} than ${named(stored.event)}`);
      }
    }
  }

  end(head: ExerciseHead): void {
    for (const { name, stream, last, faults } of this.recordings) {
      for (const fault of faults) this.violations.add('I8', `${name}: ${fault}`);
      if (last !== head.seqs[stream]) {
        this.violations.add('I8', `${name} has ${last} events of stream ${stream}, the log has ${head.seqs[stream]}`);
      }
    }
  }
}

function viewOf({ event, wall }: StoredEvent, stream: Stream, seq: number): EventView {
  const { at, type, data, cause, actor, audience } = eventIn(stream, event);
  return { seq, at, wall: new Date(wall).toISOString(), type, data, cause, actor, audience };
}
