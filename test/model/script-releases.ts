/** What the script lets a side's people do about a release. */
import type { Inject } from '#domain/inject/inject.js';
import type { Actor } from '#domain/kernel/event.js';
import { messageOf } from './conditions.js';
import { decideRelease, propose, request } from './releases.js';
import type { ReleaseCase } from './sides.js';
import { incidentId } from '#domain/kernel/ids.js';
import type { Scripted } from './scripted.js';
import type { World } from './world.js';

const SCRIPT: Actor = { kind: 'engine' };

interface Acting {
  readonly inject: Extract<Inject, { kind: 'release' }>;
  readonly scripted: Scripted;
}

/** It goes by the rules for people. */
export function actOnRelease(world: World, { inject: { release }, scripted }: Acting): string | undefined {
  switch (release.act) {
    case 'request': {
      const { side: from, text, tearLine: thing } = release;
      const tearLine = world.script.find(({ inject }) => inject.id === thing)?.shared?.tearLine;
      if (thing !== undefined && tearLine === undefined) return 'UNKNOWN_TEAR_LINE';
      const refusal = request(world, { from, text, ...(tearLine !== undefined && { tearLine }) }, SCRIPT);
      if (!refusal) scripted.request = world.requests.at(-1);
      return refusal;
    }
    case 'propose': {
      const { reason, join, answers } = release;
      const ids = [release.incident, ...(join === undefined ? [] : [join])].map((id) => messageOf(world, id)?.incident);
      const [incident, target] = ids;
      if (incident === undefined || ids.includes(undefined)) return 'UNKNOWN_INCIDENT';
      const answered = answers === undefined ? undefined : caseOf(world, answers)?.id;
      if (answers !== undefined && answered === undefined) return 'UNKNOWN_RELEASE';
      const data = {
        incident: incidentId(incident),
        reason,
        ...(target !== undefined && { join: incidentId(target) }),
        ...(answered !== undefined && { answers: answered }),
      };
      return propose(world, data, SCRIPT, () => undefined);
    }
    default: {
      const found = caseOf(world, release.of);
      if (!found) return 'UNKNOWN_RELEASE';
      const { act: decision, ...said } = release;
      return decideRelease(world, { ...said, release: found.id, decision }, SCRIPT);
    }
  }
}

/** The case that the request of this inject opened, or that is about the incident of this alert: the open one, else the last. */
function caseOf(world: World, inject: string): ReleaseCase | undefined {
  const asked = world.script.find((scripted) => scripted.inject.id === inject)?.request;
  if (asked) return asked.case;
  const id = messageOf(world, inject)?.incident;
  const about = world.cases.filter(({ proposal }) => id !== undefined && proposal?.incident === id);
  return about.find(({ isOver }) => !isOver) ?? about.at(-1);
}
