/**
 * What a label keeps from people of the own side. In both twins the same is done, of other content: whoever may not read it gets the same
 * numbers and times, and nothing else.
 */
import fc from 'fast-check';
import { type Side, SIDES } from '#domain/kernel/side.js';
import { draw, TEXT } from './draw.js';
import { alertOf, SECRET, type World } from './world.js';

/** TLP:RED is read by the releasing authority and whom it names; TLP:AMBER+STRICT by the desk, and not by units, programs and walls. */
type Strict = 'TLP:RED' | 'TLP:AMBER+STRICT';

const SENDER = 'withheld@exercise.example';
const SENT = '2026-11-23T09:00:00+05:00';
/** A unit that no chain asks and no liaison plays. */
const NAMED = { PAK: 'spu', CHN: 'desk' } as const;

interface Content {
  readonly text: string;
  readonly certainty: string;
  readonly urgency: string;
  readonly count: number;
  readonly kind: 'message' | 'intelligence' | 'situation';
}

const CONTENT: fc.Arbitrary<Content> = fc.record({
  text: TEXT,
  certainty: fc.constantFrom('Observed', 'Likely', 'Possible'),
  urgency: fc.constantFrom('Immediate', 'Expected', 'Future'),
  count: fc.nat(400),
  kind: fc.constantFrom('message', 'intelligence', 'situation'),
});

/** @param hides of which twin: the content is drawn for each */
export async function playWithheld(world: World, tlp: Strict, hides: boolean): Promise<void> {
  for (const side of SIDES) {
    const [content] = draw(CONTENT, `${tlp} of ${side} ${hides}`, 1);
    if (content !== undefined) await playFor(world, side, tlp, { ...content, text: `${SECRET} ${content.text}` });
  }
}

async function playFor(world: World, side: Side, tlp: Strict, content: Content): Promise<void> {
  const label = { class: side, tlp, releasableTo: [`unit:${NAMED[side]}`] };
  const tag = `${tlp === 'TLP:RED' ? 'red' : 'strict'}-${side}`;
  const site = tlp === 'TLP:RED' ? 'plant' : 'road';
  const alert = (id: string, releasability: object, more: object = {}): object =>
    alertOf(id, side, {
      sender: SENDER,
      info: [infoOf(side, content)],
      exercise: { site, nationals: { CHN: content.count }, source: content.text, releasability },
      ...more,
    });
  const torn = { tearLine: { en: 'A threat' }, tearLineTlp: 'TLP:CLEAR' };
  await world.act('POST', '/alerts', alert(tag, { ...label, ...torn }));
  await world.act('POST', '/alerts', alert(`${tag}-2`, label, updateOf(tag)));
  // One that all of the side read, until its label is raised.
  const open = alertOf(`raised-${tag}`, side, {
    sender: SENDER,
    info: [{ ...infoOf(side, FIRST), category: ['Fire'] }],
    exercise: { site, releasability: { class: side } },
  });
  await world.act('POST', '/alerts', open);
  const raised = { info: [{ ...infoOf(side, content), category: ['Fire'] }], ...updateOf(`raised-${tag}`) };
  await world.act('POST', '/alerts', alert(`raised-${tag}-2`, label, raised));

  const path = `/incidents/${await incidentOf(world, tag)}`;
  const { text, kind } = content;
  const authority = `releasing-authority ${side}`;
  await world.act('POST', `${path}/ask`, { unit: NAMED[side], action: 'inform', reason: text });
  await world.act('POST', `${path}/notes`, { text }, authority);
  await world.act('POST', `${path}/notes`, { text, shared: true });
  await world.act('POST', `${path}/decisions`, { options: [text], decision: text, reason: text, shared: true });
  await world.act('POST', '/messages', { kind, to: ['control'], text, label, incident: path.slice(11) }, authority);
  const request = { kind: 'request', to: [`unit:${NAMED[side]}`], text, label, answerWithinMs: 300_000 };
  // From control: what is sent from the desk, its people read.
  await world.act('POST', '/messages', request);
  const proposal = { incident: path.slice(11), reason: text };
  const proposed = await world.act('POST', '/releases', proposal, authority);
  const [{ data }] = proposed['events'] as [{ data: { release: string } }];
  await world.act('POST', `/releases/${data.release}/decide`, { decision: 'decline', reason: text });
  await world.act('POST', '/releases', proposal, authority);
  if (tlp === 'TLP:AMBER+STRICT') await playDesk(world, side, path, text);
}

const FIRST: Content = { text: 'smoke', certainty: 'Likely', urgency: 'Immediate', count: 0, kind: 'message' };

/** What only those do who read it. */
async function playDesk(world: World, side: Side, path: string, text: string): Promise<void> {
  const account = (name: string): string =>
    [...world.accounts].find(([, known]) => known === `${name} ${side}`)?.[0] ?? '';
  const desk = `operator ${side}`;
  await world.act('POST', `${path}/assign`, { account: account('operator') }, desk);
  await world.act('POST', `${path}/hand-over`, { to: account('commander'), briefing: text }, desk);
  await world.act('POST', `${path}/confirm-handover`, {}, `commander ${side}`);
  await world.act('POST', `${path}/resolve`, { reason: text }, desk);
}

function infoOf(side: Side, { text, certainty, urgency }: Content): object {
  const [info] = (alertOf('x', side) as { info: object[] }).info;
  return { ...info, event: text, headline: text, certainty, urgency };
}

function updateOf(identifier: string): object {
  return { msgType: 'Update', references: [{ sender: SENDER, identifier, sent: SENT }] };
}

async function incidentOf(world: World, identifier: string): Promise<string> {
  const { items } = (await world.act('GET', '/alerts?limit=200')) as {
    items: { incident: string; alert: { identifier: string } }[];
  };
  return items.find(({ alert }) => alert.identifier === identifier)?.incident ?? 'none';
}
