/** Writes a message, a report, a request for information, or an answer. What is written is kept in this browser until it was sent. */
import { Button, MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import type { EventView } from '#contracts/http/events.js';
import { SIDES } from '#domain/kernel/side.js';
import { type Address, addressOf, CONTROL, deskOf } from '#domain/message/address.js';
import { MESSAGE_KINDS, type MessageKind } from '#domain/message/message.js';
import type { MessageView } from '#domain/message/message-list.js';
import { useIsLive } from '../app/connection-state.js';
import { useHold } from '../desk/desk-hold.js';
import { isLanguage } from '../language/languages.js';
import { useTranslation } from '../language/use-translation.js';
import { answerersOf, sendersOf } from '../live/unread.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { useProblemText } from '../parts/problem.js';
import { storyOffset } from '../parts/story-time.js';
import { useAction } from '../parts/use-action.js';
import { useFormDraft } from '../parts/use-form-draft.js';
import { useWord } from '../parts/use-word.js';
import { api, dataOf } from '../session/api.js';
import { useViewer } from '../session/use-session.js';
import { useAddressText } from './address-name.js';
import { LabelFields } from './label-fields.js';
import { LONGEST, messageRequest, missingIn, newDraft, replyDraft } from './message-draft.js';
import styles from './messages.module.css';

interface Props {
  /** The message that it replies to. */
  readonly to: MessageView | undefined;
  /** What the page shows: a new message is about it. */
  readonly incident: string | undefined;
  /** @param id of the message that was sent; undefined: it was stored, and is not yet in the log */
  readonly onSent: (id: string | undefined) => void;
  readonly onClose: () => void;
}

export function MessageForm({ to: parent, incident, onSent, onClose }: Props) {
  const { t, i18n } = useTranslation('messages');
  const word = useWord();
  const nameOf = useAddressText();
  const problemText = useProblemText();
  const viewer = useViewer();
  const { exercise, fold } = useExerciseStore();
  const box = useRef<HTMLFormElement>(null);
  useHold(onClose);
  useEffect(() => {
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.querySelector<HTMLElement>('textarea, select, input')?.focus();
  }, []);

  const senders = useMemo(() => sendersOf(fold.state, viewer), [fold, viewer]);
  const answerers = useMemo(
    () => (parent === undefined ? [] : answerersOf(fold.state, viewer, parent)),
    [fold, viewer, parent],
  );
  const initial = useMemo(() => {
    if (parent === undefined) return newDraft(incident);
    return replyDraft(parent, {
      answerer: answerers[0],
      isOwn: senders.includes(parent.from) && answerers.length === 0,
    });
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- what a form begins with does not change while it is filled in
  }, [parent?.id]);
  const [draft, change, forget] = useFormDraft(`${exercise.id}:message:${parent?.id ?? 'new'}`, initial);
  const names = draft.kind === 'answer' ? answerers : senders;
  const from = names.find((one) => one === draft.from) ?? names[0];
  const kinds = MESSAGE_KINDS.filter((kind) => kind !== 'answer' || answerers.length > 0);
  const whyNot = useWhyNot();
  const missing = missingIn(draft);
  const reason = whyNot ?? (missing === undefined ? undefined : t(`missing.${missing}`));

  const { mutate, isPending, error } = useAction((_input: unknown, key) =>
    dataOf(
      api.POST('/v1/exercises/{exercise}/messages', {
        params: { path: { exercise: exercise.id }, header: { 'Idempotency-Key': key } },
        body: messageRequest(
          { ...draft, from: from ?? '' },
          {
            inReplyTo: parent?.id,
            language: isLanguage(i18n.language) ? i18n.language : 'en',
            offset: storyOffset(fold.state.scenario.startsAt),
          },
        ),
      }),
    ),
  );
  const send = () => {
    if (reason !== undefined || isPending) return;
    mutate(draft, {
      onSuccess: (answer) => {
        forget();
        onSent(postedIn(answer));
      },
    });
  };
  const keys = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send();
    }
  };
  const title =
    parent === undefined ? t('write') : t(draft.kind === 'answer' ? 'answerTo' : 'replyTo', { id: parent.id });
  return (
    <form
      ref={box}
      className={styles['form']}
      aria-label={title}
      onKeyDown={keys}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h3>{title}</h3>
      <div className={styles['pair']}>
        <NativeSelect
          size="xs"
          label={t('form.kind')}
          value={draft.kind}
          data={kinds.map((value) => ({ value, label: word('messageKind', value) }))}
          onChange={({ currentTarget }) => change({ kind: currentTarget.value as MessageKind })}
        />
        {names.length > 1 && (
          <NativeSelect
            size="xs"
            label={t('form.from')}
            value={from ?? ''}
            data={names.map((value) => ({ value, label: nameOf(value) }))}
            onChange={({ currentTarget }) => change({ from: currentTarget.value as Address })}
          />
        )}
      </div>
      {draft.kind === 'answer' && parent !== undefined ? (
        <p className="mute">{t('form.answerGoesTo', { name: nameOf(parent.from) })}</p>
      ) : (
        <Recipients value={draft.to} onChange={(to) => change({ to })} />
      )}
      <TextInput
        label={t('form.subject')}
        maxLength={LONGEST.subject}
        dir="auto"
        value={draft.subject}
        onChange={({ currentTarget }) => change({ subject: currentTarget.value })}
      />
      <Textarea
        label={t('form.text')}
        required
        maxLength={LONGEST.text}
        dir="auto"
        value={draft.text}
        onChange={({ currentTarget }) => change({ text: currentTarget.value })}
      />
      <LabelFields draft={draft} from={from} onChange={change} />
      <div className={styles['pair']}>
        <IncidentChoice value={draft.incident} of={draft.class} onChange={(chosen) => change({ incident: chosen })} />
        {draft.kind === 'request' && (
          <TextInput
            label={t('form.minutes')}
            inputMode="decimal"
            placeholder={t('form.whenever')}
            value={draft.minutes}
            error={missing === 'minutes' ? t('missing.minutes') : undefined}
            onChange={({ currentTarget }) => change({ minutes: currentTarget.value.replace(',', '.') })}
          />
        )}
      </div>
      {error !== null && (
        <p className={styles['refused']} role="alert">
          {problemText(error)}
        </p>
      )}
      <div className={styles['formFoot']}>
        <Button variant="subtle" onClick={() => (forget(), onClose())}>
          {t('discard')}
        </Button>
        <span className="grow" />
        {reason !== undefined && <span className={styles['reason']}>{reason}</span>}
        <Button onClick={onClose} title={t('kept')} rightSection={<kbd aria-hidden>Esc</kbd>}>
          {t('putAway')}
        </Button>
        <Button
          type="submit"
          variant="filled"
          aria-disabled={reason !== undefined || undefined}
          data-disabled={reason !== undefined || undefined}
          aria-description={reason}
          aria-busy={isPending}
          rightSection={<kbd aria-hidden>Ctrl ⏎</kbd>}
        >
          {t('send')}
        </Button>
      </div>
    </form>
  );
}

