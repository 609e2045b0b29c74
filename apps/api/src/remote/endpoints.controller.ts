import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DEFAULT_PAGE } from '#contracts/http/paging.js';
import { deliveryQuery, type DeliveryView, endpointBody, type EndpointView } from '#contracts/http/remote-units.js';
import { CursorInvalid, PageCursors, type SortedList } from '#infra/read/page-cursor.js';
import { AllowedAddresses } from '#infra/remote/allowed-address.js';
import { circuitState } from '#infra/remote/circuit.js';
import { DeliveryList, type DeliveryRecord } from '#infra/remote/delivery-list.js';
import { type Endpoint, EndpointStore } from '#infra/remote/endpoint-store.js';
import { refusesUrl } from '#infra/remote/guarded-request.js';
import { secretText } from '#infra/remote/webhook-signature.js';
import { callerOf } from '../auth/access-control.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Operation } from '../http/operation.js';
import { bodyOf, param, queryOf } from '../http/request-input.js';
import { notFound, Problem } from '../problems/problem.js';
import { ApiSettings } from '../settings.js';

const listOf = (exerciseId: string): SortedList => ({ name: 'delivery', exerciseId, sort: '-number' });

@Controller()
export class EndpointsController {
  private readonly addresses: AllowedAddresses;

  constructor(
    private readonly endpoints: EndpointStore,
    private readonly deliveries: DeliveryList,
    private readonly exercises: ExerciseCatalog,
    private readonly cursors: PageCursors,
    settings: ApiSettings,
  ) {
    this.addresses = new AllowedAddresses(settings.remoteAllowedNetworks);
  }

  @Operation('readEndpoint')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.send(view(await this.#existing(await this.#unit(request))));
  }

  /** @throws Problem ADDRESS_NOT_ALLOWED */
  @Operation('setEndpoint')
  async set(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { url, enabled = true, newSecret = false } = bodyOf(request, endpointBody);
    const at = await this.#unit(request);
    if (refusesUrl(url, this.addresses)) {
      const message =
        `${new URL(url).hostname} is this machine, a private network or a range with a special purpose; use a public address, ` +
        'or add the network to REMOTE_ALLOWED_NETWORKS.';
      const errors = [{ code: 'ADDRESS_NOT_ALLOWED', path: 'url', message }] as const;
      throw new Problem('ADDRESS_NOT_ALLOWED', message, { errors });
    }
    const { isNew, key } = await this.endpoints.set({ ...at, url, enabled, newSecret, by: callerOf(request).id });
    const secret = key && { secret: secretText(key) };
    void reply.code(isNew ? 201 : 200).send({ ...view(await this.#existing(at)), ...secret });
  }

  @Operation('removeEndpoint')
  async remove(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { exercise, unit } = await this.#unit(request);
    if (!(await this.endpoints.remove(exercise, unit))) throw notFound('endpoint', unit);
    void reply.code(204).send();
  }

  @Operation('listDeliveries')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { limit = DEFAULT_PAGE, cursor, unit, status: statuses } = queryOf(request, deliveryQuery);
    const exercise = param(request, 'exercise');
    if (!(await this.exercises.exists(exercise))) throw notFound('exercise', exercise);
    const before = cursor === undefined ? undefined : this.#numberOf(exercise, cursor);
    const found = await this.deliveries.list(exercise, { unit, statuses, before, limit: limit + 1 });
    const last = found[limit - 1];
    const next =
      found.length > limit && last !== undefined
        ? this.cursors.encode(listOf(exercise), { key: last.number, id: last.id })
        : undefined;
    void reply.send({ items: found.slice(0, limit).map(deliveryOf), next });
  }

  /** @throws Problem NOT_FOUND */
  async #unit(request: FastifyRequest): Promise<{ exercise: string; unit: string }> {
    const [exercise, unit] = [param(request, 'exercise'), param(request, 'unit')];
    const { units } = await this.exercises.scenario(exercise);
    if (!units.some(({ id }) => id === unit)) throw notFound('unit', unit);
    return { exercise, unit };
  }

  /** @throws Problem NOT_FOUND */
  async #existing({ exercise, unit }: { exercise: string; unit: string }): Promise<Endpoint> {
    const endpoint = await this.endpoints.get(exercise, unit);
    if (endpoint === undefined) throw notFound('endpoint', unit);
    return endpoint;
  }

  #numberOf(exercise: string, cursor: string): number {
    const { key } = this.cursors.decode(listOf(exercise), cursor);
    if (typeof key !== 'number') throw new CursorInvalid();
    return key;
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
