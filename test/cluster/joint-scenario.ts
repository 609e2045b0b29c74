/** A fictional scenario of any size: sites in four provinces, units of both sides, a policy with two chains. */
import { branded } from '#domain/testing/branded.js';
import { unitId } from '#domain/kernel/ids.js';
import type { Policy } from '#domain/policy/policy.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Site } from '#domain/unit/register.js';
import type { Behaviour, UnitDefinition } from '#domain/unit/unit.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const PROVINCES = [
  { province: 'Sindh', district: 'Karachi' },
  { province: 'Balochistan', district: 'Karachi' },
  { province: 'Punjab', district: 'Lahore' },
  { province: 'Gilgit-Baltistan', district: 'Islamabad' },
] as const;

export interface JointScenario {
  readonly sites: number;
  /** Incidents that a unit can work at a time. */
  readonly capacity: number;
  readonly policy?: Partial<Policy>;
  /** Less reliable units give more escalations, reminders and lapses. */
  readonly unreliable?: boolean;
}

export function jointScenario({ sites, capacity, policy = {}, unreliable = false }: JointScenario): Scenario {
  return {
    id: 'joint-run',
    title: { en: 'Joint run (exercise)' },
    seed: 'joint-run',
    durationMs: 72 * 60 * MINUTE,
    rules: { foreignResponders: 'prohibited' },
    sites: Array.from({ length: sites }, (_, index) => site(index)),
    units: units(capacity, unreliable),
    policy: { ...POLICY, ...policy },
  };
}

export function siteId(index: number): string {
  return `site-${String(index + 1).padStart(2, '0')}`;
}

function site(index: number): Site {
  const { province, district } = PROVINCES[index % PROVINCES.length] ?? PROVINCES[0];
  return {
    id: siteId(index),
    name: { en: `Exercise site ${index + 1} (fictional)` },
    kind: index % 3 === 0 ? 'power-plant' : index % 3 === 1 ? 'port' : 'highway',
    province,
    consularDistrict: district,
    position: { lat: 25 + index / 10, lon: 67 + index / 10 },
    nationals: { PAK: 300 + index, CHN: 40 + index },
  };
}

function units(capacity: number, unreliable: boolean): UnitDefinition[] {
  const chances = unreliable ? { declineChance: 0.15, silentChance: 0.2 } : { declineChance: 0, silentChance: 0 };
  const behaviour: Behaviour = {
    acknowledge: { kind: 'lognormal', medianMs: 20 * SECOND, p95Ms: 70 * SECOND },
    ...chances,
    enRoute: { kind: 'uniform', minMs: 20 * SECOND, maxMs: 3 * MINUTE },
    onScene: { kind: 'lognormal', medianMs: 2 * MINUTE, p95Ms: 5 * MINUTE },
    clear: { kind: 'lognormal', medianMs: 3 * MINUTE, p95Ms: 8 * MINUTE },
  };
  const shared = { capacity, duty: 'on', mode: 'simulated', behaviour } as const;
  const pak = { ...shared, side: 'PAK', authority: ['respond', 'secure', 'advise', 'inform'] } as const;
  const chn = { ...shared, side: 'CHN', authority: ['advise', 'inform', 'consular'] } as const;
  const named = (id: string) => ({ id: unitId(id), name: { en: `${id} (exercise)` } });
  const provinces = PROVINCES.map(({ province }) => province);
  const districts = [...new Set(PROVINCES.map(({ district }) => district))];
  return [
    { ...pak, ...named('spu'), kind: 'special-protection-unit', jurisdiction: { provinces } },
    { ...pak, ...named('rescue'), kind: 'rescue-service', jurisdiction: { provinces } },
    ...provinces.map((province) => ({
      ...pak,
      ...named(`police-${province.toLowerCase()}`),
      kind: 'provincial-police' as const,
      jurisdiction: { provinces: [province] },
    })),
    { ...chn, ...named('embassy'), kind: 'embassy', jurisdiction: { consularDistricts: districts } },
    { ...chn, ...named('liaison'), kind: 'public-security-liaison', jurisdiction: { provinces } },
    ...districts.map((district) => ({
      ...chn,
      ...named(`consulate-${district.toLowerCase()}`),
      kind: 'consulate' as const,
      jurisdiction: { consularDistricts: [district] },
    })),
  ];
}

const POLICY = branded<Policy>({
  id: 'joint',
  version: 1,
  correlationWindowMs: 10 * MINUTE,
  closeAfterMs: 2 * MINUTE,
  groups: { duty: ['spu', 'embassy'] },
  route: {
    id: 'default',
    chain: 'standard',
    routes: [
      { id: 'grave', match: { field: 'alert.severity', atLeast: 'Severe' }, chain: 'grave' },
      {
        id: 'people-hurt',
        match: { field: 'alert.casualties.injured', atLeast: 1 },
        chain: 'grave',
      },
    ],
  },
  chains: {
    standard: {
      steps: [
        {
          id: 'local',
          targets: [
            { kind: 'provincial-police', action: 'respond' },
            { kind: 'consulate', action: 'consular' },
          ],
          requirement: 'each-side',
          ackWithinMs: MINUTE,
        },
        {
          id: 'national',
          targets: [
            { kind: 'special-protection-unit', action: 'respond' },
            { kind: 'embassy', action: 'consular' },
          ],
          requirement: 'each-side',
          ackWithinMs: 2 * MINUTE,
        },
      ],
      repeat: 1,
      remindEveryMs: 30 * SECOND,
      ackExpiresMs: 5 * MINUTE,
      expireAfterMs: 6 * MINUTE,
    },
    grave: {
      steps: [
        {
          id: 'all-at-once',
          targets: [
            { kind: 'special-protection-unit', action: 'secure' },
            { kind: 'provincial-police', action: 'respond' },
            { kind: 'consulate', action: 'consular' },
          ],
          requirement: 'each-side',
          ackWithinMs: MINUTE,
        },
        {
          id: 'support',
          delayMs: 10 * SECOND,
          targets: [
            { kind: 'rescue-service', action: 'respond' },
            { kind: 'public-security-liaison', action: 'advise' },
          ],
          requirement: { count: 2 },
          ackWithinMs: MINUTE,
        },
        { id: 'duty', targets: [{ group: 'duty', action: 'inform' }], requirement: 'any', ackWithinMs: 2 * MINUTE },
      ],
      repeat: 0,
      remindEveryMs: 20 * SECOND,
      ackExpiresMs: 6 * MINUTE,
      expireAfterMs: 5 * MINUTE,
    },
  },
});
