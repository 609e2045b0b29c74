/** A button that does something in the exercise. It is off, and says why, while nothing can be done. */
import { Button, type ButtonProps } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { keysText } from '../app/keys-text.js';
import { useControl } from './use-control.js';

interface Props extends ButtonProps {
  readonly onClick: () => void;
  readonly children: ReactNode;
  /** The key that does the same. */
  readonly keys?: string;
  /** Why this very thing cannot be done now. */
  readonly because?: string | undefined;
  readonly label?: string;
  /** Of a menu or a form that stands beside it. */
  readonly ref?: Ref<HTMLButtonElement>;
}

export function ActButton({ onClick, children, keys, because, label, ...more }: Props) {
  const { blocked } = useControl();
  const reason = blocked ?? because;
  return (
    <Button
      size="compact-sm"
      {...more}
      disabled={reason !== undefined}
      title={reason ?? label}
      aria-label={label}
      onClick={onClick}
      {...(keys !== undefined && { rightSection: <kbd>{keysText(keys)}</kbd>, 'aria-keyshortcuts': keys })}
    >
      {children}
    </Button>
  );
}
