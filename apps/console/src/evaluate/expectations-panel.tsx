/** What was expected and what came of it, by objective, with the rating of each. */
import { Button } from '@mantine/core';
import { useTranslation } from '../language/use-translation.js';
import { PanelHead } from '../parts/panel-head.js';
import type { ObjectiveGroup } from './evaluation-log.js';
import { ExpectationRow } from './expectation-row.js';
import { RatingBadge } from './rating-badge.js';
import type { GivenRating } from './sheets.js';
import styles from './evaluate.module.css';

interface Props {
  readonly groups: readonly ObjectiveGroup[];
  /** The latest of each evaluator, by objective; the last one counts. */
  readonly given: ReadonlyMap<string, readonly GivenRating[]>;
  readonly onShow: (seq: number) => void;
  readonly onRate: (objective: string) => void;
}

export function ExpectationsPanel({ groups, given, onShow, onRate }: Props) {
  const { t } = useTranslation('evaluate');
  const verdicts = groups.flatMap(({ judged }) => judged.map(({ verdict }) => verdict.judgement));
  const count = (judgement: (typeof verdicts)[number]) => verdicts.filter((one) => one === judgement).length;
  return (
    <section className={styles['panel']} data-panel="expectations" aria-label={t('expectations')}>
      <PanelHead
        title={t('expectations')}
        note={t('tally', { met: count('met'), missed: count('missed'), open: count('unjudged') })}
      />
      <div className={styles['scroll']}>
        {groups.map((group) => (
          <Objective
            key={group.objective ?? ''}
            group={group}
            given={given.get(group.objective ?? '') ?? []}
            onShow={onShow}
            onRate={onRate}
          />
        ))}
        {groups.length === 0 && <p className={styles['none']}>{t('noExpectations')}</p>}
      </div>
    </section>
  );
}

interface ObjectiveProps extends Pick<Props, 'onShow' | 'onRate'> {
  readonly group: ObjectiveGroup;
  readonly given: readonly GivenRating[];
}

function Objective({ group: { objective, proposed, judged }, given, onShow, onRate }: ObjectiveProps) {
  const { t } = useTranslation('evaluate');
  const latest = given.at(-1);
  return (
    <section className={styles['objective']}>
      <div className={styles['objectiveHead']}>
        <h3 className="ellipsis">
          <bdi>{objective ?? t('noObjective')}</bdi>
        </h3>
        {objective !== undefined && (
          <>
            {given.length > 1 && <span className="mute">{t('raters', { count: given.length })}</span>}
            {latest === undefined ? (
              <RatingBadge rating={proposed?.rating} isProposed />
            ) : (
              <RatingBadge rating={latest.rating} />
            )}
            <Button size="compact-xs" onClick={() => onRate(objective)} aria-label={t('rateIt', { objective })}>
              {t('rate')}
            </Button>
          </>
        )}
      </div>
      <ul className={styles['list']}>
        {judged.map((one) => (
          <li key={one.expectation.id}>
            <ExpectationRow judged={one} onShow={onShow} />
          </li>
        ))}
      </ul>
    </section>
  );
}
