/** Copies a text, and says that it did. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from '../language/use-translation.js';

/** How long the word "copied" stands, ms. */
const SHOWN_MS = 2_000;

export function CopyButton({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useTranslation('frame');
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = window.setTimeout(() => setState('idle'), SHOWN_MS);
    return () => window.clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      // Absent on pages without TLS that are not on this machine.
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('failed');
    }
  };
  return (
    <Button size="compact-sm" onClick={() => void copy()} aria-live="polite">
      {state === 'idle' ? label : t(`copy.${state}`)}
    </Button>
  );
}
