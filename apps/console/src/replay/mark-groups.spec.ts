import { groupMarks, type Mark } from './mark-groups.js';

const mark = (at: number, kind: Mark['kind'] = 'met'): Mark => ({ id: `${at}`, at, kind, label: '' });

describe('the marks of a replay', () => {
  it('stand apart where there is room, and wholly on the line', () => {
    expect(groupMarks([mark(1000), mark(0)], 1000, 500).map(({ place }) => place)).toEqual([12, 488]);
  });

  it('become one where they would overlap', () => {
    const groups = groupMarks([mark(100), mark(110), mark(130), mark(160)], 1000, 500);
    expect(groups.map(({ marks }) => marks.map(({ at }) => at))).toEqual([[100, 110, 130], [160]]);
  });

  it('show what matters most', () => {
    const [group] = groupMarks([mark(100), mark(101, 'missed'), mark(102, 'observed')], 1000, 500);
    expect(group?.kind).toBe('missed');
  });
});
