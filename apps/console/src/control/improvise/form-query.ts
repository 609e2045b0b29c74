/** Reads the schema that the form is made from, once. */
import { queryOptions } from '@tanstack/react-query';
import { savedToken } from '../../session/api.js';
import { injectFormOf, type InjectForm, type Schemas } from './schema.js';

export const FORM_QUERY = queryOptions({
  queryKey: ['inject-form'],
  queryFn: async (): Promise<InjectForm> => {
    const token = savedToken();
    const answer = await fetch(
      '/docs/openapi.json',
      token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
    );
    if (!answer.ok) throw new TypeError(`HTTP ${answer.status}`);
    const document = (await answer.json()) as { components: { schemas: Schemas } };
    return injectFormOf(document.components.schemas);
  },
  staleTime: Number.POSITIVE_INFINITY,
});
