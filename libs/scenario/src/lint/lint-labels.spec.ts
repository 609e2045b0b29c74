import { alert, HEAD, load, POLICY, SHARED, UNITS } from '../testing/sample-files.js';

const secret = (more = '') => alert('secret', 'at: T+00:05', `releasability: { class: PAK${more} }`);
const act = (id: string, at: string, release: string) => `  - { id: ${id}, at: ${at}, release: ${release} }\n`;
const PROPOSE = act('propose', 'T+00:10', '{ propose: { incident: secret, reason: near } }');
const APPROVE = act('approve', 'T+00:20', '{ approve: secret }');

function warnings(script: string, expectations = '', others: Readonly<Record<string, string>> = SHARED): string[] {
  const expected = expectations === '' ? '' : `expectations:\n${expectations}`;
  return load(`${HEAD}injects:\n${script}${expected}`, others).problems.map(
    ({ code, path, message }) => `${code} ${path}: ${message}`,
  );
}

const knows = (of: string, more = '') => `  - { id: known, knows: { side: CHN, ${of} }${more} }\n`;

describe('labels that make a chain impossible', () => {
  it('are those that name none of the units that the chains ask', () => {
    expect(warnings(secret(', tlp: TLP:RED'))).toEqual([
      'LABEL_EXCLUDES_UNITS injects[0].alert.releasability.tlp: secret is TLP:RED and does not name police, which its chains would ask; ' +
        'they are left out. Name them in releasableTo, use TLP:AMBER, or route it to a chain that asks those named.',
    ]);
    expect(warnings(secret(", tlp: TLP:AMBER+STRICT, releasableTo: ['role:liaison']"))[0]).toContain(
      'LABEL_EXCLUDES_UNITS injects[0].alert.releasability.releasableTo: secret is TLP:AMBER+STRICT and does not name police',
    );
    expect(warnings(secret(", tlp: TLP:RED, releasableTo: ['unit:police']"))).toEqual([]);
    expect(warnings(secret())).toEqual([]);
  });

  it('are those of a class that leaves a step with nobody to ask', () => {
    const steps = `        - id: desks
          targets: [{ kind: company-security-desk, action: inform }]
          requirement: any
          ackWithin: 1m
      expireAfter: 5m
`;
    const policy = POLICY.replace(', { kind: company-security-desk, action: inform }', '')
      .replace('each-side', 'any')
      .replace('      expireAfter: 5m\n', steps);
    expect(warnings(secret(), '', { ...SHARED, 'shared/policy.yaml': policy })).toEqual([
      'CLASS_EXCLUDES_STEP injects[0].alert.releasability.class: secret is of class PAK, so step desks of chain joint asks nobody: ' +
        'desk may not know of it. Release it, or route it to another chain.',
    ]);
  });
});

