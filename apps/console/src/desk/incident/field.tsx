/** A name and its value, in a list of them; nothing where there is no value. */
import type { ReactNode } from 'react';

export function Field({
  name,
  value,
  lang,
}: {
  readonly name: string;
  readonly value: ReactNode;
  readonly lang?: string;
}) {
  if (value === undefined || value === null || value === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <bdi lang={lang}>{value}</bdi>
      </dd>
    </div>
  );
}
