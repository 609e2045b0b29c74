import { alert, HEAD, load, POLICY, SHARED, problemLines, UNITS } from '../testing/sample-files.js';

describe('the lint of a policy', () => {
  it('is told beside errors of the script, which it does not look at, and only beside those', () => {
    const unused = POLICY.replace('  chains:', '  groups: { spare: [desk] }\n  chains:');
    const files = { ...SHARED, 'shared/policy.yaml': unused };
    const codes = (main: string): (string | undefined)[] => problemLines(main, files).map((line) => line.split(' ')[1]);
    expect(codes(`${HEAD}injects:\n${alert('fire', 'at: 00:10')}`)).toEqual(['FORMAT', 'UNUSED_GROUP']);
    const reference = 'expectations:\n  - { id: told, notified: { unit: desk, incident: fier } }\n';
    expect(codes(`${HEAD}${reference}`)).toEqual(['UNKNOWN_INJECT', 'UNUSED_GROUP']);
    expect(codes(HEAD.replace('1h', '60'))).toEqual(['WRONG_TYPE']);
  });
});

describe('the lint of a script', () => {
  it('remarks what never fires and what cannot be met', () => {
    const script = `${HEAD}injects:
${alert('fire', 'at: T+00:10')}${alert('too-late', 'at: T+01:10')}  - id: ring
    when: { fired: ring }
    note: hello
  - id: after-the-end
    when: { fired: fire }
    delay: 55m
    note: hello
  - id: after-latest
    when: { unacknowledged: { incident: fire, side: PAK, for: 10m } }
    latest: T+00:15
    note: hello
expectations:
  - id: too-early
    jointAcknowledgement: fire
    before: T+00:10
  - id: of-nothing
    resolved: too-late
  - id: steps
    escalation: { incident: fire, atLeast: 3 }
  - id: good
    jointAcknowledgement: fire
    within: 5m
`;
    const { scenario, problems } = load(script);
    expect(scenario).toBeDefined();
    expect(problems.every(({ level }) => level === 'warning')).toBe(true);
    expect(problems.map(({ line, code, message }) => `${line} ${code} ${message}`)).toEqual([
      '18 UNREACHABLE_INJECT too-late is at T+01:10:00, but the exercise ends at T+01:00:00.',
      '28 UNREACHABLE_INJECT ring never fires: its condition waits for an inject that never fires, or for itself.',
      '31 UNREACHABLE_INJECT after-the-end never fires: it cannot fire before T+01:05:00, but the exercise ends at T+01:00:00.',
      '35 UNREACHABLE_INJECT after-latest never fires: it cannot fire before T+00:20:00, but latest is T+00:15:00.',
      '41 EXPECTATION_IMPOSSIBLE too-early cannot be met: it counts until T+00:10:00, but fire fires at T+00:10:00 at the earliest.',
      '43 EXPECTATION_IMPOSSIBLE of-nothing cannot be met: the inject too-late never fires.',
      '45 EXPECTATION_IMPOSSIBLE steps cannot be met: at most 1 steps can start after the first, not 3.',
    ]);
  });

  it('counts what is due at ENDEX as never coming, because ENDEX comes first', () => {
    const script = `${HEAD}injects:
${alert('fire', 'at: T+00:10')}${alert('at-the-end', 'at: T+01:00')}  - id: due-at-the-end
    when: { fired: fire }
    delay: 50m
    note: hello
  - id: repeated
    at: T+00:20
    repeat: { every: 20m, times: 2 }
    note: hello
`;
    expect(load(script).problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'UNREACHABLE_INJECT at-the-end is at T+01:00:00, but the exercise ends at T+01:00:00.',
      'UNREACHABLE_INJECT due-at-the-end never fires: it cannot fire before T+01:00:00, but the exercise ends at T+01:00:00.',
      'WAIT_BEYOND_EXERCISE The last repeat of repeated would be at T+01:00:00, but the exercise ends at T+01:00:00.',
    ]);
  });

  it('remarks a unit that no chain can ask, and a side that none asks', () => {
    const onlyPolice = POLICY.replace(', { kind: company-security-desk, action: inform }', '').replace(
      'each-side',
      'any',
    );
    const script = `${HEAD}injects:
${alert('fire', 'at: T+00:10')}expectations:
  - id: desk-knows
    notified: { unit: desk, incident: fire }
  - id: joint
    jointAcknowledgement: fire
`;
    const messages = load(script, { ...SHARED, 'shared/policy.yaml': onlyPolice }).problems.map(
      ({ message }) => message,
    );
    expect(messages).toEqual(
      expect.arrayContaining([
        'desk-knows cannot be met: no chain that the alert of fire can start asks desk; it can ask police.',
        'joint cannot be met: no chain that the alert of fire can start asks any unit of CHN.',
      ]),
    );
  });
});

