/** The head of a table of the lobby. */
import { useTranslation } from '../language/use-translation.js';
import type texts from '../language/en/lobby.json';

type Column = keyof (typeof texts)['column'];

export function TableHead({ columns }: { readonly columns: readonly Column[] }) {
  const { t } = useTranslation('lobby');
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" data-column={column}>
            {t(`column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
