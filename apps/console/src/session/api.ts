/**
 * The API, typed by the paths of its own document. Who is signed in by name is known by a cookie; who has a token sends it along. The
 * token stays in this tab and is gone when it is closed.
 */
import { createApiClient } from '#contracts/client/create-api-client.js';
import type { ProblemDocument } from '#contracts/http/problem-document.js';
import { noteUse } from './signed-out.js';

const TOKEN = 'token';

export function savedToken(): string | undefined {
  return sessionStorage.getItem(TOKEN) ?? undefined;
}

export function saveToken(token: string | undefined): void {
  if (token === undefined) sessionStorage.removeItem(TOKEN);
  else sessionStorage.setItem(TOKEN, token);
}

export const api = createApiClient({ baseUrl: location.origin });

api.use({
  onRequest({ request }) {
    const token = savedToken();
    if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
    return request;
  },
  onResponse({ response }) {
    if (response.ok) noteUse();
  },
});

/** A refusal or a failure of the API. `code` is stable; the page shows its own words for it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Partial<ProblemDocument>,
    /** When it may be tried again, seconds. */
    readonly retryAfter?: number,
  ) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
  }

  get code(): string {
    return this.problem.code ?? 'INTERNAL';
  }
}

interface Answer<T> {
  readonly data?: T | undefined;
  readonly error?: unknown;
  readonly response: Response;
}

/** The data of an answer. @throws ApiError when it was refused; TypeError when the server cannot be reached */
export async function dataOf<T>(answer: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await answer;
  if (!response.ok) {
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
    const problem = (error ?? {}) as Partial<ProblemDocument>;
    throw new ApiError(response.status, problem, Number.isFinite(retryAfter) ? retryAfter : undefined);
  }
  return data as NonNullable<T>;
}
