/** What the lint compares between parts of a scenario: references, head counts, objectives, jurisdictions. */
import { type Json, put, right } from '../testing/sample-script.js';
import { inspectScenario } from '../check/check-scenario.js';

type Entry = readonly [path: string, value: unknown];

/** The warnings of these codes; the sample has some of its own. */
function remarks(code: string, ...entries: readonly Entry[]): string[] {
  const json = right();
  for (const [path, value] of entries) put(json, path, value);
  const { scenario, problems } = inspectScenario(json);
  expect(scenario).toBeDefined();
  return problems
    .filter((problem) => problem.code === code)
    .map(({ level, path, message }) => `${level} ${path}: ${message}`);
}

function alertInject(id: string, at: Json, alert: Json): Json {
  const text = { headline: 'Smoke', event: 'Fire', category: 'Fire' };
  const scales = { urgency: 'Immediate', severity: 'Minor', certainty: 'Observed' };
  return { id, ...at, alert: { ...text, ...scales, site: 'camp', ...alert } };
}

const at = (time: string): Json => ({ at: time });
const after = (inject: string): Json => ({ when: { fired: inject } });
const script = (...injects: Json[]): Entry[] => [
  ['injects', injects],
  ['expectations', []],
];

describe('a reference between injects of one time', () => {
  const fire = alertInject('fire', at('T+00:05'), {});
  const found = (...injects: Json[]): string[] => remarks('REFERENCE_OUT_OF_ORDER', ...script(...injects));

  it.each(['updates', 'cancels'])('is reported when what it %s stands later in the file', (field) => {
    const second = alertInject('second', at('T+00:05:00'), { [field]: 'fire' });
    expect(found(second, fire)).toEqual([
      `warning injects[0].alert.${field}: second ${field} fire, which is at the same time (T+00:05:00) but later in the file, so it fires first. Put second after fire.`,
    ]);
    expect(found(fire, second)).toEqual([]);
  });

  it('may stand anywhere when the time is later, or one of the two waits for a condition', () => {
    expect(found(alertInject('second', at('T+00:06'), { cancels: 'fire' }), fire)).toEqual([]);
    expect(found(alertInject('second', after('fire'), { cancels: 'fire' }), fire)).toEqual([]);
  });
});

describe('a second Cancel of one inject', () => {
  const fire = alertInject('fire', at('T+00:05'), {});
  const stop = alertInject('stop', at('T+00:06'), { cancels: 'fire' });
  const found = (...injects: Json[]): string[] => remarks('CANCELLED_TWICE', ...script(fire, ...injects));

  it('is reported', () => {
    expect(found(stop, alertInject('again', at('T+00:07'), { cancels: 'fire' }))).toEqual([
      'warning injects[2].alert.cancels: stop already cancels fire; a second Cancel is rejected. Remove one of them.',
    ]);
    expect(found(stop, alertInject('again', after('fire'), { cancels: 'fire' }))).toHaveLength(1);
    expect(found({ ...stop, repeat: { every: '1m', times: 2 } })).toEqual([
      'warning injects[1].repeat: stop cancels fire again with each repeat, which is rejected. Remove repeat.',
    ]);
  });

  it('may be the alternative when both wait for a condition; and another inject may be cancelled', () => {
    const note = { id: 'note', at: 'T+00:05', note: 'hello' };
    const either = alertInject('either', after('fire'), { cancels: 'fire' });
    const or = alertInject('or', after('note'), { cancels: 'fire' });
    expect(found(note, either, or)).toEqual([]);
    const smoke = alertInject('smoke', at('T+00:05'), {});
    expect(found(smoke, stop, alertInject('other', at('T+00:07'), { cancels: 'smoke' }))).toEqual([]);
  });
});

describe('the nationals of an alert', () => {
  it('are remarked when the site has fewer', () => {
    expect(remarks('NATIONALS_ABOVE_SITE', ['injects.0.alert.nationals', { PAK: 2, CHN: 0, USA: 1 }])).toEqual([
      'warning injects[0].alert.nationals.PAK: The alert reports 2 nationals of PAK, but the site "camp" has 1. Correct one of the two numbers.',
      'warning injects[0].alert.nationals.USA: The alert reports 1 nationals of USA, but the site "camp" has 0. Correct one of the two numbers.',
    ]);
  });

  it('may be as many, and any number without a site', () => {
    expect(remarks('NATIONALS_ABOVE_SITE', ['injects.0.alert.nationals', { PAK: 1 }])).toEqual([]);
    const entries: Entry[] = [
      ['injects.2', alertInject('note', at('T+00:06'), { site: undefined, nationals: { PAK: 9 } })],
    ];
    expect(remarks('NATIONALS_ABOVE_SITE', ...entries)).toEqual([]);
  });
});

describe('an objective', () => {
  const spelled = (...objectives: string[]): string[] =>
    remarks(
      'OBJECTIVE_SPELLED_TWICE',
      ...objectives.map((text, index): Entry => [`expectations.${index}.objective`, text]),
    );

  it.each([
    ['Joint acknowledgement', 'joint acknowledgement'],
    ['Joint acknowledgement', 'Joint-acknowledgement '],
    ['Joint acknowledgement', 'Jointacknowledgement'],
    ['Joint acknowledgement', 'Joint acknowledgment'],
    ['Joint acknowledgement', 'Joint aknowledgemnet'],
    ['Escalation', 'Escalaton'],
    ['通知', '通 知'],
  ])('%j is remarked when it is also spelled %j', (one, other) => {
    expect(spelled(one, other)).toEqual([
      `warning expectations[1].objective: The objectives "${one}" and "${other}" look like one objective. Use one spelling.`,
    ]);
    expect(spelled(one, one, other, other)).toHaveLength(1);
  });

  it.each([
    ['Response', 'Recovery'],
    ['Objective 1', 'Objective 2'],
    ['Response west', 'Response east'],
    ['Phase A', 'Phase B'],
    ['Camp', 'Cape'],
    ['Notification', 'Joint notification'],
  ])('%j may stand beside %j', (one, other) => {
    expect(spelled(one, other)).toEqual([]);
  });
});

describe('a step that addresses kinds', () => {
  const found = (target: Json, site: string, ...more: Json[]): string[] =>
    remarks(
      'NO_JURISDICTION',
      ['policy.chains.first.steps.0.targets', [target, ...more]],
      ['units.4.jurisdiction', { sites: ['port'] }],
      ['units.5.jurisdiction', { sites: ['mine'] }],
      ...script(alertInject('fire', at('T+00:05'), { site })),
    );
  const consulate = { kind: 'consulate', action: 'inform' };

  it('is reported when none of its units has jurisdiction at the site of an alert', () => {
    expect(found(consulate, 'camp')).toEqual([
      'warning policy.chains.first.steps[0].targets: "one" notifies no unit about alerts at camp: no unit of kind:consulate (consulate, envoy) has jurisdiction there. Extend the jurisdiction of one, or choose other targets.',
    ]);
  });

  it('but not when one has, or when the step asks others, too', () => {
    expect(found(consulate, 'port')).toEqual([]);
    expect(found(consulate, 'camp', { kind: 'provincial-police', action: 'inform' })).toEqual([]);
    expect(found(consulate, 'camp', { unit: 'envoy', action: 'inform' })).toEqual([]);
  });
});
