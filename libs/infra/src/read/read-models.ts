/** Lists of alerts, incidents, notifications and units, as a viewer may see them: filter, sort, pages by key. */
import type { DataSource, EntityTarget, SelectQueryBuilder } from 'typeorm';
import { SEVERITIES } from '#domain/alert/alert.js';
import { INCIDENT_STATUSES } from '#domain/incident/incident.js';
import type { AlertView, IncidentView, UnitView } from '#domain/engine/read-models.js';
import { relabelled } from '#domain/labelling/evolve-label.js';
import type { StatedLabel } from '#domain/labelling/label-events.js';
import type { Stream } from '#domain/kernel/side.js';
import { isWall, namesOf, readsAll } from '#domain/release/label.js';
import { audiencesOf } from '#domain/release/release.js';
import { incidentIn, showsAll, unitIn, type Viewing } from '#domain/release/shown.js';
import { available } from '../database/database-error.js';
import { AlertEntity, IncidentEntity, NotificationEntity, UnitEntity } from '../database/entities/index.js';
import type { JsonText } from '../log/event-reader.js';
import { CursorInvalid, LAST_KEY, type PageCursors } from './page-cursor.js';

/** One of several values: any of them matches. */
type OneOf = readonly string[];

export interface ListFilters {
  alert: { incident?: OneOf; status?: OneOf; severity?: OneOf; msgType?: OneOf; sender?: OneOf };
  incident: { status?: OneOf; severity?: OneOf; site?: OneOf; joint?: OneOf };
  notification: { incident?: OneOf; unit?: OneOf; side?: OneOf; action?: OneOf; status?: OneOf };
  unit: { side?: OneOf; kind?: OneOf; duty?: OneOf; mode?: OneOf };
}
export type ListName = keyof ListFilters;

/** What each list can be sorted by; with `-` before it, downwards. The first is the default, downwards. What has no such time comes last. */
export const SORTS = {
  alert: ['at', 'severity', 'id'],
  incident: ['openedAt', 'severity', 'status', 'id', 'nextStepAt', 'deadline'],
  notification: ['queuedAt', 'unit', 'id', 'expiresAt'],
  unit: ['id', 'side', 'kind'],
} as const satisfies Record<ListName, readonly string[]>;
type SortField<L extends ListName> = (typeof SORTS)[L][number];
export type Sort<L extends ListName> = SortField<L> | `-${SortField<L>}`;

const DEFAULT_SORT: { readonly [L in ListName]: Sort<L> } = {
  alert: '-at',
  incident: '-openedAt',
  notification: '-queuedAt',
  unit: 'id',
};

/** The filters of each list. */
export const FILTERS: { readonly [L in ListName]: readonly (keyof ListFilters[L] & string)[] } = {
  alert: ['incident', 'status', 'severity', 'msgType', 'sender'],
  incident: ['status', 'severity', 'site', 'joint'],
  notification: ['incident', 'unit', 'side', 'action', 'status'],
  unit: ['side', 'kind', 'duty', 'mode'],
};

/**
 * What is due at or before `:overdueAfter`, of the lists in which something can be. It belongs to an incident that is open, and by
 * those it is found: an index over the times themselves would have to be written each time that one of them changes. A
 * notification's id begins with its incident's, so that the primary key leads to those of an incident; `OFFSET 0` keeps the
 * planner on that way.
 */
const DUE: Partial<Record<ListName, string>> = {
  incident: 'r.open AND r.nextStepAt <= :overdueAfter',
  notification: `r.expiresAt <= :overdueAfter AND r.id IN (
    SELECT due.id FROM incident i CROSS JOIN LATERAL (
      SELECT n.id FROM notification n WHERE n.exercise_id = i.exercise_id AND n.id >= i.id || '.' AND n.id < i.id || '/'
        AND n.expires_at <= :overdueAfter OFFSET 0) due
    WHERE i.exercise_id = :exerciseId AND i.open)`,
};

