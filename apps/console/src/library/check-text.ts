/**
 * Checks the text of a scenario: its YAML here, where every value has its line and column; what it says on the server, whose findings
 * name values by their paths. Loaded when it is first asked for.
 */
import { parsePath } from '#scenario/check/problem-path.js';
import { readDocument, type YamlDocument } from '#scenario/yaml/read-document.js';
import { api, ApiError, dataOf } from '../session/api.js';
import type { Finding } from './findings.js';

/** @throws ApiError when it was refused for another reason than its faults */
export async function checkText(text: string): Promise<readonly Finding[]> {
  const source = readDocument(text);
  if (source.faults.length > 0) return source.faults;
  return (await findingsOf(source.value)).map((finding) => placed(finding, source));
}

async function findingsOf(scenario: unknown): Promise<readonly Finding[]> {
  try {
    return (await dataOf(api.POST('/v1/lint', { body: { scenario } }))).findings;
  } catch (error) {
    const faults = error instanceof ApiError ? error.problem.errors : undefined;
    if (faults === undefined) throw error;
    return faults;
  }
}

/** The server is given the body `{ scenario }`, and names what is in the scenario without it. */
function placed(finding: Finding, source: YamlDocument): Finding {
  const { line, column } = source.positionOf(parsePath(finding.path ?? ''));
  return { ...finding, line, column };
}
