/** A form under the fingers: its first field has the focus, Esc closes it, Ctrl Enter sends it. */
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';

interface FormKeys {
  readonly ref: RefObject<HTMLFormElement | null>;
  readonly onKeyDown: (event: KeyboardEvent<HTMLFormElement>) => void;
}

export function useFormKeys(onCancel: () => void): FormKeys {
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    ref.current?.querySelector<HTMLElement>('textarea, select, input, button')?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.currentTarget.requestSubmit();
    }
  };
  return { ref, onKeyDown };
}
