import { scriptedIdentifier } from '#contracts/alert/alert-id.js';
import { alert, HEAD, load, OWN, POLICY, SHARED, problemLines, UNITS } from '../testing/sample-files.js';

describe('a scenario with included parts', () => {
  it('is merged, and a part that two files include is taken once', () => {
    const { scenario, problems, files } = load(HEAD, {
      ...SHARED,
      'shared/units.yaml': UNITS.replace('tandem: 1', 'tandem: 1\ninclude: [sites.yaml]'),
    });
    expect(problems).toEqual([]);
    expect(scenario?.sites.map(({ id }) => id)).toEqual(['north-camp']);
    expect(scenario?.units.map(({ id }) => id)).toEqual(['police', 'desk']);
    expect(files).toEqual(['main.yaml', 'shared/sites.yaml', 'shared/units.yaml', 'shared/policy.yaml']);
  });

  it('names the included file, and the number of the entry in it', () => {
    const own = `${HEAD}sites:\n  - id: south\n    name: South\n    kind: camp\n    province: Sindh\n    position: { lat: 91, lon: 67 }\n    nationals: {}\n`;
    expect(problemLines(own, { ...SHARED, 'shared/units.yaml': UNITS.replace('side: CHN', 'side: CHN1') })).toEqual([
      'main.yaml:11:22 TOO_BIG sites[0].position.lat: sites[0].position.lat is 91; it must be at most 90.',
      'shared/units.yaml:16:11 NOT_ONE_OF units[1].side: units[1].side is "CHN1"; it must be one of PAK, CHN. Did you mean "CHN"?',
    ]);
  });

  it.each([
    ['/etc/passwd', 'INCLUDE_OUTSIDE'],
    ['../other.yaml', 'INCLUDE_OUTSIDE'],
    ['shared/../../other.yaml', 'INCLUDE_OUTSIDE'],
    ['C:/other.yaml', 'INCLUDE_OUTSIDE'],
    ['https://exercise.example/sites.yaml', 'INCLUDE_OUTSIDE'],
    ['shared\\\\sites.yaml', 'INCLUDE_OUTSIDE'],
    ['shared/none.yaml', 'FILE_UNREADABLE'],
    ['main.yaml', 'INCLUDE_CYCLE'],
  ])('does not include %s', (name, code) => {
    const { scenario, problems } = load(`tandem: 1\ninclude: ["${name}"]\n${OWN}`);
    expect(scenario).toBeUndefined();
    expect(problems.map((problem) => [problem.code, problem.line, problem.column])).toEqual([[code, 2, 11]]);
    expect(problems[0]?.message).toContain(name.replace('shared\\\\sites', ''));
  });

  it('tells a ring of includes with all its files', () => {
    const files = { 'a.yaml': 'tandem: 1\ninclude: [b.yaml]\n', 'b.yaml': 'tandem: 1\ninclude:\n  - a.yaml\n' };
    expect(problemLines(`tandem: 1\ninclude: [a.yaml]\n${OWN}`, files)).toEqual([
      'b.yaml:3:5 INCLUDE_CYCLE include[0]: The files include each other in a cycle: a.yaml → b.yaml → a.yaml; remove one include.',
    ]);
  });

  it('refuses a part that is given twice, what cannot be shared, and another format version', () => {
    const files = {
      ...SHARED,
      'more.yaml': 'tandem: 1\npolicy: {}\ninjects: []\nunit: []\n',
      'old.yaml': 'tandem: 2\n',
      'none.yaml': 'sites: []\n',
    };
    expect(
      problemLines(HEAD.replace('shared/sites.yaml', 'shared/policy.yaml, more.yaml, old.yaml, none.yaml'), files),
    ).toEqual([
      'more.yaml:2:1 DUPLICATE_PART policy: policy is defined twice: also in shared/policy.yaml, line 2. Remove one.',
      'more.yaml:3:1 UNKNOWN_FIELD injects: injects cannot be shared; an included file may contain include, rules, sites, units, links, policy.',
      'more.yaml:4:1 UNKNOWN_FIELD unit: unit cannot be shared; an included file may contain include, rules, sites, units, links, policy. Did you mean "units"?',
      'old.yaml:1:9 FORMAT_VERSION tandem: tandem is 2; the only supported format version is 1.',
      'none.yaml:1:1 MISSING_FIELD : tandem is missing; the file must name its format version: tandem: 1.',
    ]);
  });
});

