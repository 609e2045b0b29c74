/** The invitations that were made, and how to take them back, with or without the people who came by them. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../language/use-translation.js';
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import { api, dataOf } from '../session/api.js';
import { ConfirmButton } from './confirm-button.js';
import { Problem } from './problem.js';
import { SideBadge } from './side-badge.js';
import { useAction } from './use-action.js';
import { WallTime } from './wall-time.js';
import { useWord } from './use-word.js';
import styles from './invite.module.css';

type Invitation = ApiShapes['Invitation'];

/** Without an exercise: all that this controller may see. */
export function useInvitations(exercise?: string) {
  return useQuery({
    queryKey: ['invitations'],
    queryFn: () => dataOf(api.GET('/v1/invitations')),
    // Others take invitations while this list is looked at.
    refetchInterval: 15_000,
    select: ({ items }) => items.filter((one) => exercise === undefined || one.exercise === exercise),
  });
}

interface Props {
  readonly exercise?: string;
  /** Names of exercises and units, where the page knows them. */
  readonly nameOf?: (id: string) => string;
}

export function InviteList({ exercise, nameOf = (id) => id }: Props) {
  const { t } = useTranslation('invitations');
  const { data, error } = useInvitations(exercise);
  if (error !== null) return <Problem error={error} />;
  if (data === undefined) return null;
  if (data.length === 0) return <p className={`${styles['item']} mute`}>{t('none')}</p>;
  // Open ones first; within each, the order of the server: latest first.
  const sorted = [...data].sort((a, b) => Number(a.state !== 'open') - Number(b.state !== 'open'));
  return (
    <ul className={styles['list']}>
      {sorted.map((invitation) => (
        <InviteItem key={invitation.id} invitation={invitation} nameOf={nameOf} isOfOne={exercise !== undefined} />
      ))}
    </ul>
  );
}

interface ItemProps {
  readonly invitation: Invitation;
  readonly nameOf: (id: string) => string;
  readonly isOfOne: boolean;
}

function InviteItem({ invitation, nameOf, isOfOne }: ItemProps) {
  const { t } = useTranslation('invitations');
  const word = useWord();
  const { id, code, role, side, units, exercise, note, state, uses, maxUses, expiresAt } = invitation;
  const isOpen = state === 'open';
  return (
    <li className={styles['item']} data-closed={isOpen ? undefined : ''}>
      <bdi className={styles['code']}>{code}</bdi>
      <b className="capital">{word('role', role)}</b>
      {side !== undefined && <SideBadge side={side} />}
      {units?.map((unit) => (
        <bdi key={unit}>{nameOf(unit)}</bdi>
      ))}
      {!isOfOne && (
        <span className="mute">{exercise === undefined ? t('allExercises') : <bdi>{nameOf(exercise)}</bdi>}</span>
      )}
      {note !== undefined && (
        <span className="mute">
          <bdi>{note}</bdi>
        </span>
      )}
      <span className="grow" />
      <span>{t('taken', { uses, maxUses })}</span>
      {isOpen ? (
        <span className="mute">
          {t('until')} <WallTime at={expiresAt} />
        </span>
      ) : (
        <span>{t(`state.${state.replace(' ', '-')}`)}</span>
      )}
      {(isOpen || uses > 0) && state !== 'revoked' && <RevokeButton id={id} code={code} uses={uses} />}
    </li>
  );
}

function RevokeButton({ id, code, uses }: { readonly id: string; readonly code: string; readonly uses: number }) {
  const { t } = useTranslation('invitations');
  const action = useAction(async (people: 'keep' | 'remove') => {
    await dataOf(
      api.DELETE('/v1/invitations/{invitation}', { params: { path: { invitation: id }, query: { people } } }),
    );
  });
  return (
    <>
      {action.isError && <Problem error={action.error} />}
      <ConfirmButton
        label={t('revoke')}
        ariaLabel={t('revokeOne', { code })}
        question={uses === 0 ? t('revokeUnused') : t('revokeUsed', { count: uses })}
        confirm={t('revoke')}
        onConfirm={() => action.mutate('keep')}
        {...(uses > 0 && { also: { label: t('revokePeople'), onConfirm: () => action.mutate('remove') } })}
      />
    </>
  );
}
