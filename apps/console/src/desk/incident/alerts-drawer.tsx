/** The alerts of an incident in full, as they came in, and as CAP XML. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import type { Alert } from '#domain/alert/alert.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import { useExerciseStore } from '../../live/use-exercise.js';
import { LabelButton } from '../../parts/label-button.js';
import { LabelMark } from '../../parts/label-mark.js';
import { Problem } from '../../parts/problem.js';
import { clockText } from '../../parts/time-text.js';
import { useWord } from '../../parts/use-word.js';
import { api, dataOf } from '../../session/api.js';
import { AlertInfoBlock } from './alert-info-block.js';
import { Field } from './field.js';
import { SideDrawer } from '../../parts/side-drawer.js';
import styles from './drawer.module.css';

const MOST = 100;

export function AlertsDrawer({ incident, onClose }: { readonly incident: IncidentView; readonly onClose: () => void }) {
  const { t } = useTranslation('desk');
  const { exercise } = useExerciseStore();
  const { data, error } = useQuery({
    queryKey: ['alerts', exercise.id, incident.id, incident.alertCount, JSON.stringify(incident.label)],
    queryFn: () =>
      dataOf(
        api.GET('/v1/exercises/{exercise}/alerts', {
          params: { path: { exercise: exercise.id }, query: { incident: incident.id, limit: MOST } },
        }),
      ),
  });
  return (
    <SideDrawer isOpen onClose={onClose} edge="end" width={640} title={t('alerts.title', { id: incident.id })}>
      <div className={styles['drawerBody']}>
        {error !== null && <Problem error={error} />}
        {data?.items.map((item) => (
          <AlertInFull
            key={item.id}
            id={item.id}
            status={item.status}
            acceptedAt={item.acceptedAt}
            alert={item.alert}
          />
        ))}
      </div>
    </SideDrawer>
  );
}

interface AlertProps {
  readonly id: string;
  readonly status: string;
  readonly acceptedAt: number;
  readonly alert: Alert;
}

function AlertInFull({ id, status, acceptedAt, alert }: AlertProps) {
  const { t } = useTranslation('desk');
  const word = useWord();
  const [isRaw, setRaw] = useState(false);
  const { source, confidence, nationals = {}, casualties = {}, releasability } = alert.exercise;
  const counts = (all: Readonly<Record<string, number>>) =>
    Object.entries(all)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  return (
    <article className={styles['alert']}>
      <h3 className={styles['alertHead']}>
        <bdi>T+{clockText(acceptedAt)}</bdi> {word('msgType', alert.msgType)}{' '}
        <span className="mute">{word('alertStatus', status)}</span>
        <Button size="compact-xs" aria-pressed={isRaw} onClick={() => setRaw(!isRaw)}>
          {t(isRaw ? 'alerts.readable' : 'alerts.raw')}
        </Button>{' '}
        <LabelButton of="alert" id={id} name={alert.info?.[0]?.headline ?? alert.info?.[0]?.event} />
      </h3>
      {isRaw ? (
        <RawCap alert={id} />
      ) : (
        <>
          <dl className={styles['fields']}>
            <Field name={t('alerts.identifier')} value={alert.identifier} />
            <Field name={t('alerts.sender')} value={alert.sender} />
            <Field name={t('alerts.sent')} value={alert.sent} />
            <Field
              name={t('alerts.class')}
              value={<LabelMark of={releasability.class} label={releasability.tlp && { tlp: releasability.tlp }} />}
            />
            <Field name={t('alerts.source')} value={source} />
            <Field name={t('alerts.confidence')} value={confidence && t(`confidence.${confidence}`)} />
            <Field name={t('alerts.nationals')} value={counts(nationals)} />
            <Field name={t('alerts.casualties')} value={counts(casualties)} />
            <Field
              name={t('alerts.references')}
              value={alert.references?.map(({ identifier }) => identifier).join(', ')}
            />
            <Field name={t('alerts.note')} value={alert.note} />
          </dl>
          {alert.info?.map((info, index) => (
            <AlertInfoBlock key={index} info={info} />
          ))}
        </>
      )}
    </article>
  );
}

function RawCap({ alert }: { readonly alert: string }) {
  const { t } = useTranslation('desk');
  const { exercise } = useExerciseStore();
  const { data, error } = useQuery({
    queryKey: ['cap', exercise.id, alert],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      dataOf(
        api.GET('/v1/exercises/{exercise}/alerts/{alert}', {
          params: { path: { exercise: exercise.id, alert } },
          headers: { accept: 'application/cap+xml' },
          parseAs: 'text',
        }),
      ),
  });
  if (error !== null) return <Problem error={error} />;
  return (
    <pre className={styles['raw']} dir="ltr" tabIndex={0} aria-label={t('alerts.raw')}>
      {data}
    </pre>
  );
}
