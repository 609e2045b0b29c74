import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { announceBody, type AnnouncementView } from '#contracts/http/announcements.js';
import { AnnouncementStore } from '#infra/people/announcement-store.js';
import { PresenceStore } from '#infra/people/presence-store.js';
import { callerOf } from '../auth/current.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { Operation } from '../http/operation.js';
import { bodyOf, param } from '../http/request-input.js';
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
  async readPresence(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.send(await this.attendance.presenceFor(await this.exercise(request), callerOf(request)));
  }

  @Operation('listAnnouncements')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const exercise = await this.exercise(request);
    const caller = callerOf(request);
    const [all, people] = await Promise.all([this.announcements.list(exercise), this.presence.people(exercise)]);
    void reply.send({ items: all.flatMap((one) => viewAnnouncement(caller, one, people) ?? []) });
  }

  @Operation('announce')
  async announce(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const wanted = bodyOf(request, announceBody);
    const exercise = await this.exercise(request);
    const caller = callerOf(request);
    const made = await this.announcements.create({ ...wanted, exercise, by: caller.id });
    void reply.code(201).send(viewAnnouncement(caller, made, await this.presence.people(exercise)));
  }

  @Operation('readAnnouncement')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const exercise = await this.exercise(request);
    const { id, addressed } = await this.one(request, exercise);
    if (!addressed) throw notFound('announcement to you', id);
    await this.announcements.read(exercise, id, callerOf(request).id);
    void reply.code(204).send();
  }

  @Operation('withdrawAnnouncement')
  async withdraw(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const exercise = await this.exercise(request);
    const { id } = await this.one(request, exercise);
    await this.announcements.withdraw(exercise, id);
    void reply.code(204).send();
  }

  private async one(request: FastifyRequest, exercise: string): Promise<AnnouncementView> {
    const id = param(request, 'announcement');
    const found = await this.announcements.get(exercise, id);
    const view = found && viewAnnouncement(callerOf(request), found, []);
    if (view === undefined) throw notFound('announcement', id);
    return view;
  }

  private async exercise(request: FastifyRequest): Promise<string> {
    const id = param(request, 'exercise');
    if (!(await this.exercises.exists(id))) throw notFound('exercise', id);
    return id;
  }
}
