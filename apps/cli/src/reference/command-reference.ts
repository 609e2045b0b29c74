/** The reference page of the command line, in Markdown. `tandem docs` writes it to docs/reference/cli.md. */
import type { Command } from 'commander';
import { EXIT_CODES } from '../failure.js';
import { commandTree, everyEntry, type CommandEntry } from './command-tree.js';

const INTRODUCTION = `# Command line reference

Generated from the definitions of the commands by \`npm run docs\`. Do not edit.

In a checkout of this repository, write \`npx tandem\` for \`tandem\`. \`tandem COMMAND --help\` prints what this page says of a
command. \`tandem completion SHELL\` prints a script that completes commands and options in bash, zsh, fish or PowerShell.

## Connection

Commands that work through the API take the options \`--url <address>\` and \`--token <token>\`, which are not repeated below. The
address is otherwise that of the setting TANDEM_URL, or of the API that \`tandem start\` runs in this folder; the token is otherwise
that of the setting TANDEM_TOKEN, which other users of the machine cannot see. \`tandem token create\` makes a token.

## Which exercise

A command works on the exercise that it names; otherwise on the one that \`tandem use EXERCISE\` has selected; otherwise on the
only one that has not ended. If there are several, the command lists them and does nothing. \`tandem use\` shows the selection,
\`tandem use --clear\` removes it. It is kept for each user and API address, in \`tandem/use.json\` in \`$XDG_CONFIG_HOME\`, or else in
\`~/.config\` (Linux), \`~/Library/Application Support\` (macOS) or \`%APPDATA%\` (Windows).

## Output

Results go to the standard output, warnings and errors to the standard error. Every \`list\` and \`show\` prints a table for people,
or JSON with \`--json\`: a \`list\` an array of the items of the API, with all its pages, and a \`show\` the object of the API. The
[OpenAPI document](openapi.json) defines their fields. \`incident show\` adds the \`notifications\` and \`notes\` of the incident, \`evaluation list\`
prints events of the log, and \`presence list\` an object with \`people\` and \`units\`.

## Confirmation

Commands that cannot be undone ask before they act, and have the option \`--yes\`, which skips the question. Without a terminal and
without \`--yes\` they do nothing and end with exit code ${EXIT_CODES.unusable.code}.

## Exit codes
`;

/** Options that the introduction explains. */
const EVERYWHERE = new Set(['--help', '--url', '--token']);

export function commandReferencePage(program: Command): string {
  const tree = commandTree(program);
  const groups = [...new Set(tree.children.map(({ group }) => group))];
  const codes = Object.values(EXIT_CODES).map(({ code, meaning }) => [String(code), meaning]);
  return [
    INTRODUCTION,
    table(['Code', 'Meaning'], codes),
    ...groups.flatMap((group) => [
      `## ${group.replace(/:$/, '')}\n`,
      ...tree.children
        .filter((entry) => entry.group === group)
        .map((entry) => everyEntry(entry).map(section).join('\n')),
    ]),
  ].join('\n');
}

function section(entry: CommandEntry): string {
  const { path, description, usage, children } = entry;
  const level = path.length === 1 ? '###' : '####';
  const parts = [`${level} ${['tandem', ...path].join(' ')}\n`, `${sentence(description)}\n`];
  if (children.length > 0) {
    const rows = children.map((child) => [`[\`${child.path.join(' ')}\`](#${anchor(child)})`, child.description]);
    return [...parts, table(['Command', 'Purpose'], rows)].join('\n');
  }
  parts.push(`\`\`\`sh\n${usage}\n\`\`\`\n`);
  const names = entry.arguments.map((one) => [`\`${one.name()}\``, described(one.description, one.argChoices)]);
  const options = entry.options
    .filter(({ long }) => !EVERYWHERE.has(long ?? ''))
    .map((option) => [
      `\`${option.flags}\``,
      described(option.description, option.argChoices, option.defaultValue, option.mandatory),
    ]);
  if (names.length > 0) parts.push(table(['Argument', 'Meaning'], names));
  if (options.length > 0) parts.push(table(['Option', 'Meaning'], options));
  return parts.join('\n');
}

function described(
  description: string,
  choices: readonly string[] | undefined,
  preset?: unknown,
  isRequired = false,
): string {
  const more = [
    ...(isRequired ? ['required'] : []),
    ...(choices === undefined ? [] : [`one of ${choices.map((choice) => `\`${choice}\``).join(', ')}`]),
    ...(preset === undefined || typeof preset === 'boolean' ? [] : [`default: \`${String(preset)}\``]),
  ];
  return more.length === 0 ? description : `${description} (${more.join('; ')})`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function anchor({ path }: CommandEntry): string {
  return ['tandem', ...path].join('-');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}
