/** A button for what cannot be taken back: it asks once, beside itself, and says what will happen. */
import { Button, Group, Popover, type ButtonProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from '../language/use-translation.js';

interface Props extends Pick<ButtonProps, 'size' | 'disabled'> {
  readonly label: ReactNode;
  /** Of what is meant, where the label alone does not say it to who hears it. */
  readonly ariaLabel?: string;
  readonly question: ReactNode;
  readonly confirm: string;
  readonly onConfirm: () => void;
  /** Other ways to do it, beside the first. */
  readonly also?: { readonly label: string; readonly onConfirm: () => void };
}

export function ConfirmButton({ label, ariaLabel, question, confirm, onConfirm, also, ...button }: Props) {
  const { t } = useTranslation('frame');
  const [isOpen, setOpen] = useState(false);
  const act = (run: () => void) => () => {
    setOpen(false);
    run();
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      trapFocus
      returnFocus
      withArrow
      width={300}
      shadow="md"
      // Above a drawer, in which it may stand.
      zIndex={500}
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button size="compact-sm" aria-label={ariaLabel} {...button} onClick={() => setOpen(true)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <p style={{ margin: '0 0 10px' }}>{question}</p>
        <Group gap={6}>
          <Button color="red" variant="filled" size="compact-sm" onClick={act(onConfirm)}>
            {confirm}
          </Button>
          {also !== undefined && (
            <Button color="red" variant="outline" size="compact-sm" onClick={act(also.onConfirm)}>
              {also.label}
            </Button>
          )}
          <Button size="compact-sm" onClick={() => setOpen(false)}>
            {t('cancel')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
