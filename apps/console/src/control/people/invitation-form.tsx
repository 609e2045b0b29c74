/** Makes an invitation for a role, a side and perhaps units, with an expiry and a number of uses. */
import { Button, MultiSelect, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CreatedInvitation, INVITED_ROLES, type InvitedRole } from '#contracts/http/invitations.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import { useExerciseStore } from '../../live/use-exercise.js';
import { useProblemText } from '../../parts/problem.js';
import { useAction } from '../../parts/use-action.js';
import { useText } from '../../parts/use-text.js';
import { api, dataOf } from '../../session/api.js';
import styles from './people.module.css';

const DAY_MINUTES = 1440;
/** Who runs or judges the exercise has no side. */
const SIDED: readonly InvitedRole[] = ['operator', 'observer'];

export function InvitationForm({ onMade }: { readonly onMade: (made: CreatedInvitation) => void }) {
  const { t } = useTranslation('control');
  const text = useText();
  const problem = useProblemText();
  const { exercise, fold } = useExerciseStore();
  const [role, setRole] = useState<InvitedRole>('operator');
  const [side, setSide] = useState<Side | 'none'>('PAK');
  const [units, setUnits] = useState<string[]>([]);
  const [minutes, setMinutes] = useState<string | number>(DAY_MINUTES);
  const [uses, setUses] = useState<string | number>(1);
  const [note, setNote] = useState('');
  const hasSide = SIDED.includes(role);
  const ofSide = hasSide && side !== 'none' ? side : undefined;
  const make = useAction((_: undefined) =>
    dataOf(
      api.POST('/v1/invitations', {
        body: {
          role,
          exercise: exercise.id,
          minutes: Number(minutes),
          uses: Number(uses),
          ...(ofSide !== undefined && { side: ofSide }),
          ...(role === 'operator' && units.length > 0 && { units }),
          ...(note.trim() !== '' && { note: note.trim() }),
        },
      }),
    ),
  );
  const sides = role === 'operator' ? SIDES : (['none', ...SIDES] as const);
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate(undefined, { onSuccess: (made) => onMade(made as CreatedInvitation) });
      }}
    >
      <SegmentedControl
        size="xs"
        aria-label={t('invite.role')}
        value={role}
        onChange={(value) => {
          setRole(value);
          setUnits([]);
          if (value === 'operator' && side === 'none') setSide('PAK');
        }}
        data={INVITED_ROLES.map((value) => ({ value, label: t(`frame:role.${value}`) }))}
      />
      {hasSide && (
        <SegmentedControl
          size="xs"
          aria-label={t('invite.side')}
          value={side}
          onChange={(value) => {
            setSide(value);
            setUnits([]);
          }}
          data={sides.map((value) => ({ value, label: value === 'none' ? t('invite.noSide') : value }))}
        />
      )}
      {role === 'operator' && (
        <MultiSelect
          size="xs"
          label={t('invite.units')}
          placeholder={units.length === 0 ? t('invite.wholeSide') : ''}
          value={units}
          onChange={setUnits}
          searchable
          data={fold.state.scenario.units
            .filter((unit) => unit.side === ofSide)
            .map(({ id, name }) => ({ value: id, label: text(name) || id }))}
        />
      )}
      <div className={styles['pair']}>
        <NumberInput
          size="xs"
          label={t('invite.minutes')}
          min={1}
          max={30 * DAY_MINUTES}
          value={minutes}
          onChange={setMinutes}
        />
        <NumberInput size="xs" label={t('invite.uses')} min={1} max={500} value={uses} onChange={setUses} />
      </div>
      <TextInput
        size="xs"
        label={t('invite.note')}
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {make.error !== null && (
        <p role="alert" className={styles['problem']}>
          {problem(make.error)}
        </p>
      )}
      <Button type="submit" loading={make.isPending}>
        {t('invite.make')}
      </Button>
    </form>
  );
}
