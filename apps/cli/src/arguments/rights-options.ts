/** The options that say what an account may do: its side, its units, its classes. Which roles have them is of the domain. */
import { Option, type Command } from 'commander';
import { type Need, type RoleTraits, rolesWith } from '#domain/kernel/role.js';
import { RELEASE_CLASSES, SIDES } from '#domain/kernel/side.js';
import { wordList } from './list-argument.js';

export function withSide(command: Command): Command {
  const text =
    `side of the account; required for ${rolesThat('side', 'required')}, possible for ${rolesThat('side', 'optional')}: ` +
    'without one these see only what is released to both sides';
  return command.addOption(new Option('--side <side>', text).choices(SIDES));
}

export function withUnits(command: Command): Command {
  const text =
    `units of one exercise that the account answers for, separated by commas; required for ${rolesThat('units', 'required')}, ` +
    `possible for ${rolesThat('units', 'optional')}`;
  return command.option('--units <list>', text, wordList);
}

/** @param parse reads the list; a word that is no class is refused there or by the API */
export function withClasses(command: Command, parse: (text: string) => readonly string[] = wordList): Command {
  const text = `classes of alerts that a service may send, of ${RELEASE_CLASSES.join(',')}`;
  return command.option('--classes <list>', text, parse);
}

function rolesThat(trait: 'side' | 'units', need: Need): string {
  return rolesWith((traits: RoleTraits) => traits[trait] === need).join(', ');
}
