/** Makes an invitation, and then shows its link, QR code and PIN in the same dialog. */
import { Alert, Button, Group, Modal, MultiSelect, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { InvitedRole } from '#contracts/http/roles.js';
import type { Side } from '#domain/kernel/side.js';
import { api, dataOf } from '../session/api.js';
import { type CreatedInvitation, InviteCard } from './invite-card.js';
import { useProblemText } from './problem.js';
import { type RoleAndSide, RoleSideFields, sideOf } from './role-side-fields.js';
import { useAction } from './use-action.js';
import { useText } from './use-text.js';
import styles from './invite.module.css';

export interface InvitedUnit {
  readonly id: string;
  readonly side: Side;
  readonly name: Readonly<Record<string, string>>;
}

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** For this exercise only; absent: for all, and then for no units. */
  readonly exercise?: string | undefined;
  /** The units of the exercise, of which operators may answer for some. */
  readonly units?: readonly InvitedUnit[] | undefined;
  /** What the form begins with, for example the unit that nobody plays yet. */
  readonly initial?: { readonly role?: InvitedRole; readonly side?: Side; readonly units?: readonly string[] };
}

/** How long an invitation may be taken, minutes, by the key of its words. */
const LIFETIMES = { hour: 60, shift: 480, day: 1_440, week: 10_080, month: 43_200 } as const;
type Lifetime = keyof typeof LIFETIMES;

export function InviteDialog({ opened, onClose, ...form }: Props) {
  const { t } = useTranslation('lobby');
  const [made, setMade] = useState<CreatedInvitation>();
  const close = () => {
    setMade(undefined);
    onClose();
  };
  const { units } = form;
  const text = useText();
  const names = made?.units?.map((id) => text(units?.find((unit) => unit.id === id)?.name) || id);
  return (
    <Modal
      opened={opened}
      onClose={close}
      size="lg"
      title={t('invite.title')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      {made === undefined ? (
        <InviteForm {...form} onMade={setMade} />
      ) : (
        <>
          <InviteCard invitation={made} units={names} />
          <Group justify="flex-end" mt="md">
            <Button onClick={() => setMade(undefined)}>{t('invite.another')}</Button>
            <Button variant="filled" onClick={close}>
              {t('invite.done')}
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}

type FormProps = Pick<Props, 'exercise' | 'units' | 'initial'> & { readonly onMade: (made: CreatedInvitation) => void };

function InviteForm({ exercise, units = [], initial, onMade }: FormProps) {
  const { t } = useTranslation('lobby');
  const text = useText();
  const problemText = useProblemText();
  const [{ role, side }, setRoleAndSide] = useState<RoleAndSide>({
    role: initial?.role ?? 'operator',
    side: initial?.side ?? 'PAK',
  });
  const [chosen, setChosen] = useState<readonly string[]>(initial?.units ?? []);
  const [lifetime, setLifetime] = useState<Lifetime>('day');
  const [uses, setUses] = useState(1);
  const [note, setNote] = useState('');
  const ownUnits = units.filter((unit) => unit.side === side);
  const action = useAction(async (_: undefined) => {
    const ownSide = sideOf({ role, side });
    const ofUnits =
      role === 'operator' && exercise !== undefined
        ? chosen.filter((id) => ownUnits.some((unit) => unit.id === id))
        : [];
    const body = {
      role,
      ...(ownSide !== undefined && { side: ownSide }),
      ...(ofUnits.length > 0 && { units: ofUnits }),
      ...(exercise !== undefined && { exercise }),
      minutes: LIFETIMES[lifetime],
      uses,
      ...(note.trim() !== '' && { note: note.trim() }),
    };
    onMade(await dataOf(api.POST('/v1/invitations', { body })));
  });
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        action.mutate(undefined);
      }}
    >
      <RoleSideFields value={{ role, side }} onChange={setRoleAndSide} />
      {role === 'operator' && exercise !== undefined && (
        <MultiSelect
          size="xs"
          data-wide
          label={t('invite.units')}
          description={t('invite.unitsHint')}
          value={chosen.filter((id) => ownUnits.some((unit) => unit.id === id))}
          data={ownUnits.map(({ id, name }) => ({ value: id, label: text(name) || id }))}
          onChange={setChosen}
          searchable
          comboboxProps={{ zIndex: 500 }}
        />
      )}
      <NativeSelect
        size="xs"
        label={t('invite.lifetime')}
        value={lifetime}
        data={Object.keys(LIFETIMES).map((value) => ({ value, label: t(`invite.for.${value}`) }))}
        onChange={({ currentTarget: { value } }) => setLifetime(value as Lifetime)}
      />
      <NumberInput
        size="xs"
        label={t('invite.uses')}
        min={1}
        max={500}
        allowDecimal={false}
        value={uses}
        onChange={(value) => setUses(Math.max(1, Number(value) || 1))}
      />
      <TextInput
        data-wide
        label={t('invite.note')}
        description={t('invite.noteHint')}
        maxLength={200}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      {action.isError && (
        <Alert data-wide color="red" variant="outline" role="alert">
          {problemText(action.error)}
        </Alert>
      )}
      <Group data-wide justify="flex-end">
        <Button type="submit" variant="filled" loading={action.isPending}>
          {t('invite.make')}
        </Button>
      </Group>
    </form>
  );
}
