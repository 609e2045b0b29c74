/** The state of an exercise: a plain serialisable value, changed by `evolve` alone. Each concept declares its slice of it. */
import type { EvaluationWorld } from '../evaluation/evaluation-state.js';
import type { MessageSlice } from '../message/message-state.js';
import type { ReleasingSlice } from '../releasing/releasing-state.js';

export type State = EvaluationWorld & MessageSlice & ReleasingSlice;
