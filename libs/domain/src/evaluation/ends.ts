/** Counting how notifications end. */
import type { NotificationEnds } from './figures.js';

export type EndCounts = { -readonly [K in Exclude<keyof NotificationEnds, 'open'>]: number };

export function noEnds(): EndCounts {
  return { asked: 0, acknowledged: 0, declined: 0, expired: 0, withdrawn: 0, undeliverable: 0, late: 0, unreached: 0 };
}

/** The sum. What was asked and has not ended is open. */
export function countEnds(counts: readonly EndCounts[]): NotificationEnds {
  const sum = noEnds();
  for (const one of counts) {
    for (const end of Object.keys(sum) as (keyof EndCounts)[]) sum[end] += one[end];
  }
  const { asked, acknowledged, declined, expired, withdrawn, undeliverable } = sum;
  return { ...sum, open: asked - acknowledged - declined - expired - withdrawn - undeliverable };
}
