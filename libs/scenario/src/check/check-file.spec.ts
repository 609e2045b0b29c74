/** Shared parts and policies, checked without the scenario that they are meant for. */
import { POLICY, SHARED, UNITS } from '../testing/sample-files.js';
import { checkFile, type CheckedFile } from '../files/load-scenario.js';
import { UnreadableFile } from '../files/scenario-files.js';

type Files = Readonly<Record<string, string>>;

function check(path: string, files: Files): CheckedFile {
  return checkFile(
    {
      read(name) {
        const text = files[name];
        if (text === undefined) throw new UnreadableFile('FILE_UNREADABLE', `${name} is absent.`);
        return text;
      },
    },
    path,
  );
}

/** Each problem as `line:column CODE path`. */
function faults(text: string, others: Files = {}): string[] {
  const { problems } = check('own.yaml', { ...others, 'own.yaml': text });
  return problems.map(({ line, column, code, path }) => `${line}:${column} ${code} ${path}`);
}

/** The policy alone, and its content at the top of the file. */
const ALONE = POLICY.replace('tandem: 1\n', '');
const BARE = ALONE.replace('policy:\n', '').replaceAll(/^ {2}/gm, '');

describe('a file of shared parts', () => {
  it.each(Object.keys(SHARED))('is right by itself: %s', (path) => {
    expect(check(path, SHARED)).toEqual({ kind: 'parts', isPartial: true, problems: [] });
  });

  it('is checked for what it holds, and may refer to what other files hold', () => {
    expect(faults(UNITS.replace('side: PAK', 'side: PKA').replace('[north-camp]', '[elsewhere]'))).toEqual([
      '5:11 NOT_ONE_OF units[0].side',
    ]);
    expect(faults(`${UNITS}colour: red\n`)).toEqual([expect.stringMatching(/UNKNOWN_FIELD colour$/)]);
    expect(faults(UNITS, { ...SHARED })).toEqual([]);
    expect(faults(`tandem: 1\ninclude: [missing.yaml]\n${UNITS.replace('tandem: 1\n', '')}`)).toEqual([
      '2:11 FILE_UNREADABLE include[0]',
    ]);
  });

  it('is checked as a whole when it holds sites, units and a policy', () => {
    const parts = 'tandem: 1\ninclude: [shared/sites.yaml, shared/units.yaml, shared/policy.yaml]\n';
    const unknown = { ...SHARED, 'shared/units.yaml': UNITS.replace('[north-camp]', '[north-cmap]') };
    expect(check('own.yaml', { ...SHARED, 'own.yaml': parts })).toMatchObject({ isPartial: false, problems: [] });
    expect(faults(parts, unknown)).toEqual([expect.stringMatching(/UNKNOWN_SITE units\[1\].jurisdiction.sites\[0\]$/)]);
    const unused = {
      ...SHARED,
      'shared/policy.yaml': POLICY.replace('  chains:', '  groups: { a: [desk] }\n  chains:'),
    };
    expect(faults(parts, unused)).toEqual([expect.stringMatching(/UNUSED_GROUP policy.groups.a$/)]);
  });
});

describe.each([
  ['in a file of shared parts', POLICY, 'parts', 'policy.'],
  ['by itself', ALONE, 'policy', 'policy.'],
  ['at the top of a file', BARE, 'bare-policy', ''],
])('a policy %s', (_, text, kind, prefix) => {
  it('is right', () => {
    expect(check('own.yaml', { 'own.yaml': text })).toEqual({ kind, isPartial: true, problems: [] });
  });

  it('has its problems reported at their places', () => {
    const faulty = text.replace('chain: joint', 'chain: jiont').replace('ackWithin: 1m', 'ackWithin: soon');
    const { problems } = check('own.yaml', { 'own.yaml': faulty });
    const line = (words: string): number => faulty.split('\n').findIndex((each) => each.includes(words)) + 1;
    expect(problems.map((problem) => [problem.line, problem.path, problem.message])).toEqual([
      [line('jiont'), `${prefix}route.chain`, 'The policy has no chain "jiont". Did you mean "joint"?'],
      [
        line('soon'),
        `${prefix}chains.joint.steps[0].ackWithin`,
        expect.stringMatching(`^${prefix}chains.joint.steps\\[0\\].ackWithin is "soon"; it must be `),
      ],
    ]);
  });

  it('is linted as far as it rests on no site or unit', () => {
    const slow = text.replace(/^( *)expireAfter: 5m/m, '$1expireAfter: 5m\n$1remindEvery: 5m');
    expect(faults(slow)).toEqual([expect.stringMatching(/REMINDER_AFTER_EXPIRY/)]);
  });
});

describe('a scenario', () => {
  it('is checked as one, whatever it lacks', () => {
    expect(check('own.yaml', { 'own.yaml': 'tandem: 1\nid: a\n' }).kind).toBe('scenario');
    expect(faults('id: a\n')).toEqual(['1:1 MISSING_FIELD ']);
    expect(faults('tandem: 1\n').length).toBeGreaterThan(3);
    expect(faults('5\n')).toEqual(['1:1 WRONG_TYPE ']);
  });
});
