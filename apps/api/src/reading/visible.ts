/** The read models as a caller may see them. What it may not see does not exist for it, in the same words. */
import { Injectable } from '@nestjs/common';
import type { JsonText } from '#infra/log/event-reader.js';
import { type ListName, type ListQuery, type Page, ReadModels } from '#infra/read/read-models.js';
import type { Caller } from '../auth/caller.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { ReleaseLinks } from '#infra/log/release-links.js';
import { notFound } from '../problems/problem.js';

@Injectable()
export class Visible {
  constructor(
    private readonly models: ReadModels,
    private readonly exercises: ExerciseCatalog,
    private readonly releases: ReleaseLinks,
  ) {}

  /** The document as JSON text. @throws Problem NOT_FOUND */
  async one(kind: ListName, exercise: string, id: string, caller: Caller): Promise<JsonText> {
    const doc = await this.models.get(kind, exercise, id, caller);
    if (doc === null) throw notFound(kind, id);
    return doc;
  }

  /** With the incidents of other classes of the same case. @throws Problem NOT_FOUND */
  async incident(exercise: string, id: string, caller: Caller): Promise<JsonText> {
    const doc = await this.one('incident', exercise, id, caller);
    const linked = await this.releases.of(exercise, id, caller);
    return linked.length === 0 ? doc : `${doc.slice(0, -1)},"linked":${JSON.stringify(linked)}}`;
  }

  /**
   * The document of the alert that an incident stands at: the latest in force, or failing that the latest that it has.
   * @throws Problem NOT_FOUND
   */
  async latestAlert(exercise: string, incident: string, caller: Caller): Promise<JsonText> {
    await this.one('incident', exercise, incident, caller);
    const doc = await this.models.latestAlert(exercise, incident, caller);
    if (doc === null) throw notFound('incident', incident);
    return doc;
  }

  /** @throws Problem NOT_FOUND when there is no such exercise; CursorInvalid */
  async list<L extends ListName>(kind: L, caller: Caller, query: Omit<ListQuery<L>, 'viewing'>): Promise<Page> {
    await this.exercises.mustExist(query.exerciseId);
    return this.models.list(kind, { ...query, viewing: caller });
  }
}
