/** The units as the drawer shows them: in groups, with what each is asked now. */
import type { NotificationView, UnitView } from '#domain/engine/read-models.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import { isTerminal } from '#domain/notification/notification.js';
import type { Link, UnitKind } from '#domain/unit/unit.js';

/** A question that a unit has not answered. */
export type Asked = Pick<NotificationView, 'id' | 'incident' | 'action' | 'status' | 'queuedAt' | 'expiresAt'>;

export interface UnitRow {
  readonly unit: UnitView;
  /** Places taken, of all classes that the viewer knows of. */
  readonly engaged: number;
  readonly asked: readonly Asked[];
}

export interface UnitGroup {
  readonly side: Side;
  readonly kind: UnitKind;
  readonly rows: readonly UnitRow[];
}

export interface UnitFilter {
  /** In lower case; empty: all. */
  readonly text: string;
  readonly onDutyOnly: boolean;
  readonly askedOnly: boolean;
}

function engagedOf({ engaged }: Pick<UnitView, 'engaged'>): number {
  return Object.values(engaged).reduce((sum, one) => sum + one, 0);
}

/** The questions that wait for an answer, by unit. */
export function askedByUnit(notifications: Iterable<NotificationView>): ReadonlyMap<string, readonly Asked[]> {
  const asked = new Map<string, Asked[]>();
  for (const one of notifications) {
    if (isTerminal(one.status)) continue;
    const known = asked.get(one.unit);
    if (known === undefined) asked.set(one.unit, [one]);
    else known.push(one);
  }
  return asked;
}

/**
 * One's own side first, then by kind in the order of the scenario.
 *
 * @param nameOf the name in the reader's language
 */
export function unitGroups(
  units: readonly UnitView[],
  asked: ReadonlyMap<string, readonly Asked[]>,
  { text, onDutyOnly, askedOnly }: UnitFilter,
  { side, nameOf }: { readonly side: Side | undefined; readonly nameOf: (unit: UnitView) => string },
): readonly UnitGroup[] {
  const groups = new Map<string, { side: Side; kind: UnitKind; rows: UnitRow[] }>();
  for (const unit of units) {
    const questions = asked.get(unit.id) ?? [];
    if (onDutyOnly && unit.duty !== 'on') continue;
    if (askedOnly && questions.length === 0) continue;
    if (text !== '' && !`${nameOf(unit)} ${unit.id} ${unit.kind} ${unit.side}`.toLowerCase().includes(text)) continue;
    const key = `${unit.side} ${unit.kind}`;
    const group = groups.get(key) ?? { side: unit.side, kind: unit.kind, rows: [] };
    group.rows.push({ unit, engaged: engagedOf(unit), asked: questions });
    groups.set(key, group);
  }
  const order = side === 'CHN' ? SIDES.toReversed() : SIDES;
  return [...groups.values()].sort((a, b) => order.indexOf(a.side) - order.indexOf(b.side));
}

export interface UnitCounts {
  readonly side: Side;
  readonly total: number;
  readonly offDuty: number;
  /** Engaged in an incident. */
  readonly busy: number;
}

/** @param side absent: of each side */
export function unitCounts(units: readonly UnitView[], side: Side | undefined): readonly UnitCounts[] {
  return SIDES.filter((one) => side === undefined || one === side).map((one) => {
    const own = units.filter((unit) => unit.side === one);
    return {
      side: one,
      total: own.length,
      offDuty: own.filter(({ duty }) => duty === 'off').length,
      busy: own.filter((unit) => engagedOf(unit) > 0).length,
    };
  });
}

export type LinkWord = Link['status'] | 'unknown';

/** The link of a side, as this viewer notices it: players know nothing of the other side's. */
export function linkOfSide(links: Readonly<Record<Side, Link>>, of: Side, viewer: Side | undefined): LinkWord {
  return viewer === undefined || viewer === of ? links[of].status : 'unknown';
}

/** The link of a unit: its own or its side's, whichever is worse. */
export function linkOfUnit(
  { link, side }: Pick<UnitView, 'link' | 'side'>,
  links: Readonly<Record<Side, Link>>,
  viewer: Side | undefined,
): LinkWord {
  const ofSide = linkOfSide(links, side, viewer);
  if (ofSide === 'unknown') return ofSide;
  return WORSE.find((one) => one === link.status || one === ofSide) ?? 'up';
}

const WORSE = ['down', 'degraded', 'up'] as const;
