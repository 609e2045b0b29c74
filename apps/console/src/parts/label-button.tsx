/** Opens the dialog that changes the label of a thing, for those who may. For all others there is no button. */
import { Button } from '@mantine/core';
import { Suspense, useState } from 'react';
import { lazyPage } from '../language/lazy-page.js';
import { useTranslation } from '../language/use-translation.js';
import { type ThingRef, useRelabelled } from './labelled.js';

const LabelDialog = lazyPage(['labels'], async () => (await import('./label-dialog.js')).LabelDialog);

interface Props extends ThingRef {
  /** What people call it; absent: by its id. */
  readonly name?: string | undefined;
}

export function LabelButton({ of, id, name }: Props) {
  const { t } = useTranslation('frame');
  const thing = useRelabelled({ of, id });
  const [isOpen, open] = useState(false);
  if (thing === undefined) return null;
  return (
    <>
      <Button size="compact-xs" onClick={() => open(true)} data-testid={`label-${id}`}>
        {t('changeLabel')}
      </Button>
      <Suspense>{isOpen && <LabelDialog thing={thing} name={name ?? id} onClose={() => open(false)} />}</Suspense>
    </>
  );
}
