/** A refusal or a failure in words: what is wrong and what would be possible, from the catalogue by its code, else the server's own. */
import { Alert } from '@mantine/core';
import { useTranslation } from '../language/use-translation.js';
import { problemText } from '#contracts/language/words.js';
import { useSay } from '../language/say.js';
import { ApiError } from '../session/api.js';

/** The words for an error in the language of the page. */
export function useProblemText(): (error: unknown) => string {
  const { t } = useTranslation('frame');
  const say = useSay();
  return (error) => {
    if (!(error instanceof ApiError)) return t('unreachable');
    // The server's own words name the thing, in English; the catalogue says what kind of refusal it is, in the reader's language.
    return say.language === 'en' ? error.message : (problemText(say, error.code) ?? error.message);
  };
}

interface Props {
  readonly error: unknown;
  /** The place that no longer exists, or that this person may not see. */
  readonly gone?: string | undefined;
}

export function Problem({ error, gone }: Props) {
  const { t } = useTranslation('frame');
  const text = useProblemText();
  return (
    <Alert color="red" variant="outline" m="md" role="alert" title={gone === undefined ? t('failed') : t('notFound')}>
      {text(error)}
    </Alert>
  );
}
