/** The record of access: who was given it, used it, lost it, or was refused. Nothing in it can be changed. */
import { NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from '../language/use-translation.js';
import { ACCESS_ACTIONS, type AccessAction } from '#contracts/http/access-actions.js';
import { useUrlState } from '../app/use-url-state.js';
import { PanelHead } from '../parts/panel-head.js';
import { Problem } from '../parts/problem.js';
import { WallTime } from '../parts/wall-time.js';
import { api, dataOf } from '../session/api.js';
import { MoreButton } from './more-button.js';
import { TableHead } from './table-head.js';
import styles from './lobby.module.css';

function useAccessRecords(action: AccessAction | undefined) {
  return useInfiniteQuery({
    queryKey: ['access-records', action ?? 'all'],
    queryFn: ({ pageParam }) => {
      const query = { ...(action !== undefined && { action }), ...(pageParam !== '' && { cursor: pageParam }) };
      return dataOf(api.GET('/v1/access-records', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}

export function AccessRecords() {
  const { t } = useTranslation('lobby');
  const [chosen, setChosen] = useUrlState('action');
  const action = ACCESS_ACTIONS.find((one) => one === chosen);
  const list = useAccessRecords(action);
  const { data, error } = list;
  const { data: accounts } = useQuery({ queryKey: ['accounts'], queryFn: () => dataOf(api.GET('/v1/accounts')) });
  const nameOf = (id: string | undefined) => accounts?.items.find((one) => one.id === id)?.name ?? id;
  return (
    <section aria-label={t('tab.access')}>
      <PanelHead title={t('tab.access')}>
        <NativeSelect
          size="xs"
          aria-label={t('column.action')}
          value={action ?? ''}
          data={[
            { value: '', label: t('access.all') },
            ...ACCESS_ACTIONS.map((value) => ({ value, label: t(`access.action.${value}`) })),
          ]}
          onChange={({ currentTarget: { value } }) => setChosen(value)}
        />
      </PanelHead>
      {error !== null && <Problem error={error} />}
      {data?.length === 0 && <p className={styles['empty']}>{t('access.none')}</p>}
      {data !== undefined && data.length > 0 && (
        <div className={styles['scroll']}>
          <table className={styles['table']}>
            <TableHead columns={['time', 'action', 'account', 'by', 'from', 'detail']} />
            <tbody>
              {data.map(({ id, at, lastAt, action: done, count, account, by, from, detail }) => (
                <tr key={id}>
                  <td>
                    <WallTime at={lastAt ?? at} />
                  </td>
                  <th scope="row">
                    <span className={done === 'refused' ? styles['failure'] : undefined}>
                      {t(`access.action.${done}`)}
                    </span>{' '}
                    {count > 1 && (
                      <bdi className="mute" dir="ltr">
                        ×{count}
                      </bdi>
                    )}
                  </th>
                  <td>
                    <bdi>{nameOf(account)}</bdi>
                  </td>
                  <td>
                    <bdi>{nameOf(by)}</bdi>
                  </td>
                  <td>
                    <bdi>{from}</bdi>
                  </td>
                  <td>
                    <bdi className="mute" lang="en">
                      {detail}
                    </bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreButton list={list} />
    </section>
  );
}
