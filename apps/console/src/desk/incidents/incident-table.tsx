/** The incidents as a table with columns to sort by. Without a sort of its own it has the order of the list. */
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type SortingState,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from '../../language/use-translation.js';
import { SEVERITIES } from '#domain/alert/alert.js';
import { INCIDENT_STATUSES } from '#domain/incident/incident.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import { defaultTlp, TLP_LABELS } from '#domain/release/label.js';
import { useExercise } from '../../live/use-exercise.js';
import { LabelMark } from '../../parts/label-mark.js';
import { SeverityMark } from '../../parts/severity-mark.js';
import { clockText } from '../../parts/time-text.js';
import { useWord } from '../../parts/use-word.js';
import { IncidentHeadline } from '../../parts/incident-headline.js';
import { RowDue, SideStates } from './incident-row.js';
import { SiteName } from './site-name.js';
import { useEndedViews } from './use-incidents.js';
import { useSettledOrder } from './use-settled-order.js';
import type { ListState } from './use-list-state.js';
import styles from './incidents.module.css';
import gridStyles from './grid.module.css';

interface Props {
  readonly ids: readonly string[];
  readonly list: ListState;
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  /** Rows stay where they are, whatever their columns say. */
  readonly isHeld: boolean;
  readonly after: ReactNode;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const column = createColumnHelper<typeof features, IncidentView>();
const columns = column.columns([
  column.accessor(({ nextStepAt }) => nextStepAt, { id: 'due', sortUndefined: 'last', sortDescFirst: false }),
  column.accessor(({ severity }) => SEVERITIES.indexOf(severity), { id: 'severity', sortDescFirst: false }),
  column.accessor('id', { id: 'id' }),
  column.accessor('headline', { id: 'headline' }),
  column.accessor(({ site }) => site, { id: 'site', sortUndefined: 'last' }),
  column.accessor(({ status }) => INCIDENT_STATUSES.indexOf(status), { id: 'status', sortDescFirst: false }),
  column.accessor(({ acknowledgedBy }) => Object.keys(acknowledgedBy).length, { id: 'sides', sortDescFirst: false }),
  column.accessor(({ label, class: of }) => TLP_LABELS.indexOf(label?.tlp ?? defaultTlp(of)), {
    id: 'label',
    sortDescFirst: false,
  }),
  column.accessor('openedAt', { id: 'openedAt', sortDescFirst: true }),
]);
const HEIGHT = 28;

export function IncidentTable({ ids, list, selected, onSelect, isHeld, after }: Props) {
  const { t } = useTranslation('desk');
  const ended = useEndedViews();
  const data = useExercise((fold) =>
    ids.map((id) => fold.incidents.get(id as never) ?? ended.get(id)).filter((one) => one !== undefined),
  );
  const { sort } = list.parameters;
  const sorting = useMemo((): SortingState => {
    if (sort === undefined) return [];
    return [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }];
  }, [sort]);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: ({ id }: IncidentView) => id,
    state: { sorting },
    onSortingChange: (update) => {
      const [next] = typeof update === 'function' ? update(sorting) : update;
      list.set({ sort: next === undefined ? '' : `${next.desc ? '-' : ''}${next.id}` });
    },
  });
  const sorted = table.getRowModel();
  const { order } = useSettledOrder(
    sorted.rows.map(({ id }) => id),
    isHeld,
    list.question,
  );
  const rows = order.flatMap((id) => sorted.rowsById[id] ?? []);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const beyond = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div ref={scroller} className={styles['scroller']}>
      <table className={gridStyles['table']} aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            {table.getHeaderGroups()[0]?.headers.map(({ id, column: of }) => {
              const sorted = of.getIsSorted();
              return (
                <th
                  key={id}
                  scope="col"
                  aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
                >
                  <button type="button" className={gridStyles['sort']} onClick={of.getToggleSortingHandler()}>
                    {t(`column.${id}`)} <span aria-hidden>{sorted === 'asc' ? '▲' : sorted === 'desc' ? '▼' : ''}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden style={{ blockSize: before }} />}
          {items.map(({ index, key }) => {
            const incident = rows[index]?.original;
            if (incident === undefined) return null;
            return (
              <tr
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-rowindex={index + 2}
                aria-current={incident.id === selected || undefined}
                onClick={() => onSelect(incident.id)}
              >
                <Cells incident={incident} onSelect={onSelect} />
              </tr>
            );
          })}
          {beyond > 0 && <tr aria-hidden style={{ blockSize: beyond }} />}
        </tbody>
      </table>
      {after}
    </div>
  );
}

function Cells({ incident, onSelect }: { readonly incident: IncidentView; readonly onSelect: (id: string) => void }) {
  const word = useWord();
  return (
    <>
      <td>
        <RowDue incident={incident} />
      </td>
      <td>
        <SeverityMark severity={incident.severity} />
      </td>
      <td>
        <button
          type="button"
          className={gridStyles['link']}
          data-id={incident.id}
          onClick={() => onSelect(incident.id)}
        >
          <bdi>{incident.id}</bdi>
        </button>
      </td>
      <td className={gridStyles['wide']}>
        <IncidentHeadline incident={incident} />
      </td>
      <td>
        <SiteName site={incident.site} isShort />
      </td>
      <td>{word('incidentStatus', incident.status)}</td>
      <td>
        <SideStates incident={incident} />
      </td>
      <td>
        <LabelMark of={incident.class} label={incident.label} />
      </td>
      <td>
        <bdi className="mute">{clockText(incident.openedAt)}</bdi>
      </td>
    </>
  );
}
