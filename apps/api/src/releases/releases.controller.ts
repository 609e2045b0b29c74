import { Controller, Param } from '@nestjs/common';
import type { z } from 'zod';
import type { releaseList, releasePreview } from '#contracts/http/releases.js';
import { resumeViewerState } from '#domain/engine/viewer-state.js';
import type { State } from '#domain/engine/state.js';
import type { ShownScenario } from '#domain/exercise/shown-scenario.js';
import { isDecided, otherThan } from '#domain/releasing/releasing-state.js';
import { keepsBack, previewRelease } from '#domain/releasing/decide-release.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';
import { ViewerStates } from '../exercises/viewer-states.js';
import { Operation } from '../http/operation.js';
import { notFound, Problem } from '../problems/problem.js';

/** From the caller's own stream alone: what others have asked or decided is not in it. */
@Controller()
export class ReleasesController {
  constructor(
    private readonly exercises: ExerciseCatalog,
    private readonly states: ViewerStates,
  ) {}

  @Operation('listReleases')
  async list(
    @Param('exercise') exercise: string,
    @CurrentCaller() caller: Caller,
  ): Promise<z.infer<typeof releaseList>> {
    const { releasing, labelReviews = {} } = await this.stateFor(exercise, caller);
    const { cases, requests, links } = releasing;
    const reviews = Object.values(labelReviews).toSorted((a, b) => a.dueAt - b.dueAt);
    return { cases: latestFirst(cases), requests: latestFirst(requests), reviews, links };
  }

  @Operation('previewRelease')
  async preview(
    @Param('exercise') exercise: string,
    @Param('release') id: string,
    @CurrentCaller() caller: Caller,
  ): Promise<z.infer<typeof releasePreview>> {
    const state = await this.stateFor(exercise, caller);
    const { cases } = state.releasing;
    const found = Object.hasOwn(cases, id) ? cases[id] : undefined;
    if (!found) throw notFound('release', id);
    if (isDecided(found)) throw new Problem('RELEASE_ENDED', `${id} is ${found.status} already`);
    if (!found.proposal) throw new Problem('RELEASE_NOT_PROPOSED', `nothing is proposed for ${id} yet`);
    return {
      release: id,
      incident: found.proposal.incident,
      reader: otherThan(found.owner),
      events: previewRelease(state, id).map((event) => ({
        ...event,
        data: { ...event.data },
        actor: { ...event.actor },
        cause: { ...event.cause },
      })),
      stays: keepsBack(state, found),
    };
  }

  private async stateFor(id: string, { stream, reader }: Caller): Promise<State> {
    await this.exercises.mustTakeCommands(id);
    const exercise = await this.exercises.get(id);
    const scenario = await this.exercises.scenario(id);
    const snapshot = await this.states.snapshot(id, { stream, reader }, scenario, exercise.seqs[stream]);
    return resumeViewerState(JSON.parse(snapshot.scenario) as ShownScenario, snapshot.state);
  }
}

function latestFirst<T extends { readonly id: string; readonly openedAt: number }>(
  of: Readonly<Record<string, T>>,
): T[] {
  return Object.values(of).toSorted((a, b) => b.openedAt - a.openedAt || (a.id < b.id ? 1 : -1));
}
