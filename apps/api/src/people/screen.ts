/** One socket that follows an exercise, as far as people are concerned: who sees it, and what was sent to it last. */
import type { AnnouncementView } from '#contracts/http/announcements.js';
import type { PresenceView } from '#contracts/http/presence.js';
import type { AnnouncementMessage, PresenceMessage } from '#contracts/push/messages.js';
import type { Caller } from '../auth/caller.js';

/** How a screen is reached. */
export interface Push {
  presence(message: PresenceMessage): void;
  announcement(message: AnnouncementMessage): void;
}

export class Screen {
  private presence: string | undefined;
  private readonly announcements = new Map<string, string>();

  constructor(
    readonly exercise: string,
    readonly caller: Caller,
    private readonly push: Push,
  ) {}

  /** Nothing is sent unless what this viewer sees has changed: else the message would reveal that something else had. */
  showPresence(view: PresenceView): void {
    const text = JSON.stringify(view);
    if (this.presence === text) return;
    this.presence = text;
    this.push.presence({ exercise: this.exercise, ...view });
  }

  showAnnouncement(announcement: AnnouncementView): void {
    if (!this.remember(announcement)) return;
    this.push.announcement({ exercise: this.exercise, announcement });
  }

  /** It is known here, and need not be shown. @returns whether it is another one than before */
  remember(announcement: AnnouncementView): boolean {
    const text = JSON.stringify(announcement);
    if (this.announcements.get(announcement.id) === text) return false;
    this.announcements.set(announcement.id, text);
    return true;
  }
}

/** The screens of this process, by exercise. */
export class Screens {
  private readonly screens = new Map<string, Set<Screen>>();

  add(screen: Screen): void {
    const those = this.screens.get(screen.exercise) ?? new Set();
    this.screens.set(screen.exercise, those.add(screen));
  }

  delete(screen: Screen): void {
    const those = this.screens.get(screen.exercise);
    if (those?.delete(screen) === true && those.size === 0) this.screens.delete(screen.exercise);
  }

  of(exercise: string): readonly Screen[] {
    return [...(this.screens.get(exercise) ?? [])];
  }

  get exercises(): readonly string[] {
    return [...this.screens.keys()];
  }
}
