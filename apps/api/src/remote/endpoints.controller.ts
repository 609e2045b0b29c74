import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { DEFAULT_PAGE } from '#contracts/http/paging.js';
import {
  deliveryQuery,
  type DeliveryView,
  endpointBody,
  type endpointList,
  type EndpointView,
} from '#contracts/http/remote-units.js';
import { PageCursors, type SortedList } from '#infra/read/page-cursor.js';
import { AllowedAddresses } from '#infra/remote/allowed-address.js';
import { circuitState } from '#infra/remote/circuit.js';
import { DeliveryList, type DeliveryRecord } from '#infra/remote/delivery-list.js';
import { type Endpoint, EndpointStore } from '#infra/remote/endpoint-store.js';
import { refusesUrl } from '#infra/remote/guarded-request.js';
import { secretText } from '#infra/remote/webhook-signature.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Operation } from '../http/operation.js';
import { pageOf, placeIn } from '../http/pages.js';
import { notFound, Problem } from '../problems/problem.js';

const listOf = (exerciseId: string): SortedList => ({ name: 'delivery', exerciseId, sort: '-number' });

@Controller()
export class EndpointsController {
  constructor(
    private readonly endpoints: EndpointStore,
    private readonly deliveries: DeliveryList,
    private readonly exercises: ExerciseCatalog,
    private readonly cursors: PageCursors,
    private readonly addresses: AllowedAddresses,
  ) {}

  @Operation('listEndpoints')
  async listEndpoints(@Param('exercise') exercise: string): Promise<z.infer<typeof endpointList>> {
    await this.exercises.mustExist(exercise);
    return { items: (await this.endpoints.list(exercise)).map(view) };
  }

  @Operation('readEndpoint')
  async read(@Param('exercise') exercise: string, @Param('unit') unit: string): Promise<EndpointView> {
    await this.#mustHaveUnit(exercise, unit);
    return view(await this.#existing(exercise, unit));
  }

  /** @throws Problem ADDRESS_NOT_ALLOWED */
  @Operation('setEndpoint')
  async set(
    @Param('exercise') exercise: string,
    @Param('unit') unit: string,
    @Body({ schema: endpointBody }) body: z.infer<typeof endpointBody>,
    @CurrentCaller() { id: by }: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EndpointView> {
    const { url, enabled = true, newSecret = false } = body;
    await this.#mustHaveUnit(exercise, unit);
    if (refusesUrl(url, this.addresses)) {
      const message =
        `${new URL(url).hostname} is this machine, a private network or a range with a special purpose; use a public address, ` +
        'or add the network to REMOTE_ALLOWED_NETWORKS.';
      const errors = [{ code: 'ADDRESS_NOT_ALLOWED', path: 'url', message }] as const;
      throw new Problem('ADDRESS_NOT_ALLOWED', message, { errors });
    }
    const { isNew, key } = await this.endpoints.set({ exercise, unit, url, enabled, newSecret, by });
    void reply.code(isNew ? 201 : 200);
    return { ...view(await this.#existing(exercise, unit)), ...(key && { secret: secretText(key) }) };
  }

  @Operation('removeEndpoint')
  async remove(@Param('exercise') exercise: string, @Param('unit') unit: string): Promise<void> {
    await this.#mustHaveUnit(exercise, unit);
    if (!(await this.endpoints.remove(exercise, unit))) throw notFound('endpoint', unit);
  }

  @Operation('listDeliveries')
  async list(
    @Param('exercise') exercise: string,
    @Query({ schema: deliveryQuery }) query: z.infer<typeof deliveryQuery>,
  ) {
    const { limit = DEFAULT_PAGE, cursor, unit, status: statuses } = query;
    await this.exercises.mustExist(exercise);
    const list = listOf(exercise);
    const before = cursor === undefined ? undefined : placeIn(this.cursors, list, cursor).key;
    const found = await this.deliveries.list(exercise, { unit, statuses, before, limit: limit + 1 });
    const { items, next } = pageOf(found, limit, ({ number, id }) => this.cursors.encode(list, { key: number, id }));
    return { items: items.map(deliveryOf), next };
  }

  /** @throws Problem NOT_FOUND */
  async #mustHaveUnit(exercise: string, unit: string): Promise<void> {
    const { units } = await this.exercises.scenario(exercise);
    if (!units.some(({ id }) => id === unit)) throw notFound('unit', unit);
  }

  /** @throws Problem NOT_FOUND */
  async #existing(exercise: string, unit: string): Promise<Endpoint> {
    const endpoint = await this.endpoints.get(exercise, unit);
    if (endpoint === undefined) throw notFound('endpoint', unit);
    return endpoint;
  }
}

function view(endpoint: Endpoint): EndpointView {
  const { unit, url, enabled, mode, setBy, setAt, failures, openUntil, now, pending } = endpoint;
  const { lastSuccessAt, lastFailureAt, lastError } = endpoint;
  const state = circuitState(endpoint, now);
  return {
    unit,
    url,
    enabled,
    mode,
    setBy,
    setAt: setAt.toISOString(),
    circuit: {
      state,
      failures,
      ...(state === 'open' && openUntil !== null && { openUntil: new Date(openUntil).toISOString() }),
    },
    pending,
    ...(lastSuccessAt !== null && { lastSuccessAt: lastSuccessAt.toISOString() }),
    ...(lastFailureAt !== null && { lastFailureAt: lastFailureAt.toISOString() }),
    ...(lastError !== null && { lastError }),
  };
}

function deliveryOf(record: DeliveryRecord): DeliveryView {
  const { id, unit, kind, subject, at, createdAt, status, reason, nextAttemptAt, deliveredAt, attempts } = record;
  return {
    id,
    unit,
    kind,
    subject,
    at,
    createdAt: createdAt.toISOString(),
    status,
    ...(reason !== null && { reason }),
    ...(nextAttemptAt !== null && { nextAttemptAt: nextAttemptAt.toISOString() }),
    ...(deliveredAt !== null && { deliveredAt: deliveredAt.toISOString() }),
    attempts: attempts.map((attempt) => ({
      number: attempt.number,
      at: attempt.at,
      latencyMs: attempt.latencyMs,
      ...(attempt.status !== null && { status: attempt.status }),
      ...(attempt.error !== null && { error: attempt.error }),
    })),
    attemptCount: record.attemptCount,
  };
}
