/**
 * Puts a person's command into the inbox and waits for what comes of it. Hints wake the wait; a slow look at the database is
 * what it rests on.
 */
import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import type { Command } from '#domain/kernel/command.js';
import { InboxReader } from '#infra/inbox/inbox-reader.js';
import type { Outcome } from '#infra/inbox/submission.js';
import { Hints } from '#infra/queue/hints.js';
import type { Caller } from '../auth/caller.js';
import { CommandInbox } from './command-inbox.js';
import { DeletionNews } from '../exercises/deletion-news.js';
import { Problem } from '../problems/problem.js';
import { ApiSettings } from '../settings.js';

const LOOK_MS = 250;

export interface CommandRequest {
  readonly exercise: string;
  readonly caller: Caller;
  readonly command: Command;
  readonly idempotencyKey?: string;
  /** What a repeat under the same key must equal; absent: the command. */
  readonly sent?: unknown;
  /** How long to wait for the outcome, ms. */
  readonly waitMs: number;
}

interface Wait {
  look: () => void;
  /** The exercise was deleted: no outcome will come. */
  isVain: boolean;
}

@Injectable()
export class CommandDesk {
  private readonly waits = new Map<string, Set<Wait>>();
  private waiting = 0;

  constructor(
    private readonly inbox: CommandInbox,
    private readonly reader: InboxReader,
    private readonly settings: ApiSettings,
    hints: Hints,
    deletions: DeletionNews,
  ) {
    deletions.onDeleted((exercise) => this.forgetExercise(exercise));
    hints.subscribe(({ exercise }) => this.hint(exercise));
  }

  /**
   * The command's id, and its outcome if it came in time.
   * @throws Problem TOO_MANY_WAITING; RequestKeyReused, InboxFullError, ExerciseUnknown, DatabaseUnavailable.
   */
  async submit(request: CommandRequest): Promise<{ id: string; outcome: Outcome | null }> {
    if (this.waiting >= this.settings.waitingCommands) {
      const message = 'Too many commands wait for their outcome; try again, or with `Prefer: wait=0`.';
      throw new Problem('TOO_MANY_WAITING', message, { headers: { 'retry-after': '1' } });
    }
    const { exercise, caller, command, idempotencyKey } = request;
    const id = commandId(caller, idempotencyKey);
    const dataJson = JSON.stringify(command.data);
    const key = idempotencyKey;
    await this.inbox.submit({
      exerciseId: exercise,
      commands: [{ commandId: id, type: command.type, dataJson }],
      actor: caller.actor,
      ...(key !== undefined && {
        requestKey: {
          accountId: caller.id,
          key,
          fingerprint: fingerprint(command.type, request.sent === undefined ? dataJson : JSON.stringify(request.sent)),
        },
      }),
    });
    return { id, outcome: await this.outcome(exercise, id, request.waitMs) };
  }

  /** The log of an exercise has grown: those who wait there look at once. */
  private hint(exercise: string): void {
    for (const wait of this.waits.get(exercise) ?? []) wait.look();
  }

  /** It was deleted: those who wait there are answered at once. */
  private forgetExercise(exercise: string): void {
    for (const wait of this.waits.get(exercise) ?? []) {
      wait.isVain = true;
      wait.look();
    }
  }

  /** What became of a command that is stored; null when it was not applied within the wait. */
  async outcome(exercise: string, id: string, waitMs: number): Promise<Outcome | null> {
    const deadline = performance.now() + waitMs;
    const wait: Wait = { look: () => undefined, isVain: false };
    const here = this.waits.get(exercise) ?? new Set<Wait>();
    this.waits.set(exercise, here.add(wait));
    this.waiting += 1;
    try {
      for (;;) {
        // Set up before looking: a hint that comes while we look is not missed.
        let hinted = false;
        wait.look = () => (hinted = true);
        const outcome = await this.reader.outcome(exercise, id);
        const left = deadline - performance.now();
        if (outcome !== null || left <= 0 || wait.isVain) return outcome;
        if (!hinted) await woken(wait, Math.min(LOOK_MS, left));
      }
    } finally {
      this.waiting -= 1;
      here.delete(wait);
      if (here.size === 0) this.waits.delete(exercise);
    }
  }
}

function woken(wait: Wait, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    wait.look = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

/** Of an Idempotency-Key: the same account with the same key means the same command. Else unique, and sorted by time. */
function commandId(caller: Caller, key: string | undefined): string {
  if (key !== undefined) {
    return `CMD-${createHash('sha256')
      .update(JSON.stringify([caller.id, key]))
      .digest('base64url')
      .slice(0, 27)}`;
  }
  return `CMD-${Date.now().toString(16).padStart(12, '0')}-${randomBytes(10).toString('hex')}`;
}

function fingerprint(type: string, dataJson: string): string {
  return createHash('sha256').update(`${type} ${dataJson}`).digest('hex');
}
