/** The fields for a role and its side, of accounts and invitations. */
import { NativeSelect } from '@mantine/core';
import { INVITED_ROLES, type InvitedRole } from '#contracts/http/roles.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import { useTranslation } from '../language/use-translation.js';
import { useWord } from './use-word.js';

export interface RoleAndSide {
  readonly role: InvitedRole;
  /** Empty: both sides. */
  readonly side: Side | '';
}

/** The side to send; undefined for a role without one, or for both sides. */
export function sideOf({ role, side }: RoleAndSide): Side | undefined {
  return mayHaveSide(role) && side !== '' ? side : undefined;
}

/** Operators must have a side, observers may. */
function mayHaveSide(role: InvitedRole): boolean {
  return role === 'operator' || role === 'observer';
}

interface Props {
  readonly value: RoleAndSide;
  readonly onChange: (value: RoleAndSide) => void;
}

export function RoleSideFields({ value: { role, side }, onChange }: Props) {
  const { t } = useTranslation('lobby');
  const word = useWord();
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('invite.role')}
        value={role}
        data={INVITED_ROLES.map((value) => ({ value, label: word('role', value) }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ role: value as InvitedRole, side: value === 'operator' && side === '' ? 'PAK' : side })
        }
      />
      <NativeSelect
        size="xs"
        label={t('invite.side')}
        disabled={!mayHaveSide(role)}
        value={mayHaveSide(role) ? side : ''}
        data={[
          ...(role === 'operator' ? [] : [{ value: '', label: t('invite.bothSides') }]),
          ...SIDES.map((value) => ({ value, label: `${value} · ${word('side', value)}` })),
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ role, side: value as Side | '' })}
      />
    </>
  );
}
