/** Alerts over real HTTP: each form that they come in, and each answer. */
import { gzipSync } from 'node:zlib';
import { ApiBench, sampleAlert, sampleCap } from './api-bench.js';

let bench: ApiBench;
let exercise: string;
let token: string;

beforeAll(async () => {
  bench = await ApiBench.start();
  exercise = await bench.exercise();
  token = await bench.token({ role: 'service' });
}, 60_000);

afterAll(() => bench?.stop());

function post(body: unknown, type = 'application/json', query = '', id = exercise) {
  return bench.http
    .post(`/v1/exercises/${id}/alerts${query}`)
    .set('authorization', `Bearer ${token}`)
    .set('content-type', type)
    .serialize((given: unknown) => given as string)
    .send((Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body)) as string);
}

const lines = (...items: unknown[]): string => items.map((item) => `${JSON.stringify(item)}\n`).join('');

async function pending(): Promise<string[]> {
  const rows = await bench.dataSource.query<{ command_id: string }[]>('SELECT command_id FROM inbox_pending');
  return rows.map((row) => row.command_id);
}

describe('one alert', () => {
  it('is accepted once it is durable, and is a repeat after that', async () => {
    const alert = sampleAlert();
    const first = await post(alert);
    const [id] = first.body.accepted;
    expect([first.status, first.body]).toEqual([202, { accepted: [id], repeated: [], rejected: [] }]);
    expect(first.headers['location']).toBe(`/v1/exercises/${exercise}/commands/${id}`);
    expect(await pending()).toContain(id);
    const second = await post(alert);
    expect([second.status, second.body]).toEqual([200, { accepted: [], repeated: [id], rejected: [] }]);
    expect(second.headers).not.toHaveProperty('location');
  });

  it('that the rules refused says so when it comes again, alone or among others', async () => {
    const id = await bench.exercise();
    const answer = sampleAlert({
      identifier: 'TOO-EARLY',
      msgType: 'Ack',
      references: [{ sender: sampleAlert().sender, identifier: 'NOT-YET', sent: sampleAlert().sent }],
    });
    const [command] = (await post(answer, undefined, undefined, id)).body.accepted;
    const waiting = await post(answer, undefined, undefined, id);
    expect(waiting.body).toEqual({ accepted: [], repeated: [command], rejected: [] });
    await post(sampleAlert({ identifier: 'KNOWN' }), undefined, undefined, id);
    await bench.work(id);

    const again = await post(answer, undefined, undefined, id);
    expect([again.status, again.body.repeated]).toEqual([200, [command]]);
    expect(again.body.warnings).toMatchObject([{ code: 'REFUSED_BEFORE', path: '', level: 'warning' }]);
    expect(again.body.warnings[0].message).toContain('UNKNOWN_REFERENCE');
    const among = await post([sampleAlert({ identifier: 'KNOWN' }), answer], undefined, undefined, id);
    expect([among.status, among.body.warnings]).toMatchObject([200, [{ code: 'REFUSED_BEFORE', line: 2 }]]);

    const another = await bench.token({ role: 'service' });
    const theirs = await bench.http
      .post(`/v1/exercises/${id}/alerts`)
      .set('authorization', `Bearer ${another}`)
      .send(answer);
    // The same message of another account is one of its own: what was refused does not swallow it.
    expect(theirs.status).toBe(202);
    expect(theirs.body.accepted).not.toEqual([command]);
    const fresh = await post(sampleAlert({ identifier: 'TAKEN' }), undefined, undefined, id);
    await bench.work(id);
    const done = await post(sampleAlert({ identifier: 'TAKEN' }), undefined, undefined, id);
    expect([fresh.status, done.body]).toEqual([202, { accepted: [], repeated: fresh.body.accepted, rejected: [] }]);
  });

  it('has the same id as JSON and as CAP', async () => {
    const json = await post(sampleAlert({ identifier: 'BOTH' }));
    for (const type of ['application/cap+xml', 'application/xml; charset=utf-8']) {
      const xml = await post(sampleCap('BOTH'), type);
      expect([xml.status, xml.body.repeated]).toEqual([200, json.body.accepted]);
    }
  });

  it('of status Actual is refused, unless the sender asks for it to be taken as an exercise message', async () => {
    const alert = sampleAlert({ status: 'Actual' });
    const refused = await post(alert);
    expect([refused.status, refused.body.code]).toEqual([422, 'ACTUAL_REFUSED']);
    const taken = await post(alert, 'application/json', '?as=exercise');
    expect([taken.status, taken.body.warnings[0].code]).toEqual([202, 'TAKEN_AS_EXERCISE']);
    const cap = await post(sampleCap('ACT', 'Actual'), 'application/cap+xml', '?as=exercise');
    expect(cap.status).toBe(202);
  });

  it.each(['application/json', 'application/x-ndjson'])('as %s says in its charset nothing but UTF-8', async (type) => {
    for (const charset of ['utf-8', 'UTF8', '"utf-8"', 'us-ascii']) {
      expect((await post(lines(sampleAlert()), `${type}; charset=${charset}`)).status).toBe(202);
    }
    for (const charset of ['utf-16', '"UTF-16LE"', 'iso-8859-1']) {
      const { status, body } = await post(lines(sampleAlert()), `${type};charset=${charset}`);
      expect([status, body.code]).toEqual([415, 'UNSUPPORTED_CHARSET']);
      expect(body.detail).toContain('UTF-8');
    }
  });

  it('that breaks rules is refused with every fault at its place', async () => {
    const { status, body, headers } = await post(sampleAlert({ scope: 'Private', sent: 'yesterday' }));
    expect([status, headers['content-type'], body.code]).toEqual([422, 'application/problem+json', 'ALERT_INVALID']);
    expect(body.errors.map((error: { path: string; code: string }) => [error.path, error.code])).toEqual(
      expect.arrayContaining([
        ['sent', 'TIME_FORMAT'],
        ['addresses', 'ADDRESSES_MISSING'],
      ]),
    );
    expect(body).toMatchObject({ instance: `/v1/exercises/${exercise}/alerts`, requestId: headers['x-request-id'] });
  });

  it('at a site that the scenario does not have is refused', async () => {
    const { status, body } = await post(sampleAlert({ exercise: { site: 'moon' } }));
    expect([status, body.code, body.errors[0].path]).toEqual([422, 'UNKNOWN_SITE', 'exercise.site']);
    expect(body.detail).toContain('plant, road');
  });

  it('is refused while the exercise is planned, taken as soon as it runs, and refused after its end', async () => {
    const planned = await bench.exercise(undefined, 'planned');
    const before = await post(sampleAlert(), 'application/json', '', planned);
    expect([before.status, before.body.code]).toEqual([409, 'EXERCISE_NOT_RUNNING']);
    await bench.command(planned, 'StartExercise', { speed: 1 });
    expect((await post(sampleAlert(), 'application/json', '', planned)).status).toBe(202);
    await bench.command(planned, 'PauseExercise', {});
    expect((await post(sampleAlert(), 'application/json', '', planned)).status).toBe(202);
    const ended = await bench.exercise();
    await bench.command(ended, 'EndExercise', {});
    expect((await post(sampleAlert(), 'application/json', '', ended)).body.code).toBe('EXERCISE_NOT_RUNNING');
  });

  it('goes to no exercise that does not exist', async () => {
    const { status, body } = await post(sampleAlert(), 'application/json', '', 'EX-none');
    expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('of the other side is not taken from a token of one side', async () => {
    const pak = await bench.token({ role: 'service', side: 'PAK' });
    const send = (releaseClass: string) =>
      post(sampleAlert({ exercise: { releasability: { class: releaseClass } } })).set('authorization', `Bearer ${pak}`);
    const refused = await send('CHN');
    expect([refused.status, refused.body.code]).toEqual([403, 'NOT_YOUR_SIDE']);
    expect((await send('PAK')).status).toBe(202);
    expect((await send('JOINT')).status).toBe(202);
  });

  it('is taken from a service in the classes that it was given only', async () => {
    const joint = await bench.token({ role: 'service', classes: ['JOINT'] });
    const send = (releaseClass: string) => {
      const exercise = { releasability: { class: releaseClass } };
      return post(sampleAlert({ sender: 'joint@example.org', exercise })).set('authorization', `Bearer ${joint}`);
    };
    const refused = await send('PAK');
    expect([refused.status, refused.body.code]).toEqual([403, 'CLASS_NOT_ALLOWED']);
    expect(refused.body.errors[0].path).toBe('exercise.releasability.class');
    expect((await send('JOINT')).status).toBe(202);
    const mixed = await post([
      sampleAlert({ sender: 'joint@example.org' }),
      sampleAlert({ exercise: { releasability: { class: 'CHN' } } }),
    ]).set('authorization', `Bearer ${joint}`);
    expect([mixed.status, mixed.body.rejected[0].problems[0].code]).toEqual([202, 'CLASS_NOT_ALLOWED']);
  });

  describe('that is sent by both sides', () => {
    const message = (changes: Record<string, unknown> = {}) =>
      sampleAlert({ identifier: 'SAME', sender: 'same@example.org', ...changes });
    const references = [{ sender: 'same@example.org', identifier: 'NEVER-CAME', sent: sampleAlert().sent }];
    const sending = async (side: 'PAK' | 'CHN', id: string) => {
      const bearer = await bench.token({ role: 'service', side });
      const authorization = `Bearer ${bearer}`;
      return {
        send: (alert: object) => post(alert, undefined, undefined, id).set('authorization', authorization),
        outcome: async (command: string) =>
          (await bench.http.get(`/v1/exercises/${id}/commands/${command}`).set('authorization', authorization)).body,
      };
    };

    it('and refused to one of them counts for the other', async () => {
      const id = await bench.exercise();
      const [pak, chn] = [await sending('PAK', id), await sending('CHN', id)];
      // An Ack of nothing is refused by the rules.
      const refused = await chn.send(message({ msgType: 'Ack', references }));
      await bench.work(id);
      expect(await chn.outcome(refused.body.accepted[0])).toMatchObject({ status: 'refused' });
      const taken = await pak.send(message());
      expect([taken.status, taken.body.repeated]).toEqual([202, []]);
      await bench.work(id);
      expect(await pak.outcome(taken.body.accepted[0])).toMatchObject({ status: 'applied' });
      expect((await pak.send(message())).body.repeated).toEqual(taken.body.accepted);
    });

    it('has the same id for one side, whatever the other has sent', async () => {
      const ids = [];
      for (const isSent of [true, false]) {
        const id = await bench.exercise();
        const [pak, chn] = [await sending('PAK', id), await sending('CHN', id)];
        if (isSent) await chn.send(message({ msgType: 'Ack', references }));
        await bench.work(id);
        ids.push((await pak.send(message())).body);
      }
      expect(ids[0]).toEqual(ids[1]);
    });

    it('and refused to one account counts for another of its side, whose sender it is', async () => {
      const id = await bench.exercise();
      const [own, other] = [await sending('PAK', id), await sending('PAK', id)];
      await own.send(message({ identifier: 'FIRST' }));
      await bench.work(id);
      const intruder = await other.send(message());
      await bench.work(id);
      expect(await other.outcome(intruder.body.accepted[0])).toMatchObject({ refused: { code: 'NOT_YOUR_SENDER' } });
      const mine = await own.send([message(), message({ identifier: 'MORE' })]);
      expect([mine.status, mine.body.accepted.length]).toEqual([202, 2]);
      await bench.work(id);
      for (const command of mine.body.accepted) expect(await own.outcome(command)).toMatchObject({ status: 'applied' });
      const again = await own.send([message(), message({ identifier: 'MORE' })]);
      expect([again.status, again.body.repeated]).toEqual([200, mine.body.accepted]);
      // It can be updated by its triple, too.
      const { sender, identifier, sent } = message();
      const references = [{ sender, identifier, sent }];
      const cancel = await own.send(message({ identifier: 'CANCEL', msgType: 'Cancel', references }));
      await bench.work(id);
      expect(await own.outcome(cancel.body.accepted[0])).toMatchObject({ status: 'applied' });
      const controller = await bench.token({ role: 'controller' });
      const { body } = await bench.http
        .get(`/v1/exercises/${id}/alerts/${mine.body.accepted[0]}`)
        .set('authorization', `Bearer ${controller}`);
      expect(body).toMatchObject({ status: 'cancelled' });
    });
  });

  it('is read back as a command by its sender, and by nobody else but a controller', async () => {
    const { body } = await post(sampleAlert());
    const [id] = body.accepted;
    const read = (bearer: string) =>
      bench.http.get(`/v1/exercises/${exercise}/commands/${id}`).set('authorization', `Bearer ${bearer}`);
    expect((await read(token)).body).toMatchObject({ id, type: 'SubmitAlert', status: 'pending' });
    await bench.work(exercise);
    expect((await read(token)).body).toMatchObject({ status: 'applied' });
    expect((await read(await bench.token({ role: 'controller' }))).status).toBe(200);
    expect((await read(await bench.token({ role: 'service' }))).status).toBe(404);
  });
});

describe('many alerts', () => {
  it('in a list: the good ones count, the others are told by their place', async () => {
    const again = sampleAlert();
    await post(again);
    const { status, body } = await post([sampleAlert(), sampleAlert({ status: 'Draft' }), again, sampleAlert()]);
    expect([status, body.accepted.length, body.repeated.length]).toEqual([202, 2, 1]);
    expect(body.rejected).toEqual([
      { line: 2, problems: [expect.objectContaining({ code: 'STATUS_REFUSED', path: 'status' })] },
    ]);
  });

  it.each([
    ['in a list', 'application/json', JSON.stringify],
    ['as NDJSON', 'application/x-ndjson', (alerts: readonly object[]) => lines(...alerts)],
  ])('%s: what is said of one that is taken has its place', async (_form, type, write) => {
    const actual = sampleAlert({ status: 'Actual' });
    const alerts = [sampleAlert(), actual, sampleAlert({ status: 'Draft' }), sampleAlert({ status: 'Actual' })];
    const { status, body } = await post(write(alerts), type, '?as=exercise');
    expect([status, body.accepted.length]).toEqual([202, 3]);
    expect(body.warnings).toEqual(
      [2, 4].map((line) => expect.objectContaining({ line, code: 'TAKEN_AS_EXERCISE', path: 'status' })),
    );
    const again = await post(write([actual]), type, '?as=exercise');
    expect([again.status, again.body.warnings]).toEqual([200, [expect.objectContaining({ line: 1 })]]);
  });

  it('as NDJSON: only so much is said of them, and how much there was', async () => {
    const text = lines(...Array.from({ length: 1_002 }, () => sampleAlert({ status: 'Actual' })));
    const { body } = await post(text, 'application/x-ndjson', '?as=exercise');
    expect([body.accepted.length, body.warnings.length, body.moreWarnings]).toEqual([1_002, 1_000, 2]);
  });

  it('of which none is good are refused, each fault with its place', async () => {
    const { status, body } = await post([sampleAlert({ status: 'Draft' }), 7]);
    expect([status, body.code]).toEqual([422, 'NOTHING_ACCEPTED']);
    expect(body.errors.map((error: { path: string }) => error.path)).toEqual(['[0].status', '[1]']);
  });

  it('are at least one and at most a thousand in a list', async () => {
    expect((await post([])).body.code).toBe('TOO_FEW');
    const { status, body } = await post(Array.from({ length: 1001 }, () => 0));
    expect([status, body.code]).toEqual([422, 'TOO_MANY']);
    expect((await post(Array.from({ length: 1000 }, () => sampleAlert()))).body.accepted).toHaveLength(1000);
  });

  it('as NDJSON: bad lines are told by their number, blank ones are none', async () => {
    const text = `${lines(sampleAlert())}\n{"half":\n${lines(sampleAlert({ severity: 1 }), sampleAlert())}${JSON.stringify(sampleAlert())}`;
    const { status, body } = await post(text, 'application/x-ndjson');
    expect([status, body.accepted.length]).toEqual([202, 3]);
    expect(
      body.rejected.map((bad: { line: number; problems: { code: string }[] }) => [bad.line, bad.problems[0]?.code]),
    ).toEqual([
      [3, 'MALFORMED_JSON'],
      [4, 'UNKNOWN_FIELD'],
    ]);
    const repeat = await post(
      lines(sampleAlert({ identifier: 'R' }), sampleAlert({ identifier: 'R' })),
      'application/x-ndjson',
    );
    expect([repeat.body.accepted.length, repeat.body.repeated.length]).toEqual([1, 1]);
  });

  it('as NDJSON of which none is good are refused, each fault with its line', async () => {
    const { status, body } = await post('\n{"half":\n\n{"a":1}\n', 'application/x-ndjson');
    expect([status, body.code]).toEqual([422, 'NOTHING_ACCEPTED']);
    expect(body.errors[0]).toMatchObject({ line: 2, code: 'MALFORMED_JSON', path: 'half' });
    expect(body.errors[0].message).toMatch(/^Not JSON at column 9:/);
    expect(new Set(body.errors.slice(1).map((error: { line: number }) => error.line))).toEqual(new Set([4]));
  });

  it('as NDJSON, so many bad lines that reading stops, are told as such', async () => {
    const { body } = await post(`${'{\n'.repeat(1_001)}${lines(sampleAlert())}`, 'application/x-ndjson');
    expect(body.errors).toHaveLength(100);
    expect(body.detail).toMatch(/first 100 of 1000 faults by its line\. Reading stopped at line 1001;/);
  });

  it('as NDJSON, more than one part of them, and gzipped', async () => {
    const body = gzipSync(lines(...Array.from({ length: 1203 }, () => sampleAlert())));
    const answer = await post(body, 'application/x-ndjson').set('content-encoding', 'gzip');
    expect([answer.status, answer.body.accepted.length]).toEqual([202, 1203]);
    expect(new Set(answer.body.accepted).size).toBe(1203);
  });

  it('as NDJSON of too many bad lines are read no further, and the answer says where it stopped', async () => {
    const { status, body } = await post(lines(sampleAlert(), ...Array(1500).fill(0)), 'application/x-ndjson');
    expect([status, body.accepted.length, body.rejected.length, body.stoppedAtLine]).toEqual([202, 1, 1000, 1002]);
  });
});

describe('an Idempotency-Key', () => {
  it('answers the same request alike, and refuses another', async () => {
    const alert = sampleAlert();
    const first = await post(alert).set('idempotency-key', '"key-1"');
    const same = await post(alert).set('idempotency-key', 'key-1');
    expect([first.status, same.status, same.body.repeated]).toEqual([202, 200, first.body.accepted]);
    const other = await post(sampleAlert()).set('idempotency-key', 'key-1');
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  it('is one per account', async () => {
    await post(sampleAlert()).set('idempotency-key', 'key-2');
    const other = await bench.token({ role: 'service' });
    const { status } = await post(sampleAlert())
      .set('idempotency-key', 'key-2')
      .set('authorization', `Bearer ${other}`);
    expect(status).toBe(202);
  });

  it('holds for NDJSON, too', async () => {
    const text = lines(...Array.from({ length: 600 }, () => sampleAlert()));
    const send = (body: string) => post(body, 'application/x-ndjson').set('idempotency-key', 'key-3');
    expect((await send(text)).body.accepted).toHaveLength(600);
    expect((await send(text)).body.repeated).toHaveLength(600);
    expect((await send(lines(sampleAlert()))).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('holds from one form to another, and names itself as it was sent', async () => {
    expect((await post(sampleAlert()).set('idempotency-key', 'key-4')).status).toBe(202);
    const { status, body } = await post(lines(sampleAlert()), 'application/x-ndjson').set('idempotency-key', 'key-4');
    expect([status, body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(body.detail).toContain('"key-4"');
  });

  it('must be readable', async () => {
    const { status, body } = await post(sampleAlert()).set('idempotency-key', 'x'.repeat(201));
    expect([status, body.code]).toEqual([400, 'IDEMPOTENCY_KEY_INVALID']);
  });
});
