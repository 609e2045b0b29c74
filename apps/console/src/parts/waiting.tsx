/** Something is on its way. */
import { Loader } from '@mantine/core';
import { useTranslation } from '../language/use-translation.js';

export function Waiting() {
  const { t } = useTranslation('frame');
  return (
    <div style={{ margin: 'auto', padding: 40 }}>
      <Loader size="sm" type="dots" aria-label={t('loading')} />
    </div>
  );
}