describe('the faults of a script', () => {
  it('are all told at once, each with its place, what was found and what is allowed', () => {
    const script = `${HEAD}injects:
${alert('fire', 'at: 00:10')}  - id: note
    at: T+00:01
    noet: hello
  - id: two
    at: T+00:02
    when: { fired: fire }
    note: hello
`;
    const problems = problemLines(script.replace('duration: 1h', 'duration: 90'));
    expect(problems).toEqual([
      'main.yaml:5:11 WRONG_TYPE duration: duration is 90; it must be a duration, such as 500ms, 90s, 5m or 1h30m.',
      'main.yaml:8:9 FORMAT injects[0].at: injects[0].at is "00:10"; it must be a time since STARTEX of at most 30 days, written T+hh:mm or T+hh:mm:ss, such as T+00:10.',
      'main.yaml:17:5 FORMAT injects[1]: injects[1] has id, at, noet; it must be an inject with exactly one of alert, message, send, release, duty, link, note.',
      'main.yaml:19:5 UNKNOWN_FIELD injects[1].noet: injects[1].noet is not known; injects[1] may contain id, title, at, when, delay, latest, repeat, alert, message, send, release, duty, link, note. Did you mean "note"?',
      'main.yaml:20:5 FORMAT injects[2]: injects[2] has id, at, when, note; it must be an inject with either at (a time) or when (a condition).',
    ]);
  });

  it('are told with those of other parts: what cannot be read hides no reference to nothing', () => {
    const script = `${HEAD.replace('duration: 1h', 'duration: 90')}injects:
${alert('fire', 'at: 00:10')}  - id: later
    when: { fired: fier }
    note: hello
  - id: away
    at: T+00:05
    duty: { unit: pollice, status: 'off' }
expectations:
  - id: told
    objective: Notification
    notified: { unit: desk, incident: fire }
    before: 9
  - id: known
    objective: Notification
    notified: { unit: desk, incident: away }
`;
    expect(problemLines(script).map((line) => line.replace(/: .*/, ''))).toEqual([
      'main.yaml:5:11 WRONG_TYPE duration',
      'main.yaml:8:9 FORMAT injects[0].at',
      'main.yaml:18:20 UNKNOWN_INJECT injects[1].when.fired',
      'main.yaml:22:19 UNKNOWN_UNIT injects[2].duty.unit',
      'main.yaml:27:13 WRONG_TYPE expectations[0].before',
      'main.yaml:30:39 NOT_AN_ALERT expectations[1].notified.incident',
    ]);
  });

  it('say what was found and what was meant', () => {
    const script = `${HEAD.replace('title: Test', 'title: { ur: x }')}injects:
${alert('fire', 'at: 10')}`.replace('category: Fire', 'category: Sec');
    expect(problemLines(script).map((line) => line.replace(/^.*?: /, ''))).toEqual([
      'title has ur; it must be a map with at least "en", which other languages fall back to.',
      'injects[0].at is 10; it must be a time since STARTEX, written T+hh:mm or T+hh:mm:ss, such as T+00:10.',
      'injects[0].alert.category is "Sec"; it must be one of Geo, Met, Safety, Security, Rescue, Fire, Health, Env, Transport, Infra, CBRNE, Other or a list. Did you mean "Security"?',
    ]);
  });

  it('are told beside an anchor, an alias, a tag, a merge key and a key that is there twice', () => {
    const script = `${HEAD}injects:
  - &note
    id: note
    at: 00:10
    note: hello
  - *note
  - <<: *note
    id: again
  - id: tagged
    at: !!str T+00:10
    note: hello
    note: again
  - id: away
    at: T+00:05
    duty: { unit: pollice, status: 'off' }
  - id: then
    when: { fired: fier }
    note: hello
`;
    expect(
      problemLines(script).map((line) => line.replace(/^main.yaml:| .*/g, '').concat(line.split(' ')[1] ?? '')),
    ).toEqual([
      '7:5YAML_FEATURE',
      '9:9FORMAT',
      '11:5YAML_FEATURE',
      '12:5YAML_FEATURE',
      '12:9YAML_FEATURE',
      '15:9YAML_FEATURE',
      '17:5DUPLICATE_KEY',
      '20:19UNKNOWN_UNIT',
    ]);
  });

  it('are none for what an alias stands for, whatever refers to it', () => {
    const script = `tandem: 1
include: [shared/sites.yaml, shared/policy.yaml]
${OWN}units: *units
description: &text A day at the camp
injects:
${alert('fire', 'at: T+00:10', 'instruction: *text')}  - id: away
    at: T+00:05
    duty: { unit: police, status: 'off' }
    repeat: *text
expectations: *none
`;
    expect(problemLines(script).map((line) => line.split(' ')[1])).toEqual(
      Array.from({ length: 5 }, () => 'YAML_FEATURE'),
    );
  });

  it('make no fault of what refers to something that cannot be read', () => {
    const script = `${HEAD}injects:
${alert('fire', 'at: T+00:10')}  - id: away
    at: T+00:05
    duty: { unit: police, status: 'off' }
`;
    const faulty = { ...SHARED, 'shared/units.yaml': UNITS.replace('side: PAK', 'side: PKA') };
    expect(problemLines(script, faulty).map((line) => line.replace(/: .*/, ''))).toEqual([
      'shared/units.yaml:5:11 NOT_ONE_OF units[0].side',
    ]);
    const nameless = { ...SHARED, 'shared/units.yaml': UNITS.replace('id: police', 'id: 5') };
    expect(problemLines(script, nameless).map((line) => line.replace(/: .*/, ''))).toEqual([
      'shared/units.yaml:3:9 WRONG_TYPE units[0].id',
    ]);
    const policy = { ...SHARED, 'shared/policy.yaml': POLICY.replace('route: { id: all,', 'route: { id: ALL,') };
    expect(problemLines(script, policy).map((line) => line.replace(/: .*/, ''))).toEqual([
      'shared/policy.yaml:6:16 FORMAT policy.route.id',
    ]);
  });

  it('are told even when a file that is included cannot be read, except what that file may have held', () => {
    const script = `${HEAD}injects:
${alert('fire', 'at: 00:10')}  - id: away
    at: T+00:05
    duty: { unit: pollice, status: 'off' }
  - id: then
    when: { fired: fier }
    note: hello
`;
    const { 'shared/units.yaml': _, ...others } = SHARED;
    expect(problemLines(script, others).map((line) => line.replace(/: .*/, ''))).toEqual([
      'main.yaml:2:30 FILE_UNREADABLE include[1]',
      'main.yaml:8:9 FORMAT injects[0].at',
      'main.yaml:21:20 UNKNOWN_INJECT injects[2].when.fired',
    ]);
  });

  it('tell references to nothing, and what was meant', () => {
    const script = `${HEAD}injects:
${alert('fire', 'at: T+00:10')}${alert('later', 'at: T+00:05', 'updates: fire')}  - id: off
    when: { all: [{ fired: fier }, { resolved: off }] }
    duty: { unit: polise, status: 'off' }
expectations:
  - id: joint
    jointAcknowledgement: smoke
    within: 5m
  - id: joint
    notified: { unit: dsk, incident: fire }
`;
    expect(problemLines(script)).toEqual([
      'main.yaml:27:16 REFERENCE_LATER injects[1].alert.updates: later is at T+00:05, before fire, which it references, at T+00:10; swap them.',
      'main.yaml:29:28 UNKNOWN_INJECT injects[2].when.all[0].fired: There is no inject "fier" in the scenario. Did you mean "fire"?',
      'main.yaml:29:48 NOT_AN_ALERT injects[2].when.all[1].resolved: The inject "off" is not an alert; name the alert inject that opens or joins the incident.',
      'main.yaml:30:19 UNKNOWN_UNIT injects[2].duty.unit: There is no unit "polise" in the scenario. Did you mean "police"?',
      'main.yaml:33:27 UNKNOWN_INJECT expectations[0].jointAcknowledgement: There is no alert inject "smoke" in the scenario.',
      'main.yaml:35:9 DUPLICATE_ID expectations[1].id: The id "joint" is there twice; give each its own.',
      'main.yaml:36:23 UNKNOWN_UNIT expectations[1].notified.unit: There is no unit "dsk" in the scenario. Did you mean "desk"?',
    ]);
  });
});

