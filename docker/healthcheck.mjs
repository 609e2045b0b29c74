/** Exit code 0 when the address given answers with success, 1 otherwise. The slim image has neither curl nor wget. */
import process from 'node:process';

const [address] = process.argv.slice(2);
try {
  const answer = await fetch(address, { signal: AbortSignal.timeout(2500) });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
} catch (error) {
  console.error(String(error.cause ?? error));
  process.exitCode = 1;
}
