import { parseAlert } from '#contracts/alert/alert-schema.js';
import type { InputError } from '#contracts/problem.js';
import { readProjectJson } from '../files/project-files.js';
import { alertTemplates, DemonstrationAlerts, type FreshAlert } from './demonstration-alerts.js';

const templates = alertTemplates.parse(readProjectJson('scenarios', 'demonstration-alerts.json'));
const NOON = Date.UTC(2026, 10, 23, 12);

/** So many alerts, one every six seconds. */
function draw(count: number, seed = 'seed', run = 'RUN'): FreshAlert[] {
  const alerts = new DemonstrationAlerts(templates, seed, run);
  return Array.from({ length: count }, (_, i) => alerts.next(NOON + i * 6_000));
}

const headline = (alert: FreshAlert): unknown => alert.info[0]?.['headline'];

describe("the demonstration's alerts", () => {
  it('come in the same order for the same seed, and in another one for another', () => {
    expect(draw(60)).toEqual(draw(60));
    expect(draw(60).map(headline)).not.toEqual(draw(60, 'other').map(headline));
  });

  it('are each accepted by the check of alerts, and by its warnings too', () => {
    for (const alert of draw(200)) {
      try {
        expect(parseAlert(alert, { asExercise: false }).warnings).toEqual([]);
      } catch (error) {
        throw new Error(`${alert.identifier}: ${JSON.stringify((error as InputError).problems)}`, { cause: error });
      }
    }
  });

  it('never have the same identifier, not in another run either', () => {
    const identifiers = [...draw(200), ...draw(200, 'seed', 'NEXT')].map(({ identifier }) => identifier);
    expect(new Set(identifiers).size).toBe(400);
  });

  it('use every template before one comes again', () => {
    const first = draw(200)
      .filter(({ msgType }) => (msgType as string) === 'Alert')
      .slice(0, templates.length);
    expect(new Set(first.map(headline)).size).toBe(new Set(templates.map((one) => one.info[0]?.['headline'])).size);
  });

  it('follow up on an earlier alert of the same sender now and then, once each', () => {
    const alerts = draw(300);
    const followUps = alerts.filter((alert) => 'references' in alert);
    const types = new Set(followUps.map(({ msgType }) => msgType as string));
    expect(types).toEqual(new Set(['Update', 'Cancel']));
    const referenced = followUps.map((alert) => (alert['references'] as [FreshAlert])[0]);
    expect(new Set(referenced.map(({ identifier }) => identifier)).size).toBe(followUps.length);
    for (const [index, reference] of referenced.entries()) {
      const original = alerts.find(({ identifier }) => identifier === reference.identifier);
      expect(original).toMatchObject({ sender: followUps[index]?.sender, sent: reference.sent });
      expect(reference.sent < (followUps[index]?.sent ?? '')).toBe(true);
    }
  });

  it('clear only what has been reported before', () => {
    const alerts = draw(80);
    const cleared = alerts.findIndex(
      ({ info }) => headline({ info } as FreshAlert) === 'Fence alarm was false: a stray animal at the eastern yard',
    );
    const reported = alerts.findIndex((alert) => String(headline(alert)).startsWith('Fence sensor alarm'));
    expect(reported).toBeGreaterThanOrEqual(0);
    expect(cleared).toBeGreaterThan(reported);
  });
});
