import { recordingLine } from './recording-lines.js';

describe('a command in a recording', () => {
  it('keeps the units of a liaison: without them a replay would refuse what was done', () => {
    const actor = { kind: 'account', id: 'acc_1', role: 'liaison', side: 'PAK', units: ['police'] };
    const data = { notification: 'INC-0001.N1' };
    const line = { kind: 'command', order: 1, at: 0, id: 'CMD-1', type: 'AcknowledgeNotification', data, actor };
    expect(recordingLine.parse(line)).toEqual(line);
  });
});
