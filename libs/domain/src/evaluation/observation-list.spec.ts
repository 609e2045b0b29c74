/** Observations as they are listed: each reader gets what they may read now, once, under the label that it carries. */
import { changeLabel, observe } from '../testing/deeds.js';
import { given, type Play } from '../testing/given.js';
import { account, exercise, READERS, seenBy, streamFor, type Account } from '../testing/readers.js';
import { observationsIn } from './observation-list.js';

const ID = 'OBS-PAK-0001';
const RED = { tlp: 'TLP:RED', releasableTo: ['role:operator'] } as const;
const observer = account('observer', 'PAK');
const operator = account('operator', 'PAK');

const listed = (reader: Account, { log }: Play) =>
  observationsIn(seenBy(reader, log) as unknown as Parameters<typeof observationsIn>[0]);
const labels = (reader: Account, play: Play) =>
  listed(reader, play).map(({ data }) => (data as { label?: { tlp: string } }).label?.tlp);
const released = () => given(exercise(), observe({ label: { class: 'PAK' } })).play;

it('one that is released is listed for its side and for those who run the exercise', () => {
  const play = released();
  for (const reader of READERS) {
    const reads = streamFor(reader) === 'pak' || streamFor(reader) === 'all';
    expect([reader.role, labels(reader, play)]).toEqual([reader.role, reads ? ['TLP:AMBER'] : []]);
  }
});

it('one whose label is raised is listed no more for those who may not read it, and under the new label for others', () => {
  const play = released();
  play.do(changeLabel('observation', ID, { ...RED, reviewAt: '2027-01-01T00:00:00+05:00' }));
  expect(labels(observer, play)).toEqual([]);
  expect(labels(operator, play)).toEqual(['TLP:RED']);
  expect(listed(account('controller'), play)[0]?.data).toMatchObject({ reviewAt: '2027-01-01T00:00:00+05:00' });
});

it('one that is disclosed is listed once, as it was made, under the lower label', () => {
  const play = released();
  play.do(changeLabel('observation', ID, RED));
  play.do(changeLabel('observation', ID, { tlp: 'TLP:GREEN' }));
  for (const reader of [observer, operator, account('controller')]) {
    expect([reader.role, labels(reader, play)]).toEqual([reader.role, ['TLP:GREEN']]);
  }
  expect(listed(observer, play)[0]).toMatchObject({ type: 'ObservationRecorded', data: { text: 'quick and calm' } });
});

it('one for those who run the exercise has no label', () => {
  const { play } = given(exercise(), observe());
  expect(listed(account('controller'), play)[0]?.data).not.toHaveProperty('label');
  expect(labels(operator, play)).toEqual([]);
});
