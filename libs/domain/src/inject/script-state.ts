/** Where the script of an exercise stands. */
import type { EscalationWorld } from '../escalation/escalation-state.js';
import type { ScriptedScenario } from './inject.js';
import type { Script } from './script.js';

export interface ScriptSlice {
  readonly scenario: ScriptedScenario;
  readonly script: Script;
}

export type ScriptWorld = EscalationWorld & ScriptSlice;
