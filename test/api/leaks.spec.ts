import { leaksTo, markOf, SEED_MARK } from './leaks.js';

const chn = { role: 'operator', side: 'CHN' } as const;

it.each([
  ['an id of the other side', '{"id":"PAK-0001"}', ['PAK-0001']],
  ['a text of the other side', `{"headline":"${markOf('PAK')}"}`, [markOf('PAK')]],
  ['the seed', `{"data":{"seed":"${SEED_MARK}"}}`, [SEED_MARK]],
  ['who answers for a unit', '{"id":"spu","mode":"played"}', ['"mode":']],
  ['a step of the clock', '{"type":"ExerciseStepped"}', ['ExerciseStepped']],
  ['what counts steps', '{"generation":3}', ['"generation"']],
  ['a timer of the simulation', '{"cause":{"timer":"answer:INC-0001.N1"}}', ['"answer:']],
])('%s is a leak to a side, and none to a controller', (_, answer, leaks) => {
  expect(leaksTo(chn, '/v1/exercises', answer)).toEqual(leaks);
  expect(leaksTo({ role: 'controller' }, '/v1/exercises', answer)).toEqual([]);
});

it('what the question named itself may be named in the answer', () => {
  expect(leaksTo(chn, '/incidents/PAK-0001', 'There is no incident "PAK-0001".')).toEqual([]);
});

it('what belongs to the reader is no leak', () => {
  expect(leaksTo(chn, '', `CHN-0001 ${markOf('CHN')} ${markOf('JOINT')} INC-0001`)).toEqual([]);
});
