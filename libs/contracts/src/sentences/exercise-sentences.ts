/** What the events around the incidents say: the exercise and its clock, the script, the evaluation. */
import { formatDuration, formatExerciseTime } from '../scenario/duration.js';
import { english } from './english.js';
import { side, type Sentences } from './sentence.js';
import { mayKnow, speedText } from './words.js';

const time = formatExerciseTime;

export const exerciseSentences = {
  // The exercise
  ExerciseStarted: ({ data, actor }) => ({
    label: 'STARTEX',
    tone: 'bold',
    lead: 'STARTEX: ',
    // Nobody gives STARTEX in virtual time, which no clock on a wall goes along with.
    text: [`scenario ${data.scenario}, ${actor?.kind === 'engine' ? 'in virtual time' : speedText(data.speed)}`],
  }),
  ExercisePaused: () => ({ label: 'PAUSED', tone: 'bold', lead: 'Paused: ', text: ['the exercise clock stands'] }),
  ExerciseResumed: () => ({ label: 'RESUMED', tone: 'bold', lead: 'Resumed: ', text: ['the exercise clock goes on'] }),
  SpeedChanged: ({ data }) => ({ label: 'SPEED', tone: 'bold', lead: 'Speed: ', text: [speedText(data.speed)] }),
  RunToSet: ({ data: { to } }) => ({
    label: 'RUN TO',
    tone: 'bold',
    text: [to === null ? 'the clock runs on' : `the clock runs until ${time(to)}`],
  }),
  ExerciseStepped: ({ data }) => ({ label: 'STEP', tone: 'bold', text: [`the clock goes to ${time(data.to)}`] }),
  ExerciseEnded: () => ({ label: 'ENDEX', tone: 'bold', lead: 'ENDEX: ', text: ['the exercise has ended'] }),
  PolicyChanged: ({ data: { policy } }) => ({
    label: 'POLICY',
    tone: 'bold',
    lead: 'Policy ',
    text: [`${policy.id}, version ${policy.version}, for incidents to come`],
  }),
  CommandRefused: ({ data }) => ({
    label: 'refused',
    tone: 'warn',
    lead: 'Command refused: ',
    text: [`${data.message} (${data.code})`],
  }),

  // The script
  InjectScheduled: ({ data }) => ({
    label: 'scheduled',
    lead: 'Scheduled: ',
    text: [`inject ${data.inject} for ${time(data.due)}`],
  }),
  InjectFired: ({ data: { inject, kind, time: count } }) => ({
    label: 'INJECT',
    tone: 'bold',
    lead: 'Inject ',
    text: [`${inject} (${kind})${count === 1 ? '' : `, time ${count}`}`],
  }),
  InjectSkipped: ({ data: { inject, reason, code, message } }) => {
    const why = {
      'too-late': 'its last time has passed',
      refused: `${message ?? reason} (${code ?? reason})`,
      'by-command': message ?? 'by command',
    }[reason];
    return { label: 'skipped', tone: 'warn', lead: 'Skipped: ', text: [`inject ${inject}: ${why}`] };
  },
  InjectDelayed: ({ data }) => ({
    label: 'delayed',
    lead: 'Delayed: ',
    text: [`inject ${data.inject} to ${time(data.due)}`],
  }),
  InjectImprovised: ({ data: { inject } }) => ({
    label: 'improvised',
    lead: 'Improvised: ',
    text: [`inject ${inject.id} (${inject.kind}) for ${time(inject.at)}`],
  }),
  AcknowledgementOverdue: ({ data }) => ({
    label: 'overdue',
    tone: 'warn',
    text: [
      side(data.side),
      mayKnow(data.incident, data.side)
        ? ` has not acknowledged for ${formatDuration(data.forMs)}`
        : ' may not know of this incident',
    ],
  }),
  MessageSent: ({ data: { from, text } }) => ({
    label: 'message',
    lead: 'Message: ',
    text: [...(from ? [`${english(from)}: `] : []), english(text)],
  }),
  NoteTaken: ({ data }) => ({ label: 'note', lead: 'Note: ', text: [english(data.text)] }),

  // The evaluation
  ObservationRecorded: ({ data: { observation, kind, text } }) => ({
    label: 'observed',
    lead: 'Observation ',
    text: [`${observation} (${kind === 'strength' ? 'strength' : 'area for improvement'}): ${text}`],
  }),
  ObjectiveRated: ({ data: { objective, rating, reason } }) => ({
    label: 'rated',
    tone: 'bold',
    lead: 'Rated: ',
    text: [`${objective}: `, { kind: 'rating', rating }, `, ${reason}`],
  }),
  ImprovementPlanned: ({ data: { improvement, correctiveAction, organization } }) => ({
    label: 'to improve',
    lead: 'To improve: ',
    text: [`${improvement}: ${correctiveAction} (${organization})`],
  }),
} satisfies Partial<Sentences>;
