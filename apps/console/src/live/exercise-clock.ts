/**
 * The exercise clock on the screen. It is computed from the server's time and never counted in ticks: a page that slept for an hour
 * shows the right time with its next frame. It never runs backwards on the screen while the exercise goes on.
 */

export interface ClockReading {
  readonly status: 'planned' | 'running' | 'paused' | 'ended';
  /** Exercise time at `serverTime`, ms. */
  readonly time: number;
  /** Exercise time per wall time. */
  readonly speed: number;
  /** Epoch ms by the server's clock. */
  readonly serverTime: number;
}

/** A measurement of the server's clock: it was sent at `sentAt`, and its answer came at `receivedAt`, both by the local clock. */
export interface Measurement {
  readonly serverTime: number;
  readonly sentAt: number;
  readonly receivedAt: number;
}

/** Beyond this, ms, a difference is no jitter of the network: the exercise was rewound, or another one is shown. */
const REWOUND_MS = 60_000;

export class ExerciseClock {
  private reading: ClockReading | undefined;
  /** Server time minus local time, ms. */
  private offset = 0;
  private shown = Number.NEGATIVE_INFINITY;

  /** @param local the local clock, epoch ms */
  constructor(private readonly local: () => number = Date.now) {}

  /** What the server said of the clock of the exercise. */
  set(reading: ClockReading): void {
    if (this.reading?.status !== reading.status) this.shown = Number.NEGATIVE_INFINITY;
    this.reading = reading;
  }

  /** Takes the server's time to be in the middle of the way there and back. */
  measured({ serverTime, sentAt, receivedAt }: Measurement): void {
    this.offset = serverTime - (sentAt + receivedAt) / 2;
  }

  get status(): ClockReading['status'] {
    return this.reading?.status ?? 'planned';
  }

  get speed(): number {
    return this.reading?.speed ?? 1;
  }

  /** Epoch ms by the server's clock. */
  serverNow(): number {
    return this.local() + this.offset;
  }

  /** Exercise time now, ms. */
  now(): number {
    if (this.reading === undefined) return 0;
    const { status, time, speed, serverTime } = this.reading;
    const exact = status === 'running' ? time + Math.max(0, this.serverNow() - serverTime) * speed : time;
    const isJitter = status === 'running' && exact < this.shown && this.shown - exact < REWOUND_MS * speed;
    const steady = isJitter ? this.shown : exact;
    this.shown = steady;
    return steady;
  }
}
