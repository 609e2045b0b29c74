/** A form of the desk: Esc closes it, Ctrl Enter sends it. */
import { Button } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { useIsLive } from '../app/connection-state.js';
import { useTranslation } from '../language/use-translation.js';
import layout from './case-desk.module.css';

interface Props {
  readonly title: string;
  readonly submit: string;
  /** Undefined: something is missing yet. */
  readonly onSubmit: (() => void) | undefined;
  readonly isBusy: boolean;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

export function FormFrame({ title, submit, onSubmit, isBusy, onCancel, children }: Props) {
  const { t } = useTranslation('frame');
  const isLive = useIsLive();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('textarea, select, input, button')?.focus();
  }, []);
  return (
    <form
      ref={form}
      className={layout['form']}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (isLive && !isBusy) onSubmit?.();
      }}
      onKeyDown={(event: KeyboardEvent<HTMLFormElement>) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          event.stopPropagation();
          onCancel();
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }
      }}
    >
      {children}
      {!isLive && <p className={layout['whyNot']}>{t('act.offline')}</p>}
      <div className={layout['buttons']}>
        <Button type="submit" variant="filled" disabled={onSubmit === undefined || !isLive} aria-busy={isBusy}>
          {submit}
        </Button>
        <Button onClick={onCancel} rightSection={<kbd aria-hidden>Esc</kbd>}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
