import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { alertQuery, CAP_MEDIA_TYPE } from '#contracts/http/alerts.js';
import { incidentQuery, notificationQuery } from '#contracts/http/incidents.js';
import { DEFAULT_PAGE } from '#contracts/http/paging.js';
import { unitQuery } from '#contracts/http/units.js';
import { showsAll } from '#domain/release/shown.js';
import type { ListFilters, ListName, Sort } from '#infra/read/read-models.js';
import { callerOf } from '../auth/current.js';
import { acceptedType } from '../http/accepted.js';
import { Operation } from '../http/operation.js';
import { sendJson } from '../http/send-json.js';
import { header, param, queryOf } from '../http/request-input.js';
import { Problem } from '../problems/problem.js';
import { CapDocuments, type CapName } from './cap-documents.js';
import { Visible } from './visible.js';

@Controller()
export class ReadingController {
  constructor(
    private readonly visible: Visible,
    private readonly cap: CapDocuments,
  ) {}

  @Operation('listAlerts')
  listAlerts(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit, cursor, sort, incident, sender, ...filter } = queryOf(request, alertQuery);
    return this.list('alert', request, reply, { limit, cursor, sort }, { ...filter, ...only({ incident, sender }) });
  }

  @Operation('readAlert')
  readAlert(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.readAsAsked('alert', request, reply);
  }

  @Operation('listIncidents')
  listIncidents(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit, cursor, sort, overdueAfter, site, ...filter } = queryOf(request, incidentQuery);
    return this.list(
      'incident',
      request,
      reply,
      { limit, cursor, sort, overdueAfter },
      { ...filter, ...only({ site }) },
    );
  }

  @Operation('readIncident')
  readIncident(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.readAsAsked('incident', request, reply);
  }

  @Operation('listNotifications')
  listNotifications(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit, cursor, sort, overdueAfter, incident, unit, ...filter } = queryOf(request, notificationQuery);
    return this.list(
      'notification',
      request,
      reply,
      { limit, cursor, sort, overdueAfter },
      { ...filter, ...only({ incident, unit }) },
    );
  }

  @Operation('readNotification')
  readNotification(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.readAsAsked('notification', request, reply);
  }

  @Operation('listUnits')
  listUnits(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit, cursor, sort, ...filter } = queryOf(request, unitQuery);
    if (filter.mode !== undefined && !showsAll(callerOf(request).stream)) {
      throw new Problem('FORBIDDEN', 'Who answers for a unit is for controllers and evaluators; leave `mode` out.');
    }
    return this.list('unit', request, reply, { limit, cursor, sort }, filter);
  }

  @Operation('readUnit')
  readUnit(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.read('unit', request, reply);
  }

  /** As JSON, or as a CAP message where the client prefers that. */
  private async readAsAsked(kind: CapName, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    void reply.header('vary', 'accept');
    if (acceptedType(header(request, 'accept'), ['application/json', CAP_MEDIA_TYPE]) !== CAP_MEDIA_TYPE) {
      return this.read(kind, request, reply);
    }
    const xml = await this.cap.read(kind, param(request, 'exercise'), param(request, kind), callerOf(request));
    void reply.header('content-type', `${CAP_MEDIA_TYPE}; charset=utf-8`).send(xml);
  }

  private async read(kind: ListName, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const doc = await this.visible.one(kind, param(request, 'exercise'), param(request, kind), callerOf(request));
    sendJson(reply, 200, doc);
  }

  private async list<L extends ListName>(
    kind: L,
    request: FastifyRequest,
    reply: FastifyReply,
    page: { limit?: number; cursor?: string; sort?: Sort<L>; overdueAfter?: number },
    filter: ListFilters[L],
  ): Promise<void> {
    const { limit = DEFAULT_PAGE, ...rest } = page;
    const exerciseId = param(request, 'exercise');
    const query = { exerciseId, filter, limit, ...rest };
    const { items, next } = await this.visible.list(kind, callerOf(request), query);
    const docs = items.map(({ doc }) => doc).join(',');
    sendJson(reply, 200, `{"items":[${docs}]${next === null ? '' : `,"next":${JSON.stringify(next)}`}}`);
  }
}

/** The filters that are given, each as the list of one that the store takes. */
function only<K extends string>(values: Record<K, string | undefined>): Partial<Record<K, string[]>> {
  const given = Object.entries<string | undefined>(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([key, value]) => [key, [value]])) as Partial<Record<K, string[]>>;
}
