import { jest } from '@jest/globals';
import { ProgressBar } from './progress-bar.js';

function bar(isTTY: boolean) {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string | Uint8Array) => written.push(String(text)) > 0 };
  return { written, bar: new ProgressBar(stream) };
}

describe('a progress bar', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('shows how far it is after a moment, and clears its line', () => {
    const { written, bar: progress } = bar(true);
    progress.show(0.1, 'T+00:01:00');
    jest.advanceTimersByTime(100);
    progress.show(0.5, 'T+00:05:00');
    progress.clear();
    expect(written).toEqual([`\r\u001b[K${'█'.repeat(15)}${'░'.repeat(15)} T+00:05:00`, '\r\u001b[K']);
  });

  it('writes nothing where there is no terminal, nor when all was done at once', () => {
    const file = bar(false);
    jest.advanceTimersByTime(100);
    file.bar.show(0.5, 'T+00:05:00');
    file.bar.clear();
    const quick = bar(true);
    quick.bar.show(1, 'T+00:05:00');
    quick.bar.clear();
    expect([...file.written, ...quick.written]).toEqual([]);
  });
});
