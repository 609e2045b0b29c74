/** Accounts: who may come in by name or token, in which role; made, given a password or a link, and disabled here. */
import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { useUrlState } from '../app/use-url-state.js';
import { PanelHead } from '../parts/panel-head.js';
import { Problem } from '../parts/problem.js';
import { api, dataOf } from '../session/api.js';
import { CreateAccount } from './create-account.js';
import { PersonRow } from './person-row.js';
import { TableHead } from './table-head.js';
import styles from './lobby.module.css';

export function People() {
  const { t } = useTranslation('lobby');
  const [isOpen, setOpen] = useState(false);
  const [all, setAll] = useUrlState('disabled');
  const { data, error } = useQuery({
    queryKey: ['accounts'],
    queryFn: () => dataOf(api.GET('/v1/accounts')),
    select: ({ items }) => items,
  });
  const shown = data?.filter(({ disabledAt }) => all !== undefined || disabledAt === undefined);
  return (
    <section aria-label={t('tab.people')}>
      <PanelHead title={t('tab.people')} note={shown !== undefined && t('people.count', { count: shown.length })}>
        <div className={styles['tools']}>
          <Checkbox
            size="xs"
            label={t('people.showDisabled')}
            checked={all !== undefined}
            onChange={({ currentTarget: { checked } }) => setAll(checked ? '1' : undefined)}
          />
          <Button variant="filled" size="compact-sm" onClick={() => setOpen(true)}>
            {t('people.create')}
          </Button>
        </div>
      </PanelHead>
      {error !== null && <Problem error={error} />}
      {shown !== undefined && (
        <div className={styles['scroll']}>
          <table className={styles['table']}>
            <TableHead columns={['name', 'role', 'exercise', 'comesBy', 'created', 'actions']} />
            <tbody>
              {shown.map((account) => (
                <PersonRow key={account.id} account={account} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isOpen && <CreateAccount onClose={() => setOpen(false)} />}
    </section>
  );
}
