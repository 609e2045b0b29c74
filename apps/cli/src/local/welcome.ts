/** What a newcomer needs to know once everything runs. */
import { relative } from 'node:path';
import type { Paint } from '../terminal/paint.js';
import { inEnglish } from '#contracts/language/english.js';
import { paceParts } from '#contracts/sentences/phrases.js';
import { plainText } from '#contracts/sentences/plain-text.js';
import { clip } from '../terminal/terminal-text.js';
import { MAX_COLUMNS } from '../terminal/line.js';
import { programVersion } from '../files/project-files.js';
import type { Demonstration } from './demonstration.js';

const CREATE_TOKEN = 'npx tandem token create --name NAME --role controller';
const LABEL_COLUMNS = 10;

export function headline(paint: Paint): string {
  return `${paint('bold', `Tandem ${programVersion()} · EXERCISE`)} · nothing in it is real, and nothing reaches the real world`;
}

export interface WelcomeFacts {
  readonly url: string;
  /** The first controller's token, shown this once; absent at a later start. */
  readonly first: { readonly secret: string; readonly expiresAt: Date | null } | undefined;
  /** Opens the console, signed in once; absent when the first controller is disabled. */
  readonly link: string | undefined;
  /** Whether a browser was sent there. */
  readonly isOpened: boolean;
  readonly opened: Demonstration | undefined;
  readonly directory: string;
}

export function welcome({ url, first, link, isOpened, opened, directory }: WelcomeFacts, paint: Paint): string[] {
  const row = (label: string, text: string): string =>
    `  ${paint('bold', label.padEnd(LABEL_COLUMNS))}${clip(text, MAX_COLUMNS - LABEL_COLUMNS - 2)}`;
  const folder = relative(process.cwd(), directory);
  return [
    '',
    ...exerciseRows(opened).map(([label, text]) => row(label, text)),
    row('Address', `${url}  (routes: ${url}/docs)`),
    ...(first === undefined
      ? [row('Token', 'was shown at the first start and is kept nowhere; another one:'), row('', CREATE_TOKEN)]
      : [
          row('Token', first.secret),
          row('', `a controller's, for all of the API; shown this once, and valid until ${endOf(first.expiresAt)}`),
          row('', `after that: ${CREATE_TOKEN}`),
        ]),
    row('Logs', `${folder === '' || folder.startsWith('..') ? directory : folder}/logs`),
    ...consoleRows(link, isOpened).map(([label, text]) => row(label, text)),
    row('Stop', 'Ctrl-C; the next start goes on from here'),
    '',
  ];
}

/** In the time zone of this machine, where the reader is. */
function endOf(expiresAt: Date | null): string {
  if (expiresAt === null) return 'it is revoked';
  const two = (number: number): string => String(number).padStart(2, '0');
  const date = `${expiresAt.getFullYear()}-${two(expiresAt.getMonth() + 1)}-${two(expiresAt.getDate())}`;
  return `${date} ${two(expiresAt.getHours())}:${two(expiresAt.getMinutes())}`;
}

function consoleRows(link: string | undefined, isOpened: boolean): [string, string][] {
  const another = 'npx tandem account link NAME';
  if (link === undefined) return [['Console', `a link that signs in once: ${another}`]];
  const where = isOpened ? 'opened in your browser, ' : '';
  return [
    ['Console', link],
    ['', `${where}signs in once, within an hour; another one: ${another}`],
  ];
}

function exerciseRows(opened: Demonstration | undefined): [string, string][] {
  if (opened === undefined) return [];
  const { exercise, how } = opened;
  const title = exercise.title['en'] ?? exercise.id;
  const state = how === 'left paused' ? `paused; go on: npx tandem exercise resume ${exercise.id}` : how;
  return [
    ['EXERCISE', title],
    ['', `${exercise.id}, ${state}, ${plainText(paceParts(inEnglish, exercise.speed), inEnglish)}`],
  ];
}
