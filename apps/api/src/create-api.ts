/** Puts the API together: the parts, by hand and in the open; then Nest's application over them. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccessLog } from '#infra/accounts/access-log.js';
import { AccountStore } from '#infra/accounts/account-store.js';
import { ClientAddresses } from '#infra/accounts/client-address.js';
import { InvitationStore } from '#infra/accounts/invitation-store.js';
import { OneTimeLinks } from '#infra/accounts/one-time-links.js';
import { PasswordStore } from '#infra/accounts/password-store.js';
import { PeopleChannel } from '#infra/accounts/people-channel.js';
import { SessionStore } from '#infra/accounts/session-store.js';
import { TokenDoor } from '#infra/accounts/token-door.js';
import { WrongTokens } from '#infra/accounts/wrong-tokens.js';
import { connect, createDataSource } from '#infra/database/data-source.js';
import { ExerciseDeletion } from '#infra/exercises/exercise-deletion.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { CommandRecords } from '#infra/inbox/command-records.js';
import { InboxReader } from '#infra/inbox/inbox-reader.js';
import { InboxWriter } from '#infra/inbox/inbox-writer.js';
import { DirectionReader } from '#infra/log/direction-reader.js';
import { StateReader } from '#infra/log/state-reader.js';
import { StateSource } from '#infra/log/state-source.js';
import { ObservedEvents } from '#infra/log/observed-events.js';
import { EventReader } from '#infra/log/event-reader.js';
import { EventSearch } from '#infra/log/event-search.js';
import { ResultingEvents } from '#infra/log/resulting-events.js';
import { AnnouncementStore } from '#infra/people/announcement-store.js';
import { PresenceStore } from '#infra/people/presence-store.js';
import { Hints } from '#infra/queue/hints.js';
import { QueueBackend } from '#infra/queue/queue-backend.js';
import { WakeQueue } from '#infra/queue/wake-queue.js';
import { PageCursors } from '#infra/read/page-cursor.js';
import { RecordingSource } from '#infra/recording/recording-source.js';
import { createLogger, type Logger } from '#infra/telemetry/logger.js';
import { apiMetrics, createRegistry } from '#infra/telemetry/metrics.js';
import { AccessControl } from './auth/access-control.js';
import { ConnectionLimits } from './auth/connection-limits.js';
import { RateLimit } from './auth/rate-limit.js';
import { Tries } from './auth/tries.js';
import { UnknownConnections } from './auth/unknown-connections.js';
import { AlertIntake } from './alerts/alert-intake.js';
import { ApiModule } from './api.module.js';
import { Calculations } from './calculation/calculations.js';
import { CommandDesk } from './commands/command-desk.js';
import { CommandRunner } from './commands/command-runner.js';
import { serveConsole } from './console/console-pages.js';
import { serveDocumentation } from './docs/documentation.js';
import { DeletionNews } from './exercises/deletion-news.js';
import { ExerciseCatalog } from './exercises/exercise-catalog.js';
import { ShownClock } from './exercises/shown-clock.js';
import { ViewerStates } from './exercises/viewer-states.js';
import { Feeds } from './live/feeds.js';
import { Joinable } from './live/joinable.js';
import { SocketAdapter } from './live/socket-adapter.js';
import { Forecasts } from './forecast/forecasts.js';
import { ReadinessChecks } from './health/readiness-checks.js';
import { RedisProbe } from './health/redis-probe.js';
import { setAnswerHeaders } from './http/answer-headers.js';
import { requireHost } from './http/broken-request.js';
import { registerContentTypes } from './http/content-types.js';
import { ApiAdapter } from './http/fastify-adapter.js';
import { allowOrigins } from './http/origins.js';
import { logRequests } from './http/request-log.js';
import { MeasuredInbox } from './commands/measured-inbox.js';
import { NestLog } from './nest-log.js';
import { Library } from './library/library.js';
import { ProblemFilter } from './problems/problem-filter.js';
import { Attendance } from './people/attendance.js';
import { SignIns } from './people/sign-ins.js';
import { Units } from './people/units.js';
import { CapDocuments } from './reading/cap-documents.js';
import { Visible } from './reading/visible.js';
import { ReportMaker } from './reports/report-maker.js';
import { type ApiConfig, ApiSettings } from './settings.js';
import { LOG, METRICS, REGISTRY } from './tokens.js';

/** A database that does not answer within this counts as away: clients are told so, and do not wait for it. */
const ANSWER_WITHIN_MS = 5_000;
/** Requests that are under way when we close have this long to finish. */
const FINISH_MS = 2_000;

