import type { Plain } from '../kernel/brand.js';
import { policyWithRoutes, sampleFacts, sampleSite } from '../testing/sample-scenario.js';
import { matchRoutes } from './match-routes.js';
import type { Condition, Route } from './policy.js';

const site = sampleSite({ id: 'plant' });
const severe: Condition = { field: 'alert.severity', atLeast: 'Severe' };
const health: Condition = { field: 'alert.category', equals: 'Health' };

function routed(routes: Plain<Route>[], facts = {}): string[] {
  return matchRoutes(policyWithRoutes(routes), sampleFacts(facts), site).map(({ route, chain }) => `${route}:${chain}`);
}

describe('an alert', () => {
  it('goes to the default when nothing else matches', () => {
    expect(routed([{ id: 'health', match: health, chain: 'medical' }])).toEqual(['default:standard']);
  });

  it('goes to the first route that matches', () => {
    expect(
      routed([
        { id: 'health', match: health, chain: 'medical' },
        { id: 'severe', match: severe, chain: 'urgent' },
        { id: 'rest', chain: 'other' },
      ]),
    ).toEqual(['severe:urgent']);
  });

  it('goes on to the next route when the matched one says continue', () => {
    expect(
      routed([
        { id: 'severe', match: severe, chain: 'urgent', continue: true },
        { id: 'health', match: health, chain: 'medical', continue: true },
        { id: 'rest', chain: 'other' },
        { id: 'never', chain: 'late' },
      ]),
    ).toEqual(['severe:urgent', 'rest:other']);
  });

  it('takes the deepest match, and inherits the chain where a route names none', () => {
    const routes: Plain<Route>[] = [
      { id: 'severe', match: severe, chain: 'urgent', routes: [{ id: 'severe-health', match: health }] },
    ];
    expect(routed(routes, { category: ['Health'] })).toEqual(['severe-health:urgent']);
    expect(routed(routes)).toEqual(['severe:urgent']);
  });

  it('starts a chain once when two routes lead to it', () => {
    expect(
      routed([
        { id: 'severe', match: severe, chain: 'urgent', continue: true },
        { id: 'again', chain: 'urgent' },
      ]),
    ).toEqual(['severe:urgent']);
  });
});
