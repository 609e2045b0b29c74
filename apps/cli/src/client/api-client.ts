/** The HTTP API as the command line uses it. */
import { createApiClient, type TypedApi } from '#contracts/client/create-api-client.js';
import type { FieldProblem } from '#contracts/problem.js';
import type { ProblemDocument } from '#contracts/http/problem-document.js';
import { EXIT, Failure, reasonOf, unusable } from '../failure.js';

/** The API refused; `message` is one line. */
export class ApiRefusal extends Failure {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly problems: readonly FieldProblem[],
  ) {
    super(message, exitCodeOf(status));
    this.name = 'ApiRefusal';
  }
}

/** The API cannot be reached, or the connection was lost. */
export class ApiUnreachable extends Failure {
  constructor(url: string, reason: unknown) {
    super(
      `The API at ${url} cannot be reached (${reasonOf(reason)}). Is it running? \`tandem start\` starts it.`,
      EXIT.unavailable,
    );
    this.name = 'ApiUnreachable';
  }
}

function exitCodeOf(status: number): number {
  if (status === 429 || status >= 500) return EXIT.unavailable;
  return status === 409 ? EXIT.failed : EXIT.unusable;
}

export interface ApiRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: { readonly bytes: Buffer; readonly contentType: string };
  readonly headers?: Readonly<Record<string, string>>;
  /** Default 15 s. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 15_000;
const LONGEST_READING_MS = 10 * 60_000;

export class ApiClient {
  /** Without a slash at its end. */
  readonly url: string;
  private readonly routes: TypedApi;

  constructor(
    url: string,
    readonly token: string,
  ) {
    this.url = url.replace(/\/+$/, '');
    this.routes = createApiClient({
      baseUrl: this.url,
      headers: { authorization: `Bearer ${token}`, accept: 'application/json, application/problem+json' },
      fetch: (request) => this.fetched(request),
    });
  }

  /**
   * The answer of one route, whose path, parameters and body the route table gives their types:
   * `api.call((routes) => routes.GET('/v1/exercises/{exercise}', { params: { path: { exercise: idIn(id) } } }))`.
   * @throws ApiRefusal, ApiUnreachable
   */
  async call<T>(ask: (routes: TypedApi) => Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
    const { data, error, response } = await ask(this.routes);
    if (error !== undefined || !response.ok) throw refusal(response.status, problemOf(error));
    return data as T;
  }

  /**
   * @returns the answer's JSON, of the shape that the route table names.
   * @throws ApiRefusal, ApiUnreachable
   */
  async send<T>(path: string, request: ApiRequest = {}): Promise<T> {
    const { status, text } = await this.exchange(path, request);
    if (status >= 400) throw refusal(status, readProblem(text));
    if (text !== '' && !isJson(text)) throw this.otherServer(text);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** The answer as it is. @throws ApiRefusal, ApiUnreachable */
  async text(path: string, request: ApiRequest = {}): Promise<string> {
    const { status, text } = await this.exchange(path, request);
    if (status >= 400) throw refusal(status, readProblem(text));
    return text;
  }

  /**
   * A long text as it comes.
   * @throws ApiRefusal; ApiUnreachable, also when it breaks off
   */
  async *read(path: string): AsyncGenerator<string> {
    try {
      const answer = await this.ask(path, { timeoutMs: LONGEST_READING_MS });
      if (answer.status >= 400) throw refusal(answer.status, readProblem(await answer.text()));
      if (answer.body === null) return;
      yield* answer.body.pipeThrough(new TextDecoderStream());
    } catch (error) {
      throw error instanceof Failure ? error : new ApiUnreachable(this.url, error);
    }
  }

  /** Reads the whole answer here, so that a lost connection is reported as such. */
  private async fetched(request: Request): Promise<Response> {
    let answer: Response;
    let text: string;
    try {
      answer = await fetch(request, { signal: AbortSignal.timeout(DEFAULT_TIMEOUT_MS), redirect: 'manual' });
      text = await answer.text();
    } catch (error) {
      throw new ApiUnreachable(this.url, error);
    }
    const { status, headers } = answer;
    if (status < 400 && text !== '' && !isJson(text)) throw this.otherServer(text);
    return new Response(text === '' ? null : text, { status, headers });
  }

  private otherServer(text: string): Failure {
    const start = JSON.stringify(text.slice(0, 60));
    return new Failure(
      `The server at ${this.url} is not the Tandem API; its answer begins with ${start}`,
      EXIT.unavailable,
    );
  }

  private async exchange(path: string, request: ApiRequest): Promise<{ status: number; text: string }> {
    try {
      const answer = await this.ask(path, request);
      return { status: answer.status, text: await answer.text() };
    } catch (error) {
      throw new ApiUnreachable(this.url, error);
    }
  }

  private async ask(path: string, request: ApiRequest): Promise<Response> {
    const body = request.body?.bytes ?? (request.json === undefined ? undefined : JSON.stringify(request.json));
    const contentType = request.body?.contentType ?? (body === undefined ? undefined : 'application/json');
    return fetch(this.url + path, {
      method: request.method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        authorization: `Bearer ${this.token}`,
        accept: 'application/json, application/problem+json',
        ...(contentType !== undefined && { 'content-type': contentType }),
        ...request.headers,
      },
      ...(body !== undefined && { body }),
      signal: AbortSignal.timeout(request.timeoutMs ?? DEFAULT_TIMEOUT_MS),
      redirect: 'manual',
    });
  }
}

function refusal(status: number, problem: Partial<ProblemDocument>): ApiRefusal {
  const code = problem.code ?? `HTTP_${status}`;
  const problems = problem.errors ?? [];
  const summary = problem.detail ?? problem.title ?? `The API answered ${status}`;
  const [first] = problems;
  const detail = first === undefined || summary.includes(first.message) ? '' : ` ${first.path} ${first.message}`;
  // Tokens expire after hours, so people meet this on the next day.
  const help = status === 401 ? '. `tandem token create` makes a token, with --account for an existing account.' : '';
  return new ApiRefusal(status, code, `${summary}${detail} (${code})${help}`, problems);
}

function readProblem(text: string): Partial<ProblemDocument> {
  return isJson(text) ? problemOf(JSON.parse(text)) : {};
}

function problemOf(value: unknown): Partial<ProblemDocument> {
  return typeof value === 'object' && value !== null ? value : {};
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * A path with each part escaped: `path('exercises', id, 'alerts')` → `/v1/exercises/…/alerts`.
 * @throws Failure as {@link idIn}
 */
export function path(...parts: readonly string[]): string {
  return `/v1/${parts.map((part) => encodeURIComponent(idIn(part))).join('/')}`;
}

/** An id for a path. @throws Failure for one that would vanish from the address, so that another route was asked */
export function idIn(text: string): string {
  if (!['', '.', '..'].includes(text)) return text;
  throw unusable(`"${text}" is not an id.`);
}
