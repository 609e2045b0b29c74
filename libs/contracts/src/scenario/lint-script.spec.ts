import { alert, HEAD, load, POLICY, SHARED, told } from './sample-files.js';

describe('the lint of a policy', () => {
  it('is told beside errors of the script, which it does not look at, and only beside those', () => {
    const unused = POLICY.replace('  chains:', '  groups: { spare: [desk] }\n  chains:');
    const files = { ...SHARED, 'shared/policy.yaml': unused };
    const codes = (main: string): (string | undefined)[] => told(main, files).map((line) => line.split(' ')[1]);
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
