/** What each viewer's own stream gives, in every exercise: that viewer's part of what the server knows, and nothing else. */
import fc from 'fast-check';
import type { LoggedEvent } from '../kernel/event.js';
import { idsIn } from '../kernel/ids.js';
import { STREAMS, type Side, type Stream } from '../kernel/side.js';
import { scenarioIn } from '../exercise/shown-scenario.js';
import type { Scenario } from '../exercise/scenario.js';
import { audiencesOf, streamsOf } from '../release/release.js';
import { eventIn, incidentIn, unitIn } from '../release/shown.js';
import { always, RUNS, scenarios } from '../testing/arbitraries.js';
import { alert, end, resolve, start, until, type Deed } from '../testing/deeds.js';
import { Play } from '../testing/given.js';
import { incidentView, notificationView, unitView } from './read-models.js';
import type { State } from './state.js';
import {
  evolveViewerState,
  openViewerState,
  resumeViewerState,
  serialiseViewerState,
  type ShownEvent,
} from './viewer-state.js';

function shownIn(stream: Stream, log: readonly LoggedEvent[]): ShownEvent[] {
  return log
    .filter(({ audience }) => streamsOf(audience).includes(stream))
    .map((event) => {
      const { type, at, data, cause, actor, audience } = eventIn(stream, event);
      return { seq: event.seqs[stream] ?? 0, type, at, data, cause, actor, audience };
    });
}

function folded(stream: Stream, scenario: Scenario, log: readonly LoggedEvent[]): State {
  const state = openViewerState(stream, scenarioIn(stream, scenario));
  for (const event of shownIn(stream, log)) evolveViewerState(state, stream, event);
  return state;
}

/** The server's lists of what is open, as viewers of the stream read them. */
function listed(stream: Stream, state: State): unknown {
  const audiences = audiencesOf(stream);
  const incidents = Object.values(state.incidents).filter((incident) => audiences.includes(incident.class));
  return plain({
    incidents: incidents.map((incident) => incidentIn(stream, incidentView(state, incident))),
    notifications: Object.values(state.notifications)
      .filter((one) => audiences.includes(one.class))
      .map((one) => notificationView(state, one, one.class)),
    units: idsIn(state.units).map((id) => {
      const unit = state.units[id];
      return unit && unitIn(stream, unitView(state, unit));
    }),
  });
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("a viewer's state", () => {
  it.each(STREAMS)('gives the lists that the server has of what is open: %s', (stream) => {
    always(({ log, scenario, state }) => {
      expect(listed(stream, folded(stream, scenario, log))).toEqual(listed(stream, state));
    });
  });

  it.each(STREAMS)('goes on from its plain form as if it had not been left: %s', (stream) => {
    always(({ log, scenario }) => {
      const events = shownIn(stream, log);
      const half = events.length >> 1;
      const before = openViewerState(stream, scenarioIn(stream, scenario));
      for (const event of events.slice(0, half)) evolveViewerState(before, stream, event);
      const resumed = resumeViewerState(
        scenarioIn(stream, scenario),
        JSON.parse(serialiseViewerState(before)) as Parameters<typeof resumeViewerState>[1],
      );
      for (const event of events.slice(half)) evolveViewerState(resumed, stream, event);
      expect(plain(resumed)).toEqual(plain(folded(stream, scenario, log)));
    });
  });

  it('takes no event out of its turn', () => {
    always(({ log, scenario }) => {
      const [, second] = shownIn('pak', log);
      if (second === undefined) return;
      const state = openViewerState('pak', scenarioIn('pak', scenario));
      expect(() => evolveViewerState(state, 'pak', second)).toThrow('does not follow');
    });
  });

  it('holds nothing of what stands in no event of its stream', () => {
    always(({ log, scenario }) => {
      for (const stream of ['pak', 'chn', 'joint'] as const) {
        const text = serialiseViewerState(folded(stream, scenario, log));
        const known = JSON.stringify(shownIn(stream, log));
        const secrets = log.flatMap(({ audience, data }) => {
          if (streamsOf(audience).includes(stream)) return [];
          return 'incident' in data && typeof data.incident === 'string' ? [data.incident] : [];
        });
        for (const secret of new Set(secrets)) if (!known.includes(secret)) expect(text).not.toContain(secret);
        expect(text).not.toMatch(/"(?:behaviour|injects":\{"|mode|generation)"/);
        // What only a controller's event sets or ends is no timer of a player.
        expect(text).not.toMatch(/"(?:linkBack|deliver|answer|update|move|inject|latest|halt|overdue):/);
      }
    });
  });
});

describe('twins that differ in what one side may not know', () => {
  const times = fc.constantFrom(0, 1_000, 61_000, 600_000);
  /** Roomy, since a unit that something hidden keeps busy is seen to be busy. */
  const roomy = scenarios.map((scenario) => ({
    ...scenario,
    units: scenario.units.map((unit) => ({ ...unit, capacity: 1_000 })),
  }));
  const shownAlert = (side: Side) =>
    fc.record({
      id: fc.constantFrom('A1', 'A2', 'A3', 'A4'),
      class: fc.constantFrom('JOINT' as const, side),
      severity: fc.constantFrom('Extreme' as const, 'Moderate' as const, 'Minor' as const),
      hidden: fc.boolean(),
      passes: times,
    });

  it.each<[Side, Side, Stream]>([
    ['PAK', 'CHN', 'pak'],
    ['CHN', 'PAK', 'chn'],
  ])('have the same snapshot for %s, byte for byte', (own, other, stream) => {
    fc.assert(
      fc.property(roomy, fc.array(shownAlert(own), { maxLength: 12 }), fc.boolean(), (scenario, drawn, ends) => {
        const snapshots = [false, true].map((withHidden) => {
          const world = withHidden ? hiding(scenario, other) : scenario;
          const run = new Play(world);
          run.do(start());
          for (const [n, { hidden, passes, ...parts }] of drawn.entries()) {
            run.do(until(run.clock + passes));
            const hiddenDeeds: Deed[] = [
              alert({ id: `H${n}`, sender: 'hidden', class: other, severity: parts.severity }),
              resolve(`${other}-0001`),
            ];
            if (withHidden && hidden) for (const deed of hiddenDeeds) run.do(deed);
            run.do(alert({ ...parts, id: `${parts.id}-${n}` }));
          }
          if (ends) run.do(end());
          return (
            JSON.stringify(scenarioIn(stream, world)) + serialiseViewerState(folded(stream, world, run.log))
          ).replaceAll(/"c\d+"/g, '"command"');
        });
        expect(snapshots[1]).toBe(snapshots[0]);
      }),
      RUNS,
    );
  });
});

/** The scenario with a route, a chain, a group and an inject more, all for the other side. */
function hiding(scenario: Scenario, side: Side): Scenario {
  const { policy } = scenario;
  const [unit] = scenario.units.filter((one) => one.side === side);
  const [chain] = Object.values(policy.chains);
  if (unit === undefined || chain === undefined) throw new Error('there are units and chains');
  const route = { id: 'hidden', chain: 'hidden', match: { field: 'alert.class', equals: side } };
  const [first] = chain.steps;
  const hidden = { ...chain, steps: [{ ...first, targets: [{ group: 'hidden', action: 'inform' }] }] };
  return {
    ...scenario,
    description: { en: 'hidden' },
    expectations: [],
    policy: {
      ...policy,
      route: { ...policy.route, routes: [...(policy.route.routes ?? []), route] },
      chains: { ...policy.chains, hidden },
      groups: { ...policy.groups, hidden: [unit.id] },
    },
  } as unknown as Scenario;
}
