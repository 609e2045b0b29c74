/** Views by name: open one, keep the present one, drop one. */
import { Button, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { useViewer } from '../../session/use-session.js';
import { readViews, withView, type SavedView } from './read-views.js';
import type { ListState } from './use-list-state.js';
import styles from './incidents.module.css';

export function SavedViews({ list }: { readonly list: ListState }) {
  const { t } = useTranslation('desk');
  const { account } = useViewer();
  const key = `desk-views:${account}`;
  const [opened, setOpened] = useState(false);
  const [views, setViews] = useState(() => readViews(localStorage.getItem(key)));
  const [name, setName] = useState('');
  const keep = (next: readonly SavedView[]) => {
    localStorage.setItem(key, JSON.stringify(next));
    setViews(next);
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button onClick={() => setOpened((is) => !is)}>{t('views.saved')}</Button>
      </Popover.Target>
      <Popover.Dropdown className={styles['filterForm']} aria-label={t('views.saved')}>
        {views.length === 0 && <span className="mute">{t('views.none')}</span>}
        {views.map((view) => (
          <span key={view.name} className={styles['savedView']}>
            <Button
              fullWidth
              justify="start"
              onClick={() => {
                list.replace(view.parameters);
                setOpened(false);
              }}
            >
              <bdi>{view.name}</bdi>
            </Button>
            <Button
              aria-label={t('views.delete', { name: view.name })}
              onClick={() => keep(views.filter((one) => one !== view))}
            >
              <span aria-hidden>✕</span>
            </Button>
          </span>
        ))}
        <form
          className={styles['savedView']}
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() === '') return;
            keep(withView(views, { name: name.trim(), parameters: list.parameters }));
            setName('');
          }}
        >
          <TextInput
            className="grow"
            aria-label={t('views.name')}
            placeholder={t('views.name')}
            maxLength={60}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <Button type="submit" disabled={name.trim() === ''}>
            {t('views.save')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
