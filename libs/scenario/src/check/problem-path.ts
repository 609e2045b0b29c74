/** Parses the paths of problems: `policy.chains.joint.steps[1]`. */
import type { FieldProblem } from '#contracts/problem.js';
import { pathText } from '#contracts/problem.js';
import type { Path } from '../yaml/read-document.js';

const PART = /\.?(?:\[(\d+)\]|("(?:[^"\\]|\\.)*")|([^.[\]"]+))/y;

/** Reverses `pathText`. Keys that contain a dot are quoted. */
export function parsePath(text: string): Path {
  const path: (string | number)[] = [];
  PART.lastIndex = 0;
  for (let match = PART.exec(text); match !== null && match[0] !== ''; match = PART.exec(text)) {
    const [, index, quoted, bare] = match;
    if (index !== undefined) path.push(Number(index));
    else if (quoted !== undefined) path.push(unquoted(quoted));
    else if (bare !== undefined) path.push(bare);
  }
  return path;
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

/** The problem's path and message with the entry's index in its own file instead of its index in the merged list. */
export function localPath(problem: FieldProblem, merged: Path, local: Path): Pick<FieldProblem, 'path' | 'message'> {
  const [there, here] = [pathText(merged.slice(0, 2)), pathText(local.slice(0, 2))];
  if (there === here || !problem.path.startsWith(there)) return { path: problem.path, message: problem.message };
  return {
    path: here + problem.path.slice(there.length),
    message: problem.message.replaceAll(there, here),
  };
}
