/** Commands with which a reader verifies the log of a report; they can be pasted into a shell. */
import type { AfterActionReport } from '#domain/evaluation/report.js';

/**
 * One command where the log is kept: it fails when the log has another head hash. A run of a scenario is kept nowhere, so
 * the first of two runs it again and keeps its log.
 */
export function verifyCommands({ source, scenario, seed, log }: AfterActionReport): readonly string[] {
  const { headHash } = log;
  switch (source.kind) {
    case 'exercise':
      return [command('verify', source.exercise, '--hash', headHash)];
    case 'log':
    case 'recording':
      return [command('verify', fileWord(source.file), '--hash', headHash)];
    case 'scenario': {
      const kept = `${scenario.id}.ndjson`;
      return [
        command('replay', '--quiet', fileWord(source.file), '--seed', seed, '--out', kept),
        command('verify', kept, '--hash', headHash),
      ];
    }
    default:
      return source satisfies never;
  }
}

function command(...words: readonly string[]): string {
  return ['tandem', ...words.map(shellWord)].join(' ');
}

/** What begins like an option is a file all the same. */
function fileWord(file: string): string {
  return file.startsWith('-') ? `./${file}` : file;
}

/** As it is where a shell takes it so, else in quotes; a control character would end the line that it stands in. */
function shellWord(text: string): string {
  if (/^[\w./:@%+,=-]+$/.test(text)) return text;
  return `'${text.replace(/\p{Cc}/gu, '?').replaceAll("'", String.raw`'\''`)}'`;
}
