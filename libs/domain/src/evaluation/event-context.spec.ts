import { alert, setSideLink, until } from '../testing/deeds.js';
import { given } from '../testing/given.js';
import { ask, chain, chn, MINUTE, pak, SILENT, smallExercise, step } from '../testing/small-exercise.js';
import { EventContexts } from './event-context.js';

it('tells an expired notification that was delivered from one that was not', () => {
  const silent = pak('silent', SILENT);
  const { play } = given(
    smallExercise({
      units: [silent, chn('far', SILENT)],
      chain: chain([step('all', [ask(silent), ask('far', 'inform')])]),
    }),
    setSideLink('CHN', { status: 'degraded', latencyMs: 0, loss: 1 }),
    alert(),
  ).when(until(31 * MINUTE));
  const contexts = new EventContexts();
  const ends = play.log.flatMap((event) => {
    const { delivered } = contexts.next(event);
    return event.type === 'NotificationExpired' ? [`${event.data.unit} ${delivered}`] : [];
  });
  expect(ends).toEqual(['silent true', 'far false']);
});
