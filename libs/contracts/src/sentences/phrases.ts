/** Phrases that several sentences have in common. */
import type { StepReason } from '#domain/escalation/chain-run.js';
import type { Actor } from '#domain/kernel/event.js';
import type { Marking } from '#domain/release/label.js';
import type { Unreached } from '#domain/policy/resolve-targets.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import type { Action } from '#domain/unit/unit.js';
import { listed, problemText, word } from '../language/words.js';
import type { Say } from '../language/say.js';
import { authored, side, unit, value, type Part } from './sentence.js';

/** Ids are counted per class: `PAK-0003` is an incident that only PAK may know of. */
export function mayKnow(incident: string, of: Side): boolean {
  return !SIDES.some((owner) => owner !== of && incident.startsWith(`${owner}-`));
}

/** A unit and what it is asked for. */
export function askedParts(say: Say, of: { readonly unit: string; readonly action: Action }): Part[] {
  return say('phrase.asked', { unit: unit(of.unit), action: word(say, `word.action.${of.action}`) });
}

/** Whom a step would have asked, and why that was nobody. */
export function unreachedParts(say: Say, unreached: readonly Unreached[]): Part[] {
  if (unreached.length === 0) return [];
  const units = unreached.map(({ target, reason }) =>
    say('phrase.unreached.unit', { unit: unit(target), reason: word(say, `word.unreached.${reason}`) }),
  );
  return say('phrase.unreached.units', { units: listed(say, units) });
}

/** Why a step started. */
export function stepReason(say: Say, reason: StepReason): string {
  return word(say, `word.stepReason.${reason}`);
}

/** @param speed exercise time per wall time */
export function paceParts(say: Say, speed: number): Part[] {
  return say('phrase.pace.speed', { speed, times: value(speed) });
}

/** The actor, by role and side: names of accounts are only in the log. */
export function actorParts(say: Say, actor: Actor): Part[] {
  if (actor.kind === 'engine') return say('phrase.actor.engine');
  if (actor.kind === 'unit') return [unit(actor.id)];
  const role = say(`phrase.actor.${actor.role}`);
  return actor.side ? say('phrase.actor.ofSide', { actor: role, side: side(actor.side) }) : role;
}

/**
 * What a rule or the API refused. Its message names what was wrong, and is English; in another language the catalogue says in
 * general what the code means.
 */
export function refusalParts(say: Say, code: string, message: string): readonly Part[] {
  const general = say.language === 'en' ? undefined : problemText(say, code);
  return general === undefined ? [authored(message, 'en')] : [general];
}

/** A TLP label as it is written, in every language. */
export function tlp({ tlp: label }: Marking): Part {
  return value(label);
}
