/** What each side knows, beside each other; what differs is marked by a word. */
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { Link } from 'wouter';
import type { IncidentView } from '#domain/engine/read-models.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import { useExerciseStore } from '../../live/use-exercise.js';
import { HeadlineProvider, useHeadline, useLoadedHeadlines } from '../../live/use-headlines.js';
import { isOpen, sidesOf } from '../../live/attention.js';
import { PanelHead } from '../../parts/panel-head.js';
import { LabelMark } from '../../parts/label-mark.js';
import { SideBadge } from '../../parts/side-badge.js';
import { Severity } from '../names.js';
import { NotServed } from '../not-served.js';
import { useDialog } from '../use-dialog.js';
import { compareSides, type ComparedIncident } from './compare-sides.js';
import { useTearLines } from '../../desk/tear-lines/use-tear-lines.js';
import { KnownTearLines } from './known-tear-lines.js';
import { useFreshSides, useSideView } from './use-side-view.js';
import styles from './sides.module.css';

export function SidesPanel() {
  const { t } = useTranslation('control');
  useFreshSides();
  const headlines = useLoadedHeadlines();
  const pak = useSideView('PAK');
  const chn = useSideView('CHN');
  const [, open] = useDialog();
  const rows = useMemo(() => compareSides({ PAK: openIn(pak.fold), CHN: openIn(chn.fold) }), [pak.fold, chn.fold]);
  const hasTearLines = useTearLines().length > 0;
  const error = pak.error ?? chn.error;
  const differing = rows.filter(({ differences }) => differences.length > 0).length;
  return (
    <section className={styles['panel']} aria-label={t('sides.title')}>
      <PanelHead title={t('sides.title')} note={t('sides.differences', { count: differing })} />
      {error != null ? (
        <NotServed error={error} what={t('sides.title')} />
      ) : (
        <div className={styles['scroll']}>
          <table className={styles['table']}>
            <thead>
              <tr>
                {SIDES.map((side) => (
                  <th key={side} scope="col">
                    <SideBadge side={side} /> {t('sides.count', { count: rows.filter(({ as }) => as[side]).length })}{' '}
                    <Button size="compact-xs" onClick={() => open(side.toLowerCase())}>
                      {t('sides.see')} <kbd>{side === 'PAK' ? 1 : 2}</kbd>
                    </Button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <HeadlineProvider value={headlines}>
                {rows.map((row) => (
                  <tr key={row.id} data-differs={row.differences.length > 0 || undefined}>
                    {SIDES.map((side) => (
                      <td key={side}>
                        <Cell row={row} side={side} />
                      </td>
                    ))}
                  </tr>
                ))}
              </HeadlineProvider>
              {hasTearLines && (
                <tr>
                  {SIDES.map((side) => (
                    <td key={side}>
                      <KnownTearLines side={side} />
                    </td>
                  ))}
                </tr>
              )}
              {rows.length === 0 && (
                <tr>
                  <td colSpan={2} className="mute">
                    {t('sides.nothing')}
                  </td>
                </tr>
              )}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function openIn(fold: { readonly incidents: ReadonlyMap<unknown, IncidentView> } | undefined): IncidentView[] {
  return fold === undefined ? [] : [...fold.incidents.values()].filter(isOpen);
}

function Cell({ row, side }: { readonly row: ComparedIncident; readonly side: Side }) {
  const { t } = useTranslation('control');
  const { exercise } = useExerciseStore();
  const incident = row.as[side];
  if (incident === undefined) {
    return (
      <i className={styles['unknown']}>
        <bdi>{row.id}</bdi> {t('sides.notKnown')} <bdi>{side}</bdi>
      </i>
    );
  }
  const words = row.differences.filter((one) => one !== 'unknown' && one !== 'acknowledged');
  return (
    <>
      <Link href={`/x/${exercise.id}/desk?incident=${incident.id}`} className={styles['incident']}>
        <Severity of={incident.severity} />
        <bdi>{incident.id}</bdi>
        <Headline incident={incident} />
      </Link>
      <span className={styles['standing']}>
        {sidesOf(incident).map((one) => (
          <SideBadge
            key={one}
            side={one}
            state={incident.acknowledgedBy[one] === undefined ? 'waits' : 'acknowledged'}
          />
        ))}
        <LabelMark of={incident.class} label={incident.label} />
        {row.differences.includes('acknowledged') && <b>{t('sides.oneSided')}</b>}
        {words.map((one) => (
          <b key={one}>{t(`sides.difference.${one}`)}</b>
        ))}
      </span>
    </>
  );
}

/** Cut off in a narrow column; the title shows all of it. */
function Headline({ incident }: { readonly incident: IncidentView }) {
  const [headline, language] = useHeadline(incident);
  return (
    <span className={styles['headline']} dir="auto" lang={language} title={headline}>
      {headline}
    </span>
  );
}
