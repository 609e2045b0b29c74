/** What the settings of the identity provider need of one another. */
import type { SettingProblem } from './secret-files.js';

/** Those without a default that mean nothing without an issuer. */
const PARTS = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_REDIRECT_URI', 'OIDC_GROUPS', 'OIDC_LABEL'] as const;
/** Secret, long, or from a file. */
const NOT_SHOWN: ReadonlySet<string> = new Set(['OIDC_CLIENT_SECRET', 'OIDC_GROUPS']);

/** Half a configuration stops the start: a mistyped name must not leave a door open or shut. */
export function oidcProblems(given: Readonly<Record<string, string | undefined>>): SettingProblem[] {
  const shown = (setting: string): string => (NOT_SHOWN.has(setting) ? '…' : (given[setting] ?? ''));
  if (given['OIDC_ISSUER'] !== undefined) {
    return (['OIDC_CLIENT_ID', 'OIDC_GROUPS'] as const)
      .filter((setting) => given[setting] === undefined)
      .map((setting) => ({ setting, value: '', expected: 'expected a value, for OIDC_ISSUER is set' }));
  }
  const problems: SettingProblem[] = PARTS.filter((setting) => given[setting] !== undefined).map((setting) => ({
    setting,
    value: shown(setting),
    expected: 'expected OIDC_ISSUER beside it',
  }));
  if (given['PASSWORD_SIGN_IN'] === 'false') {
    const expected = 'expected OIDC_ISSUER beside it: otherwise nobody could sign in again';
    problems.push({ setting: 'PASSWORD_SIGN_IN', value: 'false', expected });
  }
  return problems;
}
