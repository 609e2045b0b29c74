/** What each kind of inject does when it fires. */
import { commandId } from '../kernel/ids.js';
import { decideAlert } from '../intake/decide-alert.js';
import { draft, type Actor, type Draft } from '../kernel/event.js';
import { randomFor } from '../kernel/random.js';
import { SIDES } from '../kernel/side.js';
import { markingOf } from '../release/label.js';
import { linkChange } from '../unit/decide-unit.js';
import { unitOf } from '../unit/lookup-unit.js';
import { actOnRelease, sendAsPeople } from './sharing-effects.js';
import type { Inject, InjectKind } from './inject.js';
import type { ScriptWorld } from './script-state.js';

export type InjectOf<K extends InjectKind> = Extract<Inject, { kind: K }>;

/**
 * What comes of the inject when it fires for the `time`th time. Changes nothing.
 * @throws DomainError what the rules say to its alert
 */
type Effects<K extends InjectKind> = (state: ScriptWorld, inject: InjectOf<K>, time: number) => Draft[];

const ENGINE: Actor = { kind: 'engine' };

const EFFECTS: { readonly [K in InjectKind]: Effects<K> } = {
  alert: (state, { id, messages }, time) => {
    const message = messages[time - 1] ?? messages[0];
    const data = { ...message, references: [...message.references] };
    return decideAlert(state, { type: 'SubmitAlert', id: commandId(id), at: state.time, actor: ENGINE, data });
  },
  message: (state, inject, time) => sendMessage(inject, messageId(state, inject, time)),
  send: (state, inject) => sendAsPeople(state, inject),
  release: (state, { id, release }) => actOnRelease(state, id, release),
  duty: (state, { unit, duty }) =>
    unitOf(state, unit).duty === duty ? [] : [draft('UnitDutyChanged', 'JOINT', { unit, duty })],
  link: (state, { unit, side, link }) => [linkChange(state, { unit, side, link })],
  note: (_state, { id, text }) => [draft('NoteTaken', 'CONTROL', { note: id, text })],
};

/** @throws DomainError what the rules say to its alert */
export function effectsOf(state: ScriptWorld, inject: Inject, time: number): Draft[] {
  // The compiler cannot see that inject and effects are of one kind.
  return (EFFECTS[inject.kind] as Effects<InjectKind>)(state, inject, time);
}

/** Players read it, so it says nothing about the inject; like a draw, it depends on the seed and the inject alone. */
function messageId({ seed }: ScriptWorld, { id }: Inject, time: number): string {
  const draw = randomFor(seed, id, `message/${time}`);
  const part = (): string => hexadecimal(draw() * 2 ** 32);
  return `MSG-${part()}${part()}`;
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** 32 bits as 8 digits. */
function hexadecimal(bits: number): string {
  const byte = (shift: number): string => BYTES[(bits >>> shift) & 0xff] as string;
  return byte(24) + byte(16) + byte(8) + byte(0);
}

/** The other side gets the tear line, if there is one, and not who the message seems to come from. */
function sendMessage({ from, text, releasability }: InjectOf<'message'>, message: string): Draft[] {
  const { class: owner, tlp, tearLine, tearLineTlp = 'TLP:AMBER' } = releasability;
  const label = markingOf(releasability);
  const other = SIDES.find((side) => side !== owner);
  return [
    draft('MessageSent', owner, { message, from, text, tlp, label }),
    ...(owner === 'JOINT' || tearLine === undefined || other === undefined
      ? []
      : [draft('MessageSent', other, { message, text: tearLine, tlp: tearLineTlp, label: { tlp: tearLineTlp } })]),
  ];
}
