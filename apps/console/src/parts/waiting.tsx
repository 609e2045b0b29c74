/** Something is on its way. */
import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function Waiting() {
  const { t } = useTranslation('frame');
  return (
    <output style={{ margin: 'auto', padding: 40 }}>
      <Loader size="sm" type="dots" aria-label={t('loading')} />
    </output>
  );
}