describe('a file that is named .json', () => {
  it('holds JSON, not what only YAML takes', () => {
    const files = { 'part.json': '{ "tandem": 1,\n  "rules": { "foreignResponders": "no" },\n}' };
    expect(problemLines(HEAD.replace('include: [', 'include: [part.json, '), { ...SHARED, ...files })).toEqual([
      'part.json:2:35 NOT_ONE_OF rules.foreignResponders: rules.foreignResponders is "no"; it must be one of prohibited, permitted.',
      expect.stringMatching(/^part\.json:3:1 MALFORMED_JSON : This is not JSON: /),
    ]);
  });
});

describe('the alerts of a script', () => {
  it('are the same in every load: sent at STARTEX in the story plus their time, references by the same hash', () => {
    const script = `${HEAD}startsAt: '2026-03-02T09:00:00+05:00'
injects:
${alert('fire', 'at: T+00:10')}${alert('out', 'when: { fired: fire }', 'cancels: fire')}`;
    const [first, second] = [load(script), load(script)];
    expect(first).toEqual({ ...second, placeOf: expect.any(Function) });
    const [fire, out] = first.scenario?.injects ?? [];
    if (fire?.kind !== 'alert' || out?.kind !== 'alert') throw new Error('two alerts were expected');
    expect(fire.messages[0].alert).toMatchObject({
      identifier: scriptedIdentifier({ scenario: 'test', seed: 'test', inject: 'fire', occurrence: 0 }),
      sent: '2026-03-02T09:10:00+05:00',
      msgType: 'Alert',
    });
    expect(out.messages[0]).toMatchObject({
      references: [fire.messages[0].alertId],
      alert: { msgType: 'Cancel', sent: '2026-03-02T09:10:00+05:00', status: 'Exercise' },
    });
  });

  it('are one for each time that the inject fires', () => {
    const script = `${HEAD}injects:\n${alert('fire', 'at: T+00:10\n    repeat: { times: 2, every: 5m }')}`;
    const [fire] = load(script).scenario?.injects ?? [];
    if (fire?.kind !== 'alert') throw new Error('an alert was expected');
    expect(fire.messages.map(({ alert: { sent } }) => sent)).toEqual([
      '2026-01-01T09:10:00+05:00',
      '2026-01-01T09:15:00+05:00',
      '2026-01-01T09:20:00+05:00',
    ]);
    expect(new Set(fire.messages.map(({ alert: { identifier } }) => identifier)).size).toBe(3);
    expect(JSON.stringify(fire.messages)).not.toContain('fire');
  });
});
