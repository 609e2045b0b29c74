/** A tear line of what both sides read as it is: refused wherever a label is stated. */
import { alert, as, note, operatorOf, recordDecision, send } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { exercise } from '../testing/readers.js';

const tearLine = { en: 'A threat' };

it.each([
  ['a message', send({ to: ['desk:CHN'], label: { class: 'JOINT', tearLine } })],
  ['an alert', alert({ id: 'A2', class: 'JOINT', label: { tearLine } })],
  ['a note', note('INC-0001', 'n', true, { tearLine })],
  ['a decision', recordDecision('INC-0001', true, { tearLine })],
])('a tear line of %s that is JOINT contradicts its label', (_what, deed) => {
  const by = deed.command?.type === 'SubmitAlert' ? deed : as(operatorOf('PAK'), deed);
  const { play } = given(exercise(), alert(), by);
  expect(play.log.at(-1)).toMatchObject({ type: 'CommandRefused', data: { code: 'LABEL_CONTRADICTION' } });
  expect(play.log.filter(({ type }) => type === 'TearLineShared')).toEqual([]);
});