export interface ListQuery<L extends ListName> {
  readonly exerciseId: string;
  /** Rows that are not of the audiences of the viewer's stream, or that labels keep from the viewer, do not exist for it. Units are known to all. */
  readonly viewing: Viewing;
  readonly filter?: ListFilters[L];
  /** Only what is due at or before this exercise time, ms. Lists in which nothing is ever due are then empty. */
  readonly overdueAfter?: number;
  readonly sort?: Sort<L>;
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

export interface Page {
  readonly items: readonly { readonly id: string; readonly doc: JsonText }[];
  /** Null on the last page. */
  readonly next: string | null;
}

const ENTITIES: Record<ListName, EntityTarget<{ id: string }>> = {
  alert: AlertEntity,
  incident: IncidentEntity,
  notification: NotificationEntity,
  unit: UnitEntity,
};

/** Of documents, in one page: alerts may be large, and a page is held in memory as a whole. */
const ENOUGH_BYTES = 2 * 1024 * 1024;

interface PageRow {
  readonly id: string;
  readonly doc: string;
  readonly sort_key: string | number;
  /** Whether another row follows; null: none. */
  readonly followed: true | null;
}

/** In the order of the enumeration, the gravest last: downwards means the gravest first. */
const RANKED: Readonly<Record<string, string>> = {
  severity: rank('severity', ['Unknown', ...SEVERITIES.filter((severity) => severity !== 'Unknown').toReversed()]),
  status: rank('status', INCIDENT_STATUSES),
};
/** Times that may be absent. */
const NULLABLE: ReadonlySet<string> = new Set(['nextStepAt', 'deadline', 'expiresAt']);
const NUMERIC: ReadonlySet<string> = new Set(['at', 'openedAt', 'queuedAt', 'severity', 'status', ...NULLABLE]);

const ALERT_PARTS = `'id', r.id, 'audience', r.audience, 'incident', r.incident, 'acceptedAt', r.at,
  'alert', e.data->'alert', 'status', r.status`;
/** The row holds the readers of a restricted thing: those whom its label names, and one name for those who read it anyway. */
const ALERT_LABEL = `CASE WHEN r.readers IS NULL THEN json_build_object('tlp', r.tlp)
  ELSE json_build_object('tlp', r.tlp, 'to', to_json(trim_array(string_to_array(r.readers, ' '), 1))) END`;
/** First, so that it is found without reading the document. */
const RELABELLED = 'relabelled';

export class ReadModels {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: PageCursors,
  ) {}

  /**
   * A page of a list. Pages follow each other by key, so rows that are added meanwhile shift nothing.
   * @throws CursorInvalid, DatabaseUnavailable
   */
  async list<L extends ListName>(name: L, query: ListQuery<L>): Promise<Page> {
    const sort: string = query.sort ?? DEFAULT_SORT[name];
    const field = sort.startsWith('-') ? sort.slice(1) : sort;
    const direction = sort.startsWith('-') ? 'DESC' : 'ASC';
    const list = { name, exerciseId: query.exerciseId, sort };
    const expression = expressionOf(field, direction);
    const select = this.documents(name, query.exerciseId, query.viewing)
      .addSelect(expression, 'sort_key')
      .orderBy('sort_key', direction)
      .addOrderBy('r.id', direction)
      .limit(query.limit + 1);
    for (const column of FILTERS[name]) {
      const values = query.filter?.[column] as OneOf | undefined;
      if (values === undefined) continue;
      if (values.length === 0) return { items: [], next: null };
      select.andWhere(`r.${column} IN (:...${column})`, { [column]: values });
      const only = values[0];
      if (name === 'notification' && column === 'incident' && values.length === 1 && only !== undefined) {
        // A notification's id begins with its incident's: the primary key serves as the index.
        select.andWhere('r.id >= :from AND r.id < :to', { from: `${only}.`, to: `${only}/` });
      }
    }
    const { overdueAfter } = query;
    if (overdueAfter !== undefined) {
      const due = DUE[name];
      if (due === undefined) return { items: [], next: null };
      select.andWhere(due, { overdueAfter });
    }
    if (query.cursor !== undefined) {
      const position = this.cursors.decode(list, query.cursor);
      if ((typeof position.key === 'number') !== NUMERIC.has(field)) throw new CursorInvalid();
      const beyond = direction === 'DESC' ? '<' : '>';
      select.andWhere(`(${expression}, r.id) ${beyond} (:key, :id)`, position);
    }
    const rows = await this.measured(select, direction);
    const shown = rows.slice(0, query.limit);
    const last = shown[shown.length - 1];
    return {
      items: shown.map(({ id, doc }) => ({ id, doc: docFor(name, doc, query.viewing.stream) })),
      next: last?.followed === true ? this.cursors.encode(list, { key: last.sort_key, id: last.id }) : null,
    };
  }

  /** The rows of a page until their documents have reached {@link ENOUGH_BYTES}. */
  private measured(select: SelectQueryBuilder<{ id: string }>, direction: 'ASC' | 'DESC'): Promise<PageRow[]> {
    const [sql, parameters] = select.getQueryAndParameters();
    const order = `ORDER BY page.sort_key ${direction}, page.id ${direction}`;
    return available(() =>
      this.dataSource.query<PageRow[]>(
        `SELECT id, doc, sort_key, followed FROM (
           SELECT page.*, sum(octet_length(page.doc)) OVER w AS bytes, lead(true) OVER w AS followed
           FROM (${sql}) page WINDOW w AS (${order} ROWS UNBOUNDED PRECEDING)) page
         WHERE bytes - octet_length(doc) < ${ENOUGH_BYTES} ${order}`,
        parameters,
      ),
    );
  }

  /** One row's document; null when there is none that the viewer may see. */
  async get(name: ListName, exerciseId: string, id: string, viewing: Viewing): Promise<JsonText | null> {
    const row = await available(() =>
      this.documents(name, exerciseId, viewing).andWhere('r.id = :id', { id }).getRawOne<{ doc: string }>(),
    );
    return row === undefined ? null : docFor(name, row.doc, viewing.stream);
  }

