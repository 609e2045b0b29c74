/** When what happens: the script as lanes over the time of the exercise; below, the same as a list, with what waits for a condition. */
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { ScenarioPreview } from '#contracts/http/library.js';
import { SideBadge } from '../parts/side-badge.js';
import { exerciseTimeText } from '../parts/time-text.js';
import { useText } from '../parts/use-text.js';
import { useWord } from '../parts/use-word.js';
import { Condition } from './condition.js';
import { type Lane, layLanes, type PreviewInject } from './lanes.js';
import styles from './timeline.module.css';

/** Marks on the axis, per cent. */
const TICKS = [0, 25, 50, 75, 100];
/** What a letter takes of a lane's width, per cent: an estimate, for a lane of about 900 px. */
const LETTER = 0.72;
/** Injects in the list before "all" is asked for. */
const FIRST = 12;

export function Timeline({ scenario }: { readonly scenario: ScenarioPreview }) {
  const { t } = useTranslation('library');
  const text = useText();
  const { injects, durationMs } = scenario;
  const lanes = useMemo(
    () => layLanes(injects, durationMs, ({ id }) => Math.min(40, id.length * LETTER + 2)),
    [injects, durationMs],
  );
  const [isWhole, setWhole] = useState(false);
  const conditional = injects.filter(({ at }) => at === undefined);
  const timed = injects.length - conditional.length;
  const listed = isWhole ? injects : injects.filter(({ at }, index) => at === undefined || index < FIRST);
  return (
    <>
      <div className={styles['lanes']} aria-hidden>
        {lanes.map((lane) => (
          <LaneRow key={lane.id} lane={lane} />
        ))}
        {conditional.length > 0 && (
          <div className={styles['lane']}>
            <span className={styles['laneName']}>{t('lane.when')}</span>
            <div className={styles['chips']}>
              {conditional.map(({ id, title }) => (
                <span key={id} className={styles['chip']} title={text(title) || id}>
                  <bdi>{id}</bdi>
                </span>
              ))}
            </div>
          </div>
        )}
        <div className={styles['lane']}>
          <span />
          <div className={styles['axis']}>
            {TICKS.map((tick) => (
              <span key={tick} style={{ insetInlineStart: `${tick}%` }} data-end={tick === 100 ? '' : undefined}>
                <bdi>{exerciseTimeText((durationMs * tick) / 100)}</bdi>
              </span>
            ))}
          </div>
        </div>
      </div>
      <table className={styles['script']}>
        <thead>
          <tr>
            <th scope="col">{t('column.time')}</th>
            <th scope="col">{t('column.kind')}</th>
            <th scope="col">{t('column.inject')}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((inject) => (
            <InjectRow key={inject.id} inject={inject} sites={scenario.sites} />
          ))}
        </tbody>
      </table>
      {timed > FIRST && (
        <p className={styles['more']}>
          <Button size="compact-sm" onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('fewer') : t('allInjects', { count: injects.length })}
          </Button>
        </p>
      )}
    </>
  );
}

function LaneRow({ lane: { id, rows, placed } }: { readonly lane: Lane }) {
  const { t } = useTranslation('library');
  const text = useText();
  return (
    <div className={styles['lane']}>
      <span className={styles['laneName']}>{t(`lane.${id}`)}</span>
      <div className={styles['track']} style={{ blockSize: `calc(${rows} * var(--lane-row) + 6px)` }}>
        {placed.map(({ inject, start, row, isNamed }) => (
          <span
            key={inject.id}
            className={styles['inject']}
            data-lane={id}
            data-mark={isNamed ? undefined : ''}
            title={`${exerciseTimeText(inject.at ?? 0)} ${text(inject.title) || inject.id}`}
            style={{ insetInlineStart: `${start}%`, insetBlockStart: `calc(${row} * var(--lane-row) + 3px)` }}
          >
            {isNamed && <bdi>{inject.id}</bdi>}
          </span>
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly inject: PreviewInject;
  readonly sites: ScenarioPreview['sites'];
}

function InjectRow({ inject, sites }: RowProps) {
  const { t } = useTranslation('library');
  const word = useWord();
  const text = useText();
  const { id, kind, title, at, when, class: audience, site } = inject;
  const place = sites.find((one) => one.id === site);
  return (
    <tr>
      <td>{at === undefined ? <i>{t('waits')}</i> : <bdi>{exerciseTimeText(at)}</bdi>}</td>
      <td className="nowrap">
        {word('injectKind', kind)}{' '}
        {audience === 'PAK' || audience === 'CHN' ? (
          <SideBadge side={audience} />
        ) : (
          audience !== undefined && t('bothSides')
        )}
      </td>
      <td>
        <b>
          <bdi>{id}</bdi>
        </b>{' '}
        <bdi>{text(title)}</bdi>{' '}
        {place !== undefined && (
          <span className="mute">
            <bdi>{text(place.name)}</bdi>
          </span>
        )}
        {when !== undefined && (
          <span className={styles['when']}>
            {t('condition.if')} <Condition condition={when} />
          </span>
        )}
      </td>
    </tr>
  );
}
