/**
 * Reads an export for one side line by line, and checks it by itself: that every line is there, in its order and unchanged, that it
 * holds what its first line says and nothing that is not the side's, and that it ends where it says.
 */
import { audiencesOf, streamOf } from '#domain/release/release.js';
import { labelsOfExport, readerOfExport, tlpOf } from '#domain/release/side-export.js';
import { isWithheld } from '#domain/release/shown.js';
import type { Side } from '#domain/kernel/side.js';
import type { TlpLabel } from '#domain/release/label.js';
import {
  SIDE_EXPORT_VERSION,
  sideExportLine,
  type SideExportEnd,
  type SideExportEvent,
  type SideExportHead,
  type SideExportLine,
} from '#contracts/recording/side-export-lines.js';
import { HashedSeals } from './seal.js';
import { SealedLines } from './sealed-lines.js';

/** Takes the lines in their order; `end` checks that it is complete. */
export class SideExportReader {
  readonly #seals = new HashedSeals();
  readonly #lines = new SealedLines('export', [SIDE_EXPORT_VERSION], this.#seals);
  #head: SideExportHead | undefined;
  #end: SideExportEnd | undefined;
  #events = 0;
  #withheld = 0;
  #at = 0;
  readonly #held = new Set<TlpLabel>();

  /**
   * @param bytes without the line feed
   * @param isCut whether the file ends amid this line
   * @throws RecordingFault
   */
  line(bytes: Buffer, isCut = false): SideExportLine {
    const before = this.#seals.hash;
    const json = this.#lines.take(bytes, isCut, this.#end !== undefined);
    const line = this.#lines.parse(json, sideExportLine) as unknown as SideExportLine;
    if ((line.kind === 'side-export') !== (this.#lines.number === 1)) {
      throw this.#invalid('is out of place: only the first line says what the file is');
    }
    if (line.kind === 'side-export') this.#open(line);
    else if (line.kind === 'event') this.#event(line, this.#head as SideExportHead);
    else this.#close(line, this.#head as SideExportHead, before);
    return line;
  }

  /** What the first line says, and the last. @throws RecordingFault when the last line is missing */
  end(): { readonly head: SideExportHead; readonly end: SideExportEnd } {
    if (this.#head && this.#end) return { head: this.#head, end: this.#end };
    throw this.#lines.unfinished();
  }

  #open(head: SideExportHead): void {
    const { side, label, labels, includesRed } = head;
    const ordered = labelsOfExport(side, labels);
    if (label.class !== side || labels.join() !== ordered.join() || label.tlp !== labels[0]) {
      throw this.#invalid(
        `says that its highest label is ${label.class} ${label.tlp}, and that its labels are ${labels.join(', ')}`,
      );
    }
    if (labels.includes('TLP:RED') && !includesRed) throw this.#invalid('names TLP:RED, which it says is withheld');
    this.#head = head;
  }

  #event({ seq, at, type, data, audience }: SideExportEvent, { side, labels, includesRed }: SideExportHead): void {
    if (seq !== ++this.#events) throw this.#invalid(`holds event ${seq}; ${this.#events} is expected`);
    if (at < this.#at) throw this.#invalid(`goes back in time, from ${this.#at} ms to ${at} ms`);
    this.#at = at;
    if (!knowsOf(side, audience)) throw this.#invalid(`holds an event for ${audience}, of which ${side} may not know`);
    if (type === 'Withheld') {
      this.#withheld++;
      return;
    }
    const tlp = tlpOf(audience, data);
    if (isWithheld(readerOfExport(side, includesRed), data) || !labels.includes(tlp)) {
      throw this.#invalid(`holds an event under ${tlp}; the labels that the first line names are ${labels.join(', ')}`);
    }
    this.#held.add(tlp);
  }

  #close(end: SideExportEnd, { events, withheld, labels, side }: SideExportHead, before: string): void {
    if (end.hash !== before) throw this.#invalid(`states the hash ${end.hash}; that of the lines before is ${before}`);
    if (end.events !== this.#events || events !== this.#events || withheld !== this.#withheld) {
      throw this.#invalid(
        `counts ${end.events} events, and the first line ${events} with ${withheld} withheld; there are ${this.#events} with ` +
          `${this.#withheld} withheld`,
      );
    }
    const held = labelsOfExport(side, this.#held);
    if (held.join() !== labels.join()) {
      throw this.#invalid(
        `ends a file that holds ${held.join(', ')}; the labels that the first line names are ${labels.join(', ')}`,
      );
    }
    this.#end = end;
  }

  #invalid(what: string) {
    return this.#lines.fault('RECORDING_INVALID', what);
  }
}

function knowsOf(side: Side, audience: SideExportEvent['audience']): boolean {
  return audiencesOf(streamOf({ role: 'observer', side })).includes(audience);
}
