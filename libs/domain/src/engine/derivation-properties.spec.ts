/** I1, I2 and I3: the log is all there is; state, read models and replays follow from it. */
import { incidentId } from '../kernel/ids.js';
import { after, earlierOf, laterOf, exerciseTime } from '../kernel/exercise-time.js';
import fc from 'fast-check';
import { isTerminal } from '../notification/notification.js';
import { always, draws, play, RUNS, scenarios } from '../testing/arbitraries.js';
import { alert } from '../testing/deeds.js';
import { deepFreeze, given, mustBeSound } from '../testing/given.js';
import { answers, ask, chain, MINUTE, pak, smallExercise, step } from '../testing/small-exercise.js';
import type { TimedCommand } from '../kernel/command.js';
import { advance, execute, fold, nextDue } from './engine.js';
import type { LoggedEvent } from '../kernel/event.js';
import { deserialise, open, serialise } from './open.js';
import { ChangeSet, incidentView, notificationView, unitView } from './read-models.js';
import type { State } from './state.js';

describe('everything but the log can be derived from it:', () => {
  it('folding the log gives the state, and its numbers have no gaps (I1, I3)', () => {
    always((run) => mustBeSound(run));
  });

  it('folding from a snapshot in the middle gives the same state (I1)', () => {
    fc.assert(
      fc.property(scenarios, draws, fc.nat(), (scenario, drawn, where) => {
        const run = play(scenario, drawn);
        const cut = where % (run.log.length + 1);
        const early = open(scenario, scenario.seed);
        fold(early, run.log.slice(0, cut));
        const restored = deserialise(scenario, serialise(early));
        // The log, too, comes back from a database as JSON.
        fold(restored, JSON.parse(JSON.stringify(run.log.slice(cut))) as LoggedEvent[]);
        // A fact that was absent when the snapshot was taken has another place among its neighbours; the values count.
        expect(JSON.parse(serialise(restored))).toEqual(JSON.parse(serialise(run.state)));
      }),
      RUNS,
    );
  });

  it('a worker that goes on from a snapshot writes the same log (I1, I2)', () => {
    fc.assert(
      fc.property(scenarios, draws, fc.nat(), (scenario, drawn, where) => {
        const run = play(scenario, drawn);
        const cut = where % (run.commands.length + 1);
        let state = open(scenario, scenario.seed);
        const log: LoggedEvent[] = [];
        for (const [index, command] of run.commands.entries()) {
          if (index === cut) state = deserialise(scenario, serialise(state));
          log.push(...advance(state, after(command.at, -1)), ...execute(state, command).events);
        }
        log.push(...advance(state, run.clock));
        expect(JSON.stringify(log)).toBe(JSON.stringify(run.log));
      }),
      RUNS,
    );
  });

  it('replaying the timed commands in one go gives the same log (I2), in batches of any size', () => {
    fc.assert(
      fc.property(scenarios, draws, fc.integer({ min: 1, max: 7 }), (scenario, drawn, limit) => {
        const run = play(scenario, drawn);
        const state = open(scenario, scenario.seed);
        const log: LoggedEvent[] = [];
        const advanceTo = (time: number) => {
          for (;;) {
            const events = advance(state, exerciseTime(time), undefined, limit);
            if (events.length === 0) return;
            log.push(...events);
          }
        };
        for (const command of run.commands) {
          advanceTo(command.at - 1);
          log.push(...execute(state, command).events);
        }
        advanceTo(run.clock);
        expect(JSON.stringify(log)).toBe(JSON.stringify(run.log));
        expect(serialise(state)).toBe(serialise(run.state));
      }),
      RUNS,
    );
  });

  it('a worker never stops amid timers of the same time', () => {
    const units = [pak('police', answers(MINUTE)), pak('rescue', answers(MINUTE))];
    const standard = chain([
      step(
        'all',
        units.map((unit) => ask(unit)),
      ),
    ]);
    const { state } = given(smallExercise({ units, chain: standard }), alert()).play;
    const answered = advance(state, exerciseTime(2 * MINUTE), undefined, 1).filter(
      ({ type }) => type === 'NotificationAcknowledged',
    );
    expect(answered.map(({ at }) => at)).toEqual([MINUTE, MINUTE]);
  });

  it('a worker that stops early to save, and takes commands in between, writes a log that a replay gives again', () => {
    fc.assert(
      fc.property(scenarios, draws, fc.integer({ min: 1, max: 4 }), (scenario, drawn, limit) => {
        const state = open(scenario, scenario.seed);
        const log: LoggedEvent[] = [];
        const taken: TimedCommand[] = [];
        let firedThrough = exerciseTime(-1);
        // As the worker does: one batch, then the next command at the earliest time that is left.
        for (const command of play(scenario, drawn).commands) {
          if (state.status === 'running') {
            log.push(...advance(state, after(command.at, -1), undefined, limit));
            const due = nextDue(state) ?? command.at;
            // A clock that a timer has stopped stands at that time, which is over.
            firedThrough = isStanding(state)
              ? state.time
              : laterOf(firedThrough, after(earlierOf(due, command.at), -1));
          }
          const next = { ...command, at: after(firedThrough, 1) };
          taken.push(next);
          log.push(...execute(state, next).events);
        }
        const replayed = open(scenario, scenario.seed);
        const again = taken.flatMap((command) => [
          ...advance(replayed, after(command.at, -1)),
          ...execute(replayed, command).events,
        ]);
        expect(JSON.stringify(again)).toBe(JSON.stringify(log));
      }),
      RUNS,
    );
  });

  it('the read models gathered batch by batch are the views of the state (I1)', () => {
    fc.assert(
      fc.property(scenarios, draws, fc.integer({ min: 1, max: 6 }), (scenario, drawn, size) => {
        const run = play(scenario, drawn);
        const state = open(scenario, scenario.seed);
        const rows = new Rows(state);
        for (const [index, command] of run.commands.entries()) {
          advance(state, after(command.at, -1), rows.changes);
          if (index % size === 0) rows.write();
          execute(state, command, rows.changes);
        }
        advance(state, run.clock, rows.changes);
        rows.write();
        rows.mustEqualViewsOf(state, run.log);
      }),
      RUNS,
    );
  });
});

