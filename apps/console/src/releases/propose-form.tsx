/** Proposes to release an incident of one's own side: what goes along, and whether it joins a JOINT incident or opens a new one. */
import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useMemo } from 'react';
import type { IncidentView } from '#domain/engine/read-models.js';
import { MOST_REASON } from '../parts/limits.js';
import { useTranslation } from '../language/use-translation.js';
import { isOpen } from '../live/attention.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import type { Action } from '../parts/use-action.js';
import { forgetDraft } from '../parts/use-draft.js';
import { useFormDraft } from '../parts/use-form-draft.js';
import { useViewer } from '../session/use-session.js';
import type { DeskItem } from './desk-model.js';
import { FormFrame } from '../parts/form-frame.js';
import { proposalBody, type ProposalFields } from './proposal-body.js';
import type { ReleaseAct } from './send-release.js';
import { ThingWords } from './thing-words.js';
import { useThings } from './things.js';
import { useReleasePlace } from './use-release-place.js';
import styles from './releases.module.css';

const EMPTY: ProposalFields = { left: [], notes: [], join: '', answers: '', reason: '' };

interface Props {
  /** Those that wait: a proposal may answer a request among them. */
  readonly cases: readonly DeskItem[];
  readonly action: Action<ReleaseAct>;
  /** With the case that it answers, if it is one. */
  readonly onSent: (release?: string) => void;
  readonly onCancel: () => void;
}

export function ProposeForm({ cases, action, onSent, onCancel }: Props) {
  const { t } = useTranslation('releases');
  const { exercise } = useExerciseStore();
  const { account, side } = useViewer();
  const [place, go] = useReleasePlace();
  const incidents = useExercise((fold) => [...fold.incidents.values()]);
  const asked = cases.find(({ id }) => id === place.answers);
  const owner = side ?? asked?.side;
  const own = incidents.filter(
    (one) => one.class !== 'JOINT' && (owner ?? one.class) === one.class && isReleasable(one),
  );
  const chosen = own.find(({ id }) => id === place.incident);
  const key = `${exercise.id}:release:propose:${chosen?.id ?? ''}`;
  const [fields, change] = useFormDraft(key, EMPTY);
  const things = useThings(chosen?.id ?? '');
  const answers = place.answers ?? fields.answers;
  const requests = cases.filter((item) => item.kind === 'case' && item.of.asked && item.side === chosen?.class);
  const body = useMemo(
    () => chosen && proposalBody(chosen.id, things, { ...fields, answers }),
    [chosen, things, fields, answers],
  );
  const send = () =>
    body !== undefined &&
    action.mutate(
      { do: 'propose', body },
      {
        onSuccess: () => {
          forgetDraft(account, key);
          onSent(body.answers);
        },
      },
    );
  const toggle = (list: readonly string[], id: string) =>
    list.includes(id) ? list.filter((one) => one !== id) : [...list, id];
  return (
    <FormFrame
      title={t('propose.title')}
      submit={t('propose.submit')}
      onSubmit={body === undefined ? undefined : send}
      isBusy={action.isPending}
      onCancel={onCancel}
    >
      <h2>{t('propose.title')}</h2>
      <p>{t('propose.means')}</p>
      <NativeSelect
        size="xs"
        label={t('propose.incident')}
        value={chosen?.id ?? ''}
        onChange={({ currentTarget }) => go({ ...place, incident: currentTarget.value })}
        data={[{ value: '', label: t('choose') }, ...own.map(optionOf)]}
      />
      {own.length === 0 && <p className="mute">{t('propose.none')}</p>}
      {chosen !== undefined && (
        <fieldset className={styles['chosen']}>
          <legend>{t('along')}</legend>
          <ul>
            {things.map((thing) => (
              <li key={thing.id}>
                <Checkbox
                  size="xs"
                  label={<ThingWords thing={thing} />}
                  checked={thing.kind === 'note' ? fields.notes.includes(thing.id) : !fields.left.includes(thing.id)}
                  onChange={() =>
                    thing.kind === 'note'
                      ? change({ notes: toggle(fields.notes, thing.id) })
                      : change({ left: toggle(fields.left, thing.id) })
                  }
                />
              </li>
            ))}
          </ul>
          {things.length === 0 && <p className="mute">{t('nothing.along')}</p>}
          <p className="mute">{t('propose.sameUnit')}</p>
        </fieldset>
      )}
      <NativeSelect
        size="xs"
        label={t('propose.join')}
        value={fields.join}
        onChange={({ currentTarget }) => change({ join: currentTarget.value })}
        data={[
          { value: '', label: t('opensNew') },
          ...incidents.filter((one) => one.class === 'JOINT' && isOpen(one)).map(optionOf),
        ]}
      />
      {place.answers === undefined && requests.length > 0 && (
        <NativeSelect
          size="xs"
          label={t('propose.answers')}
          value={fields.answers}
          onChange={({ currentTarget }) => change({ answers: currentTarget.value })}
          data={[
            { value: '', label: t('propose.answersNone') },
            ...requests.map((item) => ({
              value: item.id,
              label: `${item.id} · ${item.kind === 'case' ? item.of.asked?.text.slice(0, 80) : ''}`,
            })),
          ]}
        />
      )}
      {asked?.kind === 'case' && asked.of.asked !== undefined && (
        <p>
          <span className="mute">{t('propose.answersThis')}</span> <bdi>{asked.id}</bdi>{' '}
          <bdi>{asked.of.asked.text}</bdi>
        </p>
      )}
      <Textarea
        label={t('propose.reason')}
        required
        maxLength={MOST_REASON}
        value={fields.reason}
        onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
      />
    </FormFrame>
  );
}

/** A resolved incident can be released, too; a closed one is over. */
function isReleasable({ status }: IncidentView): boolean {
  return status !== 'closed' && status !== 'cancelled';
}

function optionOf({ id, headline }: IncidentView) {
  return { value: id, label: `${id} · ${headline}` };
}
