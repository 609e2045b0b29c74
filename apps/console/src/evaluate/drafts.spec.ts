import {
  EMPTY_IMPROVEMENT,
  EMPTY_OBSERVATION,
  improvementRequest,
  observationRequest,
  withEvidence,
} from './drafts.js';

it('leaves out what is blank, and trims the rest', () => {
  expect(
    observationRequest({ ...EMPTY_OBSERVATION, text: ' seen ', recommendation: '  ', objective: 'Release' }, 'Z'),
  ).toEqual({
    kind: 'area-for-improvement',
    text: 'seen',
    objective: 'Release',
  });
  expect(
    improvementRequest({
      ...EMPTY_IMPROVEMENT,
      correctiveAction: 'Train',
      capabilityElement: 'training',
      organization: ' Police ',
      completion: '2027-03-31',
    }),
  ).toEqual({
    correctiveAction: 'Train',
    capabilityElement: 'training',
    organization: 'Police',
    completion: '2027-03-31',
  });
});

it('names the readers to whom an observation is released, and a label that they can have', () => {
  const label = (draft: Partial<typeof EMPTY_OBSERVATION>) =>
    observationRequest({ ...EMPTY_OBSERVATION, text: 'seen', ...draft }, '+05:00').label;
  expect(label({})).toBeUndefined();
  expect(label({ class: 'PAK' })).toEqual({ class: 'PAK' });
  expect(label({ class: 'PAK', tlp: 'TLP:AMBER+STRICT' })).toEqual({ class: 'PAK', tlp: 'TLP:AMBER+STRICT' });
  // It was chosen for another class.
  expect(label({ class: 'JOINT', tlp: 'TLP:AMBER+STRICT' })).toEqual({ class: 'JOINT' });
  expect(label({ tlp: 'TLP:GREEN', reviewAt: '2026-04-22T08:00' })).toBeUndefined();
  const reviewAt = '2026-04-22T08:00:00+05:00';
  expect(label({ class: 'PAK', reviewAt: '2026-04-22T08:00' })).toEqual({ class: 'PAK', reviewAt });
});

it('binds each event once, in order, and takes the incident of the first that has one', () => {
  const first = { ...EMPTY_OBSERVATION, ...withEvidence(EMPTY_OBSERVATION, 60, 'INC-0001') };
  expect(first).toMatchObject({ evidence: [60], incident: 'INC-0001' });
  expect(withEvidence(first, 60, 'INC-0001')).toEqual({});
  expect(withEvidence(first, 25, 'INC-0002')).toEqual({ evidence: [25, 60] });
});

it('binds no more events than the API takes', () => {
  const full = { ...EMPTY_OBSERVATION, evidence: Array.from({ length: 50 }, (_, index) => index + 1) };
  expect(withEvidence(full, 99, undefined)).toEqual({});
});