/** Asked anew by a function, as the status may have changed since it was compared. */
function isStanding({ status }: State): boolean {
  return status === 'paused';
}

/** The tables of the read models: each batch overwrites what it touched. */
class Rows {
  readonly #tables = {
    incidents: new Map<string, unknown>(),
    notifications: new Map<string, unknown>(),
    units: new Map<string, unknown>(),
    alerts: new Map<string, { status: string }>(),
  };
  changes: ChangeSet;

  constructor(private readonly state: State) {
    this.changes = new ChangeSet(state);
  }

  write(): void {
    const { incidents, notifications, units, alerts } = this.#tables;
    for (const view of this.changes.incidents) incidents.set(view.id, copy(view));
    for (const view of this.changes.notifications) notifications.set(view.id, copy(view));
    for (const view of this.changes.units) units.set(view.id, copy(view));
    for (const [id, status] of this.changes.alertStatuses) alerts.set(id, { status });
    this.changes = new ChangeSet(this.state);
  }

  mustEqualViewsOf(state: State, log: readonly LoggedEvent[]): void {
    const { incidents, notifications, units, alerts } = this.#tables;
    for (const incident of Object.values(state.incidents)) {
      expect(incidents.get(incident.id)).toEqual(copy(incidentView(state, incident)));
    }
    for (const notification of Object.values(state.notifications)) {
      const audience = state.incidents[notification.incident]?.class;
      expect(notifications.get(notification.id)).toEqual(
        copy(notificationView(state, notification, audience ?? 'CONTROL')),
      );
    }
    for (const unit of Object.values(state.units)) {
      const row = units.get(unit.id);
      // A unit that nothing happened to has no row but that of the opening.
      expect(row ?? copy(unitView(open(state.scenario, state.seed), unit))).toEqual(copy(unitView(state, unit)));
    }
    for (const [id, { active }] of Object.entries(state.alerts)) {
      expect([id, alerts.get(id)?.status === 'active']).toEqual([id, active]);
    }
    // What has left the state was written in its last form.
    for (const event of log) {
      if (event.type !== 'IncidentClosed' && event.type !== 'IncidentCancelled') continue;
      const status = event.type === 'IncidentClosed' ? 'closed' : 'cancelled';
      expect(incidents.get(event.data.incident)).toMatchObject({ status });
    }
    for (const row of notifications.values()) {
      const { id, incident, status } = row as { id: string; incident: string; status: 'sent' };
      if (!state.incidents[incidentId(incident)]) expect([id, isTerminal(status)]).toEqual([id, true]);
    }
  }
}

function copy(view: unknown): unknown {
  return deepFreeze(JSON.parse(JSON.stringify(view)) as unknown);
}
