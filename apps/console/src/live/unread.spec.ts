import type { MessageView } from '#domain/message/message-list.js';
import type { UnitSlice } from '#domain/unit/unit-state.js';
import { answerersOf, isUnread, sendersOf, type Viewer } from './unread.js';

const STATE = {
  scenario: {
    sites: [],
    units: [
      { id: 'police', side: 'PAK', jurisdiction: {} },
      { id: 'rescue', side: 'PAK', jurisdiction: {} },
      { id: 'embassy', side: 'CHN', jurisdiction: {} },
    ],
  },
} as unknown as Pick<UnitSlice, 'scenario'>;

const PAK: Viewer = { account: 'parveen', role: 'operator', side: 'PAK' };
const LIAISON: Viewer = { account: 'lubna', role: 'liaison', side: 'PAK', units: ['police'] };
const CONTROLLER: Viewer = { account: 'karim', role: 'controller' };
const EVALUATOR: Viewer = { account: 'elena', role: 'evaluator' };

function message(from: string, to: readonly string[], more: object = {}): MessageView {
  return {
    id: 'MSG-0001',
    kind: 'request',
    from,
    to,
    actor: { kind: 'account', id: 'somebody' },
    readBy: [],
    request: { status: 'open', answers: [] },
    ...more,
  };
}
const waits = (viewer: Viewer, one: MessageView) => isUnread(STATE, viewer, one);

describe('a message', () => {
  it('waits to be read by those at the desk that it is addressed to, until one of them has read it', () => {
    const toDesk = message('desk:CHN', ['desk:PAK']);
    expect(waits(PAK, toDesk)).toBe(true);
    expect(waits({ ...PAK, account: 'chen', side: 'CHN' }, toDesk)).toBe(false);
    expect(waits(PAK, { ...toDesk, readBy: [{ by: 'desk:PAK', at: 1 as never }] })).toBe(false);
  });

  it('to a unit waits for its liaison, and for the desk only if it comes from elsewhere', () => {
    const fromDesk = message('desk:PAK', ['unit:police']);
    expect(waits(LIAISON, fromDesk)).toBe(true);
    expect(waits(PAK, fromDesk)).toBe(false);
    expect(waits(PAK, message('desk:CHN', ['unit:police']))).toBe(true);
    expect(waits(LIAISON, message('desk:CHN', ['unit:rescue']))).toBe(false);
  });

  it('to control waits for controllers, and for nobody who only looks on', () => {
    const toControl = message('desk:PAK', ['control']);
    expect(waits(CONTROLLER, toControl)).toBe(true);
    expect(waits(EVALUATOR, toControl)).toBe(false);
    expect(waits(CONTROLLER, message('desk:PAK', ['desk:CHN']))).toBe(false);
  });

  it('does not wait for the one who wrote it', () => {
    expect(waits(PAK, message('desk:PAK', ['desk:PAK'], { actor: { kind: 'account', id: 'parveen' } }))).toBe(false);
  });
});

describe('a request', () => {
  it('is answered by those who were asked, and by a controller as any unit of a desk that was', () => {
    const asked = message('desk:PAK', ['desk:CHN', 'unit:police']);
    expect(answerersOf(STATE, LIAISON, asked)).toEqual(['unit:police']);
    expect(answerersOf(STATE, PAK, asked)).toEqual(['unit:police']);
    expect(answerersOf(STATE, CONTROLLER, asked)).toEqual(['unit:police', 'unit:embassy']);
    expect(answerersOf(STATE, EVALUATOR, asked)).toEqual([]);
    expect(answerersOf(STATE, PAK, { ...asked, kind: 'message' })).toEqual([]);
  });

  it('is offered first to those who have not answered it', () => {
    const answers = [{ by: 'unit:police', at: 1 }];
    const asked = message('desk:CHN', ['unit:police', 'unit:rescue'], { request: { status: 'answered', answers } });
    expect(answerersOf(STATE, PAK, asked)).toEqual(['unit:rescue', 'unit:police']);
  });
});

it('is written in the name of the desk, the own units, or control', () => {
  expect(sendersOf(STATE, PAK)).toEqual(['desk:PAK', 'unit:police', 'unit:rescue']);
  expect(sendersOf(STATE, LIAISON)).toEqual(['unit:police']);
  expect(sendersOf(STATE, CONTROLLER)).toEqual(['control', 'unit:police', 'unit:rescue', 'unit:embassy']);
  expect(sendersOf(STATE, EVALUATOR)).toEqual([]);
});
