/** The fields that say what a person may do: role, side and units. Which roles have a side or units is of the domain. */
import { MultiSelect, NativeSelect } from '@mantine/core';
import { INVITED_ROLES, type InvitedRole } from '#contracts/http/roles.js';
import { ROLE_TRAITS } from '#domain/kernel/role.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import { useTranslation } from '../language/use-translation.js';
import { useText } from './use-text.js';
import { useWord } from './use-word.js';

export interface Rights {
  readonly role: InvitedRole;
  readonly side: Side | '';
  /** As they were chosen, also those of another side: {@link rightsIn} leaves these out. */
  readonly units: readonly string[];
}

export interface SideUnit {
  readonly id: string;
  readonly side: Side;
  readonly name: Readonly<Record<string, string>>;
}

interface Props {
  readonly rights: Rights;
  readonly onChange: (rights: Rights) => void;
  /** The units of the exercise; undefined: of no exercise in particular, and then of no units. */
  readonly units: readonly SideUnit[] | undefined;
}

/** What is sent of them. */
export function rightsIn({ role, side, units }: Rights, all: readonly SideUnit[] | undefined) {
  const traits = ROLE_TRAITS[role];
  const own = traits.units === 'none' ? [] : chosenOf(side, units, all);
  return {
    role,
    ...(traits.side !== 'none' && side !== '' && { side }),
    ...(own.length > 0 && { units: own }),
  };
}

/** Whether a role that plays units has none yet. */
export function lacksUnits(rights: Rights, all: readonly SideUnit[] | undefined): boolean {
  return ROLE_TRAITS[rights.role].units === 'required' && rightsIn(rights, all).units === undefined;
}

/** The same rights where there are no units: a role that needs some becomes the one that may do without. */
export function withoutUnits(rights: Rights): Rights {
  return ROLE_TRAITS[rights.role].units === 'required'
    ? { ...rights, role: 'operator', units: [] }
    : { ...rights, units: [] };
}

function chosenOf(side: Side | '', units: readonly string[], all: readonly SideUnit[] = []): string[] {
  return units.filter((id) => all.some((unit) => unit.id === id && unit.side === side));
}

export function RightsFields({ rights, onChange, units }: Props) {
  const { t } = useTranslation('invitations');
  const word = useWord();
  const text = useText();
  const { role, side } = rights;
  const { side: sides, units: unitsNeed } = ROLE_TRAITS[role];
  const roles = INVITED_ROLES.filter((one) => units !== undefined || ROLE_TRAITS[one].units !== 'required');
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('role')}
        value={role}
        data={roles.map((value) => ({ value, label: word('role', value) }))}
        onChange={({ currentTarget: { value } }) => {
          const next = value as InvitedRole;
          const needsSide = ROLE_TRAITS[next].side === 'required' && side === '';
          onChange({ ...rights, role: next, side: needsSide ? 'PAK' : side });
        }}
      />
      <NativeSelect
        size="xs"
        label={t('side')}
        disabled={sides === 'none'}
        value={sides === 'none' ? '' : side}
        data={[
          ...(sides === 'required' ? [] : [{ value: '', label: t('bothSides') }]),
          ...SIDES.map((value) => ({ value, label: `${value} · ${word('side', value)}` })),
        ]}
        onChange={({ currentTarget: { value } }) => onChange({ ...rights, side: value as Side | '' })}
      />
      {unitsNeed !== 'none' && units !== undefined && (
        <MultiSelect
          size="xs"
          data-wide
          label={t('units')}
          description={t(unitsNeed === 'required' ? 'unitsNeeded' : 'unitsHint')}
          value={chosenOf(side, rights.units, units)}
          data={units
            .filter((unit) => unit.side === side)
            .map(({ id, name }) => ({ value: id, label: text(name) || id }))}
          onChange={(chosen) => onChange({ ...rights, units: chosen })}
          searchable
          comboboxProps={{ zIndex: 500 }}
        />
      )}
    </>
  );
}
