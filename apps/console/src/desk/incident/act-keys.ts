/** The key of each act. What is seldom done has two keys: `i` for the incident, and a letter. */
import type { ActKind } from './send-act.js';

export const KEYS: Readonly<Record<ActKind, string>> = {
  acknowledge: 'a',
  decline: 'd',
  escalate: 'e',
  note: 'n',
  record: 'i d',
  resolve: 'Shift+r',
  progress: 'i p',
  ask: 'i a',
  restart: 'i r',
  close: 'i c',
  cancel: 'i x',
  withdraw: 'i w',
  override: 'i o',
  assign: 'i s',
  handOver: 'i h',
  confirmHandover: 'i t',
  propose: 'i l',
  confirmCommander: 'i k',
};
