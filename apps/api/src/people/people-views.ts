/** Who is here and what was announced, as a caller may see it. */
import type { AnnouncementView, ReadReceipt } from '#contracts/http/announcements.js';
import type { PlayedUnit, PresenceView, PresentPerson } from '#contracts/http/presence.js';
import { ROLE_TRAITS } from '#domain/kernel/role.js';
import { seesPerson } from '#domain/release/release.js';
import { showsAll } from '#domain/release/shown.js';
import type { Announcement } from '#infra/people/announcement-store.js';
import type { Person, PlayedUnitRow } from '#infra/people/presence-store.js';
import type { Caller } from '../auth/caller.js';

export function viewPresence(caller: Caller, people: readonly Person[], units: readonly PlayedUnitRow[]): PresenceView {
  const seen = people.filter((person) => person.account === caller.id || seesPerson(caller.viewer, viewerOf(person)));
  return {
    people: seen.map(viewPerson),
    // That a unit is played is the trainer's hand.
    ...(showsAll(caller.stream) && { units: units.map((unit) => viewUnit(unit, people)) }),
  };
}

function viewerOf({ role, side }: Pick<Person, 'role' | 'side'>) {
  return { role, ...(side !== null && { side }) };
}

function viewPerson({ account, name, role, side, units, state, since, lastSeenAt }: Person): PresentPerson {
  return {
    account,
    name,
    role,
    ...(side !== null && { side }),
    ...(units !== null && { units: [...units] }),
    state,
    ...(since !== null && { since: since.toISOString() }),
    ...(state === 'away' && lastSeenAt !== null && { lastSeenAt: lastSeenAt.toISOString() }),
  };
}

function viewUnit({ id, side }: PlayedUnitRow, people: readonly Person[]): PlayedUnit {
  const players = people.filter((person) => person.side === side && ROLE_TRAITS[person.role].units !== 'none');
  const own = players.filter(({ units }) => units?.includes(id) === true);
  const answering = own.length > 0 ? own : players.filter(({ units }) => units === null);
  return {
    unit: id,
    side,
    answeredBy: answering.map(({ account }) => account),
    here: answering.some(({ state }) => state === 'here'),
  };
}

/** @returns undefined when it is none of the caller's business */
export function viewAnnouncement(
  caller: Caller,
  announcement: Announcement,
  people: readonly Person[],
): AnnouncementView | undefined {
  const { id, text, side, role, note, by, createdAt, withdrawnAt, reads } = announcement;
  const isAddressed = isTo(announcement, { account: caller.id, role: caller.role, side: caller.viewer.side ?? null });
  const isController = caller.role === 'controller';
  if (!isAddressed && !isController) return undefined;
  const readAt = reads.find(({ account }) => account === caller.id)?.at;
  return {
    id,
    at: createdAt.toISOString(),
    text,
    addressed: isAddressed,
    ...(readAt !== undefined && { readAt }),
    ...(withdrawnAt !== null && { withdrawnAt: withdrawnAt.toISOString() }),
    ...(isController && {
      ...(side !== null && { side }),
      ...(role !== null && { role }),
      ...(note !== null && { note }),
      by,
      receipts: receiptsOf(announcement, people),
    }),
  };
}

type Addressee = Pick<Person, 'account' | 'role' | 'side'>;

/** Who sends it has read it. */
function isTo({ by, side, role }: Announcement, to: Addressee): boolean {
  return to.account !== by && (side === null || side === to.side) && (role === null || role === to.role);
}

function receiptsOf(announcement: Announcement, people: readonly Person[]): ReadReceipt[] {
  const { reads } = announcement;
  const addressed = people.filter((person) => isTo(announcement, person));
  // Who has read it and was never seen by a socket, such as on the command line.
  const others = reads.filter(({ account }) => addressed.every((person) => person.account !== account));
  return [...addressed, ...others].map(({ account, name, role, side }) => {
    const readAt = reads.find((read) => read.account === account)?.at;
    return { account, name, role, ...(side !== null && { side }), ...(readAt !== undefined && { readAt }) };
  });
}
