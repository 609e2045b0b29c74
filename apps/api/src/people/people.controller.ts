import { Body, Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import { announceBody, type AnnouncementView } from '#contracts/http/announcements.js';
import type { PresenceView } from '#contracts/http/presence.js';
import { AnnouncementStore } from '#infra/people/announcement-store.js';
import { PresenceStore } from '#infra/people/presence-store.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Operation } from '../http/operation.js';
import { notFound } from '../problems/problem.js';
import { Attendance } from './attendance.js';
import { viewAnnouncement } from './people-views.js';

/** Who is here, and what is said to them over their screens. */
@Controller()
export class PeopleController {
  constructor(
    private readonly attendance: Attendance,
    private readonly presence: PresenceStore,
    private readonly announcements: AnnouncementStore,
    private readonly exercises: ExerciseCatalog,
  ) {}

  @Operation('readPresence')
  async readPresence(@Param('exercise') exercise: string, @CurrentCaller() caller: Caller): Promise<PresenceView> {
    await this.exercises.mustExist(exercise);
    return this.attendance.presenceFor(exercise, caller);
  }

  @Operation('listAnnouncements')
  async list(@Param('exercise') exercise: string, @CurrentCaller() caller: Caller) {
    await this.exercises.mustExist(exercise);
    const [all, people] = await Promise.all([this.announcements.list(exercise), this.presence.people(exercise)]);
    return { items: all.flatMap((one) => viewAnnouncement(caller, one, people) ?? []) };
  }

  @Operation('announce')
  async announce(
    @Param('exercise') exercise: string,
    @Body({ schema: announceBody }) wanted: z.infer<typeof announceBody>,
    @CurrentCaller() caller: Caller,
  ): Promise<AnnouncementView | undefined> {
    await this.exercises.mustExist(exercise);
    const made = await this.announcements.create({ ...wanted, exercise, by: caller.id });
    return viewAnnouncement(caller, made, await this.presence.people(exercise));
  }

  @Operation('readAnnouncement')
  async read(
    @Param('exercise') exercise: string,
    @Param('announcement') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    const { addressed } = await this.one(exercise, id, caller);
    if (!addressed) throw notFound('announcement to you', id);
    await this.announcements.read(exercise, id, caller.id);
  }

  @Operation('withdrawAnnouncement')
  async withdraw(
    @Param('exercise') exercise: string,
    @Param('announcement') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    await this.one(exercise, id, caller);
    await this.announcements.withdraw(exercise, id);
  }

  private async one(exercise: string, id: string, caller: Caller): Promise<AnnouncementView> {
    await this.exercises.mustExist(exercise);
    const found = await this.announcements.get(exercise, id);
    const view = found && viewAnnouncement(caller, found, []);
    if (view === undefined) throw notFound('announcement', id);
    return view;
  }
}