/** Why nothing can be sent at all; undefined: something can. */
function useWhyNot(): string | undefined {
  const { t } = useTranslation('messages');
  const isLive = useIsLive();
  const status = useExercise((fold) => fold.state.status);
  if (status === 'planned' || status === 'ended') return t(`blocked.${status}`);
  return isLive ? undefined : t('blocked.lost');
}

function postedIn(answer: unknown): string | undefined {
  const { events = [] } = answer as { readonly events?: readonly EventView[] };
  const posted = events.find(({ type }) => type === 'MessagePosted');
  return (posted?.data as { readonly message?: string } | undefined)?.message;
}

function Recipients({
  value,
  onChange,
}: {
  readonly value: readonly Address[];
  readonly onChange: (to: Address[]) => void;
}) {
  const { t } = useTranslation('messages');
  const nameOf = useAddressText();
  const { side } = useViewer();
  const { scenario } = useExerciseStore().fold.state;
  // The other side first: that is what messages are for.
  const sides = side === undefined ? SIDES : SIDES.toSorted((a, b) => Number(a === side) - Number(b === side));
  const option = (address: Address) => ({ value: address, label: nameOf(address) });
  return (
    <MultiSelect
      size="xs"
      label={t('form.to')}
      withAsterisk
      searchable
      classNames={{ pill: styles['pill'] ?? '' }}
      value={[...value]}
      data={[
        { group: t('form.desks'), items: [...sides.map(deskOf), CONTROL as Address].map(option) },
        ...sides.map((one) => ({
          group: t('form.unitsOf', { side: one }),
          items: scenario.units.filter((unit) => unit.side === one).map(({ id }) => option(addressOf(id))),
        })),
      ]}
      onChange={(to) => onChange(to)}
    />
  );
}

interface ChoiceProps {
  readonly value: string;
  /** The class of the message: a joint one names no incident of one side. */
  readonly of: string;
  readonly onChange: (incident: string) => void;
}

function IncidentChoice({ value, of, onChange }: ChoiceProps) {
  const { t } = useTranslation('messages');
  const known = useExercise((fold) =>
    [...fold.incidents.values()].map((one) => `${one.class} ${one.id} ${one.headline.slice(0, 60)}`),
  )
    .map((line) => ({ class: line.split(' ', 1)[0], label: line.slice(line.indexOf(' ') + 1) }))
    .filter((one) => of === '' || one.class === 'JOINT' || one.class === of)
    .map(({ label }) => ({ value: label.split(' ', 1)[0] ?? '', label }));
  const gone = value !== '' && known.every((one) => one.value !== value) ? [{ value, label: value }] : [];
  return (
    <NativeSelect
      size="xs"
      label={t('form.incident')}
      value={value}
      data={[{ value: '', label: t('form.none') }, ...gone, ...known]}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
