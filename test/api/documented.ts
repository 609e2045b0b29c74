/** Holds answers of the API against its OpenAPI document: each route's status, code, media type and body must stand there. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import { PROBLEM_MEDIA_TYPE } from '#contracts/http/problem-document.js';
import { openApiDocument } from '#contracts/openapi/openapi-document.js';

interface Media {
  readonly schema?: object;
}

interface Response {
  /** Of problems: with their codes, as `CODE`. */
  readonly description: string;
  readonly content?: Readonly<Record<string, Media>>;
}

interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly responses: Readonly<Record<string, Response>>;
}

/** An answer as it came. `body`: parsed, where it is JSON. */
export interface Answered {
  readonly method: string;
  /** Of the address, without what follows `?`. */
  readonly path: string;
  readonly status: number;
  readonly mediaType: string;
  readonly body: unknown;
}

/** Ajv finds the member of a union by its constant, and does not take a mapping beside it. */
function withoutMappings(document: object): object {
  return JSON.parse(
    JSON.stringify(document, (key, value: unknown) => (key === 'mapping' ? undefined : value)),
  ) as object;
}

export class Documented {
  private readonly routes: readonly Route[];
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, discriminator: true });
  private readonly compiled = new Map<object, ValidateFunction>();

  constructor(document = openApiDocument('0')) {
    const { components, paths } = withoutMappings(document) as {
      components: object;
      paths: Record<string, Record<string, Route>>;
    };
    ajvFormats.default(this.ajv);
    this.ajv.addSchema({ $id: 'tandem:api', components });
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { responses }]) => ({
        method: method.toUpperCase(),
        path: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
        responses,
      })),
    );
    // `events/stream` before `events/{event}`.
    this.routes = routes.toSorted(
      (a, b) => b.path.source.replaceAll('[^/]+', '').length - a.path.source.replaceAll('[^/]+', '').length,
    );
  }

  /** In what the answer differs from the document; undefined for none, and for what is no route. */
  difference({ method, path, status, mediaType, body }: Answered): string | undefined {
    const route = this.routes.find((one) => one.method === method && one.path.test(path));
    if (route === undefined) return undefined;
    const where = `${method} ${path} ${status}`;
    const documented = route.responses[status];
    if (documented === undefined) return `${where} is not documented: ${JSON.stringify(body).slice(0, 200)}`;
    if (documented.content === undefined) return mediaType === '' ? undefined : `${where} has a body of ${mediaType}`;
    const media = documented.content[mediaType];
    if (media === undefined) return `${where} is not documented as ${mediaType}`;
    const code = mediaType === PROBLEM_MEDIA_TYPE ? (body as { code: string }).code : undefined;
    if (code !== undefined && !documented.description.includes(`\`${code}\``))
      return `${where} ${code} is not documented`;
    if (media.schema === undefined || body === undefined) return undefined;
    const validate = this.validator(media.schema);
    return validate(body) ? undefined : `${where}: ${this.ajv.errorsText(validate.errors)}`;
  }

  private validator(schema: object): ValidateFunction {
    let validate = this.compiled.get(schema);
    if (validate === undefined) {
      const text = JSON.stringify(schema).replaceAll('"#/components/', '"tandem:api#/components/');
      this.compiled.set(schema, (validate = this.ajv.compile(JSON.parse(text) as object)));
    }
    return validate;
  }
}
