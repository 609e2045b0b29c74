/** What can be done: each act with its key, disabled with the reason in words where the rules refuse it, and its form below. */
import { Button, Menu, Tooltip } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import { keysText } from '../../app/keys-text.js';
import { type Shortcut, useShortcuts } from '../../app/shortcuts.js';
import { useExerciseStore } from '../../live/use-exercise.js';
import { forgetDraft } from '../../parts/use-draft.js';
import { useAction } from '../../parts/use-action.js';
import { useViewer } from '../../session/use-session.js';
import { InCharge } from './command/in-charge.js';
import { JointDecision } from './joint-decision.js';
import { ActForm } from './act-form.js';
import { KEYS } from './act-keys.js';
import { ActOutcome } from './act-outcome.js';
import { type Act, type ActKind, sendAct } from './send-act.js';
import { type Possible, useActKinds, useActs } from './use-acts.js';
import type { Explained } from './use-explanation.js';
import styles from './incident.module.css';

interface Props {
  readonly incident: IncidentView;
  readonly explained: Explained;
  readonly events: readonly EventView[];
  readonly onWhy: () => void;
}

const FIRST: readonly ActKind[] = ['acknowledge', 'decline', 'escalate', 'note', 'record', 'progress', 'resolve'];
const MORE: readonly ActKind[] = [
  'ask',
  'restart',
  'override',
  'close',
  'cancel',
  'withdraw',
  'assign',
  'handOver',
  'confirmHandover',
  'propose',
  'confirmCommander',
];

export function ActionBar({ incident, explained, events, onWhy }: Props) {
  const { t } = useTranslation('desk');
  const { exercise } = useExerciseStore();
  const kinds = useActKinds();
  const possible = useActs(incident, explained);
  const isKnown = explained.explanation !== undefined;
  // What was asked for before it was known what is possible.
  const [early, askEarly] = useState<ActKind | undefined>();
  const [form, open] = useState<ActKind | undefined>();
  const action = useAction((act: Act, key) => sendAct(exercise.id, incident.id, act, key));
  const { mutate, reset } = action;
  const { account } = useViewer();
  const send = useCallback(
    (act: Act) =>
      mutate(act, {
        onSuccess: () => {
          open(undefined);
          forgetDraft(account, `${exercise.id}:${incident.id}:${act.kind}`);
        },
      }),
    [mutate, account, exercise.id, incident.id],
  );
  const begin = useCallback(
    (kind: ActKind) => {
      reset();
      if (!isKnown && kind !== 'note') return askEarly(kind);
      const { acts, whyNot } = possible(kind);
      const [only, ...others] = acts;
      if (whyNot === undefined && kind === 'acknowledge' && only?.notification !== undefined && others.length === 0) {
        open(undefined);
        return send({ kind, notifications: [only.notification] });
      }
      // A key that cannot act says why.
      return open((before) => (before === kind ? undefined : kind));
    },
    [possible, send, reset, isKnown],
  );
  useEffect(() => {
    if (early === undefined || !isKnown) return;
    askEarly(undefined);
    begin(early);
  }, [early, isKnown, begin]);
  const shortcuts = useMemo(
    (): Shortcut[] => [
      ...kinds.map((kind) => ({ keys: KEYS[kind], label: t(`act.${kind}`), run: () => begin(kind) })),
      { keys: 'y', label: t('act.why'), run: onWhy },
    ],
    [kinds, t, begin, onWhy],
  );
  useShortcuts(shortcuts);
  const more = MORE.filter((kind) => kinds.includes(kind));
  return (
    <div className={styles['actions']}>
      <div className={styles['bar']} role="toolbar" aria-label={t('act.bar')}>
        {FIRST.filter((kind) => kinds.includes(kind)).map((kind) => (
          <ActButton
            key={kind}
            kind={kind}
            possible={possible(kind)}
            isOpen={form === kind}
            isBusy={action.isPending}
            onBegin={begin}
          />
        ))}
        {more.length > 0 && (
          <Menu position="bottom-start" shadow="md" transitionProps={{ duration: 0 }}>
            <Menu.Target>
              <Button px={8}>{t('act.more')}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {more.map((kind) => (
                <MoreItem key={kind} kind={kind} possible={possible(kind)} onBegin={begin} />
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        <Button px={8} onClick={onWhy} rightSection={<kbd aria-hidden>Y</kbd>}>
          {t('act.why')}
        </Button>
      </div>
      {form !== undefined && (
        <ActForm
          key={form}
          kind={form}
          incident={incident}
          possible={possible(form)}
          events={events}
          isBusy={action.isPending}
          onSend={send}
          onCancel={() => open(undefined)}
        />
      )}
      <ActOutcome action={action} events={events} possible={possible} />
      <JointDecision incident={incident} events={events} possible={possible} onBegin={begin} />
      <InCharge incident={incident} kinds={kinds} possible={possible} onBegin={begin} />
    </div>
  );
}

interface ActProps {
  readonly kind: ActKind;
  readonly possible: Possible;
  readonly onBegin: (kind: ActKind) => void;
}

/** It keeps the focus and says its reason even while it cannot act. */
function ActButton({
  kind,
  possible: { whyNot },
  isOpen,
  isBusy,
  onBegin,
}: ActProps & { readonly isOpen: boolean; readonly isBusy: boolean }) {
  const { t } = useTranslation('desk');
  const button = (
    <Button
      px={8}
      variant={kind === 'acknowledge' && whyNot === undefined ? 'filled' : 'default'}
      aria-disabled={whyNot !== undefined || undefined}
      data-disabled={whyNot !== undefined || undefined}
      aria-expanded={kind === 'acknowledge' ? undefined : isOpen}
      aria-description={whyNot}
      aria-busy={isBusy && isOpen}
      onClick={() => onBegin(kind)}
      rightSection={!KEYS[kind].includes(' ') && <kbd aria-hidden>{keysText(KEYS[kind])}</kbd>}
    >
      {t(`act.${kind}`)}
    </Button>
  );
  return whyNot === undefined ? (
    button
  ) : (
    <Tooltip label={whyNot} multiline maw={320}>
      {button}
    </Tooltip>
  );
}

function MoreItem({ kind, possible: { whyNot }, onBegin }: ActProps) {
  const { t } = useTranslation('desk');
  return (
    <Menu.Item
      className={styles['item']}
      disabled={whyNot !== undefined}
      onClick={() => onBegin(kind)}
      maw={320}
      rightSection={<kbd aria-hidden>{keysText(KEYS[kind])}</kbd>}
    >
      {t(`act.${kind}`)}
      {whyNot !== undefined && <span className={styles['itemReason']}>{whyNot}</span>}
    </Menu.Item>
  );
}
