/** Makes an invitation, and then shows its link, QR code and PIN in the same dialog. */
import { Alert, Button, Group, Modal, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { InvitedRole } from '#contracts/http/roles.js';
import type { Side } from '#domain/kernel/side.js';
import { api, dataOf } from '../session/api.js';
import { type CreatedInvitation, InviteCard } from './invite-card.js';
import { useProblemText } from './problem.js';
import { lacksUnits, type Rights, RightsFields, rightsIn, type SideUnit } from './rights-fields.js';
import { useAction } from './use-action.js';
import { useText } from './use-text.js';
import styles from './invite.module.css';

interface Props {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** For this exercise only; absent: for all, and then for no units. */
  readonly exercise?: string | undefined;
  /** The units of the exercise, of which operators may answer for some. */
  readonly units?: readonly SideUnit[] | undefined;
  /** What the form begins with, for example the unit that nobody plays yet. */
  readonly initial?: { readonly role?: InvitedRole; readonly side?: Side; readonly units?: readonly string[] };
}

/** How long an invitation may be taken, minutes, by the key of its words. */
const LIFETIMES = { hour: 60, shift: 480, day: 1_440, week: 10_080, month: 43_200 } as const;
type Lifetime = keyof typeof LIFETIMES;

export function InviteDialog({ opened, onClose, ...form }: Props) {
  const { t } = useTranslation('invitations');
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
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      {made === undefined ? (
        <InviteForm {...form} onMade={setMade} />
      ) : (
        <>
          <InviteCard invitation={made} units={names} />
          <Group justify="flex-end" mt="md">
            <Button onClick={() => setMade(undefined)}>{t('another')}</Button>
            <Button variant="filled" onClick={close}>
              {t('done')}
            </Button>
          </Group>
        </>
      )}
    </Modal>
  );
}

type FormProps = Pick<Props, 'exercise' | 'units' | 'initial'> & { readonly onMade: (made: CreatedInvitation) => void };

function InviteForm({ exercise, units = [], initial, onMade }: FormProps) {
  const { t } = useTranslation('invitations');
  const problemText = useProblemText();
  const [rights, setRights] = useState<Rights>({
    role: initial?.role ?? 'operator',
    side: initial?.side ?? 'PAK',
    units: initial?.units ?? [],
  });
  const [lifetime, setLifetime] = useState<Lifetime>('day');
  const [uses, setUses] = useState(1);
  const [note, setNote] = useState('');
  const ofExercise = exercise === undefined ? undefined : units;
  const action = useAction(async (_: undefined) => {
    const body = {
      ...rightsIn(rights, ofExercise),
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
      <RightsFields rights={rights} onChange={setRights} units={ofExercise} />
      <NativeSelect
        size="xs"
        label={t('lifetime')}
        value={lifetime}
        data={Object.keys(LIFETIMES).map((value) => ({ value, label: t(`for.${value}`) }))}
        onChange={({ currentTarget: { value } }) => setLifetime(value as Lifetime)}
      />
      <NumberInput
        size="xs"
        label={t('uses')}
        min={1}
        max={500}
        allowDecimal={false}
        value={uses}
        onChange={(value) => setUses(Math.max(1, Number(value) || 1))}
      />
      <TextInput
        data-wide
        label={t('note')}
        description={t('noteHint')}
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
        <Button type="submit" variant="filled" loading={action.isPending} disabled={lacksUnits(rights, ofExercise)}>
          {t('make')}
        </Button>
      </Group>
    </form>
  );
}
