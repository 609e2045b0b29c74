/** What the script lets a side's people do to share, and what it and its expectations ask of knowledge. */
import type { Plain } from '../kernel/brand.js';
import type { Expectation, Verdict } from '../expectation/expectation.js';
import { judge } from '../evaluation/judge.js';
import { alert, end, start, until } from '../testing/deeds.js';
import { Play } from '../testing/given.js';
import { answers, ask, chain, chn, MINUTE, pak, smallExercise, step } from '../testing/small-exercise.js';
import type { Inject, InjectAlert, ReleaseAct } from './inject.js';

const police = pak('police', answers(MINUTE));
const consulate = chn('consulate', answers(MINUTE));

function alertOf(text: Parameters<typeof alert>[0]): InjectAlert {
  const deed = alert(text);
  if (deed.command?.type !== 'SubmitAlert') throw new Error('not an alert');
  return deed.command.data;
}

type Script = readonly Plain<Inject>[];
const inject = (content: object): Plain<Inject> => content as Plain<Inject>;

/** At T+01:00 Pakistan learns something that it keeps to itself. */
const secret = (label: object = {}) =>
  inject({ id: 'secret', kind: 'alert', at: MINUTE, messages: [alertOf({ class: 'PAK', label })] });
const act = (id: string, minute: number, release: Plain<ReleaseAct>) =>
  inject({ id, kind: 'release', at: minute * MINUTE, release });
const propose = act('propose', 3, { act: 'propose', incident: 'secret', reason: 'They are near.' });
const approve = act('approve', 4, { act: 'approve', of: 'secret' });
const then = (id: string, when: object) => inject({ id, kind: 'note', text: { en: id }, when });

function run(script: Script, ...expected: (Partial<Plain<Expectation>> & Pick<Plain<Expectation>, 'kind'>)[]) {
  const expectations = expected.map(
    (one, index) => ({ id: `e${index}`, weight: 1, deadline: { kind: 'end' }, ...one }) as Plain<Expectation>,
  );
  const scenario = smallExercise({
    units: [police, consulate],
    chain: chain([step('each-side', [ask(police), ask(consulate)], { ackWithinMs: 5 * MINUTE })]),
    scenario: { injects: [...script], expectations },
  });
  const play = new Play(scenario);
  for (const deed of [start(), until(20 * MINUTE), end()]) play.do(deed);
  const events = play.log;
  const shown = ({ judgement, reason, at }: Verdict) => [judgement, reason, ...(at === undefined ? [] : [at / MINUTE])];
  return {
    events,
    types: events.map(({ type }) => type),
    fired: events.flatMap((event) => (event.type === 'InjectFired' ? [event.data.inject] : [])),
    refused: events.flatMap((event) =>
      event.type === 'InjectSkipped' ? [`${event.data.inject} ${event.data.code}`] : [],
    ),
    verdicts: judge(scenario, events, play.clock).map(shown),
  };
}

const KNOWS = { kind: 'knows', side: 'CHN' } as const;
const knowsTearLine = then('they-know', { kind: 'knows', side: 'CHN', tearLine: 'secret' });

describe('a release by the script', () => {
  it('goes by the rules of people, and both sides know of the incident from then on', () => {
    const { types, refused, fired } = run([
      secret(),
      propose,
      approve,
      then('they-know', { kind: 'knows', side: 'CHN', incident: 'secret' }),
      then('we-know', { kind: 'knows', side: 'PAK', incident: 'secret' }),
    ]);
    expect(refused).toEqual([]);
    expect(types).toEqual(expect.arrayContaining(['ReleaseProposed', 'ReleaseDecided', 'IncidentClosed']));
    expect(fired).toEqual(['secret', 'we-know', 'propose', 'approve', 'they-know']);
  });

  it('asks, answers what was asked, and tells the other side as much as it says', () => {
    const { events, refused } = run([
      secret({ tearLine: { en: 'Stay inside.' } }),
      act('ask', 2, { act: 'request', side: 'CHN', text: 'Why?', tearLine: 'secret' }),
      act('propose', 3, { act: 'propose', incident: 'secret', reason: 'They ask.', answers: 'ask' }),
      act('no', 4, { act: 'decline', of: 'ask', reason: 'It would endanger the source.', shareReason: true }),
      act('more', 5, { act: 'request', side: 'CHN', text: 'Anything else?' }),
      act('text', 6, { act: 'tear-line', of: 'more', text: { en: 'Keep away from the gate.' }, tlp: 'TLP:GREEN' }),
    ]);
    expect(refused).toEqual([]);
    const theirs = events.filter(({ audience }) => audience === 'CHN').map(({ type, data }) => ({ type, ...data }));
    expect(theirs).toMatchObject([
      { type: 'TearLineShared', text: { en: 'Stay inside.' } },
      { type: 'ReleaseRequested', tearLine: 'TL-CHN-0001', text: 'Why?' },
      { type: 'ReleaseAnswered', answer: 'declined', reason: 'It would endanger the source.' },
      { type: 'ReleaseRequested', text: 'Anything else?' },
      { type: 'TearLineShared', text: { en: 'Keep away from the gate.' }, label: { tlp: 'TLP:GREEN' } },
      { type: 'ReleaseAnswered', answer: 'tear-line' },
    ]);
  });

  it('is skipped, and says why, where the rules refuse it', () => {
    const { refused } = run([
      act('too-early', 1, { act: 'approve', of: 'later' }),
      act('unknown-tear-line', 1, { act: 'request', side: 'CHN', text: 'Why?', tearLine: 'later' }),
      act('nothing-there', 1, { act: 'propose', incident: 'later', reason: 'They are near.' }),
      inject({ id: 'later', kind: 'alert', at: 2 * MINUTE, messages: [alertOf({})] }),
      act('joint-already', 3, { act: 'propose', incident: 'later', reason: 'They are near.' }),
    ]);
    expect(refused).toEqual([
      'too-early UNKNOWN_RELEASE',
      'unknown-tear-line UNKNOWN_TEAR_LINE',
      'nothing-there UNKNOWN_INCIDENT',
      'joint-already ALREADY_RELEASED',
    ]);
  });
});

