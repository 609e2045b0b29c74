/** Notes and decisions as they are listed: each reader gets what they may read now, once, under the label that it carries. */
import {
  alert,
  as,
  changeLabel,
  decideRelease,
  note,
  observe,
  operatorOf,
  personOf,
  proposeRelease,
  recordDecision,
} from '../testing/deeds.js';
import { given, type Play } from '../testing/given.js';
import { account, exercise, READERS, seenBy, streamFor, type Account } from '../testing/readers.js';
import { recordsIn, type RecordView } from './record-list.js';

const authority = personOf('PAK', 'releasing-authority');
const observer = account('observer', 'PAK');
const operator = account('operator', 'PAK');
const releasing = account('releasing-authority', 'PAK');
const chinese = account('operator', 'CHN');
const RED = { tlp: 'TLP:RED', releasableTo: ['role:operator'] } as const;

const listed = (reader: Account, { log }: Play): readonly RecordView[] =>
  recordsIn(seenBy(reader, log) as unknown as Parameters<typeof recordsIn>[0]);
/** Each by what it says, and the TLP label that it carries. */
const read = (reader: Account, play: Play) =>
  listed(reader, play).map((one) => [one.id, one.kind === 'note' ? one.text : one.decision, one.label?.tlp]);

describe.each([
  ['note', note('PAK-0001', 'hold the bus', true), 'PAK-0001.PAK.1'],
  ['decision', recordDecision('PAK-0001', true), 'PAK-0001.PAK.D1'],
] as const)('a %s', (of, write, id) => {
  const written = () => given(exercise(), alert({ class: 'PAK' }), as(operatorOf('PAK'), write)).play;

  it('is listed for those of its side, under the label of its class, and for nobody of the other', () => {
    const play = written();
    for (const reader of READERS) {
      const reads = streamFor(reader) === 'pak' || streamFor(reader) === 'all';
      expect([reader.role, read(reader, play)]).toEqual([
        reader.role,
        reads ? [[id, 'hold the bus', 'TLP:AMBER']] : [],
      ]);
    }
  });

  it('whose label is raised is listed no more for those who may not read it, and under the new label for others', () => {
    const play = written();
    play.do(as(authority, changeLabel(of, id, RED)));
    expect(read(observer, play)).toEqual([]);
    expect(read(operator, play)).toEqual([[id, 'hold the bus', 'TLP:RED']]);
    expect(listed(releasing, play)[0]?.labelChanges).toMatchObject([
      { from: { tlp: 'TLP:AMBER' }, to: { tlp: 'TLP:RED' }, seenBy: ['desk:PAK'] },
    ]);
  });

  it('that is disclosed is listed once, as it was written, for those who could read it before and for those who can now', () => {
    const play = written();
    play.do(as(authority, changeLabel(of, id, RED)));
    play.do(as(authority, changeLabel(of, id, { tlp: 'TLP:GREEN' })));
    for (const reader of [observer, operator, releasing, account('controller')]) {
      expect([reader.role, read(reader, play)]).toEqual([reader.role, [[id, 'hold the bus', 'TLP:GREEN']]]);
    }
    expect(listed(observer, play)[0]).toMatchObject({ at: 0, disclosedAt: 0, actor: { role: 'operator' } });
    expect(listed(operator, play)[0]?.disclosedAt).toBeUndefined();
    expect(read(chinese, play)).toEqual([]);
  });

  it('that was restricted from the start is listed from its disclosure on', () => {
    const label = { tlp: 'TLP:AMBER+STRICT' } as const;
    const restricted =
      of === 'note' ? note('PAK-0001', 'hold the bus', true, label) : recordDecision('PAK-0001', true, label);
    const { play } = given(exercise(), alert({ class: 'PAK' }), as(operatorOf('PAK'), restricted));
    const police = account('liaison', 'PAK', { units: ['police'] });
    expect(read(police, play)).toEqual([]);
    play.do(as(authority, changeLabel(of, id)));
    expect(read(police, play)).toEqual([[id, 'hold the bus', 'TLP:AMBER']]);
  });

  it('for the named alone is read by who writes it, about an incident of the side alone, too', () => {
    const label = { tlp: 'TLP:RED' } as const;
    const secret =
      of === 'note' ? note('PAK-0001', 'hold the bus', true, label) : recordDecision('PAK-0001', true, label);
    const strict = alert({ class: 'PAK', label: { tlp: 'TLP:AMBER+STRICT' } });
    const { play } = given(exercise(), strict, as(operatorOf('PAK'), secret));
    const writer = { ...operator, ...operatorOf('PAK') } as Account;
    expect(read(writer, play)).toEqual([[id, 'hold the bus', 'TLP:RED']]);
    expect(read(observer, play)).toEqual([]);
  });

  it('goes and comes back with its incident, and has at least the label of that', () => {
    const play = written();
    play.do(as(authority, changeLabel('alert', 'A1', { ...RED, releasableTo: [] })));
    expect(read(observer, play)).toEqual([]);
    expect(read(releasing, play)).toEqual([[id, 'hold the bus', 'TLP:RED']]);
    play.do(as(authority, changeLabel('alert', 'A1', { tlp: 'TLP:GREEN' })));
    expect(read(observer, play)).toEqual([[id, 'hold the bus', 'TLP:AMBER']]);
  });
});

it('a note that a release carried over is listed for the other side, once, and says whose it was', () => {
  const { play } = given(
    exercise(),
    alert({ class: 'PAK' }),
    as(operatorOf('PAK'), note('PAK-0001', 'the gate is shut', true)),
    proposeRelease('PAK-0001', { notes: ['PAK-0001.PAK.1'] }),
    as(authority, decideRelease('REL-PAK-0001')),
  );
  expect(read(chinese, play)).toEqual([['INC-0001.JOINT.1', 'the gate is shut', 'TLP:GREEN']]);
  expect(listed(chinese, play)[0]).toMatchObject({ incident: 'INC-0001', released: 'PAK' });
  expect(listed(operator, play).map(({ id }) => id)).toEqual(['PAK-0001.PAK.1', 'INC-0001.JOINT.1']);
});

it('what is for those who run the exercise has no label, and is listed for them alone', () => {
  const { play } = given(exercise(), alert(), note('INC-0001', 'for us'), note('INC-0001', 'for all', true));
  expect(read(account('controller'), play)).toEqual([
    ['INC-0001.CONTROL.1', 'for us', undefined],
    ['INC-0001.JOINT.1', 'for all', 'TLP:GREEN'],
  ]);
  expect(read(chinese, play)).toEqual([['INC-0001.JOINT.1', 'for all', 'TLP:GREEN']]);
  expect(read(account('wall'), play)).toEqual([]);
});

it('what evaluators and the desks write is no record, also when it is disclosed', () => {
  const { play } = given(
    exercise(),
    alert({ class: 'PAK' }),
    observe({ label: { class: 'PAK', ...RED, releasableTo: [...RED.releasableTo] } }),
    changeLabel('observation', 'OBS-PAK-0001'),
  );
  for (const reader of READERS) expect([reader.role, listed(reader, play)]).toEqual([reader.role, []]);
});
