/** Sends the answers of a remote unit to the API until each has an outcome, however long the API is away. */
import { CAP_MEDIA_TYPE } from '#contracts/http/alerts.js';
import { signedHeaders, signRequest } from '#infra/remote/webhook-signature.js';
import { reasonOf } from '../failure.js';

export interface SenderSettings {
  /** Of the API, without a slash at its end. */
  readonly url: string;
  readonly exercise: string;
  readonly unit: string;
  readonly key: Buffer;
  /** An attempt failed; it is tried again. */
  readonly retrying: (reason: string, waitMs: number) => void;
}

const TIMEOUT_MS = 15_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/** Refusals that another try may not meet. */
const PASSING = new Set(['REQUEST_REPLAYED', 'SIGNATURE_EXPIRED', 'TOO_MANY_WAITING', 'RATE_LIMITED']);

export class AnswerSender {
  private readonly address: string;
  private readonly stopped = new AbortController();

  constructor(private readonly settings: SenderSettings) {
    const { url, exercise, unit } = settings;
    this.address = `${url}/v1/exercises/${encodeURIComponent(exercise)}/units/${encodeURIComponent(unit)}/answers`;
  }

  /**
   * @param id the same whenever the same message is sent
   * @returns `applied`, or the code of the refusal; undefined when it was stopped before
   */
  async send(id: string, message: string): Promise<string | undefined> {
    const body = Buffer.from(message);
    const { signal } = this.stopped;
    for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
      const result = await this.attempt(id, body);
      if ('outcome' in result) return result.outcome;
      if (signal.aborted) return undefined;
      this.settings.retrying(result.again, wait);
      await pause(wait, signal);
    }
    return undefined;
  }

  /** What waits is given up; the journal has it. */
  stop(): void {
    this.stopped.abort();
  }

  private async attempt(id: string, body: Buffer): Promise<{ outcome: string } | { again: string }> {
    try {
      const response = await fetch(this.address, {
        method: 'POST',
        headers: {
          'content-type': CAP_MEDIA_TYPE,
          ...signedHeaders(signRequest(this.settings.key, id, body, Date.now())),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), this.stopped.signal]),
      });
      const answer = (await response.json()) as { status?: unknown; code?: unknown; detail?: unknown };
      if (response.status === 200) return { outcome: 'applied' };
      if (response.status === 202) return { again: 'it is stored, and not applied yet' };
      const code = typeof answer.code === 'string' ? answer.code : `HTTP ${response.status}`;
      if (response.status >= 500 || PASSING.has(code)) return { again: code };
      return { outcome: code };
    } catch (error) {
      return { again: reasonOf(error) };
    }
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
