/** A refusal or a failure in words: what is wrong and what would be possible, from the catalogue by its code, else the server's own. */
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../session/api.js';

/** The words for an error in the language of the page. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation('problems');
  return (error) => {
    if (!(error instanceof ApiError)) return t('frame:unreachable');
    return i18n.exists(`problems:${error.code}`) ? t(error.code) : error.message;
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
