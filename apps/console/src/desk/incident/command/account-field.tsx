/** Somebody of the own side's desk, or another account by its id: people of the other side are not listed. */
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../../language/use-translation.js';
import { usePresence } from '../../../control/people/use-presence.js';
import { useWord } from '../../../parts/use-word.js';
import { useViewer } from '../../../session/use-session.js';

interface Props {
  readonly value: string;
  readonly onChange: (account: string) => void;
  /** Whether one may choose oneself. */
  readonly withSelf?: boolean;
}

/** Those who can be in charge. */
const ROLES: readonly string[] = ['commander', 'operator'];
const BY_ID = 'by-id';

export function AccountField({ value, onChange, withSelf = false }: Props) {
  const { t } = useTranslation('coordination');
  const word = useWord();
  const viewer = useViewer();
  const { people } = usePresence();
  const [byId, setById] = useState(false);
  const choices = people.filter(
    ({ account, role, side }) =>
      side === viewer.side && ROLES.includes(role) && (withSelf || account !== viewer.account),
  );
  const choose = (chosen: string) => {
    setById(chosen === BY_ID);
    onChange(chosen === BY_ID ? '' : chosen);
  };
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('command.person')}
        required
        value={byId ? BY_ID : value}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={[
          { value: '', label: t('command.choose') },
          ...choices.map(({ account, name, role, state }) => ({
            value: account,
            label: t(`command.candidate.${state}`, {
              name: account === viewer.account ? t('command.you', { name }) : name,
              role: word('role', role),
            }),
          })),
          { value: BY_ID, label: t('command.byId') },
        ]}
      />
      {byId && (
        <TextInput
          size="xs"
          label={t('command.accountId')}
          required
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </>
  );
}
