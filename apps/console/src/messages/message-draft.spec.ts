import type { MessageView } from '#domain/message/message-list.js';
import { classesFor, messageRequest, missingIn, newDraft, replyDraft, type MessageDraft } from './message-draft.js';
import { tlpsFor } from '../parts/label-draft.js';

const written: MessageDraft = { ...newDraft(undefined), to: ['desk:CHN'], class: 'JOINT', text: ' The road is open. ' };
const requestOf = (draft: MessageDraft, inReplyTo?: string) =>
  messageRequest(draft, { inReplyTo, language: 'ur', offset: '+05:00' });

describe('the form for messages', () => {
  it('needs an address, a class and a text, in this order', () => {
    expect(missingIn(newDraft(undefined))).toBe('to');
    expect(missingIn({ ...newDraft(undefined), to: ['control'] })).toBe('class');
    expect(missingIn({ ...written, text: ' \n' })).toBe('text');
    expect(missingIn(written)).toBeUndefined();
    // An answer goes to the one who asked.
    expect(missingIn({ ...written, kind: 'answer', to: [] })).toBeUndefined();
  });

  it.each([
    ['', undefined],
    ['10', undefined],
    ['0.5', undefined],
    ['43200', undefined],
    ['0', 'minutes'],
    ['-1', 'minutes'],
    ['43201', 'minutes'],
    ['soon', 'minutes'],
  ])('takes "%s" minutes for an answer: %s', (minutes, expected) => {
    expect(missingIn({ ...written, kind: 'request', minutes })).toBe(expected);
    expect(missingIn({ ...written, minutes })).toBeUndefined();
  });

  it('leaves out what is blank, and what does not belong to the message', () => {
    expect(requestOf(written)).toEqual({
      kind: 'message',
      to: ['desk:CHN'],
      text: 'The road is open.',
      label: { class: 'JOINT' },
    });
    // A joint message has no tear line, and no label that keeps it within one side.
    expect(requestOf({ ...written, tearLine: 'x', tearLineTlp: 'TLP:CLEAR', tlp: 'TLP:RED', minutes: '5' })).toEqual(
      requestOf(written),
    );
  });

  it('sends the time of the review as one of the story, where it plays', () => {
    expect(requestOf({ ...written, reviewAt: '2026-04-22T08:00' }).label).toEqual({
      class: 'JOINT',
      reviewAt: '2026-04-22T08:00:00+05:00',
    });
  });

  it('sends all that was filled in', () => {
    const draft: MessageDraft = {
      ...written,
      kind: 'request',
      from: 'unit:police',
      subject: 'Bus',
      class: 'PAK',
      tlp: 'TLP:RED',
      releasableTo: ['role:liaison'],
      tearLine: 'خلاصہ',
      tearLineTlp: 'TLP:CLEAR',
      incident: 'INC-0001',
      minutes: '2.5',
    };
    expect(requestOf(draft, 'MSG-0001')).toEqual({
      kind: 'request',
      to: ['desk:CHN'],
      as: 'police',
      subject: 'Bus',
      text: 'The road is open.',
      label: {
        class: 'PAK',
        tlp: 'TLP:RED',
        releasableTo: ['role:liaison'],
        tearLine: { ur: 'خلاصہ' },
        tearLineTlp: 'TLP:CLEAR',
      },
      incident: 'INC-0001',
      inReplyTo: 'MSG-0001',
      answerWithinMs: 150_000,
    });
  });

  it('sends an answer to the one who asked, in the name of the one who was asked', () => {
    const request = {
      id: 'MSG-0001',
      from: 'desk:PAK',
      to: ['unit:embassy'],
      class: 'JOINT',
    } as unknown as MessageView;
    const draft = { ...replyDraft(request, { answerer: 'unit:embassy', isOwn: false }), text: 'Forty' };
    expect(requestOf(draft, 'MSG-0001')).toEqual({
      kind: 'answer',
      as: 'embassy',
      text: 'Forty',
      label: { class: 'JOINT' },
      inReplyTo: 'MSG-0001',
    });
  });

  it('sends what follows an own message to the same', () => {
    const own = { id: 'MSG-0001', from: 'desk:PAK', to: ['desk:CHN'], class: 'JOINT' } as unknown as MessageView;
    expect(replyDraft(own, { isOwn: true }).to).toEqual(['desk:CHN']);
    expect(replyDraft(own, { isOwn: false }).to).toEqual(['desk:PAK']);
  });

  it('offers the classes of the sender, and the labels that go with a class', () => {
    expect(classesFor('PAK')).toEqual(['JOINT', 'PAK']);
    expect(classesFor(undefined)).toEqual(['JOINT', 'PAK', 'CHN']);
    expect(tlpsFor('JOINT')).toEqual(['TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR']);
    expect(tlpsFor('PAK')).toContain('TLP:RED');
  });
});
