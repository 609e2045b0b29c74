import { createApiClient } from './create-api-client.js';

function answering(status: number, body: unknown) {
  const asked: Request[] = [];
  const api = createApiClient({
    baseUrl: 'http://tandem.example',
    headers: { authorization: 'Bearer t' },
    fetch: (request) => {
      asked.push(request);
      const type = status < 400 ? 'application/json' : 'application/problem+json';
      return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }));
    },
  });
  return { api, asked };
}

it('asks the path with its parts escaped, as whom it was made for', async () => {
  const { api, asked } = answering(200, { events: [], last: 3, more: false });
  const params = { path: { exercise: 'EX-a/b' }, query: { after: 3, type: 'NoteTaken' } };
  const { data, error } = await api.GET('/v1/exercises/{exercise}/events', { params });
  expect(asked[0]?.url).toBe('http://tandem.example/v1/exercises/EX-a%2Fb/events?after=3&type=NoteTaken');
  expect(asked[0]?.headers.get('authorization')).toBe('Bearer t');
  expect([data?.last, error]).toEqual([3, undefined]);
});

it('gives a refusal as its problem document', async () => {
  const { api } = answering(404, { code: 'NOT_FOUND', status: 404, title: 'Not found' });
  const { data, error, response } = await api.GET('/v1/exercises/{exercise}', {
    params: { path: { exercise: 'EX-none' } },
  });
  expect([data, error?.code, response.status]).toEqual([undefined, 'NOT_FOUND', 404]);
});
