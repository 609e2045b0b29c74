/** Who sits here, language, colours, and the way out. */
import { Button, Menu, SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LANGUAGE_NAMES, LANGUAGES, isLanguage, loadLanguage } from '../language/languages.js';
import { useViewer } from '../session/use-session.js';
import { signOut } from '../session/sign-out.js';

export function LanguageSwitch() {
  const { t, i18n } = useTranslation('frame');
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language')}
      value={i18n.language}
      data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      onChange={(value) => {
        if (!isLanguage(value)) return;
        localStorage.setItem('language', value);
        void loadLanguage(i18n, value);
      }}
    />
  );
}

export function PersonMenu() {
  const { t, i18n } = useTranslation('frame');
  const { name } = useViewer();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" withinPortal transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button size="compact-sm" variant="default" data-testid="person" style={{ maxInlineSize: 180 }}>
          <span className="ellipsis">
            <bdi>{name}</bdi> · {i18n.language.toUpperCase()} ▾
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('language')}</Menu.Label>
        <div style={{ padding: '0 8px 8px' }}>
          <LanguageSwitch />
        </div>
        <Menu.Label>{t('colours')}</Menu.Label>
        <div style={{ padding: '0 8px 8px' }}>
          <SegmentedControl
            size="xs"
            aria-label={t('colours')}
            value={colorScheme}
            data={(['dark', 'light', 'auto'] as const).map((value) => ({ value, label: t(`colour.${value}`) }))}
            onChange={(value) => setColorScheme(value as 'dark' | 'light' | 'auto')}
          />
        </div>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{t('signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
