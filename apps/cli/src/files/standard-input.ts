/** The standard input, which files named `-` stand for. */
import { readSync } from 'node:fs';

const CHUNK_BYTES = 64 * 1024;
const WAIT_MS = 5;

let content: Buffer | undefined;

/** All of it. It is read once, and the same afterwards. @throws the system's error when it cannot be read */
export function standardInput(): Buffer {
  content ??= readAll();
  return content;
}

function readAll(): Buffer {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    const length = readChunk(chunk);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, length));
  }
}

function readChunk(chunk: Buffer): number {
  for (;;) {
    try {
      return readSync(process.stdin.fd, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      // The writer has not written anything yet.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS);
    }
  }
}
