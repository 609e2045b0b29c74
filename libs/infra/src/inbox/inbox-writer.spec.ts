/** How submissions share commits. What PostgreSQL makes of the statement is tested in `test/infra/inbox.spec.ts`. */
import type { DataSource } from 'typeorm';
import { DatabaseUnavailable } from '../database/database-error.js';
import { InboxWriter, type InboxWriterSettings } from './inbox-writer.js';
import { InboxFullError, type Submission } from './submission.js';

interface Commit {
  /** The ids of its commands. */
  readonly ids: readonly string[];
  /** It is durable. */
  done(): void;
  fail(error: unknown): void;
}

/** A writer on a database whose commits the test releases. */
function onADatabase(settings: InboxWriterSettings = {}) {
  const commits: Commit[] = [];
  let serial = 0;
  const query = ({ values }: { values: readonly string[] }) =>
    new Promise((resolve, reject) => {
      const ids = values[1]?.split('\x1e') ?? [];
      const rows = ids.map((command_id) => ({ exercise_id: 'EX-1', command_id, id: ++serial }));
      rows.push({ exercise_id: 'EX-1', account_id: null, id: null } as never);
      commits.push({ ids, done: () => resolve({ rows }), fail: reject });
    });
  const dataSource = { driver: { master: { query } } } as unknown as DataSource;
  return { writer: new InboxWriter(dataSource, settings), commits };
}

function submission(...ids: string[]): Submission {
  return {
    exerciseId: 'EX-1',
    commands: ids.map((commandId) => ({ commandId, type: 'PauseExercise', data: {} })),
    actor: { kind: 'account', id: 'acc_1', role: 'controller' },
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** The commit of this number, counted from 0, once it was sent. */
async function sent(commits: readonly Commit[], number: number): Promise<Commit> {
  for (;;) {
    const commit = commits[number];
    if (commit) return commit;
    await turn();
  }
}

describe('the inbox writer', () => {
  it('resolves a submission when its commit is done, never before', async () => {
    const { writer, commits } = onADatabase();
    let accepted = false;
    const submitted = writer.submit(submission('a')).then((answer) => {
      accepted = true;
      return answer;
    });
    const commit = await sent(commits, 0);
    await turn();
    expect(accepted).toBe(false);
    commit.done();
    expect(await submitted).toEqual([{ inboxId: 1, commandId: 'a', status: 'accepted' }]);
    expect(writer.waiting).toBe(0);
  });

  it('stores in one commit all that came during the one before', async () => {
    const { writer, commits } = onADatabase();
    const first = writer.submit(submission('a'));
    const one = await sent(commits, 0);
    const rest = ['b', 'c', 'd'].map((id) => writer.submit(submission(id)));
    expect(writer.waiting).toBe(3);
    one.done();
    const two = await sent(commits, 1);
    two.done();
    await Promise.all([first, ...rest]);
    expect(commits.map(({ ids }) => ids)).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('divides what is too much for one commit, but no submission', async () => {
    const { writer, commits } = onADatabase({ rowsPerCommit: 2 });
    const all = [writer.submit(submission('a')), writer.submit(submission('b', 'c', 'd'))];
    (await sent(commits, 0)).done();
    (await sent(commits, 1)).done();
    await Promise.all(all);
    expect(commits.map(({ ids }) => ids)).toEqual([['a'], ['b', 'c', 'd']]);
  });

  it('refuses more than may wait, and takes it again when that is stored', async () => {
    const { writer, commits } = onADatabase({ waitingLimit: 2 });
    const first = writer.submit(submission('a', 'b'));
    await expect(writer.submit(submission('c'))).rejects.toBeInstanceOf(InboxFullError);
    (await sent(commits, 0)).done();
    await first;
    const second = writer.submit(submission('c'));
    (await sent(commits, 1)).done();
    await second;
  });

  it('fails only the submission that PostgreSQL refuses, not those that share its commit', async () => {
    const { writer, commits } = onADatabase();
    const wrong = new Error('invalid byte sequence');
    const outcomes = Promise.allSettled(['a', 'bad', 'c'].map((id) => writer.submit(submission(id))));
    let number = 0;
    // The three together; then the first alone, the other two together, and each of these alone.
    for (const ids of [['a', 'bad', 'c'], ['a'], ['bad', 'c'], ['bad'], ['c']]) {
      const commit = await sent(commits, number++);
      expect(commit.ids).toEqual(ids);
      if (ids.includes('bad')) commit.fail(wrong);
      else commit.done();
    }
    expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('fails all that wait when the database is away, instead of one after the other', async () => {
    const { writer, commits } = onADatabase();
    const first = writer.submit(submission('a'));
    const commit = await sent(commits, 0);
    const second = writer.submit(submission('b'));
    commit.fail(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    const [one, two] = await Promise.allSettled([first, second]);
    for (const outcome of [one, two]) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(DatabaseUnavailable) });
    }
    expect([commits.length, writer.waiting]).toEqual([1, 0]);
  });

  it('stores what waits before it closes, and takes no more', async () => {
    const { writer, commits } = onADatabase();
    const submitted = writer.submit(submission('a'));
    const closing = writer.close();
    await expect(writer.submit(submission('b'))).rejects.toBeInstanceOf(DatabaseUnavailable);
    (await sent(commits, 0)).done();
    await Promise.all([submitted, closing]);
  });
});
