import { labelOfEvent } from './event-label.js';

const event = (type: string, audience: string, data: object) => ({ type, audience, data }) as never;

describe('the label of an event', () => {
  it('is the one that the event states', () => {
    const label = { tlp: 'TLP:RED', to: ['account:a'] };
    expect(labelOfEvent(event('StepStarted', 'PAK', { incident: 'PAK-0001', label }))).toEqual({
      of: 'PAK',
      tlp: 'TLP:RED',
    });
  });

  it('is that of its class, where it states none', () => {
    expect(labelOfEvent(event('StepStarted', 'CHN', { incident: 'CHN-0001' }))).toEqual({
      of: 'CHN',
      tlp: 'TLP:AMBER',
    });
    expect(labelOfEvent(event('IncidentOpened', 'JOINT', { incident: 'INC-0001' }))).toEqual({
      of: 'JOINT',
      tlp: 'TLP:GREEN',
    });
  });

  it('is left out of what follows from a thing of both sides with its usual label', () => {
    expect(labelOfEvent(event('StepStarted', 'JOINT', { incident: 'INC-0001' }))).toBeUndefined();
    const clear = { incident: 'INC-0001', label: { tlp: 'TLP:CLEAR' } };
    expect(labelOfEvent(event('StepStarted', 'JOINT', clear))?.tlp).toBe('TLP:CLEAR');
  });

  it('is none where there is nothing to label, or only controllers read it', () => {
    expect(labelOfEvent(event('ExercisePaused', 'JOINT', {}))).toBeUndefined();
    expect(labelOfEvent(event('Withheld', 'PAK', {}))).toBeUndefined();
    expect(labelOfEvent(event('AnswerPlanned', 'CONTROL', { incident: 'INC-0001' }))).toBeUndefined();
  });
});
