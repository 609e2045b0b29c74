/** A number, for forms of the first screen: the input is loaded when it is first shown. */
import type { NumberInputProps } from '@mantine/core';
import { lazy, Suspense } from 'react';

const NumberInput = lazy(async () => ({ default: (await import('./number-input.js')).PlainNumberInput }));

export function NumberField(props: NumberInputProps<number>) {
  return (
    <Suspense>
      <NumberInput {...props} />
    </Suspense>
  );
}
