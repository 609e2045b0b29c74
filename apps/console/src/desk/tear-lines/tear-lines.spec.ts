import { tearLinesOf } from './tear-lines.js';

const shared = (tearLine: string, more: object = {}) =>
  ({
    type: 'TearLineShared',
    at: 60_000,
    audience: 'CHN',
    data: { tearLine, from: 'PAK', kind: 'alert', text: { en: 'A threat' }, label: { tlp: 'TLP:GREEN' }, ...more },
  }) as never;
const ids = (...events: never[]) => tearLinesOf(events).map(({ tearLine }) => tearLine);

describe('tear lines', () => {
  it('are shown the latest first, once each', () => {
    expect(ids(shared('TL-CHN-0001'), shared('TL-CHN-0002'), shared('TL-CHN-0002'))).toEqual([
      'TL-CHN-0002',
      'TL-CHN-0001',
    ]);
  });

  it('give way to the one that takes their place', () => {
    const events = [shared('TL-CHN-0001'), shared('TL-CHN-0002', { replaces: 'TL-CHN-0001' })] as never[];
    expect(ids(...events)).toEqual(['TL-CHN-0002']);
    expect(tearLinesOf(events)[0]).toMatchObject({ from: 'PAK', to: 'CHN', replaces: 'TL-CHN-0001', at: 60_000 });
  });
});
