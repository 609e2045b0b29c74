/** CAP over HTTP: what comes in, with what is said of it; and what goes out, which can be read back and answered. */
import { createHash } from 'node:crypto';
import { ackMessage, errorMessage } from '#contracts/cap/answer-message.js';
import { CAP_1_1_NAMESPACE, CAP_NAMESPACE } from '#contracts/cap/cap-elements.js';
import { emitCap } from '#contracts/cap/emit-cap.js';
import { parseCap } from '#contracts/cap/parse-cap.js';
import type { Alert } from '#domain/alert/alert.js';
import { sampleScenario } from '#domain/testing/sample-scenario.js';
import { ApiBench, sampleAlert, sampleCap } from './api-bench.js';

const CAP = 'application/cap+xml';

let bench: ApiBench;
let exercise: string;
let controller: string;

beforeAll(async () => {
  bench = await ApiBench.start();
  controller = await bench.token({ role: 'controller' });
}, 60_000);

beforeEach(async () => {
  exercise = await bench.exercise();
});

afterAll(() => bench?.stop());

function post(body: string | Buffer, type = CAP, query = '', token = controller) {
  return bench.http
    .post(`/v1/exercises/${exercise}/alerts${query}`)
    .set('authorization', `Bearer ${token}`)
    .set('content-type', type)
    .serialize((given: unknown) => given as string)
    .send(body as string);
}

const postJson = (body: unknown) => post(JSON.stringify(body), 'application/json');

function read(path: string, accept = CAP, token = controller) {
  return bench.http
    .get(`/v1/exercises/${exercise}${path}`)
    .set('authorization', `Bearer ${token}`)
    .set('accept', accept)
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        const text = Buffer.concat(pieces).toString('utf8');
        done(null, /json/.test(String(response.headers['content-type'])) ? JSON.parse(text) : text);
      });
    });
}

/** The message that an answer of ours holds, read by our own reader. */
const messageOf = (xml: unknown): Alert => parseCap(Buffer.from(String(xml)), { asExercise: false }).alert;
const codesOf = (warnings: readonly { code: string }[] = []): string[] => warnings.map(({ code }) => code);

