/** Where the script of an exercise stands. */
import type { MessageWorld } from '../message/message-state.js';
import type { ReleasingWorld } from '../releasing/releasing-state.js';
import type { ScriptedScenario } from './inject.js';
import type { Script } from './script.js';

export interface ScriptSlice {
  readonly scenario: ScriptedScenario;
  readonly script: Script;
}

export type ScriptWorld = MessageWorld & ReleasingWorld & ScriptSlice;
