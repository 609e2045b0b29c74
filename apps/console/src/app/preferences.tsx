/** Language and colours: everybody's own, also before signing in. */
import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from '../language/use-translation.js';
import styles from './preferences.module.css';
import { changeLanguage, isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../language/languages.js';

export function LanguageSwitch() {
  const { t, i18n } = useTranslation('frame');
  return (
    <SegmentedControl
      size="xs"
      className={styles['languages']}
      aria-label={t('language')}
      value={i18n.language}
      data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      onChange={(value) => {
        if (!isLanguage(value)) return;
        localStorage.setItem('language', value);
        void changeLanguage(value);
      }}
    />
  );
}

export function ColourSwitch() {
  const { t } = useTranslation('frame');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('colours')}
      value={colorScheme}
      data={(['dark', 'light', 'auto'] as const).map((value) => ({ value, label: t(`colour.${value}`) }))}
      onChange={(value) => setColorScheme(value)}
    />
  );
}
