import { given } from '#domain/testing/given.js';
import { reportOf } from '#domain/testing/report-of.js';
import { answers, ask, chain, MINUTE, pak, smallExercise, step } from '#domain/testing/small-exercise.js';
import type { LogSource } from '#domain/evaluation/report.js';
import { verifyCommands } from './verify-commands.js';

const HEAD = 'ab'.repeat(32);

function commandsFor(source: LogSource): readonly string[] {
  const { play } = given(
    smallExercise({ units: [pak('police', answers(MINUTE))], chain: chain([step('any', [ask('police')])]) }),
  ).when();
  return verifyCommands(reportOf(play, { source, headHash: HEAD }));
}

describe('a reader can verify', () => {
  it('the log of a live exercise where it is stored', () => {
    expect(commandsFor({ kind: 'exercise', exercise: 'EX-1' })).toEqual([`tandem verify EX-1 --hash ${HEAD}`]);
  });

  it('a file, as it was named; what a shell would take apart is put in quotes', () => {
    expect(commandsFor({ kind: 'log', file: 'logs/b.ndjson' })).toEqual([`tandem verify logs/b.ndjson --hash ${HEAD}`]);
    expect(commandsFor({ kind: 'recording', file: "Anna's run; 2.ndjson" })).toEqual([
      String.raw`tandem verify 'Anna'\''s run; 2.ndjson' --hash ${HEAD}`,
    ]);
    expect(commandsFor({ kind: 'log', file: '-b.ndjson' })).toEqual([`tandem verify ./-b.ndjson --hash ${HEAD}`]);
  });

  it('a run in virtual time by running it again with its seed, and keeping its log', () => {
    const [again, check] = commandsFor({ kind: 'scenario', file: 'scenarios/x.yaml' });
    expect(again).toMatch(/^tandem replay --quiet scenarios\/x\.yaml --seed \S+ --out (\S+)\.ndjson$/);
    expect(check).toBe(`tandem verify ${/--out (\S+)/.exec(again ?? '')?.[1]} --hash ${HEAD}`);
  });
});
