/** What the report says of what passes between the sides, and of observations that are released. */
import { reportDocument } from '#contracts/report/report-document.js';
import {
  alert,
  approvePolicy,
  as,
  at,
  changeLabel,
  changePolicy,
  end,
  observe,
  operatorOf,
  proposePolicy,
  requestRelease,
  send,
  until,
  type Deed,
} from '#domain/testing/deeds.js';
import { given } from '#domain/testing/given.js';
import { reportOf } from '#domain/testing/report-of.js';
import { ask, chain, chn, MINUTE, pak, PLAYED, SILENT, smallExercise, step } from '#domain/testing/small-exercise.js';
import { renderReport } from './render-report.js';

const police = pak('police', SILENT, PLAYED);
const consulate = chn('consulate', SILENT, PLAYED);
const scenario = smallExercise({ units: [police, consulate], chain: chain([step('any', [ask(police)])]) });
const SOURCE = { source: { kind: 'scenario', file: 's.yaml' }, headHash: '0123456789abcdef'.repeat(4) } as const;
const version = (number: number) => ({ ...scenario.policy, version: number });

async function markdown(deeds: readonly Deed[], language: 'en' | 'ur' | 'zh' = 'en'): Promise<string> {
  const { play } = given(scenario, alert(), ...deeds, at(20 * MINUTE, end()), until(20 * MINUTE));
  return renderReport(reportOf(play, SOURCE), 'md', { language });
}

const EXCHANGE: readonly Deed[] = [
  proposePolicy(version(2)),
  at(4 * MINUTE, approvePolicy()),
  at(5 * MINUTE, changePolicy(version(7), 'stuck')),
  as(operatorOf('PAK'), send({ kind: 'request', to: ['unit:consulate'], answerWithinMs: 5 * MINUTE })),
  at(12 * MINUTE, send({ kind: 'answer', to: [], inReplyTo: 'MSG-0001', as: 'consulate' })),
  requestRelease('CHN'),
];

describe('the report', () => {
  it('counts what both sides decide, and requests and releases by side', async () => {
    const text = await markdown(EXCHANGE);
    expect(text).toContain('## Between the sides');
    // Approved by the other side after four minutes, and then overridden by a controller.
    expect(text).toMatch(/\| Policies for both sides \| 1 of 1 \| 4 min[^|]* \|[^|]*\|[^|]*\| 0 \| 0 \| 0 \| 1 \|/);
    expect(text).toMatch(/\| PAK \| Asked by this side \| 1 \| 0 \| 1 \| 0 \| 0 \|/);
    expect(text).toMatch(/\| CHN \| Asked of this side \| 1 \| 0 \| 1 \| 0 \| 0 \|/);
    expect(text).toMatch(/\| PAK \| 0 \| 1 \| 0 \| 0 \| 0 \| 0 \| 0 \| 0 \| 0 \| 1 \| 0 \|/);
  });

  it('says that nothing passed between them', async () => {
    expect(await markdown([])).toContain('Neither side asked, proposed or decided anything');
  });

  it.each(['ur', 'zh'] as const)('says it in the language %s', async (language) => {
    const text = await markdown(EXCHANGE, language);
    expect(text).toContain(language === 'ur' ? '## فریقین کے درمیان' : '## 双方之间');
  });

  it('names whom an observation was released to', async () => {
    const text = await markdown([observe({ text: 'kept' }), observe({ text: 'released', label: { class: 'PAK' } })]);
    expect(text).toMatch(/\| OBS-0001 \|[^\n]*\| kept \|[^\n]*\| exercise control only \|/);
    expect(text).toMatch(/\| OBS-PAK-0001 \|[^\n]*\| released \|[^\n]*\| PAK TLP:AMBER \|/);
  });

  it('has an observation under the label that it carries', async () => {
    const raised = changeLabel('observation', 'OBS-PAK-0001', { tlp: 'TLP:AMBER+STRICT' });
    const text = await markdown([observe({ text: 'released', label: { class: 'PAK' } }), raised]);
    expect(text).toMatch(/\| OBS-PAK-0001 \|[^\n]*\| released \|[^\n]*\| PAK TLP:AMBER\+STRICT \|/);
  });
});

it('is what its schema says', () => {
  const { play } = given(
    scenario,
    alert(),
    ...EXCHANGE,
    observe({ label: { class: 'JOINT' } }),
    at(20 * MINUTE, end()),
  );
  const { policies, messages, releases } = reportOf(play, SOURCE).figures;
  const { shape } = reportDocument.shape.figures;
  expect(() => shape.policies.parse(policies)).not.toThrow();
  expect(() => shape.messages.parse(messages)).not.toThrow();
  expect(() => shape.releases.parse(releases)).not.toThrow();
});
