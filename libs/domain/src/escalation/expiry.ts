/** When notifications expire that nobody answers: as the settings of a chain say. */
import { after, type ExerciseTime } from '../kernel/exercise-time.js';
import type { ChainId } from '../kernel/ids.js';
import type { Incident } from '../incident/incident.js';
import { isByHand, type Notification } from '../notification/notification.js';
import { runsOf, runsThatWant, settingsOf, type EscalationWorld } from './escalation-state.js';

/** @returns exercise time, ms; undefined: the state does not hold the settings, as a player's may not */
export function expiryOf(
  state: EscalationWorld,
  incident: Incident,
  asked: { readonly by: { readonly chain: ChainId }; readonly at: ExerciseTime },
): ExerciseTime | undefined {
  const { expireAfterMs } = settingsOf(state, incident, asked.by);
  return expireAfterMs === undefined ? undefined : after(asked.at, expireAfterMs);
}

/** The chain by whose settings a question expires that no step asks. @param replaced what could not be delivered */
export function settingsByHand(state: EscalationWorld, incident: Incident, replaced?: Notification) {
  const wanting = replaced && !isByHand(replaced) ? runsThatWant(state, incident.id, replaced) : [];
  const [run = runsOf(state, incident.id)[0]] = wanting;
  if (!run) throw new Error(`no chain has run on ${incident.id}`);
  return run;
}
