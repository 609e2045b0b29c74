/** The log as it grows: by sockets, as a stream of server-sent events, and page by page. */
import { Module } from '@nestjs/common';
import { EventSearch } from '#infra/log/event-search.js';
import { AuthModule } from '../auth/auth.module.js';
import { DeletionNews } from '../exercises/deletion-news.js';
import { ExercisesModule } from '../exercises/exercises.module.js';
import { onDatabase } from '../on-database.js';
import { PeopleModule } from '../people/people.module.js';
import { AccessWatch } from './access-watch.js';
import { EventLogController } from './event-log.controller.js';
import { EventStreamController } from './event-stream.controller.js';
import { EventsGateway } from './events.gateway.js';
import { Feeds } from './feeds.js';
import { Memberships } from './memberships.js';
import { Rooms } from './rooms.js';
import { SlowSockets } from './slow-sockets.js';
import { StreamViewers } from './stream-viewers.js';

@Module({
  imports: [AuthModule, ExercisesModule, PeopleModule],
  controllers: [EventStreamController, EventLogController],
  providers: [
    AccessWatch,
    EventsGateway,
    Feeds,
    Memberships,
    Rooms,
    SlowSockets,
    StreamViewers,
    ...onDatabase(EventSearch),
  ],
})
export class LiveModule {
  constructor(deletions: DeletionNews, gateway: EventsGateway, streams: StreamViewers) {
    for (const followers of [gateway, streams]) {
      deletions.onDeleted((exercise) => followers.endThoseIn(exercise), 'followers');
    }
  }
}
