/** The script as trainers watch it. */
import type { Plain } from '../kernel/brand.js';
import fc from 'fast-check';
import { timerKey } from '../kernel/timers.js';
import { at, delayInject, fireInject, improvise, skipInject, start, until, type Deed } from '../testing/deeds.js';
import { Play } from '../testing/given.js';
import { scriptedScenarios } from '../testing/interruptions.js';
import { ask, chain, MINUTE, silentPolice, smallExercise, step } from '../testing/small-exercise.js';
import type { Inject } from './inject.js';
import { injectViews, isInjectEvent } from './inject-views.js';

const note = (id: string, more: Partial<Plain<Inject>>): Plain<Inject> =>
  ({ id, kind: 'note', text: { en: id }, ...more }) as Plain<Inject>;
const scenario = smallExercise({
  units: [silentPolice],
  chain: chain([step('any', [ask(silentPolice)])]),
  scenario: {
    injects: [
      note('first', { at: MINUTE, title: { en: 'A first one' } }),
      note('then', { when: { kind: 'fired', inject: 'first' }, delayMs: MINUTE }),
      note('rain', { at: MINUTE, repeat: { times: 1, everyMs: MINUTE } }),
    ],
  },
});

function viewsAfter(...deeds: Deed[]) {
  const run = new Play(scenario);
  for (const deed of deeds) run.do(deed);
  return Object.fromEntries(injectViews(scenario, run.log.filter(isInjectEvent)).map((view) => [view.id, view]));
}

describe('the list of injects', () => {
  it('tells before the start what is planned, and what waits for what', () => {
    const views = viewsAfter();
    expect(Object.keys(views)).toEqual(['first', 'then', 'rain']);
    expect(views['first']).toMatchObject({
      status: 'planned',
      at: MINUTE,
      due: MINUTE,
      fired: [],
      title: { en: 'A first one' },
    });
    expect(views['then']).toMatchObject({ status: 'planned', at: null, due: null, when: { kind: 'fired' } });
  });

  it('tells what has fired and when, and when it comes again', () => {
    const views = viewsAfter(start(), until(MINUTE));
    expect(views['first']).toMatchObject({ status: 'fired', fired: [MINUTE], due: null });
    expect(views['then']).toMatchObject({ status: 'planned', due: 2 * MINUTE });
    expect(views['rain']).toMatchObject({ status: 'planned', fired: [MINUTE], due: 2 * MINUTE });
  });

  it('tells what trainers did', () => {
    const views = viewsAfter(
      start(),
      delayInject('first', { byMs: MINUTE }),
      skipInject('rain', 'too much'),
      fireInject('then'),
      improvise({ id: 'new', kind: 'duty', unit: 'police', duty: 'off', at: 5 * MINUTE }),
      at(10, skipInject('new')),
      at(20, delayInject('new', { to: 6 * MINUTE })),
    );
    expect(views['first']).toMatchObject({ status: 'delayed', at: MINUTE, due: 2 * MINUTE });
    expect(views['rain']).toMatchObject({ status: 'skipped', due: null, skipped: { at: 0, message: 'too much' } });
    expect(views['then']).toMatchObject({ status: 'fired', fired: [0] });
    expect(views['new']).toMatchObject({ status: 'delayed', improvised: true, at: 5 * MINUTE, due: 6 * MINUTE });
    expect(views['new']?.skipped).toBeUndefined();
  });

  it('tells of each inject what the engine is going to do with it', () => {
    const deed = fc.record({
      after: fc.integer({ min: 1, max: 400_000 }),
      what: fc.constantFrom('fire', 'skip', 'delay', 'later', 'pass'),
      inject: fc.constantFrom('first', 'rain', 'then', 'silent', 'grave', 'off'),
    });
    fc.assert(
      fc.property(scriptedScenarios, fc.array(deed, { maxLength: 12 }), (scripted, deeds) => {
        const run = new Play(scripted);
        run.do(start());
        for (const { after, what, inject } of deeds) {
          run.do(until(run.clock + after));
          if (what === 'fire') run.do(fireInject(inject));
          if (what === 'skip') run.do(skipInject(inject));
          if (what === 'delay') run.do(delayInject(inject, { byMs: after }));
          if (what === 'later') run.do(delayInject(inject, { to: run.clock + after }));
        }
        const { script, timers } = run.state;
        for (const { id, status, due, fired } of injectViews(scripted, run.log.filter(isInjectEvent))) {
          const standing = script.injects[id];
          const is = status === 'fired' || status === 'skipped' ? status : 'to come';
          const engine = standing?.status === 'fired' || standing?.status === 'skipped' ? standing.status : 'to come';
          expect([id, is, fired.length]).toEqual([id, engine, standing?.fired]);
          expect([id, due]).toEqual([id, timers.byKey[timerKey({ kind: 'inject', inject: id })]?.due ?? null]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
