import { Controller, Param } from '@nestjs/common';
import type { ScenarioPreview, ScenarioSummary } from '#contracts/http/library.js';
import { summaryOf } from '#scenario/files/preview.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { Operation } from '../http/operation.js';
import { notFound } from '../problems/problem.js';
import { Library } from './library.js';

@Controller()
export class LibraryController {
  constructor(private readonly library: Library) {}

  @Operation('listScenarios')
  async list(@CurrentCaller() caller: Caller): Promise<{ items: ScenarioSummary[] }> {
    return { items: (await this.library.scenarios(caller.id)).map(summaryOf) };
  }

  @Operation('readScenario')
  async read(@Param('scenario') id: string, @CurrentCaller() caller: Caller): Promise<ScenarioPreview> {
    const found = (await this.library.scenarios(caller.id)).find((scenario) => scenario.id === id);
    if (found === undefined) throw notFound('scenario', id);
    return found;
  }
}
