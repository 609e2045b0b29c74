/** Compiles what the script lets a side's people do to share, and what a side is to know. */
import type { KnownThing, ReleaseAct, SentInject } from '#domain/inject/inject.js';
import { injectId } from '#domain/kernel/ids.js';
import type { Side } from '#domain/kernel/side.js';
import type { Address } from '#domain/message/address.js';
import type { AuthoredRelease, AuthoredSent } from '#contracts/scenario/sharing-schema.js';
import type { AuthoredExpectation } from '#contracts/scenario/script-schema.js';
import { compact, localized, optionalMs } from './compile-values.js';

export function compileSent(input: AuthoredSent): SentInject {
  const { kind, from, to, subject, text, releasability, incident, answerWithin } = input;
  return compact({
    kind: 'send' as const,
    message: kind ?? ('message' as const),
    from: from as Address,
    to: to as Address[],
    subject,
    text: localized(text),
    releasability: compact({ ...releasability, class: releasability?.class ?? ('JOINT' as const) }),
    incident: incident === undefined ? undefined : injectId(incident),
    answerWithinMs: optionalMs(answerWithin),
  });
}

export function compileRelease(
  { request, propose, approve, tearLine, decline }: AuthoredRelease,
  id: string,
): ReleaseAct {
  if (request) {
    const { side, text, tearLine: about } = request;
    return compact({
      act: 'request' as const,
      side,
      text,
      tearLine: about === undefined ? undefined : injectId(about),
    });
  }
  if (propose) {
    const { incident, reason, join, answers } = propose;
    return compact({
      act: 'propose' as const,
      incident: injectId(incident),
      reason,
      join: join === undefined ? undefined : injectId(join),
      answers: answers === undefined ? undefined : injectId(answers),
    });
  }
  if (approve !== undefined) return { act: 'approve', of: injectId(approve) };
  if (tearLine) {
    const { of, text, tlp } = tearLine;
    return compact({ act: 'tear-line' as const, of: injectId(of), text: localized(text), tlp });
  }
  if (decline) {
    const { of, reason, shareReason } = decline;
    return compact({ act: 'decline' as const, of: injectId(of), reason, shareReason });
  }
  throw new Error(`the inject ${id} passed the schema without a step of a release`);
}

export function compileKnown({
  side,
  incident,
  tearLine,
}: NonNullable<AuthoredExpectation['knows']>): KnownThing & { readonly side: Side } {
  if (incident !== undefined) return { side, incident: injectId(incident) };
  if (tearLine !== undefined) return { side, tearLine: injectId(tearLine) };
  throw new Error('a known thing passed the schema without incident and tearLine');
}
