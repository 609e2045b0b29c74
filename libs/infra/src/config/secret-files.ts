/** Secrets that come as files (`*_FILE`), as container engines mount them: they stand in no environment and no command line. */
import { readFileSync } from 'node:fs';
import { errorCode } from '../database/database-error.js';

/** One setting that cannot be used. */
export interface SettingProblem {
  readonly setting: string;
  /** As given; passwords in addresses are hidden. */
  readonly value: string;
  /** What would be right. */
  readonly expected: string;
}

/**
 * Puts the address of a store together: `…_URL`, or the text of the file `…_URL_FILE`; with the password of the file
 * `…_PASSWORD_FILE`, if one is named. `given` is changed.
 * @returns what is wrong; no problem bears the content of a file
 */
export function readSecrets(given: Record<string, string | undefined>, store: 'DATABASE' | 'REDIS'): SettingProblem[] {
  const [url, urlFile, passwordFile] = [`${store}_URL`, `${store}_URL_FILE`, `${store}_PASSWORD_FILE`];
  const problems: SettingProblem[] = [];
  const wrong = (setting: string, expected: string): void => {
    problems.push({ setting, value: given[setting] ?? '', expected });
  };
  const contentOf = (setting: string): string | undefined => textOfFile(given, setting, wrong);
  if (given[url] !== undefined && given[urlFile] !== undefined) wrong(urlFile, `expected either it or ${url}`);
  const address = contentOf(urlFile) ?? given[url];
  const password = contentOf(passwordFile);
  given[url] = address;
  if (password === undefined || problems.length > 0) return problems;
  if (address === undefined || !URL.canParse(address)) {
    // What is wrong with an address is said where all settings are checked.
    if (address === undefined) wrong(passwordFile, `expected ${url}, which the password belongs to`);
    return problems;
  }
  const whole = new URL(address);
  if (whole.password !== '') wrong(passwordFile, `expected ${url} without a password`);
  whole.password = encodeURIComponent(password);
  given[url] = whole.href;
  return problems;
}

/**
 * Gives a setting the text of the file `NAME_FILE`, if one is named. `given` is changed.
 * @returns what is wrong; no problem bears the content of the file
 */
export function readFileOf(given: Record<string, string | undefined>, name: string): SettingProblem[] {
  const problems: SettingProblem[] = [];
  const file = `${name}_FILE`;
  const wrong = (setting: string, expected: string): void => {
    problems.push({ setting, value: given[setting] ?? '', expected });
  };
  if (given[file] === undefined) return problems;
  if (given[name] !== undefined) wrong(file, `expected either it or ${name}`);
  else given[name] = textOfFile(given, file, wrong);
  return problems;
}

function textOfFile(
  given: Record<string, string | undefined>,
  setting: string,
  wrong: (setting: string, expected: string) => void,
): string | undefined {
  const path = given[setting];
  if (path === undefined) return undefined;
  try {
    const content = readFileSync(path, 'utf8').replace(/\r?\n$/, '');
    if (content !== '') return content;
    wrong(setting, 'expected a file that is not empty');
  } catch (error) {
    wrong(setting, `expected a file that can be read (${errorCode(error) ?? 'it cannot'})`);
  }
  return undefined;
}
