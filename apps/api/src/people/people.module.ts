/** Accounts, ways in, sessions, and who is in an exercise. */
import { Module } from '@nestjs/common';
import { InvitationStore } from '#infra/accounts/invitation-store.js';
import { OneTimeLinks } from '#infra/accounts/one-time-links.js';
import { PasswordStore } from '#infra/accounts/password-store.js';
import { AnnouncementStore } from '#infra/people/announcement-store.js';
import { PresenceStore } from '#infra/people/presence-store.js';
import { AuthModule } from '../auth/auth.module.js';
import { Tries } from '../auth/tries.js';
import { ExercisesModule } from '../exercises/exercises.module.js';
import { onDatabase } from '../on-database.js';
import { AccessRecordsController } from './access-records.controller.js';
import { AccountsController } from './accounts.controller.js';
import { Attendance } from './attendance.js';
import { InvitationsController } from './invitations.controller.js';
import { PeopleController } from './people.controller.js';
import { Placements } from './placements.js';
import { SessionsController } from './sessions.controller.js';
import { SignIns } from './sign-ins.js';

@Module({
  imports: [AuthModule, ExercisesModule],
  controllers: [
    AccountsController,
    AccessRecordsController,
    SessionsController,
    InvitationsController,
    PeopleController,
  ],
  providers: [
    Attendance,
    Placements,
    SignIns,
    { provide: Tries, useFactory: () => new Tries() },
    ...onDatabase(AnnouncementStore, InvitationStore, OneTimeLinks, PasswordStore, PresenceStore),
  ],
  exports: [Attendance],
})
export class PeopleModule {}
