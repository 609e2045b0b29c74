/** Who is signed in, since when and from where. A session that is ended here is ended at once, with its sockets. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../language/use-translation.js';
import { ConfirmButton } from '../parts/confirm-button.js';
import { PanelHead } from '../parts/panel-head.js';
import { Problem } from '../parts/problem.js';
import { SideBadge } from '../parts/side-badge.js';
import { useAction } from '../parts/use-action.js';
import { WallTime } from '../parts/wall-time.js';
import { api, dataOf } from '../session/api.js';
import { useWord } from '../parts/use-word.js';
import { TableHead } from './table-head.js';
import styles from './lobby.module.css';

export function Sessions() {
  const { t } = useTranslation('lobby');
  const word = useWord();
  const { data, error } = useQuery({
    queryKey: ['sessions'],
    queryFn: () => dataOf(api.GET('/v1/sessions')),
    refetchInterval: 15_000,
  });
  const end = useAction(async (session: string) => {
    await dataOf(api.DELETE('/v1/sessions/{session}', { params: { path: { session } } }));
  });
  const sessions = data?.items;
  return (
    <section aria-label={t('tab.sessions')}>
      <PanelHead
        title={t('tab.sessions')}
        note={sessions !== undefined && t('sessions.count', { count: sessions.length })}
      />
      {error !== null && <Problem error={error} />}
      {end.isError && <Problem error={end.error} />}
      {sessions?.length === 0 && <p className={styles['empty']}>{t('sessions.none')}</p>}
      {sessions !== undefined && sessions.length > 0 && (
        <div className={styles['scroll']}>
          <table className={styles['table']}>
            <TableHead columns={['name', 'role', 'began', 'used', 'from', 'comesBy', 'actions']} />
            <tbody>
              {sessions.map(({ id, name, role, side, how, createdAt, lastUsedAt, from, program, current }) => (
                <tr key={id}>
                  <th scope="row">
                    <b>
                      <bdi>{name}</bdi>
                    </b>
                  </th>
                  <td className="nowrap">
                    <span className="capital">{word('role', role)}</span>{' '}
                    {side !== undefined && <SideBadge side={side} />}
                  </td>
                  <td>
                    <WallTime at={createdAt} />
                  </td>
                  <td>
                    <WallTime at={lastUsedAt} />
                  </td>
                  <td title={program}>
                    <bdi>{from}</bdi>
                  </td>
                  <td>{t(`session:account.how.${how}`)}</td>
                  <td>
                    {current ? (
                      <span className="mute">{t('session:account.current')}</span>
                    ) : (
                      <ConfirmButton
                        label={t('session:account.end')}
                        ariaLabel={t('sessions.endOf', { name })}
                        question={t('sessions.endQuestion')}
                        confirm={t('session:account.end')}
                        onConfirm={() => end.mutate(id)}
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