describe('what a side can never know', () => {
  const cannot = 'EXPECTATION_IMPOSSIBLE expectations[0].knows: known cannot be met: secret is of class PAK,';

  it('is what nothing releases, and no tear line tells', () => {
    expect(warnings(secret(), knows('incident: secret'))).toEqual([
      `${cannot} no inject releases it, and nobody plays.`,
    ]);
    expect(warnings(secret(), knows('tearLine: secret'))).toEqual([
      `${cannot} it has no tearLine, and no inject releases it, and nobody plays.`,
    ]);
    const shared = secret(', tearLine: { en: careful }');
    expect(warnings(shared, knows('tearLine: secret'))).toEqual([]);
    expect(warnings(shared, knows('incident: secret'))).toHaveLength(1);
    expect(warnings(alert('open', 'at: T+00:05'), knows('incident: open'))).toEqual([]);
    expect(warnings(secret() + PROPOSE + APPROVE, knows('incident: secret'))).toEqual([]);
    expect(warnings(secret(), '  - { id: known, knows: { side: PAK, incident: secret } }\n')).toEqual([]);
  });

  it('is not said of an exercise with players, who may release it', () => {
    const played = {
      ...SHARED,
      'shared/units.yaml': UNITS.replace('    side: CHN\n', '    side: CHN\n    mode: played\n'),
    };
    expect(warnings(secret(), knows('incident: secret'), played)).toEqual([]);
  });

  it('is what it would know too late', () => {
    const late = 'known cannot be met: approve, which lets CHN know, fires at T+00:20:00 at the earliest.';
    const script = secret() + PROPOSE + APPROVE;
    expect(warnings(script, knows('incident: secret', ', within: 10m'))).toEqual([
      `EXPECTATION_IMPOSSIBLE expectations[0].within: ${late}`,
    ]);
    expect(warnings(script, knows('incident: secret', ', before: T+00:20'))).toEqual([
      `EXPECTATION_IMPOSSIBLE expectations[0].before: ${late}`,
    ]);
    expect(warnings(script, knows('incident: secret', ', within: 15m'))).toEqual([]);
  });

  it('is what an inject waits for in vain', () => {
    const waiting = '  - { id: after, when: { knows: { side: CHN, incident: secret } }, note: hello }\n';
    expect(warnings(secret() + waiting)).toEqual([
      'UNREACHABLE_INJECT injects[1].when: after never fires: secret is of class PAK, no inject releases it, and nobody plays.',
    ]);
    expect(warnings(secret() + PROPOSE + APPROVE + waiting)).toEqual([]);
  });

  it('is what its units cannot acknowledge, until it is released', () => {
    const acknowledged = '  - { id: known, acknowledged: { side: CHN, incident: secret } }\n';
    expect(warnings(secret(), acknowledged)).toEqual([
      'EXPECTATION_IMPOSSIBLE expectations[0].acknowledged: known cannot be met: CHN cannot know of it: secret is of class PAK, ' +
        'no inject releases it, and nobody plays.',
    ]);
    expect(warnings(secret() + PROPOSE + APPROVE, acknowledged)).toEqual([]);
  });
});

describe('a step of a release that the rules would refuse', () => {
  const refused = (script: string) => warnings(secret() + script)[0];

  it.each([
    [
      APPROVE,
      'RELEASE_IMPOSSIBLE injects[1].release.approve: approve would be refused: no inject proposes to release secret, and nobody plays.',
    ],
    [
      act('no', 'T+00:10', '{ decline: { of: secret, reason: danger } }'),
      'RELEASE_IMPOSSIBLE injects[1].release.decline.of: no would be refused: no inject proposes',
    ],
    [
      act('ask', 'T+00:10', '{ request: { side: CHN, text: Why?, tearLine: secret } }'),
      'RELEASE_IMPOSSIBLE injects[1].release.request.tearLine: ask would be refused: secret is of class PAK, it has no tearLine',
    ],
    [
      act('ask', 'T+00:10', '{ request: { side: PAK, text: Why?, tearLine: secret } }'),
      'RELEASE_IMPOSSIBLE injects[1].release.request.tearLine: ask would be refused: PAK knows of secret as it is.',
    ],
    [
      alert('open', 'at: T+00:06') + act('propose', 'T+00:10', '{ propose: { incident: open, reason: near } }'),
      'RELEASE_IMPOSSIBLE injects[2].release.propose.incident: propose would be refused: open is of class JOINT, and both sides know of it already.',
    ],
  ])('%s', (script, told) => {
    expect(refused(script)).toContain(told);
  });

  it('is not one that a proposal or a request comes before', () => {
    const ask = act('ask', 'T+00:06', '{ request: { side: CHN, text: Why? } }');
    const no = act('no', 'T+00:10', '{ decline: { of: ask, reason: danger } }');
    expect(warnings(secret() + ask + no)).toEqual([]);
    expect(warnings(secret() + PROPOSE + APPROVE)).toEqual([]);
  });
});
