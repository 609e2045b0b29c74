/** The engine folds each viewer's own stream of every scenario that ships, and knows of what is open what the server knows. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { incidentView, notificationView, unitView } from '#domain/engine/read-models.js';
import { runVirtually } from '#domain/engine/virtual-run.js';
import { open } from '#domain/engine/open.js';
import { fold } from '#domain/engine/engine.js';
import { evolveViewerState, openViewerState } from '#domain/engine/viewer-state.js';
import { scenarioIn } from '#domain/exercise/shown-scenario.js';
import { idsIn } from '#domain/kernel/ids.js';
import { STREAMS, type Stream } from '#domain/kernel/side.js';
import { audiencesOf, streamsOf } from '#domain/release/release.js';
import { eventIn, incidentIn, unitIn } from '#domain/release/shown.js';
import type { State } from '#domain/engine/state.js';
import { loadScenarioFile } from '../files/scenario-folder.js';

const FOLDER = join(import.meta.dirname, '../../../../scenarios');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

/** The lists of what is open, as viewers of the stream read them. */
function listed(stream: Stream, state: State): unknown {
  const audiences = audiencesOf(stream);
  const incidents = Object.values(state.incidents).filter((one) => audiences.includes(one.class));
  const notifications = Object.values(state.notifications).filter((one) => audiences.includes(one.class));
  return JSON.parse(
    JSON.stringify([
      incidents.map((one) => incidentIn(stream, incidentView(state, one))),
      notifications.map((one) => notificationView(state, one, one.class)),
      idsIn(state.units).map((id) => state.units[id] && unitIn(stream, unitView(state, state.units[id]))),
    ]),
  );
}

it.each(FILES)('%s', (file) => {
  const { scenario } = loadScenarioFile(join(FOLDER, file));
  if (scenario === undefined) throw new Error(`${file} does not load`);
  const server = open(scenario, scenario.seed);
  const viewers = STREAMS.map((stream) => {
    const shown = scenarioIn(stream, scenario);
    return { stream, shown, state: openViewerState(stream, shown) };
  });
  for (const portion of runVirtually({ scenario })) {
    fold(server, portion);
    for (const { stream, state } of viewers) {
      for (const event of portion) {
        if (!streamsOf(event.audience).includes(stream)) continue;
        evolveViewerState(state, stream, { ...eventIn(stream, event), seq: event.seqs[stream] ?? 0 });
      }
      expect(listed(stream, state)).toEqual(listed(stream, server));
    }
  }
  for (const { stream, shown } of viewers) {
    if (stream === 'all') continue;
    const known = ['id', 'title', 'startsAt', 'durationMs', 'rules', 'sites', 'units', 'links', 'policy'];
    expect(known).toEqual(expect.arrayContaining(Object.keys(shown)));
    expect(JSON.stringify(shown)).not.toMatch(/"(?:behaviour|mode|seed|injects|expectations|latencyMs)"/);
  }
});
