/** Makes an account for a person, with a name and a password. Programs get accounts on the command line. */
import { Button, Group, Modal, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { lacksUnits, type Rights, RightsFields, rightsIn, withoutUnits } from '../parts/rights-fields.js';
import { useAction } from '../parts/use-action.js';
import { useText } from '../parts/use-text.js';
import { api, dataOf } from '../session/api.js';
import { Refusal } from '../session/refusal.js';
import { useRefusal } from '../session/use-refusal.js';
import { useExercises } from './use-exercises.js';
import { useUnits } from './use-units.js';
import styles from './lobby.module.css';

export function CreateAccount({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('lobby');
  const text = useText();
  const refusalText = useRefusal();
  const { data: exercises = [] } = useExercises();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [rights, setRights] = useState<Rights>({ role: 'evaluator', side: '', units: [] });
  const [exercise, setExercise] = useState('');
  const { data: all = [] } = useUnits(exercise === '' ? undefined : exercise);
  const units = exercise === '' ? undefined : all;
  const action = useAction(async (_: undefined) => {
    const body = {
      name: name.trim(),
      ...rightsIn(rights, units),
      password,
      ...(exercise !== '' && { exercise }),
    };
    await dataOf(api.POST('/v1/accounts', { body }));
    onClose();
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('people.create')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          action.mutate(undefined);
        }}
      >
        <TextInput
          label={t('column.name')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          required
          withAsterisk={false}
          autoComplete="off"
        />
        <PasswordInput
          size="xs"
          label={t('session:signIn.password')}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          minLength={10}
          required
          withAsterisk={false}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('session:signIn.show') }}
        />
        <NativeSelect
          size="xs"
          data-wide
          label={t('column.exercise')}
          value={exercise}
          data={[
            { value: '', label: t('invitations:allExercises') },
            ...exercises.map(({ id, title }) => ({ value: id, label: `${text(title)} · ${id}` })),
          ]}
          onChange={({ currentTarget: { value } }) => {
            setExercise(value);
            setRights(withoutUnits(rights));
          }}
        />
        <RightsFields rights={rights} onChange={setRights} units={units} />
        <div data-wide>
          <p className="mute">{t('people.createHint')}</p>
          <Refusal text={action.isError ? refusalText(action.error) : undefined} />
        </div>
        <Group data-wide justify="flex-end">
          <Button type="submit" variant="filled" loading={action.isPending} disabled={lacksUnits(rights, units)}>
            {t('people.create')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
