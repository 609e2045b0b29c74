/**
 * An export for one side: the file that may leave the system with what this side knows, and nothing else. Here is said who may take
 * one, and what of the side's own it holds. A file has no role: whoever holds it reads all of it.
 */
import { streamOf, type Viewer } from './release.js';
import { defaultTlp, type Marking, type Reader, TLP_LABELS, type TlpLabel } from './label.js';
import { showsAll } from './shown.js';
import type { ReleaseClass, Side } from '../kernel/side.js';

/** What is asked for. Without a side: the whole exercise for those who run it, and what their own side knows for others. */
export interface WantedExport {
  readonly side?: Side | undefined;
  /** Whether it is to hold what is labelled TLP:RED. */
  readonly includesRed: boolean;
}

/** The side that the export is for; undefined: the whole exercise. */
export function sideOfExport(viewer: Viewer, { side }: WantedExport): Side | undefined {
  return side ?? viewer.side;
}

/** Why the viewer, whose role takes exports, may not take this one; undefined: it may. */
export function whyNoExport(viewer: Viewer, wanted: WantedExport): string | undefined {
  if (!showsAll(streamOf(viewer)) && viewer.side === undefined) return 'Your account is of no side.';
  if (viewer.side !== undefined && sideOfExport(viewer, wanted) !== viewer.side) {
    return `Your account is of ${viewer.side}; it exports what ${viewer.side} knows.`;
  }
  if (wanted.includesRed && viewer.role !== 'releasing-authority') {
    return 'Only the releasing authority of the side may include TLP:RED.';
  }
  return undefined;
}

/** The reader for whom the events of an export are shown. What is labelled AMBER+STRICT is the desk's, and in it. */
export function readerOfExport(side: Side, includesRed: boolean): Reader {
  return { kind: 'file', side, includesRed };
}

/** The TLP label under which an event of this class stands in an export: its own, or that of its class. */
export function tlpOf(releaseClass: ReleaseClass, data: object): TlpLabel {
  return (data as { readonly label?: Marking }).label?.tlp ?? defaultTlp(releaseClass);
}

/** The labels that an export holds, the highest first. The scenario as the side sees it is among its parts, and is of its class. */
export function labelsOfExport(side: Side, ofEvents: Iterable<TlpLabel>): readonly TlpLabel[] {
  const held = new Set([defaultTlp(side), ...ofEvents]);
  return TLP_LABELS.filter((tlp) => held.has(tlp));
}
