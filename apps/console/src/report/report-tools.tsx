/** The report as a file, and on paper. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Language } from '#contracts/language/languages.js';
import { useTranslation } from '../language/use-translation.js';
import { useProblemText } from '../parts/problem.js';
import { api, dataOf } from '../session/api.js';
import styles from './report.module.css';

type Format = 'html' | 'md';

export function ReportTools({ exercise }: { readonly exercise: string }) {
  const { t, i18n } = useTranslation('report');
  const problemText = useProblemText();
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: (format: Format) => download(exercise, format, i18n.language as Language),
  });
  return (
    <div className={styles['tools']}>
      {(['html', 'md'] as const).map((format) => (
        <Button key={format} loading={isPending && variables === format} onClick={() => mutate(format)}>
          {t(`download.${format}`)}
        </Button>
      ))}
      <Button onClick={() => window.print()}>{t('print')}</Button>
      {error !== null && (
        <p className={styles['refused']} role="alert">
          {problemText(error)}
        </p>
      )}
    </div>
  );
}

/** Asked for with the session or the token, which a plain link would not send. */
async function download(exercise: string, format: Format, lang: Language): Promise<void> {
  const params = { path: { exercise }, query: { format, lang } };
  const answer = api.GET('/v1/exercises/{exercise}/report', { params, parseAs: 'blob' });
  const url = URL.createObjectURL(await dataOf(answer));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${exercise}.${format}`;
  link.click();
  URL.revokeObjectURL(url);
}
