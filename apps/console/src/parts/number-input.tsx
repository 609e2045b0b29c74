/** Mantine's input of plain numbers, in a file of its own, so that it is loaded by itself. */
import { NumberInput, type NumberInputProps } from '@mantine/core';

export function PlainNumberInput(props: NumberInputProps<number>) {
  return <NumberInput<number> {...props} />;
}
