import { alertToExplain, formOf, pruned, requestOf } from './form-value.js';

describe('what stands in the form', () => {
  it('leaves out what was left empty, and keeps zero and false', () => {
    expect(pruned({ a: '', b: [], c: { d: ' ' }, e: 0, f: false, g: 'x' })).toEqual({ e: 0, f: false, g: 'x' });
    expect(pruned({ a: { b: '' } })).toBeUndefined();
  });
  it('sends the frame and the content of the kind that is chosen, and of no other', () => {
    const value = {
      kind: 'note',
      frame: { at: '', title: { en: 't' } },
      contents: { note: { en: 'n' }, duty: { unit: 'u' } },
    };
    expect(requestOf(value)).toEqual({ title: { en: 't' }, note: { en: 'n' } });
  });
  it('makes a form of a link with its durations as people write them', () => {
    const inject = {
      id: 'x',
      kind: 'link',
      side: 'CHN',
      link: { status: 'degraded', latencyMs: 20_000, loss: 0.2 },
      at: 0,
    };
    expect(formOf(inject).contents['link']).toEqual({
      side: 'CHN',
      state: { status: 'degraded', latency: '20s', loss: 0.2 },
    });
  });
  it('makes a form of an alert with its texts by language', () => {
    const info = { category: ['Fire'], urgency: 'Immediate', severity: 'Severe', certainty: 'Likely' };
    const alert = {
      info: [
        { ...info, language: 'en-US', headline: 'Smoke', event: 'Fire' },
        { ...info, language: 'zh', headline: '烟', event: '火' },
      ],
      exercise: { site: 's', releasability: { class: 'JOINT' } },
    };
    const inject = { id: 'x', kind: 'alert', at: 0, messages: [{ alert }] };
    expect(formOf(inject).contents['alert']).toMatchObject({
      headline: { en: 'Smoke', zh: '烟' },
      severity: 'Severe',
      site: 's',
    });
  });
  it('explains an alert once it has what its route goes by', () => {
    const content = {
      headline: { en: 'Smoke' },
      category: ['Fire'],
      urgency: 'Immediate',
      severity: 'Severe',
      certainty: 'Likely',
      site: 's',
    };
    expect(alertToExplain({ ...content, severity: '' }, 'now')).toBeUndefined();
    expect(alertToExplain(content, 'now')).toMatchObject({
      sent: 'now',
      info: [{ language: 'en', headline: 'Smoke', event: 'Smoke', category: ['Fire'] }],
      exercise: { site: 's' },
    });
  });
});
