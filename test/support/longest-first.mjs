/**
 * The order in which suites begin. Jest knows how long each took the last time, but on a fresh machine goes by the size of its
 * file. Those below wait for clocks and processes: what begins last of them would be waited for alone.
 */
import { relative, sep } from 'node:path';
import Sequencer from '@jest/test-sequencer';

const LONGEST = [
  'test/replay/live.spec.ts',
  'test/integration/direction.spec.ts',
  'test/cli/commands.spec.ts',
  'test/cli/direction.spec.ts',
  'test/cli/start.spec.ts',
  'test/tutorial/tutorial.spec.ts',
  'test/console/tutorial-two-sides.spec.ts',
  'test/deploy/nothing-answers.spec.ts',
  'test/cli/simulate.spec.ts',
  'test/invariants/check-exercise.spec.ts',
  'test/integration/backends.spec.ts',
];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path, context }) => {
      const found = LONGEST.indexOf(relative(context.config.rootDir, path).split(sep).join('/'));
      return found < 0 ? LONGEST.length : found;
    };
    return super.sort(tests).toSorted((a, b) => place(a) - place(b));
  }
}
