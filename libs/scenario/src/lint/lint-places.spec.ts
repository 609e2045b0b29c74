import { put, right } from '../testing/sample-script.js';
import { inspectScenario } from '../check/check-scenario.js';

function remarks(...entries: readonly (readonly [path: string, value: unknown])[]): string[] {
  const json = right();
  for (const [path, value] of entries) put(json, path, value);
  const { problems } = inspectScenario(json);
  return problems
    .filter(({ code }) => code === 'NO_SITE_THERE')
    .map(({ level, path, message }) => `${level} ${path} ${message}`);
}

describe('the names in a jurisdiction', () => {
  it('are remarked when they are no site’s, and much like one that is', () => {
    expect(
      remarks(
        ['sites.0.consularDistrict', 'Karachi'],
        ['units.1.jurisdiction', { provinces: ['Sindh', 'Sidnh'], consularDistricts: ['Krachi'] }],
      ),
    ).toEqual([
      'warning units[1].jurisdiction.provinces[1] No site lies in the province "Sidnh". Did you mean "Sindh"?',
      'warning units[1].jurisdiction.consularDistricts[0] No site lies in the consular district "Krachi". Did you mean "Karachi"?',
    ]);
  });

  it('may be of places where the scenario has no site', () => {
    expect(remarks(['units.1.jurisdiction', { provinces: ['Sindh', 'Balochistan'] }])).toEqual([]);
  });
});