export interface Api {
  readonly app: NestFastifyApplication;
  readonly log: Logger;
  /** Listens; answers the port. */
  listen(): Promise<number>;
  /** Takes no more, lets what is under way finish, and lets go of everything. */
  close(): Promise<void>;
}

/**
 * An API that is ready to listen. The schema must be there already.
 * @throws DatabaseUnavailable
 */
export async function createApi(config: ApiConfig, log: Logger = loggerOf(config)): Promise<Api> {
  const settings = new ApiSettings(config);
  const dataSource = await connect(
    createDataSource({
      url: config.databaseUrl,
      poolSize: config.databasePoolSize,
      applicationName: 'tandem-api',
      answerWithinMs: ANSWER_WITHIN_MS,
      onConnectionLost: (error) => log.warn({ err: error }, 'a connection to the database was lost'),
    }),
  );
  const backend = new QueueBackend(config);
  const inboxReader = new InboxReader(dataSource);
  const registry = createRegistry('api');
  const metrics = apiMetrics(registry, () => inboxReader.pendingCount());
  const wakeQueue = new WakeQueue(backend, { onLost: () => metrics.wakeUpsLost.inc() });
  const hints = new Hints(backend, (error) => log.debug({ err: error }, 'hints are away; the log is read regardless'));
  const writer = new InboxWriter(dataSource, { waitingLimit: config.inboxWaitingLimit });
  const inbox = new MeasuredInbox(writer, metrics, (exercise) => void wakeQueue.wake(exercise));
  const exerciseStore = new ExerciseStore(dataSource);
  const exercises = new ExerciseCatalog(exerciseStore);
  const reader = new EventReader(dataSource);
  const cursors = await PageCursors.load(dataSource);
  const clock = new ShownClock(reader);
  const accounts = new AccountStore(dataSource);
  const sessions = new SessionStore(
    dataSource,
    { idleMs: config.sessionIdleMinutes * 60_000, longestMs: config.sessionLongestMinutes * 60_000 },
    (error) => log.debug({ err: error }, 'the use of a session is recorded later'),
  );
  const record = new AccessLog(dataSource, (error) => log.warn({ err: error }, 'uses of tokens are recorded later'));
  const unknown = new UnknownConnections(settings.unknownConnections);
  const limits = new ConnectionLimits(settings.connectionsPerAccount);
  const access = new AccessControl({
    accounts,
    sessions,
    origins: settings.allowedOrigins,
    rate: new RateLimit(settings.ratePerSecond),
    door: new TokenDoor({ accounts, wrongTokens: new WrongTokens(), record }),
    addresses: new ClientAddresses(config.trustedProxies ?? []),
    unknown,
    limits,
  });
  const presence = new PresenceStore(dataSource);
  const announcements = new AnnouncementStore(dataSource);
  const attendance = new Attendance(presence, announcements, log);
  const people = new PeopleChannel(config.databaseUrl, (error) =>
    log.warn({ err: error }, 'changes of access are found late until the connection to the database is back'),
  );
  const feeds = new Feeds(reader, log);
  const deletions = new DeletionNews(() => exerciseStore.deletedAmong(feeds.exercises), log);
  people.subscribe((news) => {
    if ('deletedExercise' in news) deletions.hear(news.deletedExercise);
    if ('account' in news) access.forget(news.account);
    attendance.hear(news);
  });
  people.onReconnected(() => void deletions.lookAgain());
  await people.ready();
  const desk = new CommandDesk(inbox, inboxReader, settings.waitingCommands);
  const calculations = new Calculations();
  const states = new StateReader(dataSource);
  const resulting = new ResultingEvents(dataSource, reader);
  const redis = config.redisUrl === undefined ? undefined : new RedisProbe(config.redisUrl);
  hints.subscribe(({ exercise }) => {
    feeds.hint(exercise);
    desk.hint(exercise);
  });

  const viewerStates = new ViewerStates(reader);
  const forecasts = new Forecasts(states, new ObservedEvents(dataSource), calculations);
  // The catalog first: nobody is let in any more when the others forget. Then the accounts that were deleted with the exercise.
  for (const keeper of [exercises, feeds, reader, viewerStates, states, forecasts, desk, calculations]) {
    deletions.onDeleted((exercise) => keeper.forgetExercise(exercise));
  }

  const visible = new Visible(dataSource, cursors, exercises);
  const parts = [
    { provide: LOG, useValue: log },
    { provide: METRICS, useValue: metrics },
    { provide: REGISTRY, useValue: registry },
    { provide: ApiSettings, useValue: settings },
    { provide: AccessControl, useValue: access },
    { provide: AccountStore, useValue: accounts },
    { provide: AccessLog, useValue: record },
    { provide: SessionStore, useValue: sessions },
    { provide: PasswordStore, useValue: new PasswordStore(dataSource) },
    { provide: OneTimeLinks, useValue: new OneTimeLinks(dataSource) },
    { provide: InvitationStore, useValue: new InvitationStore(dataSource) },
    { provide: SignIns, useValue: new SignIns(access, sessions, accounts, record, new Tries()) },
    { provide: PresenceStore, useValue: presence },
    { provide: AnnouncementStore, useValue: announcements },
    { provide: Attendance, useValue: attendance },
    { provide: Units, useValue: new Units(exercises) },
    { provide: Calculations, useValue: calculations },
    { provide: ExerciseStore, useValue: exerciseStore },
    { provide: ExerciseCatalog, useValue: exercises },
    { provide: ExerciseDeletion, useValue: new ExerciseDeletion(dataSource) },
    { provide: DeletionNews, useValue: deletions },
    { provide: EventReader, useValue: reader },
    { provide: EventSearch, useValue: new EventSearch(dataSource) },
    { provide: PageCursors, useValue: cursors },
    { provide: ShownClock, useValue: clock },
    { provide: ViewerStates, useValue: viewerStates },
    { provide: RecordingSource, useValue: new RecordingSource(dataSource) },
    { provide: Feeds, useValue: feeds },
    { provide: Joinable, useValue: new Joinable(exercises, feeds, attendance, clock) },
    { provide: AlertIntake, useValue: new AlertIntake(inbox, inboxReader, exercises) },
    { provide: CommandRunner, useValue: new CommandRunner(desk, exercises, resulting, log) },
    { provide: DirectionReader, useValue: new DirectionReader(dataSource) },
    { provide: StateSource, useValue: new StateSource(dataSource) },
    { provide: Forecasts, useValue: forecasts },
    { provide: Library, useValue: new Library(settings.scenariosDir, calculations, log) },
    { provide: CommandRecords, useValue: new CommandRecords(dataSource) },
    { provide: Visible, useValue: visible },
    { provide: CapDocuments, useValue: new CapDocuments(visible, exercises) },
    { provide: ReportMaker, useValue: new ReportMaker(exercises, reader, accounts, calculations) },
    { provide: ReadinessChecks, useValue: new ReadinessChecks(dataSource, redis && (() => redis.ping())) },
  ];
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.of(parts), new ApiAdapter(log), {
    bodyParser: false,
    logger: new NestLog(log),
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  logRequests(fastify, log);
  setAnswerHeaders(fastify);
  requireHost(fastify);
  allowOrigins(fastify, settings.allowedOrigins);
  unknown.watch(fastify.server);
  access.guard(fastify);
  registerContentTypes(fastify, { limitBytes: settings.bodyLimitBytes, timeoutMs: settings.bodyTimeoutMs });
  app.useGlobalFilters(new ProblemFilter(log));
  app.useWebSocketAdapter(new SocketAdapter(app, access, unknown, settings.allowedOrigins));
  serveDocumentation(fastify);
  serveConsole(fastify);
  await app.init();
  // After the sockets and the streams of the exercise have had their last message, by which they know why.
  deletions.onDeleted(() => access.forget());

  return {
    app,
    log,
    listen: async () => {
      await app.listen(config.port, config.host);
      const address = fastify.server.address();
      return typeof address === 'object' && address !== null ? address.port : config.port;
    },
    close: async () => {
      feeds.close();
      const force = setTimeout(() => fastify.server.closeAllConnections(), FINISH_MS);
      await app.close();
      clearTimeout(force);
      await Promise.all([writer.close(), record.close(), calculations.close()]);
      redis?.close();
      await Promise.all([wakeQueue.close(), hints.close(), people.close(), attendance.close()]);
      await dataSource.destroy();
    },
  };
}

function loggerOf(config: ApiConfig): Logger {
  return createLogger({ name: 'api', level: config.logLevel, pretty: config.logPretty });
}
