/** Who may come in, and how much at a time. */
import { Module } from '@nestjs/common';
import { AccessLog } from '#infra/accounts/access-log.js';
import { AccountStore } from '#infra/accounts/account-store.js';
import { PeopleChannel } from '#infra/accounts/people-channel.js';
import { TokenDoor } from '#infra/accounts/token-door.js';
import { WrongTokens } from '#infra/accounts/wrong-tokens.js';
import { DeletionNews } from '../exercises/deletion-news.js';
import { ApiSettings } from '../settings.js';
import { AccessControl } from './access-control.js';
import { Authentication } from './authentication.js';
import { ConnectionLimits } from './connection-limits.js';
import { RateLimit } from './rate-limit.js';
import { UnknownConnections } from './unknown-connections.js';

@Module({
  providers: [
    AccessControl,
    Authentication,
    {
      provide: TokenDoor,
      useFactory: (accounts: AccountStore, record: AccessLog) =>
        new TokenDoor({ accounts, wrongTokens: new WrongTokens(), record }),
      inject: [AccountStore, AccessLog],
    },
    {
      provide: RateLimit,
      useFactory: ({ ratePerSecond }: ApiSettings) => new RateLimit(ratePerSecond),
      inject: [ApiSettings],
    },
    {
      provide: ConnectionLimits,
      useFactory: ({ connectionsPerAccount }: ApiSettings) => new ConnectionLimits(connectionsPerAccount),
      inject: [ApiSettings],
    },
    {
      provide: UnknownConnections,
      useFactory: ({ unknownConnections }: ApiSettings) => new UnknownConnections(unknownConnections),
      inject: [ApiSettings],
    },
  ],
  exports: [AccessControl, ConnectionLimits, UnknownConnections],
})
export class AuthModule {
  constructor(people: PeopleChannel, access: AccessControl, deletions: DeletionNews) {
    deletions.onDeleted(() => access.forget(), 'accounts');
    people.subscribe((news) => {
      if ('account' in news) access.forget(news.account);
    });
  }
}
