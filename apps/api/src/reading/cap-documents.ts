/** Alerts, incidents and notifications as CAP 1.2 messages, for a caller who may see them. */
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { emitCap } from '#contracts/cap/emit-cap.js';
import { notificationMessage } from '#contracts/cap/notification-message.js';
import type { alertView } from '#contracts/http/alerts.js';
import type { incidentView, notificationView } from '#contracts/http/incidents.js';
import type { Alert } from '#domain/alert/alert.js';
import type { Caller } from '../auth/caller.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Visible } from './visible.js';

/** What can be read as a CAP message. */
export type CapName = 'alert' | 'incident' | 'notification';

@Injectable()
export class CapDocuments {
  constructor(
    private readonly visible: Visible,
    private readonly exercises: ExerciseCatalog,
  ) {}

  /** The message as XML. @throws Problem NOT_FOUND */
  async read(kind: CapName, exercise: string, id: string, caller: Caller): Promise<string> {
    return emitCap(await this.message(kind, exercise, id, caller), exercise);
  }

  private async message(kind: CapName, exercise: string, id: string, caller: Caller): Promise<Alert> {
    switch (kind) {
      case 'alert':
        return alertOf(await this.visible.one('alert', exercise, id, caller));
      case 'incident':
        return alertOf(await this.visible.latestAlert(exercise, id, caller));
      case 'notification':
        return this.notification(exercise, id, caller);
      default:
        return kind satisfies never;
    }
  }

  private async notification(exercise: string, id: string, caller: Caller): Promise<Alert> {
    const doc = await this.visible.one('notification', exercise, id, caller);
    const notification = JSON.parse(doc) as z.infer<typeof notificationView>;
    const incident = await this.visible.one('incident', exercise, notification.incident, caller);
    const scenario = await this.exercises.scenario(exercise);
    return notificationMessage(scenario, notification, JSON.parse(incident) as z.infer<typeof incidentView>);
  }
}

function alertOf(doc: string): Alert {
  return (JSON.parse(doc) as z.infer<typeof alertView>).alert;
}
