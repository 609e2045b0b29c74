import type { NotificationView, UnitView } from '#domain/engine/read-models.js';
import { askedByUnit, linkOfSide, linkOfUnit, unitCounts, unitGroups } from './units-model.js';

const unit = (id: string, side: string, kind: string, parts: object = {}) =>
  ({
    id,
    side,
    kind,
    name: { en: id },
    duty: 'on',
    link: { status: 'up' },
    capacity: 2,
    engaged: {},
    ...parts,
  }) as unknown as UnitView;
const asked = (id: string, to: string, status: string) => ({ id, unit: to, status }) as unknown as NotificationView;

const units = [
  unit('police', 'PAK', 'provincial-police', { engaged: { JOINT: 1, PAK: 1 } }),
  unit('embassy', 'CHN', 'embassy'),
  unit('rescue', 'PAK', 'rescue-service', { duty: 'off' }),
];
const all = { text: '', onDutyOnly: false, askedOnly: false };
const nameOf = ({ id }: UnitView) => id;
const up = { PAK: { status: 'up' }, CHN: { status: 'down' } } as const;

const ids = (filter: object, side: 'PAK' | 'CHN' | undefined = 'PAK') =>
  unitGroups(units, askedByUnit([asked('N1', 'police', 'delivered')]), { ...all, ...filter }, { side, nameOf }).flatMap(
    ({ rows }) => rows.map((row) => row.unit.id),
  );

describe('unitGroups', () => {
  it("puts one's own side first", () => {
    expect(ids({})).toEqual(['police', 'rescue', 'embassy']);
    expect(ids({}, 'CHN')).toEqual(['embassy', 'police', 'rescue']);
  });

  it('filters by words, duty and whether a question waits', () => {
    expect(ids({ text: 'emb' })).toEqual(['embassy']);
    expect(ids({ onDutyOnly: true })).toEqual(['police', 'embassy']);
    expect(ids({ askedOnly: true })).toEqual(['police']);
  });

  it('counts places taken of every class', () => {
    const [first] = unitGroups(units, new Map(), all, { side: 'PAK', nameOf });
    expect(first?.rows[0]?.engaged).toBe(2);
  });
});

describe('askedByUnit', () => {
  it('holds only what waits for an answer', () => {
    const found = askedByUnit([asked('N1', 'police', 'delivered'), asked('N2', 'police', 'acknowledged')]);
    expect(found.get('police')?.map(({ id }) => id)).toEqual(['N1']);
  });
});

describe('unitCounts', () => {
  it("is of one's own side, or of both", () => {
    expect(unitCounts(units, 'PAK')).toEqual([{ side: 'PAK', total: 2, offDuty: 1, busy: 1 }]);
    expect(unitCounts(units, undefined)).toHaveLength(2);
  });
});

describe('links', () => {
  it('are not known of the other side', () => {
    expect(linkOfSide(up, 'CHN', 'PAK')).toBe('unknown');
    expect(linkOfSide(up, 'CHN', undefined)).toBe('down');
  });

  it("are the worse of the unit's and the side's", () => {
    expect(linkOfUnit(unit('embassy', 'CHN', 'embassy'), up, 'CHN')).toBe('down');
    expect(linkOfUnit(unit('police', 'PAK', 'x', { link: { status: 'degraded' } }), up, 'PAK')).toBe('degraded');
    expect(linkOfUnit(unit('embassy', 'CHN', 'embassy'), up, 'PAK')).toBe('unknown');
  });
});
