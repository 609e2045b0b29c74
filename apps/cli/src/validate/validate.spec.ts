import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scenarioReferencePage } from '#scenario/reference-page.js';
import { scenarioJsonSchema, sharedPartsJsonSchema } from '#scenario/json-schema.js';
import { MAX_FILE_BYTES } from '#scenario/yaml/read-document.js';
import { projectFile, readProjectJson } from '../files/project-files.js';
import { replay } from '../replay/replay-run.js';
import { loadScenarioFile } from '../files/scenario-folder.js';
import { exitCodeOf, problemLine, validateFile } from './validate.js';

const shipped = readdirSync(projectFile('scenarios')).filter((name) => name.endsWith('.yaml'));

/** What people do badly in the script: the price of it is what the scenario is about, and is missed in its report. */
const MISSED_ON_PURPOSE: Readonly<Record<string, readonly string[]>> = {
  'sensitive-source.yaml': ['pak-knows-in-time'],
};

describe('the scenarios that ship', () => {
  it('are eight at least', () => {
    expect(shipped.length).toBeGreaterThanOrEqual(8);
  });

  it.each(shipped)('%s has neither error nor warning', (name) => {
    expect(validateFile(projectFile('scenarios', name)).problems.map(problemLine)).toEqual([]);
  });

  it.each(shipped)('%s is told in English, Urdu and Chinese, and marked as invented', (name) => {
    const { scenario } = loadScenarioFile(projectFile('scenarios', name));
    if (scenario === undefined) throw new Error(`${name} does not load`);
    expect(Object.keys(scenario.title)).toEqual(['en', 'ur', 'zh']);
    expect(scenario.title['en']).toContain('(exercise)');
    for (const inject of scenario.injects ?? []) {
      if (inject.kind !== 'alert') continue;
      for (const { alert } of inject.messages) {
        expect(alert.status).toBe('Exercise');
        expect(alert.info?.map(({ language }) => language)).toEqual(['en', 'ur', 'zh']);
      }
    }
  });

  it.each(shipped)('%s meets its own expectations when its simulated units play it', (name) => {
    const { scenario } = loadScenarioFile(projectFile('scenarios', name));
    if (scenario === undefined) throw new Error(`${name} does not load`);
    const { verdicts } = replay({ scenario, seed: scenario.seed, onEvents: () => undefined });
    expect(verdicts.length).toBeGreaterThan(0);
    const unmet = verdicts.filter(({ judgement }) => judgement !== 'met').map(({ expectation }) => expectation);
    expect(unmet).toEqual(MISSED_ON_PURPOSE[name] ?? []);
  });

  it.each(shipped)('%s has no headline twice, in any language', (name) => {
    const { scenario } = loadScenarioFile(projectFile('scenarios', name));
    const headlines = (scenario?.injects ?? []).flatMap((inject) =>
      inject.kind === 'alert' ? (inject.messages[0].alert.info ?? []).map(({ headline }) => headline) : [],
    );
    expect(headlines.filter((headline, index) => headlines.indexOf(headline) !== index)).toEqual([]);
  });
});

describe('the shared parts that ship', () => {
  it.each(['policy.yaml', 'register.yaml'])('%s has neither error nor warning by itself', (name) => {
    expect(validateFile(projectFile('scenarios', 'shared', name))).toMatchObject({ problems: [], isPartial: true });
  });
});

describe('the schema of scenario files', () => {
  it.each([
    ['scenario.schema.json', scenarioJsonSchema],
    ['scenario-part.schema.json', sharedPartsJsonSchema],
  ])('docs/reference/%s is the one that the code makes (else: npm run docs)', (name, make) => {
    expect(JSON.parse(readFileSync(projectFile('docs', 'reference', name), 'utf8'))).toEqual(make());
  });
});

describe('the reference of scenario files', () => {
  it('docs/reference/scenario.md is the one that the code makes (else: npm run docs, npm run format)', () => {
    expect(unaligned(readFileSync(projectFile('docs', 'reference', 'scenario.md'), 'utf8'))).toBe(
      unaligned(scenarioReferencePage()),
    );
  });
});

/** Without the spaces and dashes that the formatter adds to tables. */
function unaligned(markdown: string): string {
  return markdown.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---').trim();
}

const OWN = 'id: test\ntitle: Test\nduration: 1h\n';

