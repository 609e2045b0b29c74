/** The preview of a library scenario, before an exercise is created from it. */
import { stringify } from 'yaml';
import type { Inject } from '#domain/inject/inject.js';
import type { ScenarioPreview, ScenarioSummary } from '#contracts/http/library.js';
import { loadScenario } from './load-scenario.js';
import type { ScenarioFiles } from './scenario-files.js';
import { expectationText } from '#contracts/sentences/verdict-text.js';

/**
 * @param path of the scenario's own file
 * @returns undefined when the file is not a scenario or has errors
 * @throws UnreadableFile when the file itself cannot be read
 */
export function previewScenario(files: ScenarioFiles, path: string): ScenarioPreview | undefined {
  const { scenario, authored, problems, files: read } = loadScenario(files, path);
  if (scenario === undefined) return undefined;
  // A single file is returned as its author wrote it, with comments.
  const source =
    read.length === 1 ? files.read(path) : stringify(authored, { lineWidth: 0, aliasDuplicateObjects: false });
  return {
    id: scenario.id,
    title: scenario.title,
    description: scenario.description,
    durationMs: scenario.durationMs,
    startsAt: scenario.startsAt,
    units: scenario.units.map(({ id, name, side, kind, authority, capacity, duty, mode }) => {
      return { id, name, side, kind, authority: [...authority], capacity, duty, mode };
    }),
    sites: scenario.sites.map((site) => ({ ...site })),
    injects: (scenario.injects ?? []).map(injectOf).toSorted(byTime),
    objectives: [...new Set((scenario.expectations ?? []).flatMap(({ objective }) => objective ?? []))],
    expectations: (scenario.expectations ?? []).map((expectation) => {
      const { id, kind, title, objective, weight, incident } = expectation;
      return { id, kind, text: expectationText(expectation), title, objective, weight, incident };
    }),
    findings: problems.map((problem) => ({ level: 'error', ...problem })),
    source,
  };
}

export function summaryOf(preview: ScenarioPreview): ScenarioSummary {
  const { id, title, description, durationMs, startsAt, units, sites, injects, expectations } = preview;
  const ofSide = (side: 'PAK' | 'CHN'): number => units.filter((unit) => unit.side === side).length;
  return {
    id,
    title,
    description,
    durationMs,
    startsAt,
    units: { PAK: ofSide('PAK'), CHN: ofSide('CHN') },
    sites: sites.length,
    injects: injects.length,
    expectations: expectations.length,
  };
}

function injectOf(inject: Inject): ScenarioPreview['injects'][number] {
  const { id, kind, title, at, when } = inject;
  const frame = { id, kind, title, at, when } as const;
  if (kind === 'alert') {
    const { site, releasability } = inject.messages[0].alert.exercise;
    return { ...frame, class: releasability.class, site };
  }
  return kind === 'message' ? { ...frame, class: inject.releasability.class } : frame;
}

/** By time, injects without one last; else in the order of the file. */
function byTime(a: { readonly at?: number }, b: { readonly at?: number }): number {
  if (a.at === undefined || b.at === undefined) return Number(a.at === undefined) - Number(b.at === undefined);
  return a.at - b.at;
}
