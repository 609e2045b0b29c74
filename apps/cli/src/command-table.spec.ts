/** What holds for every command. */
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import type { Command } from 'commander';
import { ApiUnreachable } from './client/api-client.js';
import { EXIT, EXIT_CODES, explainFailure } from './failure.js';
import { projectFile } from './files/project-files.js';
import { fullProgram, programFor, currentSpelling } from './command-table.js';
import { commandReferencePage } from './reference/command-reference.js';
import { commandTree, everyEntry, type CommandEntry } from './reference/command-tree.js';
import { completionScript, SHELLS } from './reference/completion-script.js';

let program: Command;
let entries: CommandEntry[];

beforeAll(async () => {
  program = await fullProgram();
  entries = everyEntry(commandTree(program)).slice(1);
});

const nameOf = ({ path }: CommandEntry): string => path.join(' ');
const has = ({ options }: CommandEntry, long: string): boolean => options.some((option) => option.long === long);

describe('every command', () => {
  it('that lists or shows something prints JSON with --json', () => {
    const reading = entries.filter(({ path }) => ['list', 'show', 'audit'].includes(path.at(-1) ?? ''));
    expect(reading.length).toBeGreaterThan(15);
    expect(reading.filter((entry) => !has(entry, '--json')).map(nameOf)).toEqual([]);
  });

  it('that cannot be undone asks, or takes --yes', () => {
    expect(
      entries
        .filter((entry) => has(entry, '--yes'))
        .map(nameOf)
        .sort(),
    ).toEqual([
      'account disable',
      'announcement withdraw',
      'exercise delete',
      'exercise end',
      'invitation revoke',
      'session revoke',
      'token revoke',
      'unit endpoint remove',
    ]);
  });

  it('of a resource is a noun and a verb, and says what it, its arguments and its options mean', () => {
    const nouns = entries.filter(({ path, children }) => path.length === 1 && children.length > 0);
    expect(nouns.map(nameOf)).toEqual(
      expect.arrayContaining(['exercise', 'incident', 'notification', 'alert', 'unit']),
    );
    const verbs = entries.filter(({ path }) => path.length === 2).map(({ path }) => path[1] ?? '');
    expect(verbs.filter((verb) => !/^[a-z]+(-[a-z]+)?$/.test(verb))).toEqual([]);
    const silent = entries.flatMap((entry) => [
      ...(entry.description === '' ? [nameOf(entry)] : []),
      ...entry.options.filter(({ description }) => description === '').map(({ flags }) => `${nameOf(entry)} ${flags}`),
      ...entry.arguments.filter(({ description }) => description === '').map((one) => `${nameOf(entry)} ${one.name()}`),
    ]);
    expect(silent).toEqual([]);
  });

  it('is loaded alone when it is named', async () => {
    const names = async (name: string) => (await programFor(name)).commands.map((command) => command.name());
    expect(await names('unit')).toEqual(['unit']);
    expect((await names('explode')).length).toBeGreaterThan(25);
  });
});

describe('an earlier spelling', () => {
  it.each([
    ['incident show EX-abc INC-0001', 'incident show --exercise=EX-abc INC-0001'],
    ['presence EX-abc', 'presence --exercise=EX-abc'],
    ['evaluate observe EX-abc text', 'evaluation observe --exercise=EX-abc text'],
    ['--version', '--version'],
    ['', ''],
    ['incident note INC-0001 EX-abc', 'incident note INC-0001 EX-abc'],
    ['exercise show EX-abc', 'exercise show EX-abc'],
    ['watch EX-abc', 'watch EX-abc'],
  ])('%s is %s', (given, expected) => {
    const words = (text: string) => text.split(' ').filter((word) => word !== '');
    expect(currentSpelling(words(given))).toEqual(words(expected));
  });
});

describe('exit codes', () => {
  it('are each of one meaning', () => {
    const codes = Object.values(EXIT_CODES).map(({ code }) => code);
    expect(new Set<number>(codes).size).toBe(codes.length);
  });

  it('keep an API that cannot be reached, and a fault of the program, apart from a negative result', () => {
    const unreachable = explainFailure(new ApiUnreachable('http://127.0.0.1:1', new Error('ECONNREFUSED')));
    expect(unreachable).toMatchObject({ exitCode: EXIT.unavailable });
    expect(unreachable.message).not.toMatch(/changed|refused\b(?! \()/);
    expect(explainFailure(new Error('No PostgreSQL can be reached'))).toMatchObject({ exitCode: EXIT.unavailable });
  });
});

describe('the reference', () => {
  it('docs/reference/cli.md is the one that the definitions give (else: npm run docs, npm run format)', () => {
    const stored = readFileSync(projectFile('docs', 'reference', 'cli.md'), 'utf8');
    expect(unaligned(stored)).toBe(unaligned(commandReferencePage(program)));
  });
});

/** Without the spaces and dashes that the formatter adds to tables. */
function unaligned(markdown: string): string {
  return markdown.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---').trim();
}

describe('completion', () => {
  it.each(SHELLS)('for %s has every command and option', (shell) => {
    const script = completionScript(shell, program);
    const words = entries.flatMap(({ path, options }) => [path.at(-1) ?? '', ...options.map(({ long }) => long ?? '')]);
    const written = (word: string): string => (shell === 'fish' ? word.replace(/^--/, '-l ') : word);
    expect(entries.filter((entry) => !script.includes(`${nameOf(entry)}'`)).map(nameOf)).toEqual([]);
    expect([...new Set(words)].filter((word) => !script.includes(written(word)))).toEqual([]);
  });

  it('for fish passes words that begin with a dash to `string` after `--`', () => {
    expect(completionScript('fish', program).match(/string join (?!-- )/g)).toBeNull();
  });

  it.each([
    ['tandem inc', 'incident'],
    [
      'tandem incident ',
      'list show ask restart escalate progress note override close cancel resolve withdraw-decision commander assign hand-over confirm-handover',
    ],
    ['tandem incident show --js', '--json'],
    ['tandem --url x incident sh', 'show'],
    [
      'tandem account create --role ',
      'controller evaluator commander releasing-authority operator liaison observer wall service',
    ],
    ['tandem completion f', 'fish'],
    ['tandem replay ', ''],
    ['tandem incident show list --e', '--exercise'],
  ])('in bash, %j is completed by %j', (typed, expected) => {
    const words = typed.split(' ').map((word) => `'${word}'`);
    const commands = [
      completionScript('bash', program),
      `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _tandem; echo "\${COMPREPLY[*]}"`,
    ];
    expect(execFileSync('bash', ['-c', commands.join('\n')], { encoding: 'utf8' }).trim()).toBe(expected);
  });
});