describe('files on the disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tandem-validate-'));
    mkdirSync(join(folder, 'own'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const own = (name: string): string => join(folder, 'own', name);
  function codes(file: string): string[] {
    return validateFile(file).problems.map(({ code }) => code);
  }

  it('refuses a file of 100 MB by its size, and an absent one, a folder and a device without end', () => {
    writeFileSync(own('huge.yaml'), '');
    truncateSync(own('huge.yaml'), 100 * MAX_FILE_BYTES);
    symlinkSync('/dev/zero', own('endless.yaml'));
    for (const [name, code] of [
      ['huge.yaml', 'TOO_LARGE'],
      ['absent.yaml', 'FILE_UNREADABLE'],
      ['.', 'FILE_UNREADABLE'],
      ['endless.yaml', 'FILE_UNREADABLE'],
    ] as const) {
      const { unreadable } = validateFile(own(name));
      expect([name, unreadable, codes(own(name))]).toEqual([name, true, [code]]);
    }
  });

  it('refuses bytes that are not UTF-8', () => {
    writeFileSync(own('latin.yaml'), Buffer.from('tandem: 1\nid: caf\u00E9\n', 'latin1'));
    expect(codes(own('latin.yaml'))).toEqual(['WRONG_ENCODING']);
  });

  it('gives exit code 1 for errors, and for warnings only when the check is strict', () => {
    const { title, ...right } = readProjectJson('scenarios', 'demonstration.json') as { title: string; policy: object };
    const policy = { ...right.policy, closeAfter: '720h' };
    writeFileSync(own('right.yaml'), JSON.stringify({ ...right, title }));
    writeFileSync(own('warned.yaml'), JSON.stringify({ ...right, title, policy }));
    writeFileSync(own('wrong.yaml'), JSON.stringify(right));
    for (const [name, lenient, strict] of [
      ['right.yaml', 0, 0],
      ['warned.yaml', 0, 1],
      ['wrong.yaml', 1, 1],
      ['absent.yaml', 2, 2],
    ] as const) {
      const found = [validateFile(own(name))];
      expect([name, exitCodeOf(found, false), exitCodeOf(found, true)]).toEqual([name, lenient, strict]);
    }
  });

  it('does not follow a link out of the folder, be it of a file or of a folder', () => {
    writeFileSync(join(folder, 'secret.yaml'), 'tandem: 1\nsites: []\n');
    symlinkSync(join(folder, 'secret.yaml'), own('link.yaml'));
    symlinkSync(folder, own('up'));
    writeFileSync(own('main.yaml'), `tandem: 1\ninclude: [link.yaml, up/secret.yaml]\n${OWN}`);
    expect(codes(own('main.yaml'))).toEqual(['INCLUDE_OUTSIDE', 'INCLUDE_OUTSIDE']);
  });

  it('follows a link within the folder', () => {
    writeFileSync(own('real.yaml'), 'tandem: 1\nsites: 5\n');
    symlinkSync(own('real.yaml'), own('link.yaml'));
    writeFileSync(own('main.yaml'), 'tandem: 1\ninclude: [link.yaml]\n');
    expect(codes(own('main.yaml'))).not.toContain('INCLUDE_OUTSIDE');
  });

  it('names the place as the user named the file, so that an editor finds it', () => {
    writeFileSync(own('main.yaml'), `tandem: 1\ninclude: [part.yaml]\n${OWN}`);
    writeFileSync(own('part.yaml'), 'tandem: 3\n');
    expect(validateFile(own('main.yaml')).problems.map(problemLine)).toEqual([
      `${own('part.yaml')}:1:9: error: tandem is 3; the only supported format version is 1. (FORMAT_VERSION)`,
    ]);
  });
});

describe('a file that is no scenario', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-kinds-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['a log', '{"actor":{"kind":"engine"},"at":0}\n', 'a log of events'],
    ['a recording', '{"kind":"recording","version":1}\n', 'a recording'],
  ])('is told as %s, in one line', (_what, text, words) => {
    const file = join(folder, 'some.ndjson');
    writeFileSync(file, text);
    const { problems, unreadable } = validateFile(file);
    expect([unreadable, problems]).toEqual([
      true,
      [expect.objectContaining({ code: 'NOT_A_SCENARIO', message: expect.stringContaining(words) })],
    ]);
  });

  it('and no YAML either gets the first few faults, not all of their echo', () => {
    const file = join(folder, 'some.yaml');
    writeFileSync(file, '}{"a" "b": ]\n'.repeat(200));
    const { problems } = validateFile(file);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(10);
  });
});
