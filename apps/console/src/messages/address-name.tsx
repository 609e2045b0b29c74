/** Whom a message is from or to, in the reader's language. */
import { useCallback } from 'react';
import { plainText } from '#contracts/sentences/plain-text.js';
import { SIDES } from '#domain/kernel/side.js';
import { type Address, CONTROL, deskOf, unitAt } from '#domain/message/address.js';
import { useSay } from '../language/say.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { SideBadge } from '../parts/side-badge.js';
import { useText } from '../parts/use-text.js';
import styles from './messages.module.css';

/** An address as a text, for choices. */
export function useAddressText(): (address: Address) => string {
  const say = useSay();
  const text = useText();
  const { scenario } = useExerciseStore().fold.state;
  return useCallback(
    (address) => {
      if (address === CONTROL) return plainText(say('phrase.address.control'), say);
      const unit = unitAt(address);
      if (unit !== undefined) return text(scenario.units.find(({ id }) => id === unit)?.name) || unit;
      const of = SIDES.find((side) => deskOf(side) === address);
      return of === undefined
        ? address
        : plainText(say('phrase.address.desk', { side: { kind: 'side', side: of } }), say);
    },
    [say, text, scenario],
  );
}

export function AddressName({ address }: { readonly address: Address }) {
  const nameOf = useAddressText();
  const { scenario } = useExerciseStore().fold.state;
  const unit = unitAt(address);
  const side = unit === undefined ? undefined : scenario.units.find(({ id }) => id === unit)?.side;
  return (
    <span>
      {side !== undefined && (
        <>
          <SideBadge side={side} />{' '}
        </>
      )}
      {unit === undefined ? (
        // Words of the page's language, although they may begin with the letters of a side.
        <span className={styles['words']}>{nameOf(address)}</span>
      ) : (
        <bdi>{nameOf(address)}</bdi>
      )}
    </span>
  );
}

export function AddressNames({ addresses }: { readonly addresses: readonly Address[] }) {
  return addresses.map((address, index) => (
    <span key={address}>
      {index > 0 && <span aria-hidden> · </span>}
      <AddressName address={address} />
    </span>
  ));
}
