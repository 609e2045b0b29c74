/** Tear lines: all that the other side gets of a thing that one side keeps to itself. Counted for the side that gets them. */
import type { Side } from '#domain/kernel/side.js';
import type { TearLineTlp } from '#domain/release/label.js';
import { record, type World } from './world.js';

interface Sharing {
  readonly from: Side;
  readonly kind: 'alert' | 'message' | 'note' | 'incident';
  readonly tlp: TearLineTlp | undefined;
  readonly replaces?: string | undefined;
}

export const otherThan = (side: Side): Side => (side === 'PAK' ? 'CHN' : 'PAK');

/** @returns its id */
export function shareTearLine(world: World, { from, kind, tlp = 'TLP:AMBER', replaces }: Sharing): string {
  const to = otherThan(from);
  const id = `TL-${to}-${String(world.tearLines.filter((one) => one.to === to).length + 1).padStart(4, '0')}`;
  world.tearLines.push({ id, to });
  const instead = replaces === undefined ? '' : `, in the place of ${replaces}`;
  record(world, `${id} of ${kind} reaches ${to} from ${from}, ${tlp}${instead}`);
  return id;
}
