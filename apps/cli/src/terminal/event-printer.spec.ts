import { setSideLink, alert, until } from '#domain/testing/deeds.js';
import { alerted, given, type Play } from '#domain/testing/given.js';
import { answers, ask, chain, chn, MINUTE, pak, SILENT, smallExercise, step } from '#domain/testing/small-exercise.js';
import { EventPrinter } from './event-printer.js';
import { ExerciseNames } from './exercise-names.js';
import { paintFor } from './paint.js';

function feedOf({ scenario, log }: Play, showsIds = true): string[] {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line.replaceAll(/\s+/g, ' '));
  const names = new ExerciseNames(scenario.units, scenario.sites);
  const paint = paintFor({ isTTY: false });
  const printer = new EventPrinter({ print, paint, columns: () => 120, names, showsIds });
  printer.show(log.map((event) => ({ ...event, data: { ...event.data } })));
  return lines;
}

const police = pak('police', answers(MINUTE));
const desk = chn('desk', answers(2 * MINUTE));

it('names the side that stands after a lapse', () => {
  const lapsing = chain([step('each-side', [ask(police), ask(desk, 'inform')])], { ackExpiresMs: 5 * MINUTE });
  const { play } = alerted([police, desk], lapsing).when(until(7 * MINUTE));
  expect(feedOf(play).filter((line) => / ack (PAK|CHN|both)/i.test(line) && /sides|has/.test(line))).toEqual([
    'T+00:01:00 INC-0001 partial ack PAK has acknowledged, CHN has not',
    'T+00:02:00 INC-0001 JOINT ACK both sides have acknowledged: PAK and CHN',
    'T+00:06:00 INC-0001 partial ack CHN has acknowledged, PAK has not',
  ]);
});

it('does not call a unit silent that was not reached', () => {
  const silent = pak('silent', SILENT);
  const far = chn('far', SILENT);
  const units = [silent, far];
  const scenario = smallExercise({ units, chain: chain([step('all', [ask(silent), ask(far, 'inform')])]) });
  const { play } = given(scenario, setSideLink('CHN', { status: 'degraded', latencyMs: 0, loss: 1 }), alert()).when(
    until(31 * MINUTE),
  );
  expect(feedOf(play).filter((line) => line.includes('expired'))).toEqual([
    'T+00:30:00 INC-0001 expired PAK silent: no answer arrived in time, CHN far was not reached in time',
  ]);
});

it('shows units and sites by their names', () => {
  const named = { ...pak('police', answers(MINUTE)), name: { en: 'Police of Sindh' } };
  const { play } = alerted([named], chain([step('any', [ask(named)])])).when(until(2 * MINUTE));
  expect(feedOf(play, false).find((line) => / asks /.test(line))).toContain('PAK Police of Sindh');
  expect(feedOf(play, true).find((line) => / asks /.test(line))).toContain('PAK police');
});
