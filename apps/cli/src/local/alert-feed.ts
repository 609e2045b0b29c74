/** Feeds the demonstration: an alert every few seconds, through the same door as anybody's. */
import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import type { incidentPage } from '#contracts/http/incidents.js';
import { ApiRefusal, ApiUnreachable, path, type ApiClient } from '../client/api-client.js';
import { readExercise } from '../client/exercises.js';
import { reasonOf } from '../failure.js';
import type { DemonstrationAlerts, FreshAlert } from './demonstration-alerts.js';

export interface AlertFeedSettings {
  /** Reads the exercise, and ends it when its time is over. */
  readonly controller: ApiClient;
  /** Posts the alerts. */
  readonly service: ApiClient;
  readonly exercise: string;
  readonly alerts: DemonstrationAlerts;
  readonly say: (line: string) => void;
  /** Between two alerts, ms of wall time; default {@link BETWEEN_MS}. */
  readonly betweenMs?: number;
}

export const BETWEEN_MS = 6_000;
/** With so many incidents open the feed waits: nobody could follow more. */
const MOST_OPEN = 20;

/** Runs until it is stopped, or the exercise ends or is deleted. */
export async function feedAlerts(settings: AlertFeedSettings, stop: AbortSignal): Promise<void> {
  const feed = new AlertFeed(settings);
  while (await paused(settings.betweenMs ?? BETWEEN_MS, stop)) {
    if (!(await feed.turn())) return;
  }
}

/** Whether the time has passed without a stop. */
async function paused(ms: number, stop: AbortSignal): Promise<boolean> {
  await pause(ms, undefined, { signal: stop }).catch(() => undefined);
  return !stop.aborted;
}

class AlertFeed {
  /** One whose answer never came: sent again as it was, it is the same alert and counts once. */
  private unanswered: FreshAlert | undefined;
  private trouble: string | undefined;

  constructor(private readonly settings: AlertFeedSettings) {}

  /** Posts an alert if this is the time for one. @returns whether the feed goes on. */
  async turn(): Promise<boolean> {
    const { controller, exercise, say } = this.settings;
    try {
      const { status } = await readExercise(controller, exercise);
      if (status === 'ended') {
        say('The demonstration has ended; the next `tandem start` opens a new one.');
        return false;
      }
      if (status !== 'running') return true;
      if (await this.isCrowded()) return true;
      await this.post();
      this.note(undefined);
    } catch (error) {
      if (error instanceof ApiRefusal && error.status === 404) {
        say('The demonstration was deleted; the next `tandem start` opens a new one.');
        return false;
      }
      this.note(`no alert could be sent: ${reasonOf(error)}`);
      if (error instanceof ApiRefusal && !isPassing(error)) this.unanswered = undefined;
    }
    return true;
  }

  private async post(): Promise<void> {
    const { service, exercise, alerts } = this.settings;
    this.unanswered ??= alerts.next(Date.now());
    await service.send(path('exercises', exercise, 'alerts'), { json: this.unanswered });
    this.unanswered = undefined;
  }

  private async isCrowded(): Promise<boolean> {
    const { controller, exercise } = this.settings;
    const open = `${path('exercises', exercise, 'incidents')}?status=open,responding&limit=${MOST_OPEN}`;
    const { items } = await controller.send<z.infer<typeof incidentPage>>(open);
    if (items.length < MOST_OPEN) return false;
    this.note(`${MOST_OPEN} incidents are open; no further alerts until some are closed`);
    return true;
  }

  /** Said once, however long it lasts. */
  private note(trouble: string | undefined): void {
    if (trouble !== undefined && trouble !== this.trouble) this.settings.say(`Demonstration feed: ${trouble}`);
    this.trouble = trouble;
  }
}

function isPassing(error: ApiRefusal | ApiUnreachable): boolean {
  return error instanceof ApiUnreachable || error.status >= 500 || error.status === 429;
}
