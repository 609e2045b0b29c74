/** The releasing desk: what waits for a decision, what exactly the other side would read, and what came of it. */
import { Button } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { mayGive } from '#domain/release/permissions.js';
import { type Shortcut, useShortcuts } from '../app/shortcuts.js';
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { HeadlineProvider, useLoadedHeadlines } from '../live/use-headlines.js';
import { PanelHead } from '../parts/panel-head.js';
import { useAction } from '../parts/use-action.js';
import { useViewer } from '../session/use-session.js';
import { itemIn } from './desk-model.js';
import { DeskItemDetail } from './desk-item-detail.js';
import { DeskLists } from './desk-lists.js';
import { Outcome } from './outcome.js';
import { ProposeForm } from './propose-form.js';
import { RequestForm } from './request-form.js';
import { sendRelease, type ReleaseAct } from './send-release.js';
import { useDesk } from './use-desk.js';
import { useReleasePlace } from './use-release-place.js';
import layout from '../parts/case-desk.module.css';

export function ReleaseDeskPage() {
  const { t } = useTranslation('releases');
  const { role } = useViewer();
  const { exercise } = useExerciseStore();
  const desk = useDesk();
  const headlines = useLoadedHeadlines();
  const [place, goTo] = useReleasePlace();
  // Of the forms: what came of a request or a proposal is shown after its form has closed.
  const action = useAction((act: ReleaseAct, key) => sendRelease(exercise.id, act, key));
  const { reset } = action;
  const go = useCallback(
    (to: Parameters<typeof goTo>[0]) => {
      reset();
      goTo(to);
    },
    [reset, goTo],
  );
  const [params] = useSearchParams();
  const shown = itemIn(desk, place.item);
  const order = useMemo(() => [...desk.waiting, ...desk.asked, ...desk.decided].map(({ id }) => id), [desk]);
  const shortcuts = useMemo((): Shortcut[] => {
    const step = (by: number) => {
      const at = order.indexOf(place.item ?? '');
      const next = order[at === -1 ? 0 : Math.min(order.length - 1, Math.max(0, at + by))];
      if (next !== undefined) go({ item: next });
    };
    return [
      { keys: 'j', label: t('keys.next'), run: () => step(1) },
      { keys: 'k', label: t('keys.previous'), run: () => step(-1) },
      ...(mayGive(role, 'RequestRelease')
        ? [{ keys: 'n', label: t('ask.open'), run: () => go({ form: 'request' }) }]
        : []),
      ...(mayGive(role, 'ProposeRelease')
        ? [{ keys: 'p', label: t('propose.title'), run: () => go({ form: 'propose' }) }]
        : []),
      { keys: 'Escape', label: t('keys.close'), run: () => go({}), inPalette: false },
    ];
  }, [t, role, order, place.item, go]);
  useShortcuts(shortcuts);
  return (
    <HeadlineProvider value={headlines}>
      <div className={layout['page']} data-chosen={shown !== undefined || place.form !== undefined || undefined}>
        <div className={layout['lists']}>
          <PanelHead title={t('title')}>
            <span className={layout['tools']}>
              {mayGive(role, 'RequestRelease') && (
                <Button
                  size="compact-sm"
                  onClick={() => go({ form: 'request' })}
                  rightSection={<kbd aria-hidden>N</kbd>}
                >
                  {t('ask.open')}
                </Button>
              )}
              {mayGive(role, 'ProposeRelease') && (
                <Button
                  size="compact-sm"
                  onClick={() => go({ form: 'propose' })}
                  rightSection={<kbd aria-hidden>P</kbd>}
                >
                  {t('propose.title')}
                </Button>
              )}
            </span>
          </PanelHead>
          <DeskLists
            desk={desk}
            shown={place.form === undefined ? place.item : undefined}
            onShow={(item) => go({ item })}
          />
        </div>
        <section className={layout['detail']} aria-label={t('detail')}>
          <div className={layout['outcome']} data-below={place.form !== undefined || undefined}>
            <Outcome action={action} />
          </div>
          {place.form === 'request' ? (
            <RequestForm action={action} onSent={() => goTo({})} onCancel={() => go({})} />
          ) : place.form === 'propose' ? (
            <ProposeForm
              key={`${params.get('incident')} ${params.get('answers')}`}
              cases={desk.waiting}
              action={action}
              onSent={(item) => goTo(item === undefined ? {} : { item })}
              onCancel={() => go({})}
            />
          ) : shown !== undefined ? (
            <DeskItemDetail key={shown.id} item={shown} />
          ) : (
            <p className={layout['empty']}>{t(place.item === undefined ? 'pick' : 'gone')}</p>
          )}
        </section>
      </div>
    </HeadlineProvider>
  );
}
