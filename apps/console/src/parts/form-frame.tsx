/** A form of a desk, with its buttons. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useIsLive } from '../app/connection-state.js';
import { useTranslation } from '../language/use-translation.js';
import { useFormKeys } from './use-form-keys.js';
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
  const keys = useFormKeys(onCancel);
  return (
    <form
      {...keys}
      className={layout['form']}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        if (isLive && !isBusy) onSubmit?.();
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
