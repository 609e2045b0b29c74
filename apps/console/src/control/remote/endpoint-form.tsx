/** Sets the endpoint of a unit, or changes it. */
import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { EndpointView } from '#contracts/http/remote-units.js';
import { useTranslation } from '../../language/use-translation.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { useProblemText } from '../../parts/problem.js';
import { useAction } from '../../parts/use-action.js';
import { useText } from '../../parts/use-text.js';
import { sendCommand } from '../commands.js';
import { putEndpoint } from './use-remote.js';
import styles from './remote.module.css';

interface Props {
  readonly unit: string | undefined;
  /** Of the unit, if it has one. */
  readonly endpoint: EndpointView | undefined;
  readonly onSet: (unit: string, secret: string | undefined) => void;
}

interface Input {
  readonly unit: string;
  readonly url: string;
  readonly enabled: boolean;
  /** Whether the unit becomes remote, if it is not. */
  readonly toRemote: boolean;
}

export function EndpointForm({ unit, endpoint, onSet }: Props) {
  const { t } = useTranslation('remote');
  const text = useText();
  const problem = useProblemText();
  const { exercise } = useExerciseStore();
  const units = useExercise((fold) => [...fold.units.values()]);
  const [chosen, choose] = useState(unit ?? '');
  const [url, write] = useState(endpoint?.url ?? '');
  const [enabled, enable] = useState(endpoint?.enabled ?? true);
  const mode = units.find(({ id }) => id === chosen)?.mode;
  const [toRemote, setToRemote] = useState(true);
  const set = useAction(async (input: Input, key) => {
    const answer = await putEndpoint(exercise.id, input.unit, { url: input.url, enabled: input.enabled });
    if (input.toRemote) await sendCommand(exercise.id, { do: 'mode', unit: input.unit, mode: 'remote' }, key);
    return answer;
  });
  const input = { unit: chosen, url: url.trim(), enabled, toRemote: toRemote && mode !== 'remote' };
  const isReady = input.unit !== '' && input.url !== '';
  return (
    <form
      className={styles['form']}
      aria-label={t('set.title')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        set.mutate(input, { onSuccess: (answer) => onSet(input.unit, (answer as EndpointView).secret) });
      }}
    >
      <h3 className={styles['sectionHead']}>{t('set.title')}</h3>
      <NativeSelect
        size="xs"
        label={t('set.unit')}
        value={chosen}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={[
          { value: '', label: t('set.choose') },
          ...units.map(({ id, side, name }) => ({ value: id, label: `${side} · ${text(name)}` })),
        ]}
      />
      <TextInput
        label={t('set.url')}
        description={t('set.urlMeans')}
        type="url"
        dir="ltr"
        required
        placeholder="https://unit.example.org/tandem"
        value={url}
        onChange={({ currentTarget }) => write(currentTarget.value)}
      />
      <Switch
        size="xs"
        label={t('set.enabled')}
        checked={enabled}
        onChange={({ currentTarget }) => enable(currentTarget.checked)}
      />
      {mode !== undefined && mode !== 'remote' && (
        <Switch
          size="xs"
          label={t('set.toRemote')}
          checked={toRemote}
          onChange={({ currentTarget }) => setToRemote(currentTarget.checked)}
        />
      )}
      {set.error !== null && (
        <p className={styles['problem']} role="alert">
          {problem(set.error)}
        </p>
      )}
      <div className={styles['tools']}>
        <Button type="submit" variant="filled" disabled={!isReady} loading={set.isPending}>
          {t(endpoint === undefined ? 'set.submit' : 'set.change')}
        </Button>
      </div>
    </form>
  );
}
