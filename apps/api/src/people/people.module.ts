/** Accounts, ways in, sessions, and who is in an exercise. */
import { Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { IdentityStore } from '#infra/accounts/identity-store.js';
import { InvitationStore } from '#infra/accounts/invitation-store.js';
import { OidcStates } from '#infra/accounts/oidc-states.js';
import { OneTimeLinks } from '#infra/accounts/one-time-links.js';
import { PasswordStore } from '#infra/accounts/password-store.js';
import { SessionStore } from '#infra/accounts/session-store.js';
import { AnnouncementStore } from '#infra/people/announcement-store.js';
import { PresenceStore } from '#infra/people/presence-store.js';
import { AuthModule } from '../auth/auth.module.js';
import { Tries } from '../auth/tries.js';
import { ExercisesModule } from '../exercises/exercises.module.js';
import { onDatabase } from '../on-database.js';
import { ApiSettings } from '../settings.js';
import { LOG } from '../tokens.js';
import { AccessRecordsController } from './access-records.controller.js';
import { AccountsController } from './accounts.controller.js';
import { Attendance } from './attendance.js';
import { InvitationsController } from './invitations.controller.js';
import { IdentityProvider } from './oidc/identity-provider.js';
import { OidcController } from './oidc/oidc.controller.js';
import { OidcGrants } from './oidc/oidc-grants.js';
import { OidcSignIns } from './oidc/oidc-sign-ins.js';
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
    OidcController,
    InvitationsController,
    PeopleController,
  ],
  providers: [
    Attendance,
    Placements,
    SignIns,
    OidcGrants,
    OidcSignIns,
    {
      provide: IdentityProvider,
      useFactory: ({ oidc }: ApiSettings, log: Logger) => {
        const provider = new IdentityProvider(oidc, log);
        // Not awaited: the API starts without it.
        void provider.tryOut();
        return provider;
      },
      inject: [ApiSettings, LOG],
    },
    {
      provide: IdentityStore,
      useFactory: (dataSource: DataSource, sessions: SessionStore) => new IdentityStore(dataSource, sessions),
      inject: [DataSource, SessionStore],
    },
    { provide: Tries, useFactory: () => new Tries() },
    ...onDatabase(AnnouncementStore, InvitationStore, OidcStates, OneTimeLinks, PasswordStore, PresenceStore),
  ],
  exports: [Attendance],
})
export class PeopleModule {}
