import { branded } from '#domain/testing/branded.js';
import type { IncidentExplanation } from '#domain/engine/explain-incident.js';
import { incidentExplanationLines } from './incident-explanation-text.js';
import type { Paint } from './paint.js';

const EXPLANATION = branded<IncidentExplanation>({
  incident: 'INC-0001',
  at: 90_000,
  status: 'open',
  joint: 'partial',
  acknowledged: ['PAK'],
  chains: [
    {
      chain: 'standard',
      route: 'default',
      status: 'active',
      step: 0,
      steps: 2,
      stepId: 'first',
      round: 1,
      requirement: 'each-side',
      met: false,
      impossible: true,
      missingSides: ['CHN'],
      questions: [
        {
          unit: 'spu',
          side: 'PAK',
          action: 'respond',
          state: 'answered',
          notification: 'INC-0001.N1',
          status: 'acknowledged',
        },
        {
          unit: 'desk',
          side: 'CHN',
          action: 'inform',
          state: 'ended',
          status: 'declined',
          reason: 'no\u001b[31m staff',
        },
      ],
      unreached: [{ target: 'rescue', reason: 'off-duty' }],
      nextStepAt: 300_000,
    },
  ],
  possible: [
    { command: 'AskUnit', unit: 'spu', action: 'secure', needs: ['reason'] },
    { command: 'NoteIncident', needs: ['text'] },
  ],
  notTried: 3,
});

const plain: Paint = (_colour, text) => text;
const marked: Paint = (colour, text) => `<${colour}>${text}</>`;

describe('the explanation of an incident', () => {
  it('reads as sentences, and lets no control character through', () => {
    expect(incidentExplanationLines(EXPLANATION, plain, 'EX1')).toEqual([
      'EXERCISE INC-0001 at T+00:01:30: open, acknowledgement partial (PAK)',
      '',
      'Chain standard, active, next step at T+00:05:00',
      '  step 1 of 2, first, round 2: needs each side, impossible, CHN missing',
      '    PAK spu to respond: answered, INC-0001.N1',
      '    CHN desk to inform: ended (declined: no [31m staff)',
      '    not rescue: off-duty',
      '',
      'What can be done now',
      '  tandem incident ask INC-0001 spu secure --reason "REASON" --exercise EX1',
      '  tandem incident note INC-0001 "TEXT" --exercise EX1',
      '  3 more units and notifications were not looked at',
    ]);
  });

  it('keeps its colours', () => {
    expect(incidentExplanationLines(EXPLANATION, marked, 'EX1').join('\n')).toContain('<pak>PAK</> spu to respond');
  });

  it('says so when nothing can be done', () => {
    const lines = incidentExplanationLines({ ...EXPLANATION, possible: [], notTried: 0 }, plain, 'EX1');
    expect(lines.at(-1)).toBe('  nothing with this token');
  });
});