describe('a message by the script', () => {
  const report = (more: object = {}) =>
    inject({
      id: 'report',
      kind: 'send',
      at: 2 * MINUTE,
      message: 'intelligence',
      from: 'desk:PAK',
      to: ['desk:CHN'],
      text: { en: 'A van was seen.' },
      releasability: { class: 'JOINT' },
      ...more,
    });

  it('goes the way of any message, in the name of a desk', () => {
    const { events } = run([report()]);
    expect(events.find(({ type }) => type === 'MessagePosted')?.data).toMatchObject({
      message: 'MSG-0001',
      kind: 'intelligence',
      from: 'desk:PAK',
      to: ['desk:CHN'],
    });
  });

  it('names the incident of an alert, and is refused while there is none', () => {
    const about = { incident: 'secret', releasability: { class: 'PAK', tearLine: { en: 'Watch out.' } } };
    const { events } = run([secret(), report(about)]);
    expect(events.find(({ type }) => type === 'MessagePosted')?.data).toMatchObject({ incident: 'PAK-0001' });
    expect(run([report(about), { ...secret(), at: 3 * MINUTE } as Plain<Inject>]).refused).toEqual([
      'report UNKNOWN_INCIDENT',
    ]);
  });

  it('lets the other side know by its tear line, about which it may ask', () => {
    const { events, fired, refused, verdicts } = run(
      [
        report({ releasability: { class: 'PAK', tearLine: { en: 'Watch out.' } } }),
        then('they-know', { kind: 'knows', side: 'CHN', tearLine: 'report' }),
        act('ask', 3, { act: 'request', side: 'CHN', text: 'Why?', tearLine: 'report' }),
      ],
      { ...KNOWS, tearLine: 'report', deadline: { kind: 'within', ms: 0, of: 'inject', inject: 'report' } } as never,
    );
    expect(refused).toEqual([]);
    expect(fired).toEqual(['report', 'they-know', 'ask']);
    expect(events.find(({ type }) => type === 'ReleaseRequested')?.data).toMatchObject({ tearLine: 'TL-CHN-0001' });
    expect(verdicts).toEqual([['met', 'happened', 2]]);
  });
});

describe('an expectation that a side knows', () => {
  const incident = { ...KNOWS, incident: 'secret' } as never;
  const tearLine = { ...KNOWS, tearLine: 'secret' } as never;
  const ours = { kind: 'knows', side: 'PAK', incident: 'secret' } as never;

  it('is met by the release, in time or not', () => {
    const soon = {
      ...(incident as object),
      deadline: { kind: 'within', ms: MINUTE, of: 'incident', inject: 'secret' },
    };
    expect(run([secret(), propose, approve], incident, soon as never, tearLine, ours).verdicts).toEqual([
      ['met', 'happened', 4],
      ['missed', 'too-late', 4],
      ['met', 'happened', 4],
      ['met', 'happened', 1],
    ]);
  });

  it('is missed without one, and a tear line is only a tear line', () => {
    const { verdicts, fired } = run([secret({ tearLine: { en: 'Stay inside.' } }), knowsTearLine], incident, tearLine);
    expect(verdicts).toEqual([
      ['missed', 'did-not-happen'],
      ['met', 'happened', 1],
    ]);
    expect(fired).toEqual(['secret', 'they-know']);
  });

  it('counts a tear line that was given in the place of the thing', () => {
    const given = act('text', 4, { act: 'tear-line', of: 'secret', text: { en: 'Stay inside.' } });
    const { verdicts, fired } = run([secret(), propose, given, knowsTearLine], incident, tearLine);
    expect(verdicts).toEqual([
      ['missed', 'did-not-happen'],
      ['met', 'happened', 4],
    ]);
    expect(fired).toEqual(['secret', 'propose', 'text', 'they-know']);
  });

  it('does not apply to what never came', () => {
    expect(run([], incident, tearLine).verdicts).toEqual([
      ['not-applicable', 'inject-not-fired'],
      ['not-applicable', 'inject-not-fired'],
    ]);
  });

  it('goes with the others, which look at what the incident became', () => {
    const theirs = { kind: 'acknowledged', by: { side: 'CHN' }, incident: 'secret' } as never;
    const both = { kind: 'joint-acknowledgement', incident: 'secret' } as never;
    expect(run([secret()], theirs, both).verdicts.map(([judgement]) => judgement)).toEqual([
      'not-applicable',
      'not-applicable',
    ]);
    expect(run([secret(), propose, approve], theirs, both).verdicts).toEqual([
      ['met', 'happened', 5],
      ['met', 'happened', 5],
    ]);
  });
});
