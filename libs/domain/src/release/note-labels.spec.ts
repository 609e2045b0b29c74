/** Who reads notes and decisions that have a label, and what the other side gets of them. */
import type { Actor } from '../kernel/event.js';
import {
  alert,
  as,
  decideRelease,
  note,
  operatorOf,
  personOf,
  proposeRelease,
  recordDecision,
  type Deed,
} from '../testing/deeds.js';
import { given, type Play } from '../testing/given.js';
import { account, exercise, READERS, seenBy, type Account } from '../testing/readers.js';

const releasing = personOf('PAK', 'releasing-authority');

/** Who reads the notes and decisions. */
function noteReaders(play: Play): string[] {
  const written = (reader: Account) =>
    seenBy(reader, play.log).some(({ type }) => type === 'IncidentNoted' || type === 'DecisionRecorded');
  return READERS.filter(written)
    .map(({ role, side }) => [role, side].join(' ').trim())
    .toSorted();
}

describe.each(['note', 'decision'] as const)('a label on a %s', (kind) => {
  const write = (shared: boolean, label?: Parameters<typeof note>[3], incident = 'INC-0001') =>
    kind === 'note' ? note(incident, 'secret', shared, label) : recordDecision(incident, shared, label);
  const written = (...deeds: Deed[]) => {
    const { play } = given(exercise());
    play.do(alert());
    for (const deed of deeds) play.do(deed);
    return play;
  };
  const side = ['liaison PAK', 'observer PAK', 'operator PAK', 'releasing-authority PAK'];

  it('says who of its side reads it', () => {
    const by = (label: Parameters<typeof note>[3]) => noteReaders(written(as(operatorOf('PAK'), write(false, label))));
    expect(by(undefined)).toEqual(['controller', ...side]);
    expect(by({ tlp: 'TLP:AMBER' })).toEqual(['controller', ...side]);
    expect(by({ tlp: 'TLP:AMBER+STRICT' })).toEqual(['controller', ...side.slice(1)]);
    expect(by({ tlp: 'TLP:RED' })).toEqual(['controller', 'operator PAK', 'releasing-authority PAK']);
    expect(by({ tlp: 'TLP:RED', releasableTo: ['unit:police'] })).toEqual([
      'controller',
      'liaison PAK',
      'operator PAK',
      'releasing-authority PAK',
    ]);
  });

  it('keeps what is noted from those who may not read the incident', () => {
    const { play } = given(exercise());
    play.do(alert({ class: 'PAK', label: { tlp: 'TLP:RED', releasableTo: ['unit:police'] } }));
    play.do(write(true, { tlp: 'TLP:GREEN' }, 'PAK-0001'));
    expect(noteReaders(play)).toEqual(['releasing-authority PAK', 'liaison PAK', 'controller'].toSorted());
  });

  it('keeps it from the wall, which reads the incident', () => {
    const { play } = given(exercise());
    play.do(alert({ label: { tlp: 'TLP:CLEAR' } }));
    play.do(write(true));
    expect(noteReaders(play)).toContain('wall');
    const { play: other } = given(exercise());
    other.do(alert({ label: { tlp: 'TLP:CLEAR' } }));
    other.do(write(true, { tlp: 'TLP:GREEN' }));
    expect(noteReaders(other)).toContain('operator CHN');
    expect(noteReaders(other)).not.toContain('wall');
  });

  it('gives the other side its tear line, and nothing else', () => {
    const label = { tlp: 'TLP:RED', tearLine: { en: 'avoid the road' }, tearLineTlp: 'TLP:GREEN' } as const;
    const play = written(as(operatorOf('PAK'), write(false, label)));
    const seen = seenBy(account('operator', 'CHN'), play.log).filter(({ type }) => type === 'TearLineShared');
    expect(seen.map(({ data }) => data)).toEqual([
      {
        tearLine: 'TL-CHN-0001',
        from: 'PAK',
        kind: 'note',
        text: { en: 'avoid the road' },
        label: { tlp: 'TLP:GREEN' },
      },
    ]);
    expect(JSON.stringify(seenBy(account('operator', 'CHN'), play.log))).not.toMatch(/secret|INC-0001\.PAK/);
    const own = play.log.find(({ data }) => 'tearLine' in data && 'incident' in data);
    expect(own?.data).toMatchObject({ tearLine: 'TL-CHN-0001', label: { tlp: 'TLP:RED' } });
  });

  it('is refused where it contradicts who reads it, or names a unit that there is not', () => {
    const play = written(
      as(operatorOf('PAK'), write(true, { tlp: 'TLP:RED' })),
      as(operatorOf('PAK'), write(true, { tlp: 'TLP:AMBER+STRICT' })),
      as(operatorOf('PAK'), write(true, { tearLine: { en: 'x' } })),
      write(false, { tlp: 'TLP:GREEN' }),
      as(operatorOf('PAK'), write(false, { tlp: 'TLP:RED', releasableTo: ['unit:nobody'] })),
      as(operatorOf('PAK'), write(true, { tlp: 'TLP:AMBER' })),
    );
    const codes = play.log.flatMap(({ type, data }) =>
      type === 'CommandRefused' && 'code' in data ? [data.code] : [],
    );
    expect(codes).toEqual([...Array<string>(4).fill('LABEL_CONTRADICTION'), 'UNKNOWN_RECIPIENT']);
  });
});

describe('a note under TLP:RED', () => {
  it('is proposed for release, and released, by nobody who may not read it', () => {
    const { play } = given(exercise());
    play.do(alert({ class: 'PAK' }));
    play.do(as(releasing, note('PAK-0001', 'the source', false, { tlp: 'TLP:RED' })));
    const propose = proposeRelease('PAK-0001', { notes: ['PAK-0001.PAK.1'] });
    const [hidden] = play.do(as(operatorOf('PAK'), propose));
    const [none] = play.do(as(operatorOf('PAK'), proposeRelease('PAK-0001', { notes: ['PAK-0001.PAK.9'] })));
    expect(hidden?.data).toMatchObject({ code: 'UNKNOWN_NOTE' });
    expect(JSON.stringify(hidden?.data).replace('PAK.1', 'PAK.9')).toBe(JSON.stringify(none?.data));
    expect(play.do(as(releasing, propose))[0]?.type).toBe('ReleaseProposed');
    const decided = play.do(
      as({ ...personOf('PAK', 'releasing-authority'), id: 'another' } as Actor, decideRelease('REL-PAK-0001')),
    );
    expect(decided.map(({ type }) => type)).toContain('ReleaseDecided');
  });
});