/** The remarks on a script that begins with a fire at T+10: each as its code and the message. */
function remarks(script: string, files: Readonly<Record<string, string>> = SHARED): string[] {
  const { scenario, problems } = load(`${HEAD}injects:\n${alert('fire', 'at: T+00:10')}${script}`, files);
  expect(scenario).toBeDefined();
  return problems.map(({ code, path, message }) => `${code} ${path}: ${message}`);
}

describe('the lint of a script reports a condition that never holds', () => {
  const waiting = (when: string, files = SHARED): string[] =>
    remarks(`  - { id: then, when: ${when}, note: hello }\n`, files);
  const never = (reason: string): string[] => [`UNREACHABLE_INJECT injects[1].when: then never fires: ${reason}.`];

  it('as the chain has not so many steps', () => {
    expect(waiting('{ escalated: { incident: fire, level: 99 } }')).toEqual(
      never('at most 0 steps can start after the first, not 99'),
    );
  });

  it('as the unit never declines, or is never asked', () => {
    const declined = '{ declined: { unit: police, incident: fire } }';
    expect(waiting(declined)).toEqual(never('police is simulated, has no declineChance, and is never full'));
    const chance = (units: string): typeof SHARED => ({ ...SHARED, 'shared/units.yaml': units });
    expect(waiting(declined, chance(UNITS.replace('behaviour:', 'behaviour:\n      declineChance: 0.1')))).toEqual([]);
    expect(waiting(declined, chance(UNITS.replace('name: Police', 'name: Police\n    mode: played')))).toEqual([]);
    const police = UNITS.slice(UNITS.indexOf('  - id: police'), UNITS.indexOf('  - id: desk'));
    const idle = `${UNITS}${police.replace('id: police', 'id: idle').replace('provincial-police', 'rescue-service')}`;
    expect(waiting('{ declined: { unit: idle } }', chance(idle))).toEqual(never('no chain asks idle'));
  });

  it('but not of a unit that may be full', () => {
    const other = alert('smoke', 'at: T+00:10').replace('category: Fire', 'category: Health');
    expect(remarks(`${other}  - { id: then, when: { declined: { unit: police } }, note: hello }\n`)).toEqual([]);
  });

  it('as it asks for something and for the opposite', () => {
    expect(waiting('{ all: [{ fired: fire }, { all: [{ not: { fired: fire } }] }] }')).toEqual(
      never('its condition requires something and its opposite'),
    );
    expect(waiting('{ any: [{ fired: fire }, { not: { fired: fire } }] }')).toEqual([]);
  });
});

