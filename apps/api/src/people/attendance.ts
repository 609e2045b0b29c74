/**
 * Which people follow which exercise in this process. It reports them to the store, which covers all processes, and sends what the store
 * holds to the screens.
 */
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { AWAY_AFTER_MS, type PresenceView } from '#contracts/http/presence.js';
import { ROLE_TRAITS } from '#domain/kernel/role.js';
import { PeopleChannel, type PeopleNews } from '#infra/accounts/people-channel.js';
import { AnnouncementStore } from '#infra/people/announcement-store.js';
import { type Held, PresenceStore } from '#infra/people/presence-store.js';
import type { Caller } from '../auth/caller.js';
import { LOG } from '../tokens.js';
import { viewAnnouncement, viewPresence } from './people-views.js';
import { type Push, Screen, Screens } from './screen.js';

/** How often it is said again who is here, ms. */
const BEAT_MS = 10_000;
/** After the time at which somebody who left counts as away. */
const LITTLE_LATER_MS = 50;

interface Attendee extends Pick<Held, 'exercise' | 'account'> {
  /** Each screen of the person, and whether nobody sits before it. */
  readonly screens: Map<Screen, boolean>;
  /** What was written last, or is being written. */
  written: 'here' | 'away' | 'gone' | 'unknown';
  writing: Promise<void>;
}

/** What a joined socket does with its place. */
export interface Seat {
  attention(away: boolean): void;
  leave(): void;
}

@Injectable()
export class Attendance implements OnApplicationShutdown {
  private readonly screens = new Screens();
  private readonly attendees = new Map<string, Attendee>();
  private readonly refreshing = new Map<string, 'once' | 'again'>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly beating: NodeJS.Timeout;
  private isClosed = false;

  constructor(
    private readonly presence: PresenceStore,
    private readonly announcements: AnnouncementStore,
    @Inject(LOG) private readonly log: Logger,
    people: PeopleChannel,
  ) {
    people.subscribe((news) => this.hear(news));
    this.beating = setInterval(() => void this.beat(), BEAT_MS);
    this.beating.unref();
  }

  /** A socket has joined an exercise: it receives who is here and the announcements that it has not read. */
  join(exercise: string, caller: Caller, push: Push): Seat {
    const screen = new Screen(exercise, caller, push);
    this.screens.add(screen);
    void this.showBacklog(screen).finally(() => this.refresh(exercise));
    // Programs are not here as people are.
    if (caller.isBuiltIn || !ROLE_TRAITS[caller.role].isPerson) {
      return { attention: () => undefined, leave: () => this.screens.delete(screen) };
    }
    const attendee = this.attendee(exercise, caller.id);
    attendee.screens.set(screen, false);
    this.write(attendee);
    return {
      attention: (away) => {
        if (!attendee.screens.has(screen)) return;
        attendee.screens.set(screen, away);
        this.write(attendee);
      },
      leave: () => {
        this.screens.delete(screen);
        if (attendee.screens.delete(screen)) this.write(attendee);
      },
    };
  }

  async presenceFor(exercise: string, caller: Caller): Promise<PresenceView> {
    const [people, units] = await Promise.all([this.presence.people(exercise), this.presence.playedUnits(exercise)]);
    return viewPresence(caller, people, units);
  }

