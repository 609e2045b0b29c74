/** The CAP message of a delivery. It says what the unit's side may see of the notification and the incident, and nothing more. */
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { emitCap } from '#contracts/cap/emit-cap.js';
import { notificationMessage } from '#contracts/cap/notification-message.js';
import { newsMessage, type News, type UnitMessage, withdrawalMessage } from '#contracts/cap/unit-messages.js';
import type { incidentView, notificationView } from '#contracts/http/incidents.js';
import type { Alert } from '#domain/alert/alert.js';
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import { incidentIn, notificationId } from '#domain/kernel/ids.js';
import { notificationReference, type MessageScenario } from '#domain/notification/notification-message.js';
import { streamOf } from '#domain/release/release.js';
import { available } from '../database/database-error.js';
import type { ExerciseStore } from '../exercises/exercise-store.js';
import type { ReadModels } from '../read/read-models.js';
import type { TakenDelivery } from './delivery-store.js';

type NotificationView = z.infer<typeof notificationView>;
type IncidentView = z.infer<typeof incidentView>;

export class DeliveryMessages {
  constructor(
    private readonly dataSource: DataSource,
    private readonly models: ReadModels,
    private readonly exercises: ExerciseStore,
  ) {}

  /** As CAP XML; undefined when the unit's side may not see what it is about. */
  async of(delivery: TakenDelivery): Promise<string | undefined> {
    const scenario = await this.exercises.scenario(delivery.exercise);
    if (scenario === null) return undefined;
    const message =
      delivery.kind === 'news' ? await this.#news(scenario, delivery) : await this.#ofNotification(scenario, delivery);
    return message && emitCap(message, delivery.exercise);
  }

  async #ofNotification(scenario: MessageScenario, delivery: TakenDelivery): Promise<Alert | undefined> {
    const notification = await this.#view<NotificationView>('notification', delivery, delivery.subject);
    if (notification === undefined) return undefined;
    if (delivery.kind === 'withdrawal') return withdrawalMessage(about(scenario, delivery, notification));
    const incident = await this.#view<IncidentView>('incident', delivery, notification.incident);
    return incident && notificationMessage(scenario, notification, incident);
  }

  async #news(scenario: MessageScenario, delivery: TakenDelivery): Promise<Alert | undefined> {
    const rows = await available(() =>
      this.dataSource.query<{ incident: string; news: News[]; notification: string | null }[]>(
        `SELECT i.data->>'incident' AS incident, i.data->'about' AS news,
           (SELECT n.id FROM notification n WHERE n.exercise_id = $1 AND n.unit = $4 AND n.incident = i.data->>'incident'
              AND n.doc->>'acknowledgedAt' IS NOT NULL ORDER BY n.queued_at DESC, n.id DESC LIMIT 1) AS notification
         FROM event i WHERE i.exercise_id = $1 AND i.seq < $2 AND i.type = 'UnitsInformed' AND i.data->>'incident' = $5
           AND EXISTS (SELECT 1 FROM json_array_elements(i.data->'updates') u WHERE u->>'update' = $3)
         ORDER BY i.seq DESC LIMIT 1`,
        [
          delivery.exercise,
          delivery.seq,
          delivery.subject,
          delivery.unit,
          incidentIn(notificationId(delivery.subject)),
        ],
      ),
    );
    const [found] = rows;
    if (found?.notification === undefined || found.notification === null) return undefined;
    const notification = await this.#view<NotificationView>('notification', delivery, found.notification);
    const incident = await this.#view<IncidentView>('incident', delivery, found.incident);
    if (notification === undefined || incident === undefined) return undefined;
    return newsMessage(about(scenario, delivery, notification), delivery.subject, found.news, incident);
  }

  /** As the unit's side sees it. */
  async #view<T>(
    kind: 'notification' | 'incident',
    { exercise, side, unit }: TakenDelivery,
    id: string,
  ): Promise<T | undefined> {
    const doc = await this.models.get(kind, exercise, id, {
      stream: streamOf({ role: 'service', side }),
      reader: { kind: 'account', id: `remote:${unit}`, role: 'service', side, units: [unit] },
    });
    return doc === null ? undefined : (JSON.parse(doc) as T);
  }
}

function about(
  scenario: MessageScenario,
  { unit, at }: TakenDelivery,
  { id, queuedAt, audience }: NotificationView,
): UnitMessage {
  const of = notificationReference(scenario, { id: notificationId(id), queuedAt: exerciseTime(queuedAt) });
  return { scenario, unit, at: exerciseTime(at), of, releaseClass: audience };
}
