/** The read models as a caller may see them. What it may not see does not exist for it, in the same words. */
import { type DataSource, In } from 'typeorm';
import { available } from '#infra/database/database-error.js';
import { AlertEntity } from '#infra/database/entities/index.js';
import type { JsonText } from '#infra/log/event-reader.js';
import { type ListName, type ListQuery, type Page, ReadModels } from '#infra/read/read-models.js';
import type { Caller } from '../access/caller.js';
import type { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { notFound } from '../problems/problem.js';

export class Visible {
  private readonly models: ReadModels;

  constructor(
    private readonly dataSource: DataSource,
    private readonly exercises: ExerciseCatalog,
  ) {
    this.models = new ReadModels(dataSource);
  }

  /** The document as JSON text. @throws Problem NOT_FOUND */
  async one(kind: ListName, exercise: string, id: string, caller: Caller): Promise<JsonText> {
    const doc = await this.models.get(kind, exercise, id, caller.audiences);
    if (doc === null) throw notFound(kind, id);
    if (kind !== 'alert') return doc;
    const [alert] = await this.withStatus(exercise, [{ id, doc }]);
    return alert?.doc ?? doc;
  }

  /** @throws Problem NOT_FOUND when there is no such exercise; CursorInvalid */
  async list<L extends ListName>(kind: L, caller: Caller, query: Omit<ListQuery<L>, 'audiences'>): Promise<Page> {
    if (!(await this.exercises.exists(query.exerciseId))) throw notFound('exercise', query.exerciseId);
    const page = await this.models.list(kind, { ...query, audiences: caller.audiences });
    return kind === 'alert' ? { ...page, items: await this.withStatus(query.exerciseId, page.items) } : page;
  }

  /** An alert's document is written once, and large; its status changes, and stands in a column of its own. */
  private async withStatus(exercise: string, items: Page['items']): Promise<Page['items']> {
    const where = { exerciseId: exercise, id: In(items.map(({ id }) => id)) };
    const select = { id: true, status: true } as const;
    const rows = await available(() => this.dataSource.getRepository(AlertEntity).find({ where, select }));
    const statuses = new Map(rows.map(({ id, status }) => [id, status]));
    return items.map(({ id, doc }) => ({
      id,
      doc: `${doc.slice(0, doc.lastIndexOf('}'))},"status":${JSON.stringify(statuses.get(id) ?? 'active')}}`,
    }));
  }
}
