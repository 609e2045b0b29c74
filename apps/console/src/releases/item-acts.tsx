/** What can be done with a case or a request. What the rules refuse to this person is said in words, in the place of a dead button. */
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { rolesFor } from '#domain/release/permissions.js';
import { type Shortcut, useShortcuts } from '../app/shortcuts.js';
import { keysText } from '../app/keys-text.js';
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { useAction } from '../parts/use-action.js';
import { forgetDraft } from '../parts/use-draft.js';
import { useWord } from '../parts/use-word.js';
import { useViewer } from '../session/use-session.js';
import { ActForm } from './act-form.js';
import type { DeskItem } from './desk-model.js';
import { Outcome } from './outcome.js';
import { draftKey, sendRelease, type ReleaseAct } from './send-release.js';
import { type ItemAct, type PossibleAct, usePossible } from './use-possible.js';
import layout from '../parts/case-desk.module.css';

const KEYS: Readonly<Record<ItemAct, string>> = { approve: 'a', tearLine: 't', decline: 'd', withdraw: 'w' };

export function ItemActs({ item }: { readonly item: DeskItem }) {
  const { t } = useTranslation('releases');
  const { exercise } = useExerciseStore();
  const { account } = useViewer();
  const possible = usePossible(item);
  const [form, open] = useState<ItemAct>();
  const action = useAction((act: ReleaseAct, key) => sendRelease(exercise.id, act, key));
  const ready = possible.filter(({ whyNot }) => whyNot === undefined);
  const shown = ready.find(({ act }) => act === form)?.act;
  const shortcuts = useMemo(
    (): Shortcut[] =>
      possible
        .filter(({ whyNot }) => whyNot === undefined)
        .map(({ act }) => ({ keys: KEYS[act], label: t(`act.${act}`), run: () => open(act) })),
    [possible, t],
  );
  useShortcuts(shortcuts);
  if (item.kind === 'prompt') return null;
  return (
    <div className={layout['acts']}>
      {ready.length > 0 && (
        <div className={layout['buttons']} role="toolbar" aria-label={t('acts')}>
          {ready.map(({ act }) => (
            <Button
              key={act}
              variant={act === 'approve' ? 'filled' : 'default'}
              aria-expanded={act === shown}
              onClick={() => {
                action.reset();
                open((before) => (before === act ? undefined : act));
              }}
              rightSection={<kbd aria-hidden>{keysText(KEYS[act])}</kbd>}
            >
              {t(`act.${act}`)}
            </Button>
          ))}
        </div>
      )}
      <WhyNot item={item} possible={possible} />
      {shown !== undefined && (
        <ActForm
          key={shown}
          act={shown}
          item={item}
          isBusy={action.isPending}
          onCancel={() => open(undefined)}
          onSend={(act) =>
            action.mutate(act, {
              onSuccess: () => {
                open(undefined);
                forgetDraft(account, draftKey(exercise.id, item.id, shown));
              },
            })
          }
        />
      )}
      <Outcome action={action} />
    </div>
  );
}

/** One line for each reason, with the acts that it holds for; and whose decision it is, for those who have none. */
function WhyNot({ item, possible }: { readonly item: DeskItem; readonly possible: readonly PossibleAct[] }) {
  const { t } = useTranslation('releases');
  const word = useWord();
  const { role } = useViewer();
  const reasons = [...new Set(possible.flatMap(({ whyNot }) => whyNot ?? []))];
  const waits = item.kind === 'case' && (item.of.status === 'asked' || item.of.status === 'proposed');
  return (
    <>
      {reasons.map((reason) => (
        <p key={reason} className={layout['whyNot']} data-testid="why-not">
          <b>
            {possible
              .filter(({ whyNot }) => whyNot === reason)
              .map(({ act }) => t(`act.${act}`))
              .join(t('frame:listSeparator'))}
          </b>
          {t('colon')}
          {reason}
        </p>
      ))}
      {waits && !rolesFor('DecideRelease').includes(role) && (
        <p className={layout['whyNot']} data-testid="why-not">
          {t('decides', { side: item.side, role: word('role', 'releasing-authority') })}
        </p>
      )}
    </>
  );
}
