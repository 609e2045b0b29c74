import { Controller, Header, Headers, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { alertQuery, CAP_MEDIA_TYPE } from '#contracts/http/alerts.js';
import { incidentQuery, notificationQuery } from '#contracts/http/incidents.js';
import { DEFAULT_PAGE } from '#contracts/http/paging.js';
import { unitQuery } from '#contracts/http/units.js';
import { showsAll } from '#domain/release/shown.js';
import type { ListFilters, ListName, ListQuery } from '#infra/read/read-models.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { acceptedType } from '../http/accepted.js';
import { JsonText } from '../http/json-text.js';
import { Operation } from '../http/operation.js';
import { Problem } from '../problems/problem.js';
import { CapDocuments, type CapName } from './cap-documents.js';
import { Visible } from './visible.js';

type PageQuery<L extends ListName> = Pick<ListQuery<L>, 'exerciseId' | 'cursor' | 'sort' | 'overdueAfter'> & {
  readonly limit: number | undefined;
};

@Controller()
export class ReadingController {
  constructor(
    private readonly visible: Visible,
    private readonly cap: CapDocuments,
  ) {}

  @Operation('listAlerts')
  @JsonText()
  listAlerts(
    @Param('exercise') exerciseId: string,
    @CurrentCaller() caller: Caller,
    @Query({ schema: alertQuery }) query: z.infer<typeof alertQuery>,
  ): Promise<string> {
    const { limit, cursor, sort, incident, sender, ...filter } = query;
    const wanted = { ...filter, ...only({ incident, sender }) };
    return this.list('alert', caller, { exerciseId, limit, cursor, sort }, wanted);
  }

  @Operation('readAlert')
  @JsonText()
  @Header('vary', 'accept')
  readAlert(
    @Param('exercise') exercise: string,
    @Param('alert') id: string,
    @CurrentCaller() caller: Caller,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.readAs(formOf(accept, reply), 'alert', exercise, id, caller);
  }

  @Operation('listIncidents')
  @JsonText()
  listIncidents(
    @Param('exercise') exerciseId: string,
    @CurrentCaller() caller: Caller,
    @Query({ schema: incidentQuery }) query: z.infer<typeof incidentQuery>,
  ): Promise<string> {
    const { limit, cursor, sort, overdueAfter, site, ...filter } = query;
    const wanted = { ...filter, ...only({ site }) };
    return this.list('incident', caller, { exerciseId, limit, cursor, sort, overdueAfter }, wanted);
  }

  @Operation('readIncident')
  @JsonText()
  @Header('vary', 'accept')
  readIncident(
    @Param('exercise') exercise: string,
    @Param('incident') id: string,
    @CurrentCaller() caller: Caller,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return formOf(accept, reply) === 'cap'
      ? this.cap.read('incident', exercise, id, caller)
      : this.visible.incident(exercise, id, caller);
  }

  @Operation('listNotifications')
  @JsonText()
  listNotifications(
    @Param('exercise') exerciseId: string,
    @CurrentCaller() caller: Caller,
    @Query({ schema: notificationQuery }) query: z.infer<typeof notificationQuery>,
  ): Promise<string> {
    const { limit, cursor, sort, overdueAfter, incident, unit, ...filter } = query;
    const wanted = { ...filter, ...only({ incident, unit }) };
    return this.list('notification', caller, { exerciseId, limit, cursor, sort, overdueAfter }, wanted);
  }

  @Operation('readNotification')
  @JsonText()
  @Header('vary', 'accept')
  readNotification(
    @Param('exercise') exercise: string,
    @Param('notification') id: string,
    @CurrentCaller() caller: Caller,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.readAs(formOf(accept, reply), 'notification', exercise, id, caller);
  }

  @Operation('listUnits')
  @JsonText()
  listUnits(
    @Param('exercise') exerciseId: string,
    @CurrentCaller() caller: Caller,
    @Query({ schema: unitQuery }) query: z.infer<typeof unitQuery>,
  ): Promise<string> {
    const { limit, cursor, sort, ...filter } = query;
    if (filter.mode !== undefined && !showsAll(caller.stream)) {
      throw new Problem('FORBIDDEN', 'Who answers for a unit is for controllers and evaluators; leave `mode` out.');
    }
    return this.list('unit', caller, { exerciseId, limit, cursor, sort }, filter);
  }

  @Operation('readUnit')
  @JsonText()
  readUnit(
    @Param('exercise') exercise: string,
    @Param('unit') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<string> {
    return this.visible.one('unit', exercise, id, caller);
  }

  private readAs(form: 'json' | 'cap', kind: CapName, exercise: string, id: string, caller: Caller): Promise<string> {
    return form === 'cap' ? this.cap.read(kind, exercise, id, caller) : this.visible.one(kind, exercise, id, caller);
  }

  private async list<L extends ListName>(
    kind: L,
    caller: Caller,
    { limit = DEFAULT_PAGE, ...page }: PageQuery<L>,
    filter: ListFilters[L],
  ): Promise<string> {
    const { items, next } = await this.visible.list(kind, caller, { ...page, filter, limit });
    const docs = items.map(({ doc }) => doc).join(',');
    return `{"items":[${docs}]${next === null ? '' : `,"next":${JSON.stringify(next)}`}}`;
  }
}

/** The form that the client prefers; the answer bears its media type. */
function formOf(accept: string | undefined, reply: FastifyReply): 'json' | 'cap' {
  if (acceptedType(accept, ['application/json', CAP_MEDIA_TYPE]) !== CAP_MEDIA_TYPE) return 'json';
  void reply.header('content-type', `${CAP_MEDIA_TYPE}; charset=utf-8`);
  return 'cap';
}

/** The filters that are given, each as the list of one that the store takes. */
function only<K extends string>(values: Record<K, string | undefined>): Partial<Record<K, string[]>> {
  const given = Object.entries<string | undefined>(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([key, value]) => [key, [value]])) as Partial<Record<K, string[]>>;
}
