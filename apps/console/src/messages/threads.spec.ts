import type { EventView } from '#contracts/http/events.js';
import { foldMessages, type Messages } from '../live/fold-messages.js';
import { type Box, isIn, requestState, threadsOf } from './threads.js';

let seq = 0;

function event(type: string, at: number, data: object): EventView {
  seq += 1;
  return { seq, type, at, actor: { kind: 'engine' }, data };
}

const posted = (message: string, at: number, more: object = {}) =>
  event('MessagePosted', at, {
    message,
    kind: 'message',
    from: 'desk:PAK',
    to: ['desk:CHN'],
    class: 'JOINT',
    text: 'x',
    label: { tlp: 'TLP:GREEN' },
    ...more,
  });
const request = (message: string, at: number) => posted(message, at, { kind: 'request', answerBy: at + 10 });
const answered = (message: string, at: number, more: object = {}) =>
  event('MessageAnswered', at, { message, by: 'desk:CHN', label: { tlp: 'TLP:GREEN' }, ...more });
const tearLine = (id: string, at: number, more: object = {}) =>
  event('TearLineShared', at, {
    tearLine: id,
    from: 'CHN',
    kind: 'message',
    text: { en: 'sanitised' },
    label: { tlp: 'TLP:AMBER' },
    ...more,
  });

const threads = (messages: Messages, unread: readonly string[] = []) =>
  threadsOf(messages, ({ id }) => unread.includes(id));
const ids = (events: readonly EventView[]) => threads(foldMessages(events)).map(({ id }) => id);

describe('threads of messages', () => {
  it('hold a message with all that follows it, the latest thread first', () => {
    const [first, second, ...rest] = threads(
      foldMessages([
        posted('MSG-0001', 1),
        posted('MSG-0002', 2),
        posted('MSG-0003', 3, { inReplyTo: 'MSG-0001' }),
        posted('MSG-0004', 4, { inReplyTo: 'MSG-0003' }),
      ]),
      ['MSG-0004'],
    );
    expect(first).toMatchObject({ id: 'MSG-0001', latestAt: 4, unread: ['MSG-0004'] });
    expect(first?.messages.map(({ id }) => id)).toEqual(['MSG-0001', 'MSG-0003', 'MSG-0004']);
    expect(second).toMatchObject({ id: 'MSG-0002', unread: [] });
    expect(rest).toEqual([]);
  });

  it('begin with a reply whose message the viewer may not read', () => {
    expect(ids([posted('MSG-PAK-0002', 1, { inReplyTo: 'MSG-PAK-0001' })])).toEqual(['MSG-PAK-0002']);
  });

  it('are made of tear lines of messages, and not of those of alerts', () => {
    expect(ids([tearLine('TL-PAK-0001', 1), tearLine('TL-PAK-0002', 2, { kind: 'alert' })])).toEqual(['TL-PAK-0001']);
  });

  it('hold the tear line of an answer that the other side keeps to itself with the request', () => {
    const [thread, ...rest] = threads(
      foldMessages([
        request('MSG-0001', 1),
        tearLine('TL-PAK-0001', 2),
        answered('MSG-0001', 2, { tearLine: 'TL-PAK-0001' }),
      ]),
    );
    expect(rest).toEqual([]);
    expect(thread?.shared.map(({ id }) => id)).toEqual(['TL-PAK-0001']);
  });

  it('show whoever reads both sides a message and its tear line once', () => {
    const events = [posted('MSG-CHN-0001', 1, { class: 'CHN', tearLine: 'TL-PAK-0001' }), tearLine('TL-PAK-0001', 1)];
    expect(ids(events)).toEqual(['MSG-CHN-0001']);
  });

  it.each<[Box, readonly string[]]>([
    ['all', ['MSG-0001', 'MSG-0002', 'MSG-0003', 'MSG-0004']],
    ['unread', ['MSG-0001']],
    ['waiting', ['MSG-0002', 'MSG-0003']],
    ['overdue', ['MSG-0003']],
  ])('are filtered by what waits: %s', (box, expected) => {
    const events = [
      posted('MSG-0001', 1),
      request('MSG-0002', 2),
      request('MSG-0003', 2),
      request('MSG-0004', 2),
      event('MessageOverdue', 12, { message: 'MSG-0003', to: [], label: {} }),
      answered('MSG-0004', 12),
    ];
    const found = threads(foldMessages(events), ['MSG-0001']).filter((one) => isIn(one, { box, kind: undefined }));
    expect(found.map(({ id }) => id).toSorted()).toEqual(expected);
  });

  it('are filtered by kind', () => {
    const all = threads(foldMessages([posted('MSG-0001', 1), request('MSG-0002', 2)]));
    expect(all.filter((one) => isIn(one, { box: 'all', kind: 'request' })).map(({ id }) => id)).toEqual(['MSG-0002']);
  });
});

describe('the state of a request', () => {
  const stateAfter = (...events: EventView[]) => {
    const [message] = foldMessages([request('MSG-0001', 1), ...events]).messages;
    return message && requestState(message);
  };
  const overdue = () => event('MessageOverdue', 11, { message: 'MSG-0001', to: [], label: {} });

  it('is open, overdue, answered, or answered late', () => {
    expect(stateAfter()).toBe('open');
    expect(stateAfter(overdue())).toBe('overdue');
    expect(stateAfter(answered('MSG-0001', 5))).toBe('answered');
    expect(stateAfter(overdue(), answered('MSG-0001', 15, { late: true }))).toBe('answeredLate');
    // A second answer does not make the first one late.
    expect(stateAfter(answered('MSG-0001', 5), answered('MSG-0001', 15, { late: true }))).toBe('answered');
  });
});
