/** The report of a run that is made to be awkward: hostile texts, three languages, an evaluation. */
import { STARTEX } from '#domain/kernel/exercise-time.js';
import { reportDocument } from '#contracts/report/report-document.js';
import type { AfterActionReport } from '#domain/evaluation/report.js';
import type { Actor } from '#domain/kernel/event.js';
import {
  alert,
  as,
  at,
  end,
  improve,
  note,
  observe,
  operatorOf,
  override,
  rate,
  resolve,
  send,
  until,
} from '#domain/testing/deeds.js';
import { given } from '#domain/testing/given.js';
import { reportOf } from '#domain/testing/report-of.js';
import {
  answers,
  ask,
  chain,
  chn,
  declines,
  MINUTE,
  moves,
  pak,
  SILENT,
  smallExercise,
  step,
} from '#domain/testing/small-exercise.js';
import { renderReport } from './render-report.js';

const HOSTILE = `<script>alert(1)</script> & "quotes" 'x' | pipe \u202e \u0007 \ud800 [link](http://bad.example) <img src=x onerror=y>`;
const HEAD = '0123456789abcdef'.repeat(4);

function report(names?: ReadonlyMap<string, string>): AfterActionReport {
  const police = pak('police', moves(answers(MINUTE), MINUTE, 2 * MINUTE, 5 * MINUTE), {
    name: { en: `Police ${HOSTILE}`, ur: 'پولیس', zh: '警察' },
  });
  const units = [
    police,
    chn('embassy', SILENT),
    chn('consulate', declines(MINUTE)),
    chn('desk', SILENT, { duty: 'off' }),
  ];
  const steps = [
    step('each-side', [ask(police), ask('embassy', 'consular')]),
    step('any', [ask('consulate', 'consular')]),
  ];
  const scenario = smallExercise({
    units,
    chain: chain(steps),
    scenario: {
      title: { en: 'Gate <alarm>', ur: 'دروازے پر الارم', zh: '大门警报' },
      sponsor: { en: `Exercise Board ${HOSTILE}`, ur: 'مشقی بورڈ', zh: '演习委员会' },
      expectations: [
        { id: 'gone', objective: 'Response', kind: 'resolved', incident: 'none', weight: 1, deadline: { kind: 'end' } },
        {
          id: 'quiet',
          objective: 'Release',
          kind: 'nothing-sent',
          unit: 'consulate',
          weight: 2,
          deadline: { kind: 'end' },
        },
      ],
    },
  });
  const { play } = given(scenario, alert({ note: HOSTILE })).when(
    until(7 * MINUTE),
    override('INC-0001', 'CHN', HOSTILE),
    as(operatorOf('PAK'), note('INC-0001', `The guard rang\n${HOSTILE}`)),
    note('INC-0001', 'for the debriefing'),
    note('INC-0001', 'the road is open', true),
    send({ kind: 'request', to: ['control'], text: HOSTILE, answerWithinMs: MINUTE }),
    at(8.5 * MINUTE, send({ kind: 'answer', to: [], inReplyTo: 'MSG-0001', text: 'Forty' })),
    send({ kind: 'intelligence', text: 'quiet' }),
    at(9 * MINUTE, resolve('INC-0001')),
    at(20 * MINUTE, end()),
    observe({ text: HOSTILE, incident: 'INC-0001', evidence: [1, 4], objective: 'Release', recommendation: HOSTILE }),
    rate('Release', 'S', HOSTILE),
    improve({ observation: 'OBS-0001', contact: HOSTILE, start: '2026-12-01' }),
    observe({ text: 'درست 2', recommendation: 'درست 3' }),
    rate('Response', 'S', 'درست 1'),
    improve({ correctiveAction: 'درست 4', organization: 'درست 5', contact: 'درست 6' }),
  );
  return reportOf(play, { source: { kind: 'exercise', exercise: 'EX-1' }, exercise: 'EX-1', headHash: HEAD, names });
}

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, found]) => found ?? '');

/** Elements that are opened and not closed, or closed and not opened. */
function unbalanced(page: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  const empty = new Set(['meta', 'col', 'br', 'img', '!doctype']);
  for (const [, slash, name = '', rest = ''] of page.matchAll(/<(\/?)([a-zA-Z!][\w:]*)((?:"[^"]*"|[^">])*)>/g)) {
    const tag = name.toLowerCase();
    if (empty.has(tag) || rest.endsWith('/')) continue;
    if (slash !== '/') open.push(tag);
    else if (open.pop() !== tag) wrong.push(tag);
  }
  return [...wrong, ...open];
}

