/** What people write, as the form holds it, and the request that is made of it. */
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import type { Language } from '#contracts/language/languages.js';
import { RELEASE_CLASSES, type ReleaseClass, type Side } from '#domain/kernel/side.js';
import { type Address, CONTROL, unitAt } from '#domain/message/address.js';
import type { MessageKind } from '#domain/message/message.js';
import type { MessageView } from '#domain/message/message-list.js';
import { EMPTY_LABEL, type LabelDraft, statedLabel } from '../parts/label-draft.js';

export interface MessageDraft extends LabelDraft {
  readonly kind: MessageKind;
  /** The address in whose name it is sent; empty: the usual one. */
  readonly from: Address | '';
  readonly to: readonly Address[];
  readonly subject: string;
  readonly text: string;
  /** Empty: not chosen yet. Nothing is shared by default. */
  readonly class: ReleaseClass | '';
  readonly incident: string;
  /** Of a request: minutes of exercise time. Empty: what the policy says. */
  readonly minutes: string;
}

const EMPTY: MessageDraft = {
  ...EMPTY_LABEL,
  kind: 'message',
  from: '',
  to: [],
  subject: '',
  text: '',
  class: '',
  incident: '',
  minutes: '',
};

/** As the API takes them. */
export const LONGEST = { subject: 200, text: 5_000 } as const;
/** Minutes, 30 days. */
const MOST_MINUTES = 43_200;

/** A message about what the page shows. */
export function newDraft(incident: string | undefined): MessageDraft {
  return { ...EMPTY, incident: incident ?? '' };
}

interface ReplyOptions {
  /** In whose name it is answered; absent: it is no answer. */
  readonly answerer?: Address | undefined;
  /** Whether the message is the writer's own: what follows it goes to the same. */
  readonly isOwn: boolean;
}

/** To the sender of the message, with its class. */
export function replyDraft(message: MessageView, { answerer, isOwn }: ReplyOptions): MessageDraft {
  const { from, incident = '', class: releaseClass } = message;
  const kind = answerer === undefined ? 'message' : 'answer';
  const to = isOwn ? message.to : [from];
  return { ...EMPTY, kind, from: answerer ?? '', to, incident, class: releaseClass };
}

/** The classes in which an address may write. @param side of the address; undefined: control */
export function classesFor(side: Side | undefined): readonly ReleaseClass[] {
  return side === undefined ? RELEASE_CLASSES : ['JOINT', side];
}

export type Missing = 'to' | 'class' | 'text' | 'minutes';

/** What has to be filled in yet; undefined: it can be sent. */
export function missingIn({ kind, to, text, minutes, ...draft }: MessageDraft): Missing | undefined {
  if (kind !== 'answer' && to.length === 0) return 'to';
  if (draft.class === '') return 'class';
  if (text.trim() === '') return 'text';
  if (kind === 'request' && minutes.trim() !== '' && !isMinutes(minutes)) return 'minutes';
  return undefined;
}

function isMinutes(text: string): boolean {
  const minutes = Number(text);
  return Number.isFinite(minutes) && minutes * 60_000 >= 1_000 && minutes <= MOST_MINUTES;
}

interface Context {
  /** The message that it replies to. */
  readonly inReplyTo: string | undefined;
  /** In which the tear line is written. */
  readonly language: Language;
  /** UTC offset of the story: `+05:00`. */
  readonly offset: string;
}

/** @param draft one in which nothing is missing */
export function messageRequest(
  draft: MessageDraft,
  { inReplyTo, language, offset }: Context,
): ApiShapes['SendMessage'] {
  const { kind, from, to, subject, text, incident, minutes } = draft;
  const unit = from === '' || from === CONTROL ? undefined : unitAt(from);
  const releaseClass = draft.class as ReleaseClass;
  return {
    kind,
    ...(kind !== 'answer' && { to: [...to] }),
    ...(unit !== undefined && { as: unit }),
    ...(subject.trim() !== '' && { subject: subject.trim() }),
    text: text.trim(),
    label: { class: releaseClass, ...statedLabel(releaseClass, draft, { language, offset }) },
    ...(incident !== '' && { incident }),
    ...(inReplyTo !== undefined && { inReplyTo }),
    ...(kind === 'request' && minutes.trim() !== '' && { answerWithinMs: Math.round(Number(minutes) * 60_000) }),
  };
}
