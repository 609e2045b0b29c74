import { SIDES } from '../kernel/side.js';
import { isWithheld } from './shown.js';
import { labelsOfExport, readerOfExport, sideOfExport, tlpOf, whyNoExport } from './side-export.js';

const controller = { role: 'controller' } as const;

describe('who takes an export', () => {
  it('a controller has the whole exercise, or either side', () => {
    expect(sideOfExport(controller, { includesRed: false })).toBeUndefined();
    expect(whyNoExport(controller, { includesRed: false })).toBeUndefined();
    for (const side of SIDES) {
      expect(sideOfExport(controller, { side, includesRed: false })).toBe(side);
      expect(whyNoExport(controller, { side, includesRed: false })).toBeUndefined();
    }
  });

  it.each(['commander', 'releasing-authority'] as const)(
    'a %s has its own side, whether it names it or not',
    (role) => {
      const viewer = { role, side: 'CHN' } as const;
      expect(sideOfExport(viewer, { includesRed: false })).toBe('CHN');
      expect(whyNoExport(viewer, { includesRed: false })).toBeUndefined();
      expect(whyNoExport(viewer, { side: 'CHN', includesRed: false })).toBeUndefined();
      expect(whyNoExport(viewer, { side: 'PAK', includesRed: false })).toMatch(/is of CHN/);
    },
  );

  it('an account of a side that has none gets nothing, least of all the whole', () => {
    expect(whyNoExport({ role: 'commander' }, { includesRed: false })).toMatch(/no side/);
    expect(whyNoExport({ role: 'commander' }, { side: 'PAK', includesRed: false })).toMatch(/no side/);
  });

  it('only the releasing authority of the side includes TLP:RED', () => {
    const red = { side: 'PAK', includesRed: true } as const;
    expect(whyNoExport({ role: 'releasing-authority', side: 'PAK' }, red)).toBeUndefined();
    expect(whyNoExport({ role: 'releasing-authority', side: 'CHN' }, red)).toMatch(/is of CHN/);
    expect(whyNoExport({ role: 'commander', side: 'PAK' }, red)).toMatch(/releasing authority/);
    expect(whyNoExport(controller, red)).toMatch(/releasing authority/);
  });
});

describe('what an export holds', () => {
  const withheld = (includesRed: boolean, tlp: string, to: string[] = []) =>
    isWithheld(readerOfExport('PAK', includesRed), { label: { tlp, to } });

  it('what is the desk’s, and TLP:RED only if that was asked for, whoever else the label names', () => {
    expect(withheld(false, 'TLP:AMBER+STRICT')).toBe(false);
    expect(withheld(false, 'TLP:RED', ['role:operator', 'account:acc_1', 'unit:police'])).toBe(true);
    expect(withheld(true, 'TLP:RED', ['account:acc_1'])).toBe(false);
  });

  it('says the labels of its parts, the highest first, and never less than that of its side', () => {
    expect(labelsOfExport('PAK', [])).toEqual(['TLP:AMBER']);
    expect(labelsOfExport('PAK', ['TLP:CLEAR', 'TLP:RED', 'TLP:CLEAR'])).toEqual(['TLP:RED', 'TLP:AMBER', 'TLP:CLEAR']);
    expect([tlpOf('JOINT', {}), tlpOf('PAK', {}), tlpOf('PAK', { label: { tlp: 'TLP:RED' } })]).toEqual([
      'TLP:GREEN',
      'TLP:AMBER',
      'TLP:RED',
    ]);
  });
});
