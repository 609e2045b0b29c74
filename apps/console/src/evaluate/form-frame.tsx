/** What the forms of evaluators have in common: a heading, the refusal in words, and how to send, put away or discard. */
import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { type Shortcut, useShortcuts } from '../app/shortcuts.js';
import { useProblemText } from '../parts/problem.js';
import styles from './evaluate.module.css';

interface Props {
  readonly title: ReactNode;
  readonly submit: string;
  /** Whether all is there that is needed. */
  readonly isReady: boolean;
  readonly isSending: boolean;
  readonly error: Error | null;
  /** Why nothing can be recorded now. */
  readonly refusal: string | undefined;
  readonly children: ReactNode;
  readonly onSubmit: () => void;
  /** What was written is kept. */
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

export function FormFrame(props: Props) {
  const { title, submit, isReady, isSending, error, refusal, children, onSubmit, onClose, onDiscard } = props;
  const { t } = useTranslation('evaluate');
  const problemText = useProblemText();
  const canSend = isReady && !isSending && refusal === undefined;
  const shortcuts = useMemo(
    (): Shortcut[] => [{ keys: 'Mod+Enter', label: submit, run: () => canSend && onSubmit(), inPalette: false }],
    [submit, canSend, onSubmit],
  );
  useShortcuts(shortcuts);
  useFocusBack();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (canSend) onSubmit();
  };
  return (
    <form className={styles['form']} onSubmit={send} aria-label={submit}>
      <h3>{title}</h3>
      {children}
      {error !== null && (
        <p className={styles['refused']} role="alert">
          {problemText(error)}
        </p>
      )}
      <div className={styles['formFoot']}>
        <Button variant="subtle" onClick={onDiscard}>
          {t('discard')}
        </Button>
        <span className="grow" />
        <Button onClick={onClose} title={t('kept')}>
          {t('putAway')}
        </Button>
        <Button type="submit" variant="filled" disabled={!canSend} loading={isSending} title={refusal}>
          {submit} <kbd>Ctrl ⏎</kbd>
        </Button>
      </div>
    </form>
  );
}

/** When the form is gone, the focus is where it was before. */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
}
