/** What the program of a remote unit receives beside notifications: that one is withdrawn, and news of an incident. */
import type { Alert, MessageReference } from '#domain/alert/alert.js';
import type { EventData } from '#domain/kernel/event.js';
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { ReleaseClass } from '#domain/kernel/side.js';
import { storyTime } from '#domain/kernel/story-time.js';
import type { MessageScenario } from '#domain/notification/notification-message.js';
import type { z } from 'zod';
import type { incidentView } from '../http/incidents.js';

type IncidentView = z.infer<typeof incidentView>;
export type News = EventData['UnitsInformed']['about'][number];

/** What both are made of. */
export interface UnitMessage {
  readonly scenario: MessageScenario;
  readonly unit: string;
  /** Exercise time at which it reached the unit. */
  readonly at: ExerciseTime;
  /** The message of the notification that it is about. */
  readonly of: MessageReference;
  readonly releaseClass: ReleaseClass;
}

/** A CAP Cancel of a notification's message: it needs no answer any more. */
export function withdrawalMessage(message: UnitMessage): Alert {
  return {
    ...head(message, `${message.of.identifier}.W`),
    msgType: 'Cancel',
    note: 'The notification is withdrawn; it needs no answer any more.',
  };
}

const EVENTS: Readonly<Record<News, string>> = {
  graver: 'The incident got graver',
  moved: 'The incident moved',
  cancelled: 'The incident is cancelled',
  resolved: 'The incident is resolved',
};

/** A CAP Update of a message that the unit has acknowledged. It needs no answer. @param update id of the update */
export function newsMessage(
  message: UnitMessage,
  update: string,
  about: readonly News[],
  incident: Pick<IncidentView, 'id' | 'headline' | 'categories' | 'severity' | 'site'>,
): Alert {
  const { categories, severity, headline, site } = incident;
  const isOver = about.some((one) => one === 'cancelled' || one === 'resolved');
  return {
    ...head(message, update),
    msgType: 'Update',
    incidents: [incident.id],
    info: [
      {
        language: 'en',
        category: categories.length > 0 ? categories : ['Other'],
        event: about.map((one) => EVENTS[one]).join('; '),
        ...(isOver && { responseType: ['AllClear'] }),
        urgency: isOver ? 'Past' : 'Expected',
        severity,
        certainty: 'Unknown',
        headline,
      },
    ],
    exercise: {
      ...(site === undefined ? {} : { site }),
      releasability: { class: message.releaseClass },
    },
  };
}

function head({ scenario, unit, at, of, releaseClass }: UnitMessage, identifier: string): Omit<Alert, 'msgType'> {
  return {
    identifier,
    sender: of.sender,
    sent: storyTime(scenario, at),
    status: 'Exercise',
    scope: 'Private',
    addresses: unit,
    references: [of],
    exercise: { releasability: { class: releaseClass } },
  };
}
