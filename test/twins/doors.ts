/** Every door of HTTP, from the route table: what is asked of each. A new route is among them by itself. */
import fc from 'fast-check';
import { CAP_MEDIA_TYPE } from '#contracts/http/alerts.js';
import { openApiDocument } from '#contracts/openapi/openapi-document.js';
import { type OperationId, OPERATIONS } from '#contracts/openapi/operations.js';
import type { Operation } from '#contracts/openapi/operation.js';
import { bodiesOf } from '../api/any-request.js';
import type { Asked } from './answers.js';
import { EXERCISE, type Viewer } from './world.js';
import { bodiesFor, capBodiesFor, idsFor, type KnownIds, valuesFor } from './values.js';

/** Which requests to make: those that only read, or all others. */
export type Kind = 'reading' | 'acting';

/** Of each route that reads or acts, whether the viewer may use it or not. Streams are read in `live-doors.ts`. */
export function requestsOf(viewer: Viewer, token: string, known: KnownIds, kind: Kind): Asked[] {
  return (Object.entries(OPERATIONS) as [OperationId, Operation][]).flatMap(([id, operation]) => {
    const reads = operation.method === 'GET';
    if (reads !== (kind === 'reading') || isStream(operation)) return [];
    return requestsTo(id, operation, viewer, reads || viewer.role === 'operator' ? known : fewer(known)).map(
      (asked) => ({ ...asked, token }),
    );
  });
}

/** For commands of others than operators, who may give most of them: what all may know, what is hidden, and what there is not. */
function fewer(known: KnownIds): KnownIds {
  return Object.fromEntries(
    Object.entries(known).map(([name, ids]) => [name, [...new Set([ids[0], ids.at(-2), ids.at(-1)])].map(String)]),
  );
}

function isStream(operation: Operation): boolean {
  return Object.values(operation.answers).some(({ mediaType }) => mediaType === 'text/event-stream');
}

function requestsTo(id: OperationId, operation: Operation, viewer: Viewer, known: KnownIds): Omit<Asked, 'token'>[] {
  const { method } = operation;
  const isAllowed = operation.roles !== 'public' && operation.roles.includes(viewer.role);
  const paths = pathsOf(operation.path, known);
  const door = (path: string, n = 0): string => `${id} ${path}${n === 0 ? '' : ` (${n + 1})`}`;
  if (!isAllowed) return few(paths).map((path) => ({ door: door(path), method, path, body: bodyless(operation) }));
  if (method === 'GET') {
    const queries = ['', ...queriesOf(operation, known)];
    return paths.flatMap((path, n) =>
      // What is asked of one thing of a list is asked of each, and with each query of the list of the first exercise only.
      [
        ...(n === 0 ? queries : ['']).map((query) => ({
          door: door(`${path}${query}`),
          method,
          path: `${path}${query}`,
        })),
        ...otherForms(operation).map((accept) => ({
          door: `${door(path)} as ${accept}`,
          method,
          path,
          headers: { accept },
        })),
      ],
    );
  }
  const bodies = operation.body === undefined ? [undefined] : (bodiesFor(id, viewer, known) ?? madeUp(id));
  const caps = operation.body?.also?.[CAP_MEDIA_TYPE] === undefined ? [] : capBodiesFor(id, viewer);
  return paths.flatMap((path) => [
    ...bodies.map((body, n) => ({ door: door(path, n), method, path, body, needsWorker: true })),
    ...caps.map((content, n) => ({
      door: `${door(path, n)} as CAP`,
      method,
      path,
      text: { type: CAP_MEDIA_TYPE, content },
      needsWorker: true,
    })),
  ]);
}

/** The media types in which an answer can be had beside JSON. */
function otherForms({ answers }: Operation): string[] {
  return Object.keys(answers[200]?.also ?? {});
}

/** Of what is refused to the role, whatever the id. */
function few(paths: readonly string[]): string[] {
  return [...new Set([0, paths.length >> 1, paths.length - 1])].flatMap((n) => paths[n] ?? []);
}

/** Refused before it is read. */
function bodyless({ body }: Operation): object | undefined {
  return body === undefined ? undefined : {};
}

function pathsOf(path: string, known: KnownIds): string[] {
  const [name] = /(?<=\{)\w+(?=\})/.exec(path) ?? [];
  if (name === undefined) return [path];
  return idsFor(name, known).flatMap((id) =>
    // Of an exercise that does not exist, one path is enough.
    pathsOf(path.replace(`{${name}}`, encodeURIComponent(id)), known).slice(
      0,
      name === 'exercise' && id !== EXERCISE ? 1 : undefined,
    ),
  );
}

function queriesOf({ query }: Operation, known: KnownIds): string[] {
  return Object.keys(query?.shape ?? {}).flatMap((name) =>
    valuesFor(name, known).map((value) => `?${name}=${encodeURIComponent(value)}`),
  );
}

/** Of the schema that the document states, the same each time. */
function madeUp(id: OperationId): (object | undefined)[] {
  return fc.sample(bodiesOf(openApiDocument('0'), id), { numRuns: 2, seed: 1 });
}