describe('the page', () => {
  let page = '';
  beforeAll(async () => {
    page = await renderReport(report(), 'html');
  });

  it('is well-formed, and every link leads to something on it, which is there once', () => {
    expect(unbalanced(page)).toEqual([]);
    const ids = all(page, / id="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const links = all(page, / href="([^"]*)"/g);
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter((link) => !ids.includes(link.replace(/^#/, '')))).toEqual([]);
  });

  it('opens offline: it loads nothing and runs nothing', () => {
    expect(page).not.toMatch(/<(?:script|link|iframe|img|object|embed|base|form)\b/i);
    expect(page).not.toMatch(/@import|url\(/i);
    const tags = all(page, /(<[a-z!/](?:"[^"]*"|[^">])*>)/gi).map((tag) => tag.replace(/ xmlns(:\w+)?="[^"]*"/g, ''));
    expect(tags.filter((tag) => /https?:| src=| srcset=| on\w+=/i.test(tag))).toEqual([]);
  });

  it('says EXERCISE on the screen, and on each page of paper', () => {
    expect(page).toContain('<title>EXERCISE: ');
    expect(page).toMatch(/class="band"[^>]*>\s*EXERCISE/);
    // Not every browser fills the boxes of @page; what is fixed comes on each page in all of them.
    expect(page).toMatch(/@media print \{[\s\S]*\.edge \{[^}]*position: fixed;[^}]*color: #8c1c23/);
    expect(page).toMatch(/class="edge"[^>]*>\s*<span\s*>EXERCISE</);
  });

  it('shows what was written and lets none of it become markup', () => {
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;quotes&quot;');
    expect(page).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u);
  });

  it('marks each language with its tag and direction', () => {
    expect(page).toMatch(/<bdi lang="ur" dir="rtl"\s*>دروازے پر الارم<\/bdi/);
    expect(page).toMatch(/<bdi lang="zh" dir="ltr"\s*>大门警报<\/bdi/);
  });

  it('isolates what people typed, whose direction its own letters tell', () => {
    const typed = all(page, /<bdi dir="auto"\s*>(درست[^<]*)<\/bdi/g);
    expect(typed).toEqual(['درست 1', 'درست 2', 'درست 3', 'درست 4', 'درست 5', 'درست 6']);
  });

  it.each([
    ['text of any language', /html \{ font: [^;]*/],
    ['Urdu', /:lang\(ur\) \{ font-family: [^;]*/],
    ['Chinese', /:lang\(zh\) \{ font-family: [^;]*/],
    ['pictures', /<svg[\s\S]*?font-family[:=][^;>]*/],
  ])('names fonts of several systems for %s, since it brings none along', (what, pattern) => {
    const fonts = pattern.exec(page)?.[0] ?? '';
    const chinese = ['Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC'];
    const urdu = ['Noto Naskh Arabic', 'Geeza Pro', 'Tahoma'];
    const needed = { Urdu: ['Noto Nastaliq Urdu', ...urdu], Chinese: chinese }[what] ?? [...chinese, ...urdu];
    expect(needed.filter((font) => !fonts.includes(font))).toEqual([]);
  });

  it.each(['html', 'md'] as const)('says in %s what became of requests for information', async (format) => {
    const text = await renderReport(report(), format);
    expect(text).toContain('Messages and requests for information');
    expect(text).toContain('3 messages, 1 of them a report.');
    expect(text).toContain(
      '1 request for information: 1 answered, 1 of them late; 0 overdue without an answer; 0 open.',
    );
    expect(text).toMatch(/answered after 1\smin\s30\ss, late/);
  });

  it('shows the rating of the evaluator, and beside it the one that it overrules', () => {
    expect(page).toMatch(/rating S[^>]*>S<[\s\S]{0,200}overruled[^>]*>U</);
  });

  it('holds four pictures, with the units named by side', () => {
    const names = all(page, /<svg [^>]*aria-label="([^"]+)"[^>]*role="img"/g);
    expect(names).toHaveLength(all(page, /(<svg )/g).length);
    expect(new Set(names).size).toBe(4);
    expect(page).toContain('>CHN consulate<');
  });

  it('is the same each time', async () => {
    expect(await renderReport(report(), 'html')).toBe(page);
  });
});

const RATED = {
  objective: 'Release',
  rating: 'S',
  reason: 'as seen',
  at: STARTEX,
  seq: 1,
  actor: { kind: 'account', id: 'e', role: 'evaluator' },
} as const;

it('an objective with an expectation that is not judged is not rated yet, and says why', async () => {
  const open = report();
  const objectives = open.objectives.map(({ rating: _rating, proposed, ...one }) => ({
    ...one,
    given: [],
    proposed: {
      objective: proposed.objective,
      grounds: [],
      met: 1,
      missed: 0,
      notApplicable: 1,
      unjudged: 2,
      score: 1,
    },
  }));
  const [page, text] = await Promise.all([
    renderReport({ ...open, objectives }, 'html'),
    renderReport({ ...open, objectives }, 'md'),
  ]);
  for (const shown of [page, text]) {
    expect(shown).toContain('Not rated yet: the log ends before 2 expectations could be judged.');
  }
  expect(page).toContain('1 met, 0 missed, 1 not applicable, 2 not judged, 100 % by weight');
  expect(page).not.toContain('All that was expected came about');
  expect(page).not.toMatch(/overruled by|>proposed</);
  const given = objectives.map((one) => ({ ...one, rating: 'S' as const, given: [RATED] }));
  const rated = await renderReport({ ...open, objectives: given }, 'html');
  expect(rated).toMatch(/given by an evaluator/);
  expect(rated).not.toMatch(/overruled by|confirmed by/);
});

describe('people are told', () => {
  const NAMES = new Map([
    ['acc-evaluator', `Eva ${HOSTILE}`],
    ['somebody-else', 'Not of this exercise'],
  ]);
  const rated = (): string =>
    report().objectives.flatMap(({ given: said }) => said.map(({ actor }) => actorId(actor)))[0]!;
  const actorId = (actor: Actor): string => (actor.kind === 'account' ? actor.id : '');

  it('by name and role where their names are known; of others nothing is told', async () => {
    const names = new Map([...NAMES, [rated(), `Eva ${HOSTILE}`]]);
    const [page, text] = await Promise.all([renderReport(report(names), 'html'), renderReport(report(names), 'md')]);
    expect(unbalanced(page)).toEqual([]);
    expect(page).toMatch(/Eva &lt;script&gt;[^<]* \(evaluator\)/);
    expect(text).toMatch(/Eva \\<script.* \(evaluator\) \|/);
    for (const told of [page, text]) expect(told).not.toMatch(new RegExp(`evaluator ${rated()}|Not of this`));
    expect(report(names).people.map(({ id }) => id)).toEqual([rated()]);
  });

  it('by role and id where only the log is there', async () => {
    expect(await renderReport(report(), 'html')).toContain(`evaluator ${rated()}`);
  });

  it('in the role in which they acted: a rating of a controller is no evaluator’s', async () => {
    const told = report();
    const asController = {
      ...told,
      objectives: told.objectives.map((one) => ({
        ...one,
        given: one.given.map((said) => ({ ...said, actor: { kind: 'account', id: 'c', role: 'controller' } as const })),
      })),
    };
    const page = await renderReport(asController, 'html');
    expect(page).toMatch(/<b>Controller: S\.<\/b>/);
    expect(page).toContain('overruled by a controller');
    expect(await renderReport(asController, 'md')).toContain('; controller S: ');
  });
});

it("an incident's path has its notes, and says whom they were for", async () => {
  const [page, text] = await Promise.all([renderReport(report(), 'html'), renderReport(report(), 'md')]);
  for (const shown of [page, text]) {
    expect(shown).toMatch(/Note for PAK only by an operator of PAK: The guard rang\s/);
    expect(shown).toContain('Note for controllers by a controller: for the debriefing');
    expect(shown).toContain('Note by a controller: the road is open');
  }
});

it('Markdown: no text leaves its cell, every table has its columns in each row', async () => {
  const text = await renderReport(report(), 'md');
  let columns = 0;
  for (const line of text.split('\n')) {
    const cells = line.replaceAll('\\|', '').split('|').length;
    if (!line.startsWith('|')) columns = 0;
    else if (columns === 0) columns = cells;
    else expect([line, cells]).toEqual([line, columns]);
  }
  expect(text).not.toMatch(/(?<!\\)<script/);
  expect(text.match(/EXERCISE: nothing in this report is real/g)).toHaveLength(2);
  expect(text).toContain(HEAD);
});

it('JSON: is of its schema, which leaves nothing out, and cites only events that it holds', async () => {
  // The API refuses these characters, and the schemas of events with it.
  const text = (await renderReport(report(), 'json')).replaceAll(/\\u0007|\\ud800|\u202e/g, '');
  const told = JSON.parse(text) as ReturnType<typeof reportDocument.parse>;
  expect(reportDocument.parse(told)).toEqual(told);
  const held = new Set(told.events.map(({ seq }) => seq));
  const cited = [
    ...told.expectations.flatMap(({ evidence }) => evidence),
    ...told.objectives.flatMap(({ proposed }) => proposed.grounds.flatMap(({ evidence }) => evidence)),
    ...told.observations.flatMap(({ evidence = [] }) => evidence),
    ...told.paths.flatMap(({ events }) => events),
  ];
  expect(cited.filter((seq) => !held.has(seq))).toEqual([]);
  expect(told.objectives.find(({ objective }) => objective === 'Release')).toMatchObject({ rating: 'S' });
});

describe('in another language', () => {
  it.each(['ur', 'zh'] as const)(
    '%s: is well-formed, has no text of ours in English, and leaves nothing out',
    async (language) => {
      const english = await renderReport(report(), 'html');
      const page = await renderReport(report(), 'html', { language });
      expect(unbalanced(page)).toEqual([]);
      expect(page).toContain(`<html lang="${language}" dir="${language === 'ur' ? 'rtl' : 'ltr'}"`);
      expect(page).not.toMatch(/[\u2066-\u2069]/);
      expect(all(page, /<h2 id="([^"]+)"/g)).toEqual(all(english, /<h2 id="([^"]+)"/g));
      expect(all(page, /<h[23][^>]*>([^<]*[a-z]{4,}[^<]*)</g).filter((text) => !/INC-|http|script/.test(text))).toEqual(
        [],
      );
    },
  );

  it.each([
    ['en', /<dt>Sponsor<\/dt>\s*<dd>.*Exercise Board/],
    ['ur', /<dt>منعقد کنندہ<\/dt>\s*<dd>.*مشقی بورڈ/],
    ['zh', /<dt>主办方<\/dt>\s*<dd>.*演习委员会/],
  ] as const)('names the sponsor on the cover: %s', async (language, words) => {
    expect(await renderReport(report(), 'html', { language })).toMatch(words);
  });

  it('isolates the values of Urdu sentences, and marks a text that is there in another language only', async () => {
    const page = await renderReport(report(), 'html', { language: 'ur' });
    expect(page).toContain('<bdi>T+00:20:00</bdi>');
    expect(page).toMatch(/consulate|<bdi>en<\/bdi>/);
  });
});

it('says who was a person and who was simulated, and what the trainer did', async () => {
  const { play } = report();
  expect(play.units.find(({ unit }) => unit === 'police')).toMatchObject({
    periods: [{ mode: 'simulated' }],
    answers: { person: 0, simulated: 1, remote: 0 },
  });
  expect(play.players.simulated).toMatchObject({ acknowledged: 1, declined: 1 });
  expect(play.interventions.length).toBeGreaterThan(0);
  const page = await renderReport(report(), 'html');
  expect(page).toContain('<h2 id="interventions"');
});

it('without its appendix it lists no events and links to none', async () => {
  for (const format of ['html', 'md'] as const) {
    const text = await renderReport(report(), format, { appendix: false });
    expect(text).not.toMatch(/class="events"|href="#e\d|Appendix/);
    expect(text).toContain(HEAD);
  }
});

it('before ENDEX it is marked as interim in each form', async () => {
  const interim = { ...report(), interim: true };
  expect(await renderReport(interim, 'html')).toMatch(/class="edge"[^>]*><span>EXERCISE · INTERIM · T\+/);
  expect(await renderReport(interim, 'md')).toContain('INTERIM: the exercise had not ended');
  expect(JSON.parse(await renderReport(interim, 'json'))).toMatchObject({ interim: true });
});
