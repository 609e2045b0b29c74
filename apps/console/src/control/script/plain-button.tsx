/** A small button that changes only what one sees. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

export function PlainButton({ onClick, children }: { readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <Button size="compact-xs" onClick={onClick}>
      {children}
    </Button>
  );
}
