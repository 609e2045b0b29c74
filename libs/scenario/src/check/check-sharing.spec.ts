import { alert, HEAD, load } from '../testing/sample-files.js';

const SECRET = alert('secret', 'at: T+00:05', 'releasability: { class: PAK }');

function errors(script: string, expectations = ''): string[] {
  return load(`${HEAD}injects:\n${SECRET}${script}${expectations}`).problems.flatMap(({ code, path, level, message }) =>
    level === 'warning' ? [] : [`${code} ${path}: ${message}`],
  );
}

const act = (id: string, release: string) => `  - { id: ${id}, at: T+00:10, release: ${release} }\n`;
const send = (more: string) => `  - { id: word, at: T+00:10, send: { text: hello, ${more} } }\n`;
const known = (of: string) => `expectations:\n  - { id: known, knows: ${of} }\n`;

describe('releases and messages of the script', () => {
  it('load when all that they name is there', () => {
    const script =
      act('ask', '{ request: { side: CHN, text: Why? } }') +
      act('propose', '{ propose: { incident: secret, reason: near, answers: ask } }') +
      act('no', '{ decline: { of: ask, reason: danger } }') +
      act('yes', '{ approve: secret }') +
      send('from: desk:PAK, to: [unit:desk, control], kind: request, answerWithin: 5m');
    expect(errors(script, known('{ side: CHN, tearLine: word }'))).toEqual([]);
  });

  it.each([
    [
      act('a', '{ approve: secert }'),
      'UNKNOWN_INJECT injects[1].release.approve: There is no inject "secert" in the scenario. Did you mean "secret"?',
    ],
    [
      act('a', '{ approve: a }'),
      'NOT_AN_ALERT injects[1].release.approve: The inject "a" is no alert inject, and no release inject with a request; name one.',
    ],
    [
      act('a', '{ propose: { incident: secret, reason: near, answers: secret } }'),
      'NOT_AN_ALERT injects[1].release.propose.answers: The inject "secret" is no release inject with a request; name one.',
    ],
    [
      act('a', '{ propose: { incident: a, reason: near } }'),
      'NOT_AN_ALERT injects[1].release.propose.incident: The inject "a" is not an alert; name the alert inject that opens or joins the incident.',
    ],
    [
      act('a', '{ request: { side: CHN, text: Why?, tearLine: a } }'),
      'NOT_AN_ALERT injects[1].release.request.tearLine: The inject "a" is no alert and no message; name one.',
    ],
    [
      act('a', '{ approve: secret, decline: { of: secret, reason: danger } }'),
      'FORMAT injects[1].release: injects[1].release has approve, decline; it must be a release with exactly one of request, propose, approve, tearLine, decline.',
    ],
    [send('from: desk:PKA, to: [control]'), 'FORMAT injects[1].send.from'],
    [
      send('from: unit:polise, to: [control]'),
      'UNKNOWN_UNIT injects[1].send.from: There is no unit "polise" in the scenario. Did you mean "police"?',
    ],
    [
      send('from: control, to: [unit:desc]'),
      'UNKNOWN_UNIT injects[1].send.to[0]: There is no unit "desc" in the scenario. Did you mean "desk"?',
    ],
    [send('from: control, to: [control], answerWithin: 5m'), 'FORMAT injects[1].send'],
    [
      send('from: unit:desk, to: [control], releasability: { class: PAK }'),
      'CLASS_NOT_ALLOWED injects[1].send.releasability.class: unit:desk may not write in class PAK; use JOINT or CHN.',
    ],
    [
      send('from: desk:PAK, to: [unit:police, desk:CHN], releasability: { class: PAK }'),
      'TEAR_LINE_MISSING injects[1].send.to[1]: desk:CHN may not read class PAK; make the message JOINT, or give it a tearLine.',
    ],
    [
      send('from: desk:PAK, to: [control], releasability: { tlp: TLP:RED }'),
      'LABEL_CONTRADICTION injects[1].send.releasability.tlp',
    ],
    [
      send('from: desk:PAK, to: [control], releasability: { tearLine: { en: Careful. } }'),
      'LABEL_CONTRADICTION injects[1].send.releasability.tearLine',
    ],
    [send('from: desk:PAK, to: [control], incident: word'), 'NOT_AN_ALERT injects[1].send.incident'],
  ])('%s', (script, told) => {
    const found = errors(script);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(told);
  });

  it.each([
    [known('{ side: CHN, incident: secert }'), 'UNKNOWN_INJECT expectations[0].knows.incident'],
    [known('{ side: CHN, tearLine: note }'), 'NOT_AN_ALERT expectations[0].knows.tearLine'],
    [known('{ side: CHN, incident: secret, tearLine: secret }'), 'FORMAT expectations[0].knows'],
    [known('{ incident: secret }'), 'MISSING_FIELD expectations[0].knows.side'],
  ])('%s', (expectation, told) => {
    const found = errors('  - { id: note, at: T+00:10, note: hello }\n', expectation);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(told);
  });
});
