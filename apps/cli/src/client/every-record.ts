/** The notes and decisions of an exercise, as far as the caller may read them now. */
import type { z } from 'zod';
import type { decisionView, noteView, recordView } from '#contracts/http/records.js';
import { path, type ApiClient } from './api-client.js';
import { everyPage } from './every-page.js';

type RecordView = z.infer<typeof recordView>;

interface Filter {
  readonly kind?: RecordView['kind'];
  readonly incident?: string | undefined;
}

/** In the order in which they were written. @throws ApiRefusal, ApiUnreachable */
export async function everyRecord(api: ApiClient, exercise: string, filter: Filter): Promise<RecordView[]> {
  const { kind, incident } = filter;
  const found = await everyPage<RecordView>(api, path('exercises', exercise, 'records'), { kind, incident });
  return found.toReversed();
}

export function notesIn(records: readonly RecordView[]): z.infer<typeof noteView>[] {
  return records.filter((record) => record.kind === 'note');
}

export function decisionsIn(records: readonly RecordView[]): z.infer<typeof decisionView>[] {
  return records.filter((record) => record.kind === 'decision');
}
