/**
 * Completion for shells: a script with every command, option and choice in it, so that nothing is started while somebody types.
 * It completes files where a command has nothing else to offer.
 */
import type { Command } from 'commander';
import { commandTree, everyEntry, type CommandEntry } from './command-tree.js';

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

interface Candidate {
  readonly word: string;
  readonly about: string;
}

/** What can follow one command. */
interface Position {
  /** Names of the command, joined by spaces. */
  readonly path: string;
  /** Commands, or choices of the first argument. */
  readonly words: readonly Candidate[];
  readonly options: readonly Candidate[];
  /** Choices by option, such as `--role`. */
  readonly values: readonly (readonly [option: string, choices: readonly string[]])[];
}

export function completionScript(shell: Shell, program: Command): string {
  const positions = everyEntry(commandTree(program)).map(positionOf);
  switch (shell) {
    case 'bash':
      return bash(positions);
    case 'zsh':
      return zsh(positions);
    case 'fish':
      return fish(positions);
    case 'powershell':
      return powershell(positions);
    default:
      return shell satisfies never;
  }
}

function positionOf({ path, children, arguments: [first], options }: CommandEntry): Position {
  const choices = (first?.argChoices ?? []).map((word) => ({ word, about: first?.description ?? '' }));
  return {
    path: path.join(' '),
    words: [...children.map((child) => ({ word: child.path.at(-1) ?? '', about: child.description })), ...choices],
    options: options.flatMap(({ long, description }) =>
      typeof long === 'string' ? [{ word: long, about: description }] : [],
    ),
    values: options.flatMap(({ long, argChoices }) =>
      typeof long === 'string' && argChoices !== undefined ? [[long, argChoices] as const] : [],
    ),
  };
}

/** A text in single quotes, for bash, zsh and fish. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function wordsOf(candidates: readonly Candidate[]): string {
  return candidates.map(({ word }) => word).join(' ');
}

function paths(positions: readonly Position[]): string[] {
  return positions.flatMap(({ path }) => (path === '' ? [] : [path]));
}

function bash(positions: readonly Position[]): string {
  const cases = positions.map(
    ({ path, words, options }) =>
      `    ${quoted(path)}) words=${quoted(wordsOf(words))} options=${quoted(wordsOf(options))} ;;`,
  );
  const values = positions.flatMap(({ path, values: own }) =>
    own.map(([option, choices]) => `    ${quoted(`${path} ${option}`)}) words=${quoted(choices.join(' '))} ;;`),
  );
  return `# Completion of tandem for bash.
_tandem() {
  local current="\${COMP_WORDS[COMP_CWORD]}" path='' words='' options='' next i
  for ((i = 1; i < COMP_CWORD; i++)); do
    next="\${path:+$path }\${COMP_WORDS[i]}"
    case "$next" in
    ${paths(positions).map(quoted).join(' | ')}) path="$next" ;;
    esac
  done
  case "$path" in
${cases.join('\n')}
  esac
  case "$path \${COMP_WORDS[COMP_CWORD - 1]}" in
${values.join('\n')}
  esac
  if [[ "$current" == -* ]]; then words="$options"; fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _tandem tandem
`;
}

function zsh(positions: readonly Position[]): string {
  const described = (candidates: readonly Candidate[]): string =>
    candidates.map(({ word, about }) => quoted(`${word.replaceAll(':', '\\:')}:${about}`)).join(' ');
  const cases = positions.map(
    ({ path, words, options }) =>
      `    ${quoted(path)}) candidates=(${described(words)}) options=(${described(options)}) ;;`,
  );
  const values = positions.flatMap(({ path, values: own }) =>
    own.map(
      ([option, choices]) => `    ${quoted(`${path} ${option}`)}) candidates=(${choices.map(quoted).join(' ')}) ;;`,
    ),
  );
  return `#compdef tandem
# Completion of tandem for zsh.
_tandem() {
  local command_path='' next i
  local -a candidates options
  for ((i = 2; i < CURRENT; i++)); do
    next="\${command_path:+$command_path }\${words[i]}"
    case "$next" in
    ${paths(positions).map(quoted).join(' | ')}) command_path="$next" ;;
    esac
  done
  case "$command_path" in
${cases.join('\n')}
  esac
  case "$command_path \${words[CURRENT - 1]}" in
${values.join('\n')}
  esac
  if [[ "\${words[CURRENT]}" == -* ]]; then candidates=("\${options[@]}"); fi
  if ((\${#candidates})); then _describe tandem candidates; else _files; fi
}
compdef _tandem tandem
`;
}

function fish(positions: readonly Position[]): string {
  const lines = positions.flatMap(({ path, words, options, values }) => {
    const start = `complete -c tandem -n ${quoted(`__tandem_at ${quoted(path).replaceAll("'", '"')}`)}`;
    const choices = new Map(values);
    return [
      ...words.map(({ word, about }) => `${start} -f -a ${quoted(word)} -d ${fishQuoted(about)}`),
      ...options.map(({ word, about }) => {
        const own = choices.get(word);
        const value = own === undefined ? '' : ` -x -a ${quoted(own.join(' '))}`;
        return `${start} -l ${word.slice(2)}${value} -d ${fishQuoted(about)}`;
      }),
    ];
  });
  return `# Completion of tandem for fish.
set -g __tandem_paths ${paths(positions).map(quoted).join(' ')}
function __tandem_at
    set -l path
    for word in (commandline -opc)[2..-1]
        set -l next (string join -- ' ' $path $word)
        if contains -- "$next" $__tandem_paths
            set -a path $word
        end
    end
    test "$path" = "$argv"
end
${lines.join('\n')}
`;
}

/** In single quotes fish takes \`\\'\` for a quote. */
function fishQuoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

function powershell(positions: readonly Position[]): string {
  const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
  const list = (candidates: readonly Candidate[]): string =>
    `@(${candidates.map(({ word, about }) => literal(`${word} ${about}`)).join(', ')})`;
  const commands = positions.flatMap(({ path, words, options }) =>
    (['words', 'options'] as const).flatMap((kind) => {
      const candidates = kind === 'words' ? words : options;
      return candidates.length === 0 ? [] : [`    ${literal(`${kind} ${path}`)} = ${list(candidates)}`];
    }),
  );
  const values = positions.flatMap(({ path, values: own }) =>
    own.map(([option, choices]) => {
      const candidates = choices.map((word) => ({ word, about: word }));
      return `    ${literal(`value ${path} ${option}`)} = ${list(candidates)}`;
    }),
  );
  return `# Completion of tandem for PowerShell.
Register-ArgumentCompleter -Native -CommandName tandem -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $paths = @(${paths(positions).map(literal).join(', ')})
  $candidates = @{
${[...commands, ...values].join('\n')}
  }
  $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { "$_" })
  $path = ''
  foreach ($word in ($before | Select-Object -Skip 1)) {
    $next = "$path $word".Trim()
    if ($paths -contains $next) { $path = $next }
  }
  $key = "value $path $($before | Select-Object -Last 1)"
  if (-not $candidates.ContainsKey($key)) {
    $key = if ($wordToComplete.StartsWith('-')) { "options $path" } else { "words $path" }
  }
  if ($candidates.ContainsKey($key)) {
    $candidates[$key] | Where-Object { $_.StartsWith($wordToComplete) } | ForEach-Object {
      $word, $about = $_ -split ' ', 2
      [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $about)
    }
  }
}
`;
}
