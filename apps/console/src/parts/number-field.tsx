/** A number, for forms of the first screen: the input is loaded when it is first shown. */
import type { NumberInputProps } from '@mantine/core';
import { Suspense } from 'react';
import { lazyPage } from '../language/lazy-page.js';

const NumberInput = lazyPage([], async () => (await import('./number-input.js')).PlainNumberInput);

export function NumberField(props: NumberInputProps<number>) {
  return (
    <Suspense>
      <NumberInput {...props} />
    </Suspense>
  );
}
