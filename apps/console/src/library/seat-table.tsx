/** The units by side: each simulated, played by people, or remote. What is chosen holds at once, before STARTEX. */
import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from '../language/use-translation.js';
import { SIDES } from '#domain/kernel/side.js';
import { UNIT_MODES, type UnitMode } from '#domain/unit/unit.js';
import { Problem } from '../parts/problem.js';
import { SideBadge } from '../parts/side-badge.js';
import { useAction } from '../parts/use-action.js';
import { useText } from '../parts/use-text.js';
import { useWord } from '../parts/use-word.js';
import { api, dataOf } from '../session/api.js';
import { fills, type SeatInvitation, type SeatUnit } from './empty-seats.js';
import styles from './library.module.css';

interface Change {
  readonly units: readonly string[];
  readonly mode: UnitMode;
}

interface Props {
  readonly exercise: string;
  readonly units: readonly SeatUnit[];
  readonly invitations: readonly SeatInvitation[];
  readonly onInvite: (unit: SeatUnit) => void;
}

export function SeatTable({ exercise, units, invitations, onInvite }: Props) {
  const { t } = useTranslation('library');
  const text = useText();
  const word = useWord();
  const change = useAction(async ({ units: changed, mode }: Change) => {
    for (const unit of changed) {
      const params = { path: { exercise, unit }, header: { 'Idempotency-Key': crypto.randomUUID() } };
      await dataOf(api.PUT('/v1/exercises/{exercise}/units/{unit}/mode', { params, body: { mode } }));
    }
  });
  // Until the list is read again, what was chosen is what is shown.
  const modeOf = ({ id, mode }: SeatUnit) =>
    change.isPending && change.variables.units.includes(id) ? change.variables.mode : mode;
  return (
    <>
      {change.isError && <Problem error={change.error} />}
      {SIDES.map((side) => {
        const own = units.filter((unit) => unit.side === side);
        const others = (mode: UnitMode) => own.filter((unit) => unit.mode !== mode).map(({ id }) => id);
        return (
          <table key={side} className={`${styles['table']} ${styles['seatTable']}`}>
            <caption>
              <SideBadge side={side} /> {word('side', side)}
              <span className={styles['all']}>
                {(['simulated', 'played'] as const).map((mode) => (
                  <Button
                    key={mode}
                    size="compact-xs"
                    disabled={others(mode).length === 0 || change.isPending}
                    onClick={() => change.mutate({ units: others(mode), mode })}
                  >
                    {t(`seats.all.${mode}`)}
                  </Button>
                ))}
              </span>
            </caption>
            <tbody>
              {own.map((unit) => {
                const name = text(unit.name) || unit.id;
                const invited = invitations.filter((one) => fills(one, unit));
                const came = invited.reduce((sum, { uses }) => sum + uses, 0);
                return (
                  <tr key={unit.id} data-mode={modeOf(unit)}>
                    <th scope="row">
                      <bdi>{name}</bdi>
                      <span className={styles['kind']}>{word('unitKind', unit.kind)}</span>
                    </th>
                    <td>
                      <SegmentedControl
                        size="xs"
                        aria-label={t('seats.modeOf', { name })}
                        value={modeOf(unit) ?? 'simulated'}
                        disabled={change.isPending}
                        data={UNIT_MODES.map((mode) => ({ value: mode, label: word('mode', mode) }))}
                        onChange={(mode) => change.mutate({ units: [unit.id], mode })}
                      />
                    </td>
                    <td className="nowrap">
                      {modeOf(unit) === 'played' &&
                        (invited.length === 0 ? (
                          <Button
                            size="compact-sm"
                            aria-label={t('seats.inviteFor', { name })}
                            onClick={() => onInvite(unit)}
                          >
                            {t('seats.invite')}
                          </Button>
                        ) : (
                          <span className={styles['good']}>
                            ✓ {came > 0 ? t('seats.came', { count: came }) : t('seats.invited')}
                          </span>
                        ))}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        );
      })}
    </>
  );
}
