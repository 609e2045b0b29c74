/** A name and its value, in a list of them; nothing where there is no value. */
import type { ReactNode } from 'react';

export function Field({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  if (value === undefined || value === null || value === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi>{value}</bdi>
      </dd>
    </div>
  );
}
