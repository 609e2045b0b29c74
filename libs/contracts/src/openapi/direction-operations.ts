/** The routes by which trainers direct an exercise: its injects and its policy. */
import { emptyBody } from '../http/exercises.js';
import {
  approvePolicyBody,
  changeOwnPolicyBody,
  changePolicyBody,
  dropOwnPolicyBody,
  proposePolicyBody,
  rejectPolicyBody,
  withdrawPolicyBody,
} from '../http/escalation.js';
import { forecastBody, forecastView } from '../http/forecast.js';
import { delayBody, injectList, injectView, skipBody } from '../http/injects.js';
import { CONTROLLERS, DIRECTORS } from '../http/roles.js';
import { improvisedInject } from '../scenario/script-schema.js';
import { command } from './command-operations.js';
import { ALERT_BYTES, CALCULATION_PROBLEMS, type Operation, SCENARIO_BYTES } from './operation.js';

const exercise = '/v1/exercises/{exercise}';

export const DIRECTION_OPERATIONS = {
  listInjects: {
    method: 'GET',
    path: `${exercise}/injects`,
    tag: 'Injects',
    summary: 'The script: what has fired, what is to come and when',
    roles: DIRECTORS,
    answers: {
      200: { description: 'In the order of the script, then those that were improvised.', schema: injectList },
    },
  },
  readInject: {
    method: 'GET',
    path: `${exercise}/injects/{inject}`,
    tag: 'Injects',
    summary: 'Read an inject',
    roles: DIRECTORS,
    answers: { 200: { description: 'The inject.', schema: injectView } },
  },
  improviseInject: command({
    type: 'ImproviseInject',
    path: '/injects',
    tag: 'Injects',
    summary: 'Make up an inject that the script does not hold, now or at a time',
    body: improvisedInject,
    bodyBytes: ALERT_BYTES,
  }),
  fireInject: command({
    type: 'FireInject',
    path: '/injects/{inject}/fire',
    tag: 'Injects',
    summary: 'Fire it now, whenever it was to come',
    body: emptyBody,
    bodyOptional: true,
  }),
  skipInject: command({
    type: 'SkipInject',
    path: '/injects/{inject}/skip',
    tag: 'Injects',
    summary: 'Skip it, with all its repeats to come',
    body: skipBody,
    bodyOptional: true,
  }),
  delayInject: command({
    type: 'DelayInject',
    path: '/injects/{inject}/delay',
    tag: 'Injects',
    summary: 'Give it another time: by so much, or to an exercise time to come',
    body: delayBody,
  }),
  changePolicy: command({
    type: 'ChangePolicy',
    method: 'PUT',
    path: '/policy',
    tag: 'Escalation',
    summary: 'Change the policy for incidents to come; those that are open keep theirs',
    body: changePolicyBody,
    bodyBytes: SCENARIO_BYTES,
  }),
  proposePolicy: command({
    type: 'ProposePolicy',
    path: '/policy/proposals',
    tag: 'Escalation',
    summary: 'Propose a policy for incidents of both sides to come; it is in force once the other side approves it',
    body: proposePolicyBody,
    bodyBytes: SCENARIO_BYTES,
  }),
  approvePolicy: command({
    type: 'ApprovePolicy',
    path: '/policy/proposals/{proposal}/approve',
    tag: 'Escalation',
    summary: 'Approve a policy that the other side proposes',
    body: approvePolicyBody,
    bodyOptional: true,
  }),
  rejectPolicy: command({
    type: 'RejectPolicy',
    path: '/policy/proposals/{proposal}/reject',
    tag: 'Escalation',
    summary: 'Reject a policy that the other side proposes',
    body: rejectPolicyBody,
  }),
  withdrawPolicy: command({
    type: 'WithdrawPolicy',
    path: '/policy/proposals/{proposal}/withdraw',
    tag: 'Escalation',
    summary: 'Withdraw the proposal of your side',
    body: withdrawPolicyBody,
    bodyOptional: true,
  }),
  changeOwnPolicy: command({
    type: 'ChangeOwnPolicy',
    method: 'PUT',
    path: '/policy/own',
    tag: 'Escalation',
    summary: 'Change the policy for incidents of your side alone; the other side does not see it',
    body: changeOwnPolicyBody,
    bodyBytes: SCENARIO_BYTES,
  }),
  dropOwnPolicy: command({
    type: 'DropOwnPolicy',
    path: '/policy/own/drop',
    tag: 'Escalation',
    summary: 'Drop the policy of your side alone: its incidents to come go by the common one again',
    body: dropOwnPolicyBody,
    bodyOptional: true,
  }),
  makeForecast: {
    method: 'POST',
    path: `${exercise}/forecast`,
    tag: 'Exercises',
    summary: 'What comes of the exercise if nobody acts from now on; nothing is stored',
    description:
      'The rest of the exercise is run many times from its present state, each time with another seed: what simulated units have ' +
      'planned already happens, whatever they decide later is drawn anew, played and remote units stay silent. A forecast of the ' +
      'last three seconds is answered again.',
    roles: CONTROLLERS,
    body: { schema: forecastBody, optional: true },
    answers: { 200: { description: 'The forecast.', schema: forecastView } },
    problems: ['EXERCISE_ENDED', 'EXERCISE_OF_OTHER_ENGINE', ...CALCULATION_PROBLEMS],
  },
} as const satisfies Record<string, Operation>;