  private hear(news: PeopleNews): void {
    if ('presence' in news) this.refresh(news.presence);
    else if ('announcement' in news) void this.showAnnouncement(news.exercise, news.announcement);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.beating);
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.all([...this.attendees.values()].map(({ writing }) => writing));
  }

  private attendee(exercise: string, account: string): Attendee {
    const key = `${exercise}\n${account}`;
    let attendee = this.attendees.get(key);
    if (attendee === undefined) {
      attendee = { exercise, account, screens: new Map(), written: 'gone', writing: Promise.resolve() };
      this.attendees.set(key, attendee);
    }
    return attendee;
  }

  /** One after the other, so that what is true last is written last. */
  private write(attendee: Attendee): void {
    attendee.writing = attendee.writing.then(() => this.writeNow(attendee));
  }

  private async writeNow(attendee: Attendee): Promise<void> {
    const { exercise, account } = attendee;
    const state = stateOf(attendee);
    if (state === attendee.written) return;
    attendee.written = state;
    try {
      if (state === 'gone') {
        await this.presence.remove(attendee);
        if (attendee.screens.size === 0) this.attendees.delete(`${exercise}\n${account}`);
        this.later(AWAY_AFTER_MS + LITTLE_LATER_MS, () => this.presence.settle(exercise));
      } else await this.presence.set({ exercise, account, away: state === 'away' });
    } catch (error) {
      // The next beat says it again.
      attendee.written = 'unknown';
      this.log.debug({ err: error, exercise }, 'presence will be sent later');
    }
  }

  private later(ms: number, work: () => Promise<void>): void {
    if (this.isClosed) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      work().catch((error: unknown) => this.log.debug({ err: error }, 'presence will be sent later'));
    }, ms);
    timer.unref();
    this.timers.add(timer);
  }

  private async beat(): Promise<void> {
    for (const attendee of this.attendees.values()) this.write(attendee);
    const held = [...this.attendees.values()].flatMap((attendee) => {
      const state = stateOf(attendee);
      const { exercise, account } = attendee;
      return state === 'gone' ? [] : [{ exercise, account, away: state === 'away' }];
    });
    try {
      await this.presence.beat(held, this.screens.exercises);
    } catch (error) {
      this.log.debug({ err: error }, 'presence will be sent later');
    }
    // Units are handed over without anybody coming or going.
    for (const exercise of this.screens.exercises) this.refresh(exercise);
  }

  /** Shows who is here to the screens of the exercise. While it is read, further wishes gather. */
  private refresh(exercise: string): void {
    if (this.refreshing.has(exercise)) {
      this.refreshing.set(exercise, 'again');
      return;
    }
    if (this.isClosed || this.screens.of(exercise).length === 0) return;
    this.refreshing.set(exercise, 'once');
    this.showPresence(exercise)
      .catch((error: unknown) => this.log.debug({ err: error, exercise }, 'presence is shown later'))
      .finally(() => {
        const again = this.refreshing.get(exercise) === 'again';
        this.refreshing.delete(exercise);
        if (again) this.refresh(exercise);
      });
  }

  private async showPresence(exercise: string): Promise<void> {
    const [people, units] = await Promise.all([this.presence.people(exercise), this.presence.playedUnits(exercise)]);
    for (const screen of this.screens.of(exercise)) screen.showPresence(viewPresence(screen.caller, people, units));
  }

  private async showAnnouncement(exercise: string, id: string): Promise<void> {
    if (this.screens.of(exercise).length === 0) return;
    try {
      const announcement = await this.announcements.get(exercise, id);
      if (announcement === undefined) return;
      const people = await this.presence.people(exercise);
      for (const screen of this.screens.of(exercise)) {
        const view = viewAnnouncement(screen.caller, announcement, people);
        if (view !== undefined) screen.showAnnouncement(view);
      }
    } catch (error) {
      this.log.warn({ err: error, exercise }, 'an announcement is on the list, and did not reach the screens');
    }
  }

  /** What was announced before: what is not read is shown, and the rest is known. */
  private async showBacklog(screen: Screen): Promise<void> {
    const { exercise, caller } = screen;
    try {
      const [announcements, people] = await Promise.all([
        this.announcements.list(exercise),
        this.presence.people(exercise),
      ]);
      for (const announcement of announcements.toReversed()) {
        const view = viewAnnouncement(caller, announcement, people);
        if (view === undefined) continue;
        const isOpen = view.addressed && view.readAt === undefined && view.withdrawnAt === undefined;
        if (isOpen) screen.showAnnouncement(view);
        else screen.remember(view);
      }
    } catch (error) {
      this.log.warn({ err: error, exercise }, 'announcements are on the list, and did not reach a screen');
    }
  }
}

function stateOf({ screens }: Attendee): 'here' | 'away' | 'gone' {
  if (screens.size === 0) return 'gone';
  return [...screens.values()].every((away) => away) ? 'away' : 'here';
}
