/** A scenario with a script, in its authored form, for specs that spoil it. */
export type Json = Record<string, unknown>;

const time = (seconds: number): Json => ({ kind: 'fixed', time: `${seconds}s` });
const behaviour = (): Json => ({ acknowledge: time(10), enRoute: time(10), onScene: time(10), clear: time(10) });
const unit = (id: string, more: Json): Json => ({
  id,
  name: id,
  side: 'PAK',
  kind: 'provincial-police',
  jurisdiction: { provinces: ['Sindh'] },
  authority: ['respond', 'inform'],
  behaviour: behaviour(),
  ...more,
});
const chinese = (): Json => ({ side: 'CHN', kind: 'consulate', authority: ['inform'] });
const site = (id: string): Json => ({
  id,
  name: id,
  kind: 'camp',
  province: 'Sindh',
  position: { lat: 25, lon: 68 },
  nationals: { PAK: 1 },
});
const step = (id: string, more: Json = {}): Json => ({
  id,
  targets: [{ action: 'inform', side: 'PAK' }],
  requirement: 'any',
  ackWithin: '1m',
  ...more,
});
const alert = (id: string, at: string, more: Json = {}): Json => ({
  id,
  at,
  alert: {
    headline: 'Smoke',
    event: 'Fire',
    category: 'Fire',
    urgency: 'Immediate',
    severity: 'Minor',
    certainty: 'Observed',
    site: 'camp',
    ...more,
  },
});

/** It has no errors, but may have lint findings. */
export function right(): Json {
  const test = { field: 'alert.severity', equals: 'Severe' };
  return {
    id: 'test',
    title: 'Test',
    duration: '1h',
    sites: [site('camp'), site('port'), site('mine')],
    units: [
      unit('police', {}),
      unit('rescue', { jurisdiction: { sites: ['camp'] } }),
      unit('spare', {}),
      unit('other', {}),
      unit('consulate', chinese()),
      unit('envoy', chinese()),
    ],
    policy: {
      id: 'policy',
      version: 1,
      correlationWindow: '15m',
      route: {
        id: 'all',
        chain: 'first',
        routes: [
          { id: 'severe', match: test, chain: 'second' },
          { id: 'more', match: { any: [{ ...test }, { field: 'site.id', equals: 'port' }] } },
        ],
      },
      chains: {
        first: { steps: [step('one'), step('two', { requirement: { count: 1 } })], expireAfter: '5m' },
        second: { steps: [step('one', { targets: [{ action: 'inform', group: 'some' }] })], expireAfter: '5m' },
        third: { steps: [step('one')], expireAfter: '5m' },
      },
      groups: { some: ['police', 'rescue'] },
    },
    injects: [
      alert('fire', 'T+00:05'),
      alert('again', 'T+00:10', { updates: 'fire' }),
      { id: 'note', at: 'T+00:06', note: 'hello' },
      { id: 'then', when: { all: [{ fired: 'fire' }, { resolved: 'fire' }] }, delay: '1m', note: 'hello' },
      { id: 'away', at: 'T+00:20', duty: { unit: 'police', status: 'off' } },
      alert('smoke', 'T+00:30'),
      alert('secret', 'T+00:25', { releasability: { class: 'PAK' } }),
      alert('secret-too', 'T+00:26', { updates: 'secret', releasability: { class: 'PAK' } }),
    ],
    expectations: [
      { id: 'joint', jointAcknowledgement: 'fire', within: { time: '5m', inject: 'fire' } },
      { id: 'told', notified: { unit: 'police', incident: 'fire' }, before: 'T+00:30' },
      { id: 'steps', escalation: { incident: 'fire', atLeast: 1, atMost: 2 } },
      { id: 'silence', nothingSent: { unit: 'spare' } },
    ],
  };
}

/** Puts a value into its place; `undefined` removes what is there. */
export function put(json: Json, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const place = keys.reduce((at: Json, key) => at[key] as Json, json);
  if (value === undefined) delete place[last];
  else place[last] = value;
}
