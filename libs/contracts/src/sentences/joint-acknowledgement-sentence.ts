/** What a change of the joint acknowledgement says: which side stands, and which is missing. */
import type { EventOf } from '#domain/kernel/event.js';
import { requiredSides } from '#domain/escalation/requirement.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import { side, type Part, type Sentence } from './sentence.js';

/** An incident that only one side may know of says nothing about the other. */
export function jointAcknowledgement({ data, audience }: EventOf<'JointAcknowledgementChanged'>): Sentence {
  if (data.state === 'joint') {
    return {
      label: 'JOINT ACK',
      tone: 'good',
      lead: 'Joint acknowledgement: ',
      text: ['both sides have acknowledged: ', side('PAK'), ' and ', side('CHN')],
    };
  }
  const sides = audience === 'PAK' || audience === 'CHN' ? requiredSides(audience) : SIDES;
  if (data.state === 'none') {
    const text: Part[] =
      sides.length === 1
        ? [side(data.side), ' no longer counts as having acknowledged']
        : ['neither side counts as having acknowledged now'];
    return { label: 'no ack', tone: 'warn', lead: 'No acknowledgement: ', text };
  }
  if (sides.length === 1) {
    return { label: 'ack', tone: 'good', lead: 'Acknowledgement: ', text: [side(data.side), ' has acknowledged'] };
  }
  return {
    label: 'partial ack',
    tone: 'warn',
    lead: 'Partial acknowledgement: ',
    text: partialText(data.acknowledged),
  };
}

function partialText([standing]: readonly Side[]): Part[] {
  const missing = SIDES.find((one) => one !== standing);
  if (standing === undefined || missing === undefined) return ['one side has acknowledged, the other has not'];
  return [side(standing), ' has acknowledged, ', side(missing), ' has not'];
}