  /**
   * The document of an incident's latest alert in force; where none is, of the latest message that ended it. Null when there is
   * none that the viewer may see.
   */
  async latestAlert(exerciseId: string, incident: string, viewing: Viewing): Promise<JsonText | null> {
    const row = await available(() =>
      this.documents('alert', exerciseId, viewing)
        .andWhere('r.incident = :incident', { incident })
        .orderBy("(r.status = 'active')", 'DESC')
        .addOrderBy('r.seq', 'DESC')
        .limit(1)
        .getRawOne<{ doc: string }>(),
    );
    return row === undefined ? null : docFor('alert', row.doc, viewing.stream);
  }

  /** How many rows the viewer may see, by status (units: by duty). */
  async count(name: ListName, exerciseId: string, viewing: Viewing): Promise<Readonly<Record<string, number>>> {
    const column = name === 'unit' ? 'r.duty' : 'r.status';
    const rows = await available(() =>
      this.visible(name, exerciseId, viewing)
        .select(column, 'value')
        .addSelect('count(*)', 'count')
        .groupBy(column)
        .getRawMany<{ value: string; count: number }>(),
    );
    return Object.fromEntries(rows.map(({ value, count }) => [value, count]));
  }

  private documents(name: ListName, exerciseId: string, viewing: Viewing): SelectQueryBuilder<{ id: string }> {
    const select = this.visible(name, exerciseId, viewing).select('r.id', 'id');
    if (name !== 'alert') return select.addSelect('r.doc::text', 'doc');
    // An alert's text is large and never changes: it stands in the event that accepted it, and nowhere else.
    return select
      .innerJoin('event', 'e', 'e.exercise_id = r.exercise_id AND e.seq = r.seq')
      .leftJoin('event', 'l', 'l.exercise_id = r.exercise_id AND l.seq = r.label_seq')
      .addSelect(
        // Without a label where there is none, as in the rows of the other lists: the document knows no null.
        `(CASE WHEN r.label_seq IS NOT NULL THEN
             json_build_object('${RELABELLED}', l.data->'set', ${ALERT_PARTS}, 'label',
               CASE WHEN r.tlp IS NULL THEN NULL ELSE ${ALERT_LABEL} END)
           WHEN r.tlp IS NULL THEN json_build_object(${ALERT_PARTS})
           ELSE json_build_object(${ALERT_PARTS}, 'label', ${ALERT_LABEL}) END)::text`,
        'doc',
      );
  }

  private visible(name: ListName, exerciseId: string, { stream, reader }: Viewing): SelectQueryBuilder<{ id: string }> {
    const select = this.dataSource
      .createQueryBuilder(ENTITIES[name], 'r')
      .where('r.exerciseId = :exerciseId', { exerciseId });
    if (name === 'unit') return select;
    select.andWhere('r.audience = ANY (:audiences)', { audiences: [...audiencesOf(stream)] });
    if (readsAll(reader)) return select;
    const allowed = (row: string): string => (isWall(reader) ? `${row}.tlp = 'TLP:CLEAR'` : readable(row));
    // A notification is read by whoever reads its incident.
    if (name !== 'notification') return select.andWhere(allowed('r'), { names: [...namesOf(reader)] });
    return select.andWhere(
      `NOT EXISTS (SELECT FROM incident i WHERE i.exercise_id = r.exercise_id AND i.id = r.incident AND (${allowed('i')}) IS NOT TRUE)`,
      { names: [...namesOf(reader)] },
    );
  }
}

function readable(row: string): string {
  return `(${row}.readers IS NULL OR string_to_array(${row}.readers, ' ') && CAST(:names AS text[]))`;
}

/** The document as the viewers of a stream see it. */
function docFor(name: ListName, doc: JsonText, stream: Stream): JsonText {
  if (name === 'alert') return alertDoc(doc);
  if (name === 'unit') return JSON.stringify(unitIn(stream, JSON.parse(doc) as UnitView));
  if (name !== 'incident' || showsAll(stream)) return doc;
  return JSON.stringify(incidentIn(stream, JSON.parse(doc) as IncidentView));
}

/** With the label that the alert has now, if it was changed. */
function alertDoc(doc: JsonText): JsonText {
  if (!doc.startsWith(`{"${RELABELLED}"`)) return doc;
  const { relabelled: set, label, ...view } = JSON.parse(doc) as AlertView & { [RELABELLED]: StatedLabel };
  return JSON.stringify({ ...view, alert: relabelled(view.alert, set), ...(label && { label }) });
}

/** What a list is ordered by: never null, so that a page can begin after any row, and never negative, as cursors need it. */
function expressionOf(field: string, direction: 'ASC' | 'DESC'): string {
  if (NULLABLE.has(field)) {
    return direction === 'ASC' ? `coalesce(r.${field}, ${LAST_KEY})` : `coalesce(r.${field} + 1, 0)`;
  }
  // In brackets it is no column in TypeORM's eyes: it would select the column `id` twice under each of its names.
  return RANKED[field] ?? `(r.${field})`;
}

function rank(column: string, values: readonly string[]): string {
  const list = values.map((value) => `'${value}'`).join(', ');
  // A cursor that somebody made up may hold any number.
  return `array_position(ARRAY[${list}], r.${column})::bigint`;
}
