/** Which events `tandem watch` shows: those that match every filter, each by any of its values. */
import { EVENT_GROUPS, groupOf, isEventGroup, typesOf } from '#contracts/events/event-groups.js';
import type { EventView } from '#contracts/http/events.js';
import { SEVERITIES } from '#domain/alert/alert.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import { unusable } from '../failure.js';
import type { ExerciseNames } from '../terminal/exercise-names.js';

/** As given on the command line, each option once or several times. */
export interface FilterOptions {
  readonly incident?: readonly string[];
  readonly site?: readonly string[];
  readonly side?: readonly string[];
  readonly type?: readonly string[];
  readonly severity?: readonly string[];
}

export type FilteredEvent = Pick<EventView, 'type' | 'data' | 'audience'>;

/** Events with the site and the severity of an incident. */
const INCIDENT_FACTS = ['IncidentOpened', 'IncidentChanged', 'IncidentReopened'];
/** They show whether a notification had reached its unit, which the line about its end says. */
const DELIVERIES = ['NotificationSent', 'NotificationDelivered'];

type Wanted = ReadonlySet<string> | undefined;

/** Takes all events in order, to know the sites and severities of incidents, and says which of them match. */
export class EventFilter {
  readonly #incidents: Wanted;
  readonly #sites: Wanted;
  readonly #sides: Wanted;
  readonly #types: Wanted;
  readonly #severities: Wanted;
  readonly #facts = new Map<string, { site?: string; severity?: string }>();

  /** @throws Failure for a value that no event can have */
  constructor(
    options: FilterOptions,
    private readonly names: ExerciseNames,
  ) {
    this.#incidents = setOf(options.incident);
    this.#sites = setOf(options.site?.map((text) => siteId(text, names)));
    this.#sides = setOf(options.side?.map((text) => oneOf('--side', text, SIDES)));
    this.#types = setOf(options.type?.flatMap(typesNamed));
    this.#severities = setOf(options.severity?.map((text) => oneOf('--severity', text, SEVERITIES)));
  }

  get isEmpty(): boolean {
    return [this.#incidents, this.#sites, this.#sides, this.#types, this.#severities].every((one) => one === undefined);
  }

  /** Whether a type of event was asked for by name: then its details are shown, too. */
  get namesTypes(): boolean {
    return this.#types !== undefined;
  }

  /** Types that must be read before the first event that may match; none when no filter needs them. */
  get typesBefore(): readonly string[] {
    return this.#sites === undefined && this.#severities === undefined ? [] : INCIDENT_FACTS;
  }

  /** What the API can leave out by itself, as parameters of its list of events. */
  get query(): Readonly<Record<string, string>> {
    const [incident, ...others] = this.#incidents ?? [];
    const types = this.#types && [...new Set([...this.#types, ...this.typesBefore, ...this.#deliveries()])];
    return {
      ...(incident !== undefined && others.length === 0 && { incident }),
      ...(types && { type: types.join(',') }),
    };
  }

  #deliveries(): readonly string[] {
    return [...(this.#types ?? [])].some((type) => groupOf(type) === 'notification') ? DELIVERIES : [];
  }

  /** Takes the next event. @returns whether it is shown */
  next(event: FilteredEvent): boolean {
    this.#learn(event);
    const { type, data } = event;
    const incident = textIn(data, 'incident');
    const facts = incident === undefined ? undefined : this.#facts.get(incident);
    return (
      matches(this.#types, [type]) &&
      matches(this.#incidents, [incident]) &&
      matches(this.#sites, [facts?.site, textIn(data, 'site'), siteOfAlert(data)]) &&
      matches(this.#severities, [facts?.severity ?? textIn(data, 'severity')]) &&
      (this.#sides === undefined || matches(this.#sides, this.#sidesOf(event)))
    );
  }

  #learn({ type, data }: FilteredEvent): void {
    const incident = textIn(data, 'incident');
    if (incident === undefined || !INCIDENT_FACTS.includes(type)) return;
    const known = this.#facts.get(incident);
    this.#facts.set(incident, {
      site: textIn(data, 'site') ?? known?.site,
      severity: textIn(data, 'severity') ?? known?.severity,
    });
  }

  /** The sides that an event names by themselves, by a unit, or as its only audience. */
  #sidesOf({ data, audience }: FilteredEvent): (string | undefined)[] {
    const unit = textIn(data, 'unit');
    const listed = ['addressees', 'updates'].flatMap((key) =>
      Array.isArray(data[key]) ? (data[key] as object[]) : [],
    );
    return [
      audience,
      textIn(data, 'side'),
      unit === undefined ? undefined : this.names.sideOf(unit),
      ...listed.map((one) => ('side' in one ? (one.side as Side) : undefined)),
    ];
  }
}

function setOf(values: readonly string[] | undefined): Wanted {
  return values === undefined || values.length === 0 ? undefined : new Set(values);
}

function matches(wanted: Wanted, found: readonly (string | undefined)[]): boolean {
  return wanted === undefined || found.some((value) => value !== undefined && wanted.has(value));
}

function textIn(data: Readonly<Record<string, unknown>>, key: string): string | undefined {
  const value = data[key];
  return typeof value === 'string' ? value : undefined;
}

function siteOfAlert({ alert }: Readonly<Record<string, unknown>>): string | undefined {
  return (alert as { exercise?: { site?: string } } | undefined)?.exercise?.site;
}

/** A type of event, or a group of them. @throws Failure */
function typesNamed(text: string): readonly string[] {
  if (isEventGroup(text)) return typesOf([text]);
  if (groupOf(text) !== undefined) return [text];
  throw unusable(
    `--type ${text}: give the type of an event, as IncidentOpened, or a group of types: ${EVENT_GROUPS.join(', ')}`,
  );
}

/** However it is written: `pak` and `extreme`, too. @throws Failure */
function oneOf(option: string, text: string, values: readonly string[]): string {
  const found = values.find((value) => value.toLowerCase() === text.toLowerCase());
  if (found !== undefined) return found;
  throw unusable(`${option} ${text}: give one of ${values.join(', ')}`);
}

/** By its id or its name. An exercise whose sites are not known takes any. @throws Failure */
function siteId(text: string, { sites }: ExerciseNames): string {
  const wanted = text.toLowerCase();
  const found = sites.find(
    ({ id, name }) => id.toLowerCase() === wanted || Object.values(name).some((one) => one.toLowerCase() === wanted),
  );
  if (found !== undefined) return found.id;
  if (sites.length === 0) return text;
  throw unusable(`--site ${text}: the exercise has no such site; it has ${sites.map(({ id }) => id).join(', ')}`);
}
