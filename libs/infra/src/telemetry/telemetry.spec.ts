import { createLogger } from './logger.js';
import { apiMetrics, createRegistry, workerMetrics } from './metrics.js';

describe('logs', () => {
  it('are JSON, with the time and the level in words, and without secrets', () => {
    const lines: string[] = [];
    const logger = createLogger({
      name: 'api',
      level: 'info',
      destination: { write: (line) => void lines.push(line) },
    });
    logger.debug('not shown');
    logger.info({ request: 'r1', headers: { authorization: 'Bearer tdm_x' }, token: 'tdm_y' }, 'hello');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'info',
      name: 'api',
      msg: 'hello',
      request: 'r1',
      headers: { authorization: '[hidden]' },
      token: '[hidden]',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  });
});

describe('metrics', () => {
  it('show the inbox depth as of now, and no figure while it cannot be had', async () => {
    const registry = createRegistry('api');
    let depth: Promise<number> = Promise.resolve(7);
    const metrics = apiMetrics(registry, () => depth);
    metrics.accepted.inc({ type: 'SubmitAlert', status: 'accepted' });
    expect(await registry.metrics()).toContain('tandem_inbox_depth{process="api"} 7');
    depth = Promise.reject(new Error('away'));
    const text = await registry.metrics();
    expect(text).toContain('tandem_inbox_depth{process="api"} Nan');
    expect(text).toContain('tandem_commands_accepted_total{type="SubmitAlert",status="accepted",process="api"} 1');
  });

  it('of the worker stand in a registry of their own', async () => {
    const registry = createRegistry('worker');
    workerMetrics(registry).advanceSeconds.observe(0.01);
    expect(await registry.metrics()).toContain('tandem_advance_seconds_count{process="worker"} 1');
  });
});
