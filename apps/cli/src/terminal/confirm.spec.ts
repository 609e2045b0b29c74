import { PassThrough } from 'node:stream';
import { EXIT, Failure } from '../failure.js';
import { confirm } from './confirm.js';

function terminal(typed: string | undefined, isTTY = true) {
  const stdin = Object.assign(new PassThrough(), { isTTY });
  const stderr = Object.assign(new PassThrough(), { isTTY });
  if (typed === undefined) stdin.end();
  else stdin.write(typed);
  return { stdin, stderr };
}

async function exitCodeOf(work: Promise<void>): Promise<number> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error === undefined) return EXIT.done;
  if (error instanceof Failure) return error.exitCode;
  throw error;
}

it.each([
  ['y\n', EXIT.done],
  ['Yes\n', EXIT.done],
  ['n\n', EXIT.failed],
  ['\n', EXIT.failed],
  ['yesterday\n', EXIT.failed],
  [undefined, EXIT.failed],
])('the answer %j ends with exit code %d', async (typed, code) => {
  const streams = terminal(typed);
  expect(await exitCodeOf(confirm('End the exercise EX-1.', {}, streams))).toBe(code);
  expect(String(streams.stderr.read())).toContain('End the exercise EX-1. This cannot be undone. Continue? [y/N] ');
});

it('needs --yes where there is no terminal', async () => {
  const streams = terminal('y\n', false);
  await expect(confirm('End the exercise EX-1.', {}, streams)).rejects.toMatchObject({
    exitCode: EXIT.unusable,
    message: expect.stringMatching(/^Confirmation is needed: End the exercise EX-1\. .*add --yes/),
  });
  expect(streams.stderr.read()).toBeNull();
  expect(await exitCodeOf(confirm('End the exercise EX-1.', { yes: true }, streams))).toBe(EXIT.done);
});
