import { MISTAKES, withMistake } from './planted.js';
import { differences, explain } from './search.js';
import { TANDEM } from './tandem.js';

const SEED = 20_261_123;
const RUNS = 2000;

describe('the engine and the model of the rules', () => {
  it(`agree on what happens in ${RUNS} random exercises`, () => {
    const [found] = differences(TANDEM, SEED, RUNS);
    expect(found && explain(found, TANDEM)).toBeUndefined();
  });

  it.each(MISTAKES)('differ when $name', async (mistake) => {
    const [found] = await withMistake(mistake, (engine) => [...differences(engine, SEED, RUNS)]);
    expect(found?.kind).toBeDefined();
  });
});
