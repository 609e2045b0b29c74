/** The invitations to this exercise: make one, see how often it was used, revoke it. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CreatedInvitation, InvitationView } from '#contracts/http/invitations.js';
import { useExerciseStore } from '../../live/use-exercise.js';
import { SideBadge } from '../../parts/side-badge.js';
import { useAction } from '../../parts/use-action.js';
import { api, dataOf } from '../../session/api.js';
import { NotServed } from '../not-served.js';
import { WALL_DATE } from '../wall-clock.js';
import { InvitationForm } from './invitation-form.js';
import { MadeInvitation } from './made-invitation.js';
import styles from './people.module.css';

export function Invitations() {
  const { t } = useTranslation('control');
  const { exercise } = useExerciseStore();
  const [made, setMade] = useState<CreatedInvitation | undefined>();
  const { data, error } = useQuery({
    queryKey: ['invitations'],
    queryFn: async () => (await dataOf(api.GET('/v1/invitations'))).items,
  });
  if (error != null) return <NotServed error={error} what={t('people.tab.invitations')} />;
  const ours = data?.filter((one) => one.exercise === undefined || one.exercise === exercise.id) ?? [];
  return (
    <div className={styles['invitations']}>
      {made === undefined ? (
        <InvitationForm onMade={setMade} />
      ) : (
        <MadeInvitation made={made} onDone={() => setMade(undefined)} />
      )}
      <ul className={styles['people']} aria-label={t('people.tab.invitations')}>
        {ours.map((one) => (
          <InvitationRow key={one.id} invitation={one} />
        ))}
        {ours.length === 0 && <li className="mute">{t('invite.none')}</li>}
      </ul>
    </div>
  );
}

function InvitationRow({ invitation }: { readonly invitation: InvitationView }) {
  const { t } = useTranslation('control');
  const { id, role, side, state, uses, maxUses, expiresAt, note, code } = invitation;
  const revoke = useAction((_: undefined) =>
    dataOf(api.DELETE('/v1/invitations/{invitation}', { params: { path: { invitation: id } } })),
  );
  return (
    <li data-state={state === 'open' ? 'here' : 'away'}>
      <span className="grow">
        <bdi>{code}</bdi> · {t(`frame:role.${role}`)} {side !== undefined && <SideBadge side={side} />}{' '}
        {note !== undefined && <bdi className="mute">{note}</bdi>}
        <br />
        <span className="mute">
          {t(`invite.state.${state.replace(' ', '-')}`)} · {t('invite.used')}{' '}
          <bdi>
            {uses}/{maxUses}
          </bdi>{' '}
          · {t('invite.until')} <bdi>{WALL_DATE.format(Date.parse(expiresAt))} UTC</bdi>
        </span>
      </span>
      {state === 'open' && (
        <Button size="compact-xs" onClick={() => revoke.mutate(undefined)} loading={revoke.isPending}>
          {t('invite.revoke')}
        </Button>
      )}
    </li>
  );
}
