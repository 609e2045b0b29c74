/** The filter box, and the filters beside it. All of them stand in the URL. */
import { Button, NativeSelect, Popover, Switch, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { SEVERITIES } from '#domain/alert/alert.js';
import { INCIDENT_STATUSES } from '#domain/incident/incident.js';
import { SIDES } from '#domain/kernel/side.js';
import { useExercise } from '../../live/use-exercise.js';
import { useText } from '../../parts/use-text.js';
import { useWord } from '../../parts/use-word.js';
import { SHOWS } from './filter-incidents.js';
import { SavedViews } from './saved-views.js';
import type { ListParameter, ListState } from './use-list-state.js';
import styles from './incidents.module.css';

interface Props {
  readonly list: ListState;
  readonly box: RefObject<HTMLInputElement | null>;
  readonly onLeave: () => void;
}

const FILTERS: readonly ListParameter[] = ['show', 'status', 'severity', 'side', 'site', 'ended'];

export function IncidentFilters({ list, box, onLeave }: Props) {
  const { t } = useTranslation('desk');
  const active = FILTERS.filter((name) => list.parameters[name] !== undefined);
  return (
    <search className={styles['filters']}>
      <TextInput
        ref={box}
        className={styles['filterBox']}
        aria-label={t('filter.box')}
        placeholder={t('filter.box')}
        value={list.parameters.q ?? ''}
        onChange={({ currentTarget }) => list.set({ q: currentTarget.value })}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onLeave();
        }}
        rightSection={<kbd aria-hidden>/</kbd>}
      />
      <Popover position="bottom-end" shadow="md" withinPortal trapFocus returnFocus transitionProps={{ duration: 0 }}>
        <Popover.Target>
          <Button data-active={active.length > 0 || undefined}>{t('filter.button', { count: active.length })}</Button>
        </Popover.Target>
        <Popover.Dropdown className={styles['filterForm']} aria-label={t('filter.title')}>
          <FilterForm list={list} />
        </Popover.Dropdown>
      </Popover>
      <SavedViews list={list} />
      {active.length > 0 && <ActiveFilters list={list} active={active} />}
    </search>
  );
}

function FilterForm({ list }: { readonly list: ListState }) {
  const { t } = useTranslation('desk');
  const word = useWord();
  const text = useText();
  const sites = useExercise((fold) => fold.state.scenario.sites);
  const pick = (name: ListParameter, options: readonly { readonly value: string; readonly label: string }[]) => (
    <NativeSelect
      size="xs"
      label={t(`filter.${name}`)}
      value={list.parameters[name] ?? ''}
      onChange={({ currentTarget }) => list.set({ [name]: currentTarget.value })}
      data={[{ value: '', label: t('filter.any') }, ...options]}
    />
  );
  return (
    <>
      {pick(
        'show',
        SHOWS.map((value) => ({ value, label: t(`show.${value}`) })),
      )}
      {pick(
        'status',
        INCIDENT_STATUSES.map((value) => ({ value, label: word('incidentStatus', value) })),
      )}
      {pick(
        'severity',
        SEVERITIES.map((value) => ({ value, label: word('severity', value) })),
      )}
      {pick(
        'side',
        SIDES.map((value) => ({ value, label: value })),
      )}
      {pick(
        'site',
        sites.map(({ id, name }) => ({ value: id, label: text(name) })),
      )}
      <Switch
        size="xs"
        label={t('filter.endedSwitch')}
        checked={list.filter.ended}
        onChange={({ currentTarget }) => list.set({ ended: currentTarget.checked ? '1' : '' })}
      />
    </>
  );
}

/** What is filtered by, each with a way out of it. */
function ActiveFilters({ list, active }: { readonly list: ListState; readonly active: readonly ListParameter[] }) {
  const { t } = useTranslation('desk');
  return (
    <div className={styles['chips']}>
      {active.map((name) => (
        <button key={name} type="button" className={styles['chip']} onClick={() => list.set({ [name]: '' })}>
          <FilterText list={list} name={name} /> <span aria-hidden>✕</span>
          <span className={styles['spoken']}>{t('filter.remove')}</span>
        </button>
      ))}
    </div>
  );
}

function FilterText({ list, name }: { readonly list: ListState; readonly name: ListParameter }) {
  const { t } = useTranslation('desk');
  const word = useWord();
  const text = useText();
  const value = list.parameters[name] ?? '';
  const site = useExercise((fold) => fold.state.scenario.sites.find(({ id }) => id === value)?.name);
  switch (name) {
    case 'show':
      return <>{t(`show.${value}`)}</>;
    case 'status':
      return (
        <>
          {value
            .split(',')
            .map((one) => word('incidentStatus', one))
            .join(', ')}
        </>
      );
    case 'severity':
      return (
        <>
          {value
            .split(',')
            .map((one) => word('severity', one))
            .join(', ')}
        </>
      );
    case 'side':
      return <>{t('filter.missing', { side: value })}</>;
    case 'site':
      return <bdi>{text(site) || value}</bdi>;
    default:
      return <>{t('filter.endedSwitch')}</>;
  }
}
