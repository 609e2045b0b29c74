/** The reference page of roles and permissions, made from the permission table of the domain and the route table. */
import type { CommandType } from '#domain/kernel/command.js';
import { type Need, type Role, ROLE_TRAITS, ROLES } from '#domain/kernel/role.js';
import { PERMISSIONS, type Reach } from '#domain/release/permissions.js';
import type { Operation } from './operation.js';
import { OPERATIONS } from './operations.js';

const INTRODUCTION = `# Roles and permissions

Made from the code by \`tandem docs\`; do not edit.

One table in the rules of the exercise says which role may give which command. The engine checks it before each command, and the routes
of the API, the buttons of the console and this page are made from it. [Security](../security.md) says what each role is for.
`;

const REACH: Readonly<Record<Reach, string>> = {
  any: 'both sides',
  'own-side': 'own side',
  'own-units': 'own units',
  'own-classes': 'own classes',
};

const REACHES = `Whose things a command may change:

- **both sides**: those of both sides.
- **own side**: those of the own side, and what both sides share, such as a JOINT incident. A thing of the other side is refused with
  \`NOT_YOUR_SIDE\`.
- **own units**: what the own units were asked, or do. Another unit of the own side is refused with \`NOT_YOUR_UNIT\`.
- **own classes**: alerts of the classes that the account was given, under senders of its own.

A cell without an entry: the command is refused, with \`FORBIDDEN\` by the API and with \`NOT_PERMITTED\` by the engine. Ids of what
an account may not know of, and ids of another exercise, are answered like ids that do not exist.
`;

const NEED: Readonly<Record<Need, string>> = { required: 'required', optional: 'possible', none: '' };

/** The page, as Markdown: what the roles have, commands by role, and the other routes by role. */
export function permissionsPage(): string {
  return [
    INTRODUCTION,
    `## What an account of each role has\n\n${table(['role', 'side', 'units', 'classes', 'signs in'], ROLES.map(rolesRow))}`,
    `## Commands\n\n${REACHES}\n${table(['command', ...ROLES], commands().map(commandRow))}`,
    `## Other requests\n\n${table(['request', ...ROLES], readings().map(readingRow))}`,
  ].join('\n');
}

function rolesRow(role: Role): string[] {
  const { side, units, classes, isPerson } = ROLE_TRAITS[role];
  return [`\`${role}\``, NEED[side], NEED[units], NEED[classes], isPerson ? 'a person' : 'a program, by tokens'];
}

function commands(): CommandType[] {
  return Object.keys(PERMISSIONS) as CommandType[];
}

function commandRow(type: CommandType): string[] {
  const permission = PERMISSIONS[type];
  return [
    `\`${type}\``,
    ...ROLES.map((role) => {
      const reach = permission[role];
      return reach === undefined ? '' : REACH[reach];
    }),
  ];
}

/** The routes that are no commands. */
function readings(): Operation[] {
  const all: Operation[] = Object.values(OPERATIONS);
  return all.filter(({ command, roles }) => command === undefined && roles !== 'public');
}

function readingRow({ method, path, roles }: Operation): string[] {
  return [`\`${method} ${path}\``, ...ROLES.map((role) => (roles !== 'public' && roles.includes(role) ? '✓' : ''))];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}
