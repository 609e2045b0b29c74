/** What the events of chains and their steps say. */
import type { EscalationEvents } from '#domain/escalation/escalation-events.js';
import { listed, word } from '../language/words.js';
import { askedParts, stepReason, tlp, unreachedParts } from './phrases.js';
import { authored, time, unit, value } from './sentence.js';
import { sentence, yes, type Sentences } from './sentence-of.js';

export const escalationSentences: Sentences<EscalationEvents> = {
  IncidentDisclosed: ({ data }, say) => sentence(say, 'IncidentDisclosed', { label: tlp(data.label) }, 'warn'),
  ChainStarted: ({ data: { chain, route, anew } }, say) =>
    sentence(say, 'ChainStarted', { chain: value(chain), route: value(route), anew: yes(anew) }),
  StepDelayed: ({ data: { chain, step, until } }, say) =>
    sentence(say, 'StepDelayed', { chain: value(chain), step: value(step + 1), until: time(until) }),
  StepStarted: ({ data }, say) => {
    const asked = data.addressees.map((addressee) => askedParts(say, addressee));
    const values = { asked: listed(say, asked), deadline: time(data.deadline) };
    return data.reason === 'start'
      ? sentence(say, 'StepStarted.first', values, 'bold')
      : sentence(say, 'StepStarted.escalates', { ...values, reason: stepReason(say, data.reason) }, 'warn');
  },
  StepSkipped: ({ data: { chain, stepId, unreached } }, say) => {
    const values = { chain: value(chain), step: value(stepId), unreached: unreachedParts(say, unreached) };
    return sentence(say, 'StepSkipped', values, 'warn');
  },
  ChainHalted: ({ data: { chain, step } }, say) =>
    sentence(say, 'ChainHalted', { chain: value(chain), step: value(step + 1) }, 'good'),
  ChainResumed: ({ data: { chain } }, say) => sentence(say, 'ChainResumed', { chain: value(chain) }, 'warn'),
  ChainStopped: ({ data: { chain } }, say) => sentence(say, 'ChainStopped', { chain: value(chain) }),
  EscalationExhausted: ({ data: { chain } }, say) =>
    sentence(say, 'EscalationExhausted', { chain: value(chain) }, 'bad'),
  UnitAsked: ({ data }, say) => {
    const values = {
      unit: unit(data.unit),
      action: word(say, `word.action.${data.action}`),
      byHand: yes(data.because === 'by-hand'),
      reason: authored(data.reason ?? ''),
    };
    return sentence(say, 'UnitAsked', values, 'bold');
  },
};
