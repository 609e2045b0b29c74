/** What can be done with a case or a request of the release desk. */
import { useCallback } from 'react';
import { rolesFor } from '#domain/release/permissions.js';
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { CaseActs } from '../parts/case-acts.js';
import layout from '../parts/case-desk.module.css';
import { useAction } from '../parts/use-action.js';
import { forgetDraft } from '../parts/use-draft.js';
import { useWord } from '../parts/use-word.js';
import { useViewer } from '../session/use-session.js';
import { ActForm } from './act-form.js';
import type { DeskItem } from './desk-model.js';
import { Outcome } from './outcome.js';
import { draftKey, sendRelease, type ReleaseAct } from './send-release.js';
import { type ItemAct, usePossible } from './use-possible.js';

const KEYS: Readonly<Record<ItemAct, string>> = { approve: 'a', tearLine: 't', decline: 'd', withdraw: 'w' };

export function ItemActs({ item }: { readonly item: DeskItem }) {
  const { t } = useTranslation('releases');
  const { exercise } = useExerciseStore();
  const { account } = useViewer();
  const possible = usePossible(item);
  const action = useAction((act: ReleaseAct, key) => sendRelease(exercise.id, act, key));
  const wordOf = useCallback((act: ItemAct) => t(`act.${act}`), [t]);
  if (item.kind === 'prompt') return null;
  return (
    <CaseActs
      possible={possible}
      keys={KEYS}
      title={t('acts')}
      wordOf={wordOf}
      main="approve"
      onToggle={action.reset}
      form={(act, close) => (
        <ActForm
          key={act}
          act={act}
          item={item}
          isBusy={action.isPending}
          onCancel={close}
          onSend={(sent) =>
            action.mutate(sent, {
              onSuccess: () => {
                close();
                forgetDraft(account, draftKey(exercise.id, item.id, act));
              },
            })
          }
        />
      )}
      note={<WhoDecides item={item} />}
      outcome={<Outcome action={action} />}
    />
  );
}

/** Whose decision it is, for those who have none. */
function WhoDecides({ item }: { readonly item: DeskItem }) {
  const { t } = useTranslation('releases');
  const word = useWord();
  const { role } = useViewer();
  const waits = item.kind === 'case' && (item.of.status === 'asked' || item.of.status === 'proposed');
  if (!waits || rolesFor('DecideRelease').includes(role)) return null;
  return (
    <p className={layout['whyNot']} data-testid="why-not">
      {t('decides', { side: item.side, role: word('role', 'releasing-authority') })}
    </p>
  );
}
