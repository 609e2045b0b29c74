/** Something that this server does not offer, or that could not be read. */
import { useTranslation } from '../language/use-translation.js';
import { useProblemText } from '../parts/problem.js';
import { ApiError } from '../session/api.js';

export function NotServed({ error, what }: { readonly error: unknown; readonly what: string }) {
  const { t } = useTranslation('control');
  const text = useProblemText();
  const isMissing = error instanceof ApiError && error.status === 404;
  return (
    <p className="mute" role="status" style={{ margin: 0, padding: '10px 12px' }}>
      {isMissing ? t('notServed', { what }) : text(error)}
    </p>
  );
}
