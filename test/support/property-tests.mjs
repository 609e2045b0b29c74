/**
 * Property tests draw the same examples each time, so that a change fails for what it changes. Others are drawn with FUZZ_SEED: a number, or
 * `random`, which a failure names.
 */
import fc from 'fast-check';

const { FUZZ_SEED: given = '1' } = process.env;

fc.configureGlobal({ seed: given === 'random' ? Date.now() % 2 ** 31 : Number(given) });
