/** ENDEX cannot be undone: a second click, or the word, within a dialog. */
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { ActButton } from '../act-button.js';
import { useControl } from '../use-control.js';
import styles from './clock.module.css';

const WORD = 'ENDEX';

export function EndExercise() {
  const { t } = useTranslation('control');
  const { act } = useControl();
  const [opened, setOpened] = useState(false);
  const [typed, setTyped] = useState('');
  const isRight = typed.trim().toUpperCase() === WORD;
  const close = () => {
    setOpened(false);
    setTyped('');
  };
  const end = () => {
    if (!isRight) return;
    act({ do: 'end' });
    close();
  };
  return (
    <>
      <ActButton className={styles['danger']} onClick={() => setOpened(true)}>
        {t('clock.endShort')}
      </ActButton>
      <Modal
        opened={opened}
        onClose={close}
        title={t('clock.endTitle')}
        closeButtonProps={{ 'aria-label': t('frame:close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            end();
          }}
        >
          <p>{t('clock.endWarning')}</p>
          <TextInput
            label={t('clock.endType')}
            value={typed}
            dir="ltr"
            onChange={(event) => setTyped(event.currentTarget.value)}
            data-autofocus
            autoComplete="off"
          />
          <Group justify="end" mt="md" gap="xs">
            <Button onClick={close}>{t('cancel')}</Button>
            <Button type="submit" color="red" variant="filled" disabled={!isRight}>
              {t('clock.end')}
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}
