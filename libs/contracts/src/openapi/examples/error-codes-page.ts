/** The reference page of error codes, made from the table of codes. */
import { API_CODES, PROBLEM_CODES, type ProblemCode } from '../../http/problem-codes.js';
import { INPUT_CODES } from '../../problem.js';

const INTRODUCTION = `# Error codes

Made from the code by \`tandem docs\`; do not edit.

An error is a JSON document of type \`application/problem+json\` (RFC 9457). \`code\` is stable: programs may rely on it. \`detail\` is text
for people and may change. \`errors\` lists each fault of an input with \`code\`, \`path\` and \`message\`. In \`warnings\` of an answer that
succeeded, the same codes are warnings. [Troubleshooting](../troubleshooting.md) says what to do.
`;

/** The page, as Markdown: codes of the API, of the rules and of inputs. */
export function errorCodesPage(): string {
  const codes = Object.keys(PROBLEM_CODES) as ProblemCode[];
  const ofApi = codes.filter((code) => Object.hasOwn(API_CODES, code));
  const ofInput = codes.filter((code) => Object.hasOwn(INPUT_CODES, code));
  const ofRules = codes.filter((code) => !ofApi.includes(code) && !ofInput.includes(code));
  return [
    INTRODUCTION,
    section('Requests', ofApi),
    section('The rules of the exercise', ofRules),
    section('Inputs', ofInput),
  ].join('\n');
}

function section(title: string, codes: readonly ProblemCode[]): string {
  const rows = codes.map((code) => {
    const { status, title: meaning } = PROBLEM_CODES[code];
    return `| \`${code}\` | ${status} | ${meaning.replaceAll('<', '\\<')} |`;
  });
  return `## ${title}\n\n| code | HTTP status | meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