describe('the lint of a script reports an expectation', () => {
  const expecting = (expectation: string, script = '', files = SHARED): string[] =>
    remarks(`${script}expectations:\n  - { id: hope, ${expectation} }\n`, files).map((line) =>
      line.replace('hope cannot be met: ', ''),
    );

  it('whose deadline is beyond the end', () => {
    expect(expecting('jointAcknowledgement: fire, within: { time: 51m, inject: fire }')).toEqual([
      'WAIT_BEYOND_EXERCISE expectations[0].within: within ends at T+01:01:00 at the earliest, but the exercise ends at T+01:00:00.',
    ]);
    expect(expecting('jointAcknowledgement: fire, within: 51m')).toHaveLength(1);
    expect(expecting('jointAcknowledgement: fire, within: 50m')).toEqual([]);
  });

  it('that a unit is left alone whom the first step asks', () => {
    expect(expecting('nothingSent: { unit: desk, incident: fire }')).toEqual([
      'EXPECTATION_IMPOSSIBLE expectations[0].nothingSent: the alert of fire starts a chain whose first step asks desk at once.',
    ]);
    const away = "  - { id: away, at: T+00:05, duty: { unit: desk, status: 'off' } }\n";
    expect(expecting('nothingSent: { unit: desk, incident: fire }', away)).toEqual([]);
    const delayed = {
      ...SHARED,
      'shared/policy.yaml': POLICY.replace('- id: first', '- id: first\n          delay: 1m'),
    };
    expect(expecting('nothingSent: { unit: desk, incident: fire }', '', delayed)).toEqual([]);
  });

  it('of an answer that is sooner than the unit’s shortest', () => {
    const told = 'the answer of desk takes 10s at least.';
    expect(expecting('acknowledged: { unit: desk, incident: fire }, within: 9s')).toEqual([
      `EXPECTATION_IMPOSSIBLE expectations[0].within: ${told}`,
    ]);
    expect(expecting('acknowledged: { unit: desk, incident: fire }, within: 10s')).toEqual([]);
    expect(expecting('acknowledged: { unit: desk, incident: fire }, before: T+00:10:10')).toEqual([
      `EXPECTATION_IMPOSSIBLE expectations[0].before: ${told}`,
    ]);
    expect(expecting('jointAcknowledgement: fire, within: { time: 9s, inject: fire }')).toHaveLength(1);
    const played = { ...SHARED, 'shared/units.yaml': UNITS.replace('name: Desk', 'name: Desk\n    mode: played') };
    expect(expecting('acknowledged: { unit: desk, incident: fire }, within: 9s', '', played)).toEqual([]);
    const random = {
      ...SHARED,
      'shared/units.yaml': UNITS.replaceAll('fixed, time: 10s', 'uniform, min: 5s, max: 1m'),
    };
    expect(expecting('acknowledged: { side: CHN, incident: fire }, within: 9s', '', random)).toEqual([]);
    expect(expecting('acknowledged: { side: CHN, incident: fire }, within: 4s', '', random)).toHaveLength(1);
  });

  it('of a resolution that nobody is asked for, or that takes longer', () => {
    expect(expecting('resolved: fire, within: 39s')).toEqual([
      'EXPECTATION_IMPOSSIBLE expectations[0].within: a response, from its answer to clear, takes 40s at least.',
    ]);
    expect(expecting('resolved: fire, within: 40s')).toEqual([]);
    const informed = { ...SHARED, 'shared/policy.yaml': POLICY.replace('action: respond', 'action: inform') };
    const units = UNITS.replace('[respond]', '[respond, inform]');
    expect(expecting('resolved: fire', '', { ...informed, 'shared/units.yaml': units })).toEqual([
      'EXPECTATION_IMPOSSIBLE expectations[0].resolved: no unit that can be asked about fire is asked to respond or secure.',
    ]);
    const played = units.replace('name: Police', 'name: Police\n    mode: played');
    expect(expecting('resolved: fire', '', { ...informed, 'shared/units.yaml': played })).toEqual([]);
  });

  it('that is over before the Cancel that names the incident', () => {
    const out = alert('out', 'at: T+00:40', 'cancels: fire');
    expect(expecting('jointAcknowledgement: out, within: 1m', out)).toEqual([
      'DEADLINE_BEFORE_INJECT expectations[0].within: hope counts from the opening of the incident by fire and ends at T+00:11:00, before out fires. Use { time, inject: out }.',
    ]);
    expect(expecting('jointAcknowledgement: out, within: 30m', out)).toEqual([]);
    expect(expecting('jointAcknowledgement: fire, within: 1m', out)).toEqual([]);
  });
});
