/** What the report says of notes and decisions on record. */
import { reportDocument } from '#contracts/report/report-document.js';
import {
  alert,
  as,
  changeLabel,
  decideRelease,
  note,
  operatorOf,
  personOf,
  proposeRelease,
  recordDecision,
} from '#domain/testing/deeds.js';
import { given } from '#domain/testing/given.js';
import { exercise } from '#domain/testing/readers.js';
import { reportOf } from '#domain/testing/report-of.js';
import { renderReport } from './render-report.js';

const SOURCE = { source: { kind: 'scenario', file: 's.yaml' }, headHash: '0123456789abcdef'.repeat(4) } as const;
const authority = personOf('PAK', 'releasing-authority');

const made = () =>
  reportOf(
    given(
      exercise(),
      alert({ class: 'PAK' }),
      as(operatorOf('PAK'), note('PAK-0001', 'the gate is shut', true)),
      as(operatorOf('PAK'), recordDecision('PAK-0001', true)),
      note('PAK-0001', 'they are slow'),
      as(authority, changeLabel('decision', 'PAK-0001.PAK.D1', { tlp: 'TLP:RED' })),
      as(authority, changeLabel('note', 'PAK-0001.PAK.1', { tlp: 'TLP:RED' })),
      as(authority, changeLabel('note', 'PAK-0001.PAK.1')),
      proposeRelease('PAK-0001', { notes: ['PAK-0001.PAK.1'] }),
      as(authority, decideRelease('REL-PAK-0001')),
    ).play,
    SOURCE,
  );

const rowsOf = (text: string, id: string) => text.split('\n').filter((line) => line.includes(`| ${id} |`));

describe('the report', () => {
  it('lists each note and decision once, with its label and from whom that has been withheld', async () => {
    const text = await renderReport(made(), 'md', { appendix: false });
    expect(text).toContain('## Notes and decisions on record');
    expect(rowsOf(text, 'PAK-0001.PAK.1')).toEqual([
      expect.stringMatching(
        /the gate is shut .*\| PAK TLP:AMBER \| .*TLP:AMBER to TLP:RED.*; from then on withheld from .*desk:PAK.*; .*TLP:RED.* to TLP:AMBER/,
      ),
    ]);
    expect(rowsOf(text, 'PAK-0001.PAK.D1')).toEqual([
      expect.stringMatching(/hold the bus\. Reason: the road is shut\. Options: .*\| PAK TLP:RED .*withheld from/),
    ]);
    expect(rowsOf(text, 'PAK-0001.CONTROL.1')).toEqual([expect.stringContaining('| exercise control only |')]);
    expect(rowsOf(text, 'INC-0001.JOINT.1')).toEqual([expect.stringMatching(/released by PAK \| JOINT TLP:GREEN/)]);
  });

  it.each([
    ['en', 'Notes and decisions on record'],
    ['ur', 'نوٹ اور درج فیصلے'],
    ['zh', '备注与决定记录'],
  ] as const)('has them on its page in the language %s', async (language, title) => {
    const page = await renderReport(made(), 'html', { language });
    expect(page).toContain(title);
    expect(page).toContain('the gate is shut');
  });

  it('has them as its schema says', () => {
    const { records } = made();
    expect(records).toHaveLength(4);
    expect(() => reportDocument.shape.records.parse(records)).not.toThrow();
  });
});
