/** What Prometheus reads at `/metrics`. A process registers the metrics of its own part. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export function createRegistry(process: 'api' | 'worker'): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** Seconds, from a millisecond to ten seconds. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export type ApiMetrics = ReturnType<typeof apiMetrics>;

/** @param inboxDepth asked whenever Prometheus asks: the commands that wait to be applied. */
export function apiMetrics(registry: Registry, inboxDepth: () => Promise<number>) {
  const registers = [registry];
  return {
    /** By `type` of command and `status` (`accepted`, `repeat`). */
    accepted: new Counter({
      name: 'tandem_commands_accepted_total',
      help: 'Commands stored in the inbox, by type and whether they were new',
      labelNames: ['type', 'status'] as const,
      registers,
    }),
    acceptSeconds: new Histogram({
      name: 'tandem_accept_seconds',
      help: 'From the call of the inbox to the durable commit',
      buckets: SECONDS,
      registers,
    }),
    inboxDepth: new Gauge({
      name: 'tandem_inbox_depth',
      help: 'Commands that wait to be applied',
      registers,
      async collect() {
        // While PostgreSQL is away there is no figure; the others are still to be had.
        await inboxDepth().then(
          (depth) => this.set(depth),
          () => this.set(Number.NaN),
        );
      },
    }),
    socketClients: new Gauge({ name: 'tandem_socket_clients', help: 'Connected socket clients', registers }),
    slowClients: new Counter({
      name: 'tandem_slow_clients_disconnected_total',
      help: 'Socket clients that were disconnected because they read too slowly',
      registers,
    }),
    socketLagSeconds: new Histogram({
      name: 'tandem_log_to_socket_seconds',
      help: 'From the commit of an event to its being handed to the sockets',
      buckets: SECONDS,
      registers,
    }),
    wakeUpsLost: new Counter({
      name: 'tandem_wake_ups_lost_total',
      help: 'Wake-ups that could not be sent; the sweep makes up for them',
      registers,
    }),
  };
}

export type WorkerMetrics = ReturnType<typeof workerMetrics>;

export function workerMetrics(registry: Registry) {
  const registers = [registry];
  return {
    advanceSeconds: new Histogram({
      name: 'tandem_advance_seconds',
      help: 'One advance of an exercise, from the lock to the commit',
      buckets: SECONDS,
      registers,
    }),
    /** Wall time by which a timer fired after it was due. */
    timerLatenessSeconds: new Histogram({
      name: 'tandem_timer_lateness_seconds',
      help: 'Wall time by which a due timer fired late',
      buckets: SECONDS,
      registers,
    }),
    commandsApplied: new Counter({
      name: 'tandem_commands_applied_total',
      help: 'Commands applied, by type and outcome (applied, refused)',
      labelNames: ['type', 'outcome'] as const,
      registers,
    }),
    events: new Counter({
      name: 'tandem_events_total',
      help: 'Events appended to logs, by type',
      labelNames: ['type'] as const,
      registers,
    }),
    escalations: new Counter({
      name: 'tandem_escalations_total',
      help: 'Steps after the first that started, by reason',
      labelNames: ['reason'] as const,
      registers,
    }),
    openIncidents: new Gauge({
      name: 'tandem_open_incidents',
      help: 'Incidents that are neither closed nor cancelled, by exercise, as of its last advance by this worker',
      labelNames: ['exercise'] as const,
      registers,
    }),
    wakeUpsLost: new Counter({
      name: 'tandem_wake_ups_lost_total',
      help: 'Wake-ups that could not be sent; the sweep makes up for them',
      registers,
    }),
  };
}
