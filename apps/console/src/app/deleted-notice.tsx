/** Instead of a page whose exercise was deleted while it was open. */
import { Alert, Button } from '@mantine/core';
import { Link } from 'wouter';
import { useTranslation } from '../language/use-translation.js';

export function DeletedNotice() {
  const { t } = useTranslation('frame');
  return (
    <Alert color="red" variant="outline" m="md" role="alert" title={t('deleted.title')}>
      <p>{t('deleted.text')}</p>
      <Button component={Link} href="/">
        {t('lobby')}
      </Button>
    </Alert>
  );
}
