/**
 * `npm run fuzz:rules -- --runs 100000 [--seed 0] [--all]`: compares engine and model in many random exercises, and prints the first
 * difference in an exercise made as small as possible. With `--all` it goes on, and prints one of each kind of difference.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import { differences, explain, type Found } from './search.js';
import { TANDEM } from './tandem.js';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '0' },
    all: { type: 'boolean', default: false },
  },
});
const [runs, seed] = [Number(values.runs), Number(values.seed)];
if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed) || seed < 0) {
  throw new Error(`--runs is ${values.runs} and --seed ${values.seed}; they must be whole numbers, --runs at least 1`);
}

const began = performance.now();
const kinds = new Map<string, Found[]>();
for (const found of differences(TANDEM, seed, runs)) {
  kinds.set(found.kind, [...(kinds.get(found.kind) ?? []), found]);
  if (!values.all) break;
}

const MAX_KINDS = 20;
const commonest = [...kinds.values()].sort((a, b) => b.length - a.length);
for (const alike of commonest.slice(0, MAX_KINDS)) {
  const [first] = alike;
  if (!first) continue;
  console.log(`${alike.length} × ${first.kind}\n\n${explain(first, TANDEM)}\n`);
}
for (const alike of commonest.slice(MAX_KINDS))
  console.log(`${alike.length} × ${alike[0]?.kind} (exercise ${alike[0]?.number})`);
const seconds = ((performance.now() - began) / 1000).toFixed(1);
if (kinds.size === 0) console.log(`Engine and model agree in ${runs} exercises from ${seed} on (${seconds} s).`);
else process.exitCode = 1;
