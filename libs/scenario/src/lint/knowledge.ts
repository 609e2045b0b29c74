/** What of a script can let a side know of what the other side keeps to itself: a release, or a tear line. */
import type { Inject, KnownThing } from '#domain/inject/inject.js';
import { isOpenTo, releasabilityOf, tearLineReader } from '#domain/inject/known-things.js';
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
import type { UnitDefinition } from '#domain/unit/unit.js';
import type { RelatedAlerts } from './related-alerts.js';

type ReleaseInject = Extract<Inject, { kind: 'release' }>;

export class Knowledge {
  private readonly byId: ReadonlyMap<string, Inject>;
  private readonly releases: readonly ReleaseInject[];
  private readonly related: RelatedAlerts;
  /** A person may release what no inject does. */
  private readonly isPlayed: boolean;

  constructor(injects: readonly Inject[], related: RelatedAlerts, units: readonly UnitDefinition[]) {
    this.byId = new Map(injects.map((inject) => [inject.id, inject]));
    this.releases = injects.filter((inject) => inject.kind === 'release');
    this.related = related;
    this.isPlayed = units.some(({ mode }) => mode === 'played');
  }

  /** The class of what the inject brings in. */
  classOf(id: string): ReleaseClass {
    const inject = this.byId.get(id);
    return (inject && releasabilityOf(inject)?.class) ?? 'JOINT';
  }

  /** The injects of which one must fire for the side to know of the thing; of a game with players, the thing's own. */
  bringers(side: Side, { incident, tearLine }: KnownThing): readonly string[] {
    const id = incident ?? tearLine;
    const inject = this.byId.get(id);
    if (!inject) return [];
    if (isOpenTo(this.classOf(id), side) || this.isPlayed) return [id];
    const releases = this.decisions(id, incident === undefined ? ['approve', 'tear-line'] : ['approve']);
    return incident === undefined && tearLineReader(inject) === side ? [id, ...releases] : releases;
  }

  /** Why the side can never know of it; undefined when it may. */
  whyNotKnown(side: Side, thing: KnownThing): string | undefined {
    if (this.bringers(side, thing).length > 0) return undefined;
    const id = thing.incident ?? thing.tearLine;
    const missing =
      thing.incident === undefined ? 'it has no tearLine, and no inject releases it' : 'no inject releases it';
    return `${id} is of class ${this.classOf(id)}, ${missing}, and nobody plays`;
  }

  /** Whether both sides may come to know of the incident of this alert. */
  mayBeReleased(alert: string): boolean {
    return this.isPlayed || this.decisions(alert, ['approve']).length > 0;
  }

  /** The injects that decide so on the incident of this alert. */
  private decisions(alert: string, acts: readonly ReleaseInject['release']['act'][]): string[] {
    const together = new Set([alert, ...[...this.related.to(alert)].map(({ id }) => id as string)]);
    return this.releases.flatMap(({ id, release }) => {
      if (!('of' in release) || !acts.includes(release.act)) return [];
      return this.incidentsOf(release.of).some((incident) => together.has(incident)) ? [id] : [];
    });
  }

  /** The alert injects whose incident a decision is about: those named, or those proposed in answer to the request named. */
  incidentsOf(of: string): readonly string[] {
    const named = this.byId.get(of);
    if (named?.kind === 'alert') return [of];
    return this.releases.flatMap(({ release }) =>
      release.act === 'propose' && release.answers === of ? [release.incident] : [],
    );
  }

  /** Whether an inject proposes to release the incident of one of these alerts. */
  isProposed(alerts: readonly string[]): boolean {
    const together = new Set(alerts.flatMap((alert) => [alert, ...[...this.related.to(alert)].map(({ id }) => id)]));
    return this.releases.some(({ release }) => release.act === 'propose' && together.has(release.incident));
  }

  get hasPlayers(): boolean {
    return this.isPlayed;
  }
}
