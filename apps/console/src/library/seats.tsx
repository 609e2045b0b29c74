/** The seats of an exercise before it starts: which units people play, whom they are invited by, and how fast it will run. */
import { Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { INVITED_ROLES, type InvitedRole } from '#contracts/http/roles.js';
import { ROLE_TRAITS } from '#domain/kernel/role.js';
import { Link, useLocation } from 'wouter';
import { SPEEDS, speedText } from '../lobby/speeds.js';
import { useUnits } from '../lobby/use-units.js';
import { AuthoredText } from '../parts/authored-text.js';
import { type CreatedInvitation, InviteCard } from '../parts/invite-card.js';
import { InviteDialog } from '../parts/invite-dialog.js';
import { InviteList, useInvitations } from '../parts/invite-list.js';
import { PanelHead } from '../parts/panel-head.js';
import { Problem } from '../parts/problem.js';
import { durationText } from '../parts/time-text.js';
import { useAction } from '../parts/use-action.js';
import { useText } from '../parts/use-text.js';
import { api, dataOf } from '../session/api.js';
import { emptySeats, type SeatUnit } from './empty-seats.js';
import { SeatTable } from './seat-table.js';
import { useWord } from '../parts/use-word.js';
import styles from './library.module.css';

/** The roles that answer for units: these fill a seat. */
const PLAYERS = INVITED_ROLES.filter((role) => ROLE_TRAITS[role].units !== 'none');

export function Seats({ exercise: id }: { readonly exercise: string }) {
  const { t } = useTranslation('library');
  const word = useWord();
  const { data: exercise, error } = useQuery({
    queryKey: ['exercises', 'one', id],
    queryFn: () => dataOf(api.GET('/v1/exercises/{exercise}', { params: { path: { exercise: id } } })),
  });
  const { data: units = [] } = useUnits(id);
  const { data: invitations = [] } = useInvitations(id);
  const [dialog, setDialog] = useState<SeatUnit | 'any'>();
  const [player, setPlayer] = useState<InvitedRole>('operator');
  const [made, setMade] = useState<readonly CreatedInvitation[]>([]);
  const text = useText();
  const nameOf = (unit: string) => text(units.find((one) => one.id === unit)?.name) || unit;
  const empty = emptySeats(units, invitations);
  const inviteAll = useAction(async (_: undefined) => {
    for (const { id: unit, side } of empty) {
      const body = { role: player, side, units: [unit], exercise: id };
      const created = await dataOf(api.POST('/v1/invitations', { body }));
      setMade((before) => [created, ...before]);
    }
  });
  if (error !== null) return <Problem error={error} />;
  if (exercise === undefined) return null;
  return (
    <div className={styles['seats']}>
      <header className={styles['head']}>
        <Link href="/" className={styles['toLobby']}>
          {t('frame:lobby')}
        </Link>
        <h1>
          <AuthoredText text={exercise.title} />
        </h1>
        <p className="mute">
          <bdi>{exercise.id}</bdi> · {word('exerciseStatus', exercise.status)} ·{' '}
          <bdi>{durationText(exercise.durationMs)}</bdi>
        </p>
        {exercise.status === 'planned' ? <StartForm id={id} empty={empty.length} /> : <Started id={id} />}
      </header>
      <div className={styles['seatGrid']}>
        <section>
          <PanelHead title={t('seats.title')} note={t('seats.note')} />
          <SeatTable exercise={id} units={units} invitations={invitations} onInvite={setDialog} />
        </section>
        <section>
          <PanelHead title={t('lobby:tab.invitations')}>
            <Group gap={6}>
              {empty.length > 0 && (
                <NativeSelect
                  size="xs"
                  aria-label={t('invitations:role')}
                  value={player}
                  data={PLAYERS.map((value) => ({ value, label: word('role', value) }))}
                  onChange={({ currentTarget: { value } }) => setPlayer(value as InvitedRole)}
                />
              )}
              {empty.length > 0 && (
                <Button
                  size="compact-sm"
                  variant="filled"
                  loading={inviteAll.isPending}
                  onClick={() => inviteAll.mutate(undefined)}
                >
                  {t('seats.inviteAll', { count: empty.length })}
                </Button>
              )}
              <Button size="compact-sm" onClick={() => setDialog('any')}>
                {t('invitations:title')}
              </Button>
            </Group>
          </PanelHead>
          {inviteAll.isError && <Problem error={inviteAll.error} />}
          <div className={styles['cards']}>
            {made.map((one) => (
              <InviteCard key={one.id} invitation={one} units={one.units?.map(nameOf)} />
            ))}
          </div>
          <InviteList exercise={id} nameOf={nameOf} />
        </section>
      </div>
      <InviteDialog
        key={dialog === undefined ? 'closed' : dialog === 'any' ? 'any' : dialog.id}
        opened={dialog !== undefined}
        onClose={() => setDialog(undefined)}
        exercise={id}
        units={units}
        initial={
          dialog === undefined || dialog === 'any' ? {} : { role: player, side: dialog.side, units: [dialog.id] }
        }
      />
    </div>
  );
}

function StartForm({ id, empty }: { readonly id: string; readonly empty: number }) {
  const { t } = useTranslation('library');
  const [, navigate] = useLocation();
  const [speed, setSpeed] = useState(1);
  const start = useAction(async (body: { readonly speed: number }, key) => {
    const params = { path: { exercise: id }, header: { 'Idempotency-Key': key } };
    await dataOf(api.POST('/v1/exercises/{exercise}/start', { params, body }));
    navigate(`/x/${id}/control`);
  });
  return (
    <form
      className={styles['create']}
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate({ speed });
      }}
    >
      <NativeSelect
        size="xs"
        label={t('lobby:speed')}
        value={String(speed)}
        data={SPEEDS.map((one) => ({ value: String(one), label: speedText(one) }))}
        onChange={({ currentTarget: { value } }) => setSpeed(Number(value))}
      />
      <Button type="submit" variant="filled" loading={start.isPending}>
        {t('frame:startex')}
      </Button>
      <p className={empty > 0 ? styles['warning'] : 'mute'}>
        {empty > 0 ? t('seats.empty', { count: empty }) : t('seats.ready')}
      </p>
      {start.isError && <Problem error={start.error} />}
    </form>
  );
}

function Started({ id }: { readonly id: string }) {
  const { t } = useTranslation('library');
  return (
    <Button component={Link} href={`/x/${id}/control`} variant="filled">
      {t('frame:screen.control')}
    </Button>
  );
}
