import { STARTEX } from '#domain/kernel/exercise-time.js';
import { readFileSync } from 'node:fs';
import { matchRoutes } from '#domain/policy/match-routes.js';
import { explain } from '#domain/engine/explain.js';
import { lintScenario } from '#domain/exercise/lint.js';
import { routingFacts } from '#domain/policy/routing-facts.js';
import { parseAlert } from '#contracts/alert/alert-schema.js';
import { parseJson } from '#contracts/json/strict-json.js';
import { toAuthored } from '../compile/to-authored.js';
import { parseScenario } from '../check/check-scenario.js';

function read(name: string): unknown {
  return parseJson(readFileSync(new URL(`../../../../scenarios/${name}.json`, import.meta.url)));
}

const scenario = parseScenario(read('demonstration'));
const templates = read('demonstration-alerts') as object[];
const alerts = templates.map((template, index) =>
  parseAlert({ identifier: `DEMO-${index}`, sent: '2026-11-23T09:00:00+05:00', ...template }, { asExercise: false }),
);

describe('the demonstration', () => {
  it('loads, and the lint has nothing to say', () => {
    expect(lintScenario(scenario)).toEqual([]);
  });

  it('stays the same when it is written and read again', () => {
    expect(parseScenario(JSON.parse(JSON.stringify(toAuthored(scenario))))).toEqual(scenario);
  });

  it('is told in English, Urdu and Chinese', () => {
    const texts = [
      scenario.title,
      ...scenario.sites.map(({ name }) => name),
      ...scenario.units.map(({ name }) => name),
    ];
    for (const text of texts) expect(Object.keys(text)).toEqual(['en', 'ur', 'zh']);
    for (const { alert } of alerts) expect(alert.info?.map(({ language }) => language)).toEqual(['en', 'ur', 'zh']);
  });

  it('has alerts that pass the check without a warning, each for a site that it knows', () => {
    const sites = scenario.sites.map(({ id }) => id);
    expect(alerts).toHaveLength(42);
    for (const { alert, warnings } of alerts) {
      expect(warnings).toEqual([]);
      expect(alert.status).toBe('Exercise');
      expect(sites).toContain(alert.exercise.site);
    }
  });

  it('has an alert for each chain, and somebody to ask for each alert', () => {
    const chains = new Set<string>();
    for (const { alert } of alerts) {
      const facts = routingFacts(alert);
      const explanation = explain({ scenario, units: {} }, scenario.policy, facts, STARTEX);
      expect(explanation.matches).toEqual(matchRoutes(scenario.policy, facts, explanation.site ?? undefined));
      for (const plan of explanation.plans) {
        chains.add(plan.chain);
        expect(plan.steps[0]?.addressees.length).toBeGreaterThan(0);
      }
    }
    expect([...chains].toSorted()).toEqual(Object.keys(scenario.policy.chains).toSorted());
  });
});
