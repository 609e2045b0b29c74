/** The API's client: every path, parameter, body and answer has its type, made from the same schemas as the server's checks. */
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './api-types.js';

/** The shapes by their names in the OpenAPI document. */
export type ApiShapes = components['schemas'];

/** `api.GET('/v1/exercises/{exercise}', { params: { path: { exercise } } })` → `{ data, error, response }`. */
export type TypedApi = Client<paths>;

export interface ApiClientOptions {
  /** Where the API is: an address without a slash at its end; empty for the page's own origin. */
  readonly baseUrl: string;
  /** Of every request, e.g. `authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of the global one. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * A refusal is no exception: `error` is then the problem document, with its stable `code`. What cannot be reached rejects as `fetch` does.
 */
export function createApiClient({ baseUrl, headers, fetch }: ApiClientOptions): TypedApi {
  return createClient<paths>({ baseUrl, headers, fetch });
}