describe('CAP coming in', () => {
  it.each(['application/cap+xml', 'application/xml', 'text/xml; charset=utf-8'])('may be %s', async (type) => {
    expect((await post(sampleCap('A'), type)).status).toBe(202);
  });

  it('may be in the encoding that the charset or the declaration names', async () => {
    const text = (identifier: string) => sampleCap(identifier).replace('<event>Fire', '<event>\xd4\xee');
    const declared = text('D').replace('UTF-8', 'windows-1251');
    for (const [body, type] of [
      [text('C').replace(' encoding="UTF-8"', ''), `${CAP}; charset=windows-1251`],
      [declared, 'text/xml'],
    ] as const) {
      const { status, body: answer } = await post(Buffer.from(body, 'latin1'), type);
      expect(status).toBe(202);
      await bench.work(exercise);
      const { body: view } = await read(`/alerts/${answer.accepted[0]}`, 'application/json');
      expect(view.alert.info[0].event).toBe('Фо');
    }
  });

  it('of version 1.1, with times as that writes them, is converted where the sender asks for it', async () => {
    const xml = sampleCap('OLD', 'Actual')
      .replace(CAP_NAMESPACE, CAP_1_1_NAMESPACE)
      .replace('2026-11-23T09:00:00+05:00', '2026-11-23T04:00:00.5Z');
    for (const query of ['', '?as=exercise', '?as=exercise&lenient=false']) {
      expect((await post(xml, CAP, query)).body.code).toBe('CAP_VERSION');
    }
    const { status, body } = await post(xml, CAP, '?as=exercise&lenient=true');
    expect([status, codesOf(body.warnings)]).toEqual([
      202,
      ['CAP_VERSION_CONVERTED', 'TIME_CONVERTED', 'TAKEN_AS_EXERCISE'],
    ]);
    expect((await post(xml, CAP, '?lenient=perhaps')).body.code).toBe('QUERY_INVALID');
  });

  it('with a signature says that this was not verified', async () => {
    const signed = sampleCap('S').replace(
      '</alert>',
      '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/></alert>',
    );
    expect(codesOf((await post(signed)).body.warnings)).toEqual(['SIGNATURE_NOT_VERIFIED']);
  });

  it('with 100,000 points is stored whole, and everybody can read it and what follows', async () => {
    const ring = `${Array.from({ length: 99_998 }, (_, i) => `${i % 90}.123456789,${i % 180}.123456789`).join(' ')} 0,1 0.123456789,0.123456789`;
    const xml = sampleCap('BIG').replace(
      '</info>',
      `<area><areaDesc>a</areaDesc><polygon>${ring}</polygon></area></info>`,
    );
    const { status, body } = await post(xml);
    expect(status).toBe(202);
    await bench.work(exercise);
    const { body: cap } = await read(`/alerts/${body.accepted[0]}`);
    expect(messageOf(cap).info?.[0]?.area?.[0]?.polygon).toEqual([ring]);
    const { body: log } = await read('/events?after=0', 'application/json');
    expect(log.events.map(({ type }: { type: string }) => type)).toContain('AlertAccepted');
  });

  it('is bounded in size, as every form of an alert is, so that reading it back is', async () => {
    const large = (): Record<string, unknown> => {
      const alert = sampleAlert();
      const [info] = alert['info'] as Record<string, unknown>[];
      const parameter = Array.from({ length: 25 }, (_, i) => ({ valueName: `n${i}`, value: 'ä'.repeat(95_000) }));
      return { ...alert, info: [{ ...info, parameter }] };
    };
    const single = await postJson(large());
    expect([single.status, single.body.code]).toEqual([413, 'TOO_LARGE']);
    const list = await postJson([sampleAlert(), large()]);
    expect([list.status, list.body.rejected]).toMatchObject([202, [{ line: 2, problems: [{ code: 'TOO_LARGE' }] }]]);
    const lines = await post(`${JSON.stringify(large())}\n${JSON.stringify(sampleAlert())}`, 'application/x-ndjson');
    expect([lines.status, lines.body.rejected[0].line]).toEqual([202, 1]);
    const parameters = Array.from(
      { length: 25 },
      (_, i) => `<parameter><valueName>n${i}</valueName><value>${'ä'.repeat(95_000)}</value></parameter>`,
    );
    const xml = await post(sampleCap('LARGE').replace('</info>', `${parameters.join('')}</info>`));
    expect([xml.status, xml.body.code]).toEqual([413, 'TOO_LARGE']);
  });

  it('with content of 8 MiB is stored without it', async () => {
    const content = Buffer.alloc(8 * 1024 * 1024, 7).toString('base64');
    const resource = `<resource><resourceDesc>r</resourceDesc><mimeType>image/png</mimeType><uri>map.png</uri><derefUri>${content}</derefUri></resource>`;
    const { status, body } = await post(sampleCap('PICTURE').replace('</info>', `${resource}</info>`));
    expect([status, codesOf(body.warnings)]).toEqual([202, ['CONTENT_NOT_STORED']]);
    const digest = createHash('sha256').update(Buffer.from(content, 'base64')).digest('hex');
    expect(body.warnings[0].message).toContain(`has ${8 * 1024 * 1024} bytes (SHA-256 ${digest})`);
    await bench.work(exercise);
    const { body: cap } = await read(`/alerts/${body.accepted[0]}`);
    expect(messageOf(cap).info?.[0]?.resource).toEqual([{ resourceDesc: 'r', mimeType: 'image/png', uri: 'map.png' }]);
  });

  it('that is valid for longer than the exercise says so', async () => {
    const expiring = (identifier: string, expires: string) =>
      sampleCap(identifier).replace('</info>', `<expires>${expires}</expires></info>`);
    const { durationMs } = sampleScenario();
    exercise = await bench.exercise({ ...sampleScenario(), startsAt: '2026-11-23T09:00:00+05:00' });
    const end = Date.parse('2026-11-23T09:00:00+05:00') + durationMs;
    const at = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}-00:00`;
    expect((await post(expiring('IN', at(end)))).body.warnings).toBeUndefined();
    expect(codesOf((await post(expiring('OUT', at(end + 1_000)))).body.warnings)).toEqual(['VALID_BEYOND_EXERCISE']);
    // Without a date in the story the wall clock counts.
    exercise = await bench.exercise();
    const now = Date.now();
    expect(codesOf((await post(expiring('NOW', at(now + durationMs / 2)))).body.warnings)).toEqual([]);
    expect(codesOf((await post(expiring('LATER', at(now + 2 * durationMs)))).body.warnings)).toEqual([
      'VALID_BEYOND_EXERCISE',
    ]);
  });
});

describe('a message that was sent before', () => {
  it('with other content says so, alone or among others, until it is sent with another identifier', async () => {
    const first = sampleAlert({ identifier: 'ONE' });
    expect((await postJson(first)).status).toBe(202);
    expect((await postJson(first)).body.warnings).toBeUndefined();
    const other = { ...first, note: 'Now with a note.' };
    const alone = await postJson(other);
    expect([alone.status, codesOf(alone.body.warnings)]).toEqual([200, ['REPEAT_DIFFERS']]);
    const among = await postJson([first, sampleAlert({ identifier: 'TWO' }), other]);
    expect(among.body.warnings).toEqual([expect.objectContaining({ code: 'REPEAT_DIFFERS', line: 3 })]);
    expect((await postJson({ ...other, identifier: 'THREE' })).body.warnings).toBeUndefined();
  });

  it('in the same request with other content says so', async () => {
    const alert = sampleAlert({ identifier: 'TWICE' });
    const { status, body } = await postJson([alert, { ...alert, note: 'x' }, alert]);
    expect([status, body.accepted.length, body.repeated.length]).toEqual([202, 1, 2]);
    expect(body.warnings).toEqual([expect.objectContaining({ code: 'REPEAT_DIFFERS', line: 2 })]);
  });

  it('is the same as what we emit of it', async () => {
    const { body } = await postJson(sampleAlert({ identifier: 'ECHO', status: 'Test', note: 'As it was.' }));
    await bench.work(exercise);
    const { body: xml } = await read(`/alerts/${body.accepted[0]}`);
    const echo = await post(String(xml));
    expect([echo.status, echo.body]).toEqual([200, { accepted: [], repeated: body.accepted, rejected: [] }]);
  });

  it('by another account says nothing of what that has sent', async () => {
    const alert = sampleAlert({ identifier: 'THEIRS' });
    await postJson(alert);
    const another = await bench.token({ role: 'service' });
    const { body } = await post(JSON.stringify({ ...alert, note: 'x' }), 'application/json', '', another);
    expect(body.warnings).toBeUndefined();
  });
});

describe('CAP going out', () => {
  const joint = (changes: Record<string, unknown> = {}) => sampleAlert({ exercise: { site: 'plant' }, ...changes });

  it('is an alert as it came, marked with its exercise', async () => {
    const alert = joint({ note: 'Road closed.' });
    const { body } = await postJson(alert);
    await bench.work(exercise);
    const answer = await read(`/alerts/${body.accepted[0]}`);
    expect([answer.status, answer.type, answer.headers['vary']]).toEqual([200, CAP, 'accept']);
    expect(messageOf(answer.body)).toEqual({
      ...alert,
      note: `EXERCISE ${exercise}. Road closed.`,
      exercise: { site: 'plant', releasability: { class: 'JOINT' } },
    });
  });

  it('is what the client prefers, and JSON unless it names CAP', async () => {
    const { body } = await postJson(joint());
    await bench.work(exercise);
    const typeFor = async (accept: string) => (await read(`/alerts/${body.accepted[0]}`, accept)).type;
    expect(await typeFor('*/*')).toBe('application/json');
    expect(await typeFor('text/html, application/xml;q=0.9, */*;q=0.8')).toBe('application/json');
    expect(await typeFor('application/json, application/cap+xml;q=0.5')).toBe('application/json');
    expect(await typeFor('application/json;q=0.5, application/cap+xml')).toBe(CAP);
    expect(await typeFor('application/cap+xml;q=0')).toBe('application/json');
  });

  it('of an incident is its latest alert in force, and the Cancel once it is over', async () => {
    const first = joint();
    const { body } = await postJson(first);
    await bench.work(exercise);
    const { body: view } = await read(`/alerts/${body.accepted[0]}`, 'application/json');
    const latest = async () => messageOf((await read(`/incidents/${view.incident}`)).body).identifier;
    expect(await latest()).toBe(first['identifier']);
    const reference = ({ sender, identifier, sent }: Record<string, unknown>) => ({ sender, identifier, sent });
    const update = joint({ msgType: 'Update', references: [reference(first)] });
    await postJson(update);
    await bench.work(exercise);
    expect(await latest()).toBe(update['identifier']);
    const cancel = joint({ msgType: 'Cancel', references: [reference(update)] });
    await postJson(cancel);
    await bench.work(exercise);
    expect(await latest()).toBe(cancel['identifier']);
  });

  it('of what the caller may not see does not exist, in the same words as JSON', async () => {
    const { body } = await postJson(joint({ exercise: { site: 'plant', releasability: { class: 'PAK' } } }));
    await bench.work(exercise);
    const chn = await bench.token({ role: 'operator', side: 'CHN' });
    const { body: view } = await read(`/alerts/${body.accepted[0]}`, 'application/json');
    const { body: asked } = await read(`/notifications?incident=${view.incident}`, 'application/json');
    for (const path of [
      `/alerts/${view.id}`,
      `/incidents/${view.incident}`,
      `/notifications/${asked.items[0].id}`,
      '/alerts/none',
      '/incidents/none',
      '/notifications/none',
    ]) {
      const [json, cap] = [await read(path, 'application/json', chn), await read(path, CAP, chn)];
      expect([cap.status, cap.body.code, cap.body.detail]).toEqual([404, json.body.code, json.body.detail]);
    }
  });
});

describe('a notification as a CAP message', () => {
  /** The message of a side's notification about a new incident, and how it stands. */
  async function notified(side: 'PAK' | 'CHN') {
    await postJson(sampleAlert({ exercise: { site: 'plant' } }));
    await bench.work(exercise);
    const { body } = await read(`/notifications?side=${side}`, 'application/json');
    const { id, unit, incident } = body.items[0];
    const standing = async () => (await read(`/notifications/${id}`, 'application/json')).body;
    return { id, unit, incident, standing, message: messageOf((await read(`/notifications/${id}`)).body) };
  }

  it('has its own triple, is addressed to its unit, and says what is asked', async () => {
    const { id, unit, incident, message } = await notified('PAK');
    expect(message).toMatchObject({
      identifier: id,
      sender: `notifications@${sampleScenario().id}.exercise.example`,
      status: 'Exercise',
      msgType: 'Alert',
      scope: 'Private',
      addresses: unit,
      incidents: [incident],
      note: `EXERCISE ${exercise}.`,
      info: [{ event: 'Request to respond', headline: 'Suspicious vehicle', severity: 'Severe' }],
      exercise: { site: 'plant', releasability: { class: 'JOINT' } },
    });
    // The same however often it is read, and whatever has become of it.
    expect(messageOf((await read(`/notifications/${id}`)).body)).toEqual(message);
  });

  it.each([
    ['Ack', ackMessage, 'acknowledged'],
    ['Error', (answer: Parameters<typeof ackMessage>[0]) => errorMessage(answer, 'No car.'), 'declined'],
  ] as const)('is answered by an %s that references it', async (msgType, answerOf, status) => {
    const { standing, message, unit } = await notified('PAK');
    expect(await standing()).toMatchObject({ status: 'delivered' });
    const { sender, identifier, sent } = message;
    const answer = answerOf({
      identifier: `${msgType}-1`,
      sender: `${unit}@exercise.example`,
      sent: '2026-11-23T09:05:00+05:00',
      to: { sender, identifier, sent },
      releaseClass: message.exercise.releasability.class,
    });
    expect((await post(emitCap(answer, exercise))).status).toBe(202);
    await bench.work(exercise);
    expect(await standing()).toMatchObject({ status });
    const again = messageOf((await read(`/notifications/${identifier}`)).body);
    expect(again).toMatchObject({ sender, identifier, sent });
  });
});
