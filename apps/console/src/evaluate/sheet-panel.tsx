/** What evaluators have put on record: one's own sheet, or those of all. The open form stands above it. */
import { Button, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { PanelHead } from '../parts/panel-head.js';
import { ImprovementCard, ObservationCard, RatingCard } from './sheet-cards.js';
import type { Sheet } from './sheets.js';
import styles from './evaluate.module.css';

interface Props {
  readonly sheet: Sheet;
  readonly isAll: boolean;
  /** How many have put something on record. */
  readonly evaluators: number;
  readonly refusal: string | undefined;
  readonly form: ReactNode;
  readonly onAll: (isAll: boolean) => void;
  readonly onShow: (seq: number) => void;
  readonly onObserve: () => void;
  readonly onImprove: (observation?: string) => void;
}

export function SheetPanel({ sheet, isAll, evaluators, refusal, form, onAll, onShow, onObserve, onImprove }: Props) {
  const { t } = useTranslation('evaluate');
  const { observations, ratings, improvements } = sheet;
  const isOff = refusal !== undefined;
  return (
    <section className={styles['panel']} data-panel="sheet" aria-label={t('sheet')}>
      <PanelHead title={t('sheet')} note={t('evaluators', { count: evaluators })}>
        <SegmentedControl
          size="xs"
          aria-label={t('whose')}
          value={isAll ? 'all' : 'mine'}
          data={['mine', 'all'].map((value) => ({ value, label: t(`sheetOf.${value}`) }))}
          onChange={(value) => onAll(value === 'all')}
        />
      </PanelHead>
      <div className={styles['scroll']}>
        {refusal !== undefined && <p className={styles['none']}>{refusal}</p>}
        {form}
        <div className={styles['sheetHead']}>
          <h3>{t('observations')}</h3>
          <Button size="compact-xs" disabled={isOff} onClick={onObserve}>
            {t('newObservation')}
          </Button>
        </div>
        <ul className={styles['list']}>
          {observations.map((event) => (
            <li key={event.seq}>
              <ObservationCard event={event} onShow={onShow} onImprove={isOff ? undefined : onImprove} />
            </li>
          ))}
        </ul>
        {observations.length === 0 && <p className={styles['none']}>{t('noObservations')}</p>}
        <div className={styles['sheetHead']}>
          <h3>{t('ratings')}</h3>
        </div>
        <ul className={styles['list']}>
          {ratings.map((event) => (
            <li key={event.seq}>
              <RatingCard event={event} />
            </li>
          ))}
        </ul>
        {ratings.length === 0 && <p className={styles['none']}>{t('noRatings')}</p>}
        <div className={styles['sheetHead']}>
          <h3>{t('improvements')}</h3>
          <Button size="compact-xs" disabled={isOff} onClick={() => onImprove()}>
            {t('newImprovement')} <kbd>I</kbd>
          </Button>
        </div>
        <ul className={styles['list']}>
          {improvements.map((event) => (
            <li key={event.seq}>
              <ImprovementCard event={event} />
            </li>
          ))}
        </ul>
        {improvements.length === 0 && <p className={styles['none']}>{t('noImprovements')}</p>}
      </div>
    </section>
  );
}
