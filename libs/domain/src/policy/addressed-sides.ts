/** Which sides the policy can ask anything about an incident at a site: found by places and kinds, not by sites and units. */
import type { Effort } from '../kernel/effort.js';
import { chainId, type ChainId } from '../kernel/ids.js';
import { SIDES, type Side } from '../kernel/side.js';
import type { Site } from '../unit/register.js';
import type { UnitDefinition } from '../unit/unit.js';
import { chainsReachableFrom } from './lint-routes.js';
import { mayBeAsked, selectorText, type TargetUnits } from './lint-target.js';
import type { Condition, ConditionField, Route, Target } from './policy.js';

type KindTarget = Extract<Target, { kind: unknown }>;

/** Whom some chains address. */
interface Addressed {
  /** Sides that a unit, a side or a group target addresses, wherever the incident is. */
  readonly everywhere: ReadonlySet<Side>;
  readonly kinds: ReadonlySet<KindCover>;
}

/** The sides of the units that a kind target may ask, by what of a site their jurisdictions name. */
interface KindCover {
  readonly sites: ReadonlyMap<string, ReadonlySet<Side>>;
  readonly provinces: ReadonlyMap<string, ReadonlySet<Side>>;
  readonly consularDistricts: ReadonlyMap<string, ReadonlySet<Side>>;
}

export class AddressedSides {
  private readonly covers = new Map<string, KindCover>();
  private readonly chains: ReadonlyMap<ChainId, Addressed>;
  /** By the values of the fields of a site that conditions test: sites that are alike in them reach the same chains. */
  private readonly reached = new Map<string, Addressed>();
  private readonly tested: readonly ConditionField[];
  private readonly unitsOfKind = new Map<string, UnitDefinition[]>();

  constructor(
    private readonly targets: TargetUnits,
    private readonly effort: Effort,
  ) {
    const { policy, units } = targets.scenario;
    for (const unit of units) {
      const ofKind = this.unitsOfKind.get(unit.kind) ?? [];
      this.unitsOfKind.set(unit.kind, ofKind);
      ofKind.push(unit);
    }
    this.tested = [...new Set(fieldsOf(policy.route))].filter((field) => field.startsWith('site.'));
    this.chains = new Map(
      Object.entries(policy.chains).map(([id, { steps }]) => [
        chainId(id),
        this.addressedBy(steps.flatMap((step) => step.targets)),
      ]),
    );
  }

  /** @throws EffortSpent */
  at(site: Site): ReadonlySet<Side> {
    const { everywhere, kinds } = this.reachedFrom(site);
    const found = new Set(everywhere);
    for (const { sites, provinces, consularDistricts } of kinds) {
      if (found.size === SIDES.length) break;
      this.effort.spend(1);
      for (const side of sites.get(site.id) ?? []) found.add(side);
      for (const side of provinces.get(site.province) ?? []) found.add(side);
      for (const side of consularDistricts.get(site.consularDistrict ?? '') ?? []) found.add(side);
    }
    return found;
  }

  private reachedFrom(site: Site): Addressed {
    const key = JSON.stringify(this.tested.map((field) => valueOf(site, field)));
    let addressed = this.reached.get(key);
    if (addressed === undefined) {
      const everywhere = new Set<Side>();
      const kinds = new Set<KindCover>();
      for (const chain of chainsReachableFrom(this.targets.scenario.policy, site, this.effort)) {
        const own = this.chains.get(chain);
        this.effort.spend(1 + (own?.kinds.size ?? 0));
        for (const side of own?.everywhere ?? []) everywhere.add(side);
        for (const cover of own?.kinds ?? []) kinds.add(cover);
      }
      this.reached.set(key, (addressed = { everywhere, kinds }));
    }
    return addressed;
  }

  private addressedBy(targets: readonly Target[]): Addressed {
    const everywhere = new Set<Side>();
    const kinds = new Set<KindCover>();
    for (const target of targets) {
      this.effort.spend(1);
      if ('kind' in target) kinds.add(this.coverOf(target));
      else for (const side of this.targets.ableSidesOf(target)) everywhere.add(side);
    }
    return { everywhere, kinds };
  }

  private coverOf(target: KindTarget): KindCover {
    const key = `${selectorText(target)} ${target.action}`;
    const known = this.covers.get(key);
    if (known !== undefined) return known;
    const cover = {
      sites: new Map<string, Set<Side>>(),
      provinces: new Map<string, Set<Side>>(),
      consularDistricts: new Map<string, Set<Side>>(),
    };
    for (const unit of this.unitsOfKind.get(target.kind) ?? []) {
      this.effort.spend(1);
      const isMeant = target.side === undefined || unit.side === target.side;
      if (!isMeant || !mayBeAsked(this.targets.scenario, unit, target)) continue;
      for (const part of PARTS) {
        for (const name of unit.jurisdiction[part] ?? []) {
          this.effort.spend(1);
          const sides = cover[part].get(name) ?? new Set();
          cover[part].set(name, sides.add(unit.side));
        }
      }
    }
    this.covers.set(key, cover);
    return cover;
  }
}

const PARTS = ['sites', 'provinces', 'consularDistricts'] as const;

function fieldsOf({ match, routes = [] }: Route): readonly ConditionField[] {
  return [...(match ? testedFields(match) : []), ...routes.flatMap(fieldsOf)];
}

function testedFields(condition: Condition): readonly ConditionField[] {
  if ('field' in condition) return [condition.field];
  if ('not' in condition) return testedFields(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(testedFields);
}

/** What the site has at `site.nationals.PAK` and the like. */
function valueOf(site: Site, field: ConditionField): unknown {
  const [, name = '', key] = field.split('.');
  const value: unknown = Object.entries(site).find(([own]) => own === name)?.[1];
  if (key === undefined || typeof value !== 'object' || value === null) return value ?? null;
  return Object.entries(value).find(([own]) => own === key)?.[1] ?? null;
}
