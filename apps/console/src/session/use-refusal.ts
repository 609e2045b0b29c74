/** Refusals at the door in words: what is wrong, and what would be possible. */
import { useTranslation } from '../language/use-translation.js';
import { useProblemText } from '../parts/problem.js';
import { ApiError } from './api.js';

const KNOWN = new Set([
  'SIGN_IN_FAILED',
  'LINK_INVALID',
  'INVITATION_INVALID',
  'NAME_TAKEN',
  'NO_PASSWORD',
  'PASSWORD_SIGN_IN_OFF',
  'TOO_MANY_CALCULATIONS',
]);
const THROTTLED = new Set(['TOO_MANY_TRIES', 'TOO_MANY_WRONG_TOKENS', 'RATE_LIMITED']);

export function useRefusal(): (error: unknown) => string {
  const { t } = useTranslation('session');
  const problemText = useProblemText();
  return (error) => {
    if (!(error instanceof ApiError)) return problemText(error);
    const { code, retryAfter, problem } = error;
    if (THROTTLED.has(code)) return t('refused.throttled', { seconds: retryAfter ?? 60 });
    if (code === 'UNAUTHENTICATED')
      return t(/expired at/.test(error.message) ? 'refused.tokenExpired' : 'refused.tokenUnknown');
    if (KNOWN.has(code)) return t(`refused.${code}`);
    const path = problem.errors?.[0]?.path;
    if (path === 'name' || path === 'password') return t(`refused.${path}`);
    return problemText(error);
  };
}
