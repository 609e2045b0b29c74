/** Whether an export for one side is complete, unchanged and in order, and what it says it is: without a server. */
import type { SideExportHead } from '#contracts/recording/side-export-lines.js';
import { SideExportReader } from '#log/read-side-export.js';
import { RecordingFault } from '#log/sealed-lines.js';
import { unusable } from '../failure.js';
import { fileLines } from '../files/file-lines.js';
import { nameOf } from '../files/input-file.js';
import type { Verified } from './verify-log.js';

/** The scenario stands in the first line. */
const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** @throws Failure when it cannot be read, or is of another version */
export function verifySideExport(file: string): Verified {
  const reader = new SideExportReader();
  let events = 0;
  try {
    for (const { bytes, isCut } of fileLines(file, MAX_LINE_BYTES)) {
      if (reader.line(bytes, isCut).kind === 'event') events++;
    }
    const { head, end } = reader.end();
    return { events, hash: end.hash, about: aboutText(head) };
  } catch (error) {
    if (!(error instanceof RecordingFault)) throw error;
    if (error.code === 'RECORDING_VERSION') throw unusable(`${nameOf(file)}: ${error.message} (${error.code})`);
    return { events, hash: '', fault: `${error.message} (${error.code})` };
  }
}

/** What an export says it is, in one line. */
function aboutText({ exercise, side, label, withheld, includesRed, status, made, madeBy }: SideExportHead): string {
  const red = includesRed ? 'TLP:RED included' : `without TLP:RED (${withheld} events withheld)`;
  return `EXERCISE ${exercise} (${status}) as ${side} sees it · highest label ${label.class} ${label.tlp} · ${red} · made ${made} by ${madeBy}`;
}
