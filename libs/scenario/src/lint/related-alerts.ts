/** The alerts of a script that may belong to the same incident. */
import type { Inject } from '#domain/inject/inject.js';

export type AlertInject = Extract<Inject, { kind: 'alert' }>;

export class RelatedAlerts {
  private readonly byId: ReadonlyMap<string, AlertInject>;
  private readonly ofSite = new Map<string, AlertInject[]>();
  /** By the id of an alert: the inject that sends it, and the injects that reference it. */
  private readonly senders = new Map<string, AlertInject>();
  private readonly referring = new Map<string, AlertInject[]>();
  private readonly foundOfSite = new Map<string, ReadonlySet<AlertInject>>();

  constructor(alerts: readonly AlertInject[]) {
    this.byId = new Map(alerts.map((inject) => [inject.id, inject]));
    for (const inject of alerts) {
      for (const { alertId } of inject.messages) this.senders.set(alertId, inject);
      for (const id of inject.messages[0].references) push(this.referring, id, inject);
      const site = siteOf(inject);
      if (site !== undefined) push(this.ofSite, site, inject);
    }
  }

  /** The alert's inject itself, those at the same site, and those that reference one of these or are referenced by it. */
  to(id: string): ReadonlySet<AlertInject> {
    const own = this.byId.get(id);
    if (own === undefined) return new Set();
    const site = siteOf(own);
    if (site === undefined) return this.linkedWith([own]);
    const found = this.foundOfSite.get(site) ?? this.linkedWith(this.ofSite.get(site) ?? []);
    this.foundOfSite.set(site, found);
    return found;
  }

  private linkedWith(first: readonly AlertInject[]): ReadonlySet<AlertInject> {
    const found = new Set(first);
    // Iteration over a set includes elements that are added during it.
    for (const { messages } of found) {
      for (const { alertId, references } of messages) {
        for (const inject of this.referring.get(alertId) ?? []) found.add(inject);
        for (const reference of references) {
          const sender = this.senders.get(reference);
          if (sender !== undefined) found.add(sender);
        }
      }
    }
    return found;
  }
}

function siteOf({ messages }: AlertInject): string | undefined {
  return messages[0].alert.exercise.site;
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}
