/** What people and units write to each other in generated exercises, and what units have prepared to say. */
import type { Releasability } from '#domain/alert/alert.js';
import type { Address } from '#domain/message/address.js';
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
import type { PreparedAnswer, UnitDefinition } from '#domain/unit/unit.js';
import type { Plain } from '#domain/kernel/brand.js';
import { branded } from '#domain/testing/branded.js';
import type { Case, Deed, LetterDeed } from './deed.js';
import type { Random } from './random.js';

const TICK = 30_000;

/** Drawn apart: without them, the exercise is the one that it is otherwise. */
export function withLetters(random: Random, made: Case): Case {
  if (random.chance(0.6)) return made;
  const units = made.scenario.units.map((unit) =>
    random.chance(0.4)
      ? { ...unit, answers: branded<PreparedAnswer[]>([prepared(random, unit.side), prepared(random, unit.side)]) }
      : unit,
  );
  const messages = random.chance(0.4) ? { answerWithinMs: random.pick([1, 2, 4]) * TICK } : undefined;
  const letters = Array.from({ length: random.pick([2, 4, 8, 12]) }, () => letter(random, units)).flat();
  return {
    scenario: { ...made.scenario, units, policy: { ...made.scenario.policy, messages } },
    deeds: [...made.deeds, ...letters].sort((a, b) => a.at - b.at),
  };
}

function prepared(random: Random, side: Side): Plain<PreparedAnswer> {
  const about = random.pick<Plain<PreparedAnswer>['about']>([
    undefined,
    { words: ['Bus', 'ship'] },
    { words: ['ship'], site: 'plant' },
    { category: 'Fire' },
    { site: 'port' },
  ]);
  const release = random.pick<Plain<PreparedAnswer>['release']>([
    undefined,
    undefined,
    { class: side },
    { class: side, tlp: 'TLP:RED', tearLine: { en: 'it is known' } },
    { class: 'JOINT', tlp: 'TLP:RED' },
  ]);
  return {
    about,
    afterMs: random.pick([0, 1, 2, 4]) * TICK,
    text: { en: 'we have seen it', zh: '我们看见了' },
    release,
  };
}

const ROLES = [undefined, undefined, 'commander', 'liaison', 'releasing-authority'] as const;

type Units = readonly UnitDefinition[];
/** Undefined: exercise control. */
type Who = { readonly by: Side | undefined; readonly as: Deed['as'] };

const who = (random: Random, by: Side | undefined): Who => ({ by, as: by && random.pick(ROLES) });

/** Something is asked, and answered or not; or just said and read. Most of it is as it should be. */
function letter(random: Random, units: Units): Deed[] {
  const at = random.int(0, 16) * TICK;
  const later = () => at + random.pick([0, 1, 2, 4]) * TICK;
  const by = random.pick(['PAK', 'CHN', 'PAK', 'CHN', undefined] as const);
  const sent = said(random, units, { by, kind: random.pick(['request', 'request', 'message', 'situation'] as const) });
  const reached = sent.to.map((one) => sideAt(units, one));
  const answering = () => (random.chance(0.8) ? random.pick(reached) : random.pick(['PAK', 'CHN', undefined] as const));
  const answers = Array.from({ length: random.pick([0, 1, 1, 2]) }, (): Deed => {
    const side = answering();
    const isAnswer = random.chance(0.8);
    const text = said(random, units, { by: side, kind: isAnswer ? 'answer' : 'message' });
    const label = random.chance(0.7) ? { ...text.label, class: sent.label.class } : text.label;
    const to = isAnswer && random.chance(0.8) ? [] : text.to;
    return { at: later(), ...who(random, side), ...text, label, to, back: random.pick([0, 0, 0, 1, 2]) };
  });
  const read: Deed[] = random.chance(0.4)
    ? [{ at: later(), ...who(random, answering()), do: 'read', back: random.pick([0, 0, 1]) }]
    : [];
  return [{ at, ...who(random, by), ...sent }, ...answers, ...read];
}

interface Saying {
  readonly by: Side | undefined;
  readonly kind: LetterDeed['kind'];
}

function said(random: Random, units: Units, { by, kind }: Saying): LetterDeed {
  const own = random.chance(0.95) ? units.filter(({ side }) => by === undefined || side === by) : units;
  return {
    do: 'send',
    kind,
    to: Array.from({ length: random.pick([1, 1, 1, 2]) }, () => address(random, units)),
    from: random.chance(0.3) && own.length > 0 ? random.pick(own).id : undefined,
    text: random.pick(['where is the bus?', 'a ship has come', 'all is quiet']),
    label: label(random, units, by),
    incident: random.chance(0.3) ? random.pick([0, 0, 1]) : undefined,
    back: random.chance(0.1) ? 0 : undefined,
    answerWithinMs: random.chance(0.5) ? random.pick([1, 2, 3, 6]) * TICK : undefined,
  };
}

function sideAt(units: Units, address: Address): Side | undefined {
  if (address === 'desk:PAK') return 'PAK';
  return address === 'desk:CHN' ? 'CHN' : units.find(({ id }) => address === `unit:${id}`)?.side;
}

function address(random: Random, units: Units): Address {
  if (random.chance(0.02)) return 'unit:nobody';
  return random.chance(0.4)
    ? random.pick<Address>(['desk:PAK', 'desk:CHN', 'control'])
    : `unit:${random.pick(units).id}`;
}

function label(random: Random, units: Units, by: Side | undefined): Releasability {
  const any = random.pick<ReleaseClass>(['JOINT', 'PAK', 'CHN']);
  const owner = random.chance(0.05) ? any : random.chance(0.5) ? 'JOINT' : (by ?? any);
  const tlp = random.pick(
    owner === 'JOINT' && random.chance(0.95)
      ? ([undefined, 'TLP:AMBER', 'TLP:CLEAR'] as const)
      : ([undefined, 'TLP:RED', 'TLP:RED', 'TLP:AMBER+STRICT'] as const),
  );
  const named = units.filter(() => random.chance(0.3)).map(({ id }) => `unit:${id}`);
  const others = random.pick([[], ['role:operator'], ['role:operator', 'role:liaison'], ['role:observer']]);
  return {
    class: owner,
    ...(tlp && { tlp }),
    releasableTo: random.chance(0.03) ? ['unit:nobody'] : [...named, ...others],
    ...(random.chance(owner === 'JOINT' ? 0.03 : 0.6) && { tearLine: { en: 'be careful' } }),
    ...(random.chance(0.3) && { tearLineTlp: 'TLP:CLEAR' as const }),
  };
}
