/** Who is in charge: who decides for both sides of a joint incident, and who has it within each side that the viewer knows of. */
import { Button } from '@mantine/core';
import { useCallback, type ReactNode } from 'react';
import { useTranslation } from '../../../language/use-translation.js';
import { policyKey } from '#domain/policy/policy-state.js';
import type { Incident } from '#domain/incident/incident.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import { SIDES } from '#domain/kernel/side.js';
import { keysText } from '../../../app/keys-text.js';
import type { ExerciseFold } from '../../../live/exercise-fold.js';
import { useExercise } from '../../../live/use-exercise.js';
import { Placed } from '../../../parts/placed.js';
import { SideBadge } from '../../../parts/side-badge.js';
import { useViewer } from '../../../session/use-session.js';
import { KEYS } from '../act-keys.js';
import type { ActKind } from '../send-act.js';
import type { Possible } from '../use-acts.js';
import { AccountName } from './account-name.js';
import styles from './command.module.css';

interface Props {
  readonly incident: IncidentView;
  readonly kinds: readonly ActKind[];
  readonly possible: (kind: ActKind) => Possible;
  readonly onBegin: (kind: ActKind) => void;
}

type Standing = Pick<Incident, 'commander' | 'proposedCommander' | 'assigned' | 'handovers'>;

const ACTS: readonly ActKind[] = ['confirmHandover', 'handOver', 'assign', 'confirmCommander', 'propose'];

export function InCharge({ incident, kinds, possible, onBegin }: Props) {
  const { t } = useTranslation('coordination');
  const { t: desk } = useTranslation('desk');
  const viewer = useViewer();
  const [commander, proposedCommander, assigned, handovers, lead] = useStanding(incident);
  const sides = viewer.side === undefined ? SIDES : [viewer.side];
  const known = incident.class === 'JOINT' ? sides : sides.filter((side) => side === incident.class);
  const acts = ACTS.filter((kind) => kinds.includes(kind) && possible(kind).whyNot === undefined);
  return (
    <section className={styles['charge']} aria-label={t('command.title')}>
      <ul className={styles['facts']}>
        {incident.class === 'JOINT' && (
          <li>
            <Commander incident={incident.id} commander={commander} lead={lead} />
            {SIDES.map((side) => {
              const proposed = proposedCommander?.[side];
              return proposed === undefined ? null : (
                <Aside key={side}>
                  <Placed
                    say={(marks) => t('command.proposed', marks)}
                    values={{
                      side: <SideBadge side={side} />,
                      account: <AccountName id={proposed} incident={incident.id} />,
                    }}
                  />
                </Aside>
              );
            })}
            <Offered incident={incident.id} handover={handovers?.find(({ of }) => of === 'command')} />
          </li>
        )}
        {known.map((side) => {
          const account = assigned?.[side];
          return (
            <li key={side}>
              <SideBadge side={side} />{' '}
              {account === undefined ? (
                <span className="mute">{t('command.nobody')}</span>
              ) : (
                <Placed
                  say={(marks) => t('command.assigned', marks)}
                  values={{ account: <AccountName id={account} incident={incident.id} /> }}
                />
              )}
              <Offered
                incident={incident.id}
                handover={handovers?.find((one) => one.of === 'assignment' && one.side === side)}
              />
            </li>
          );
        })}
      </ul>
      <span className={styles['acts']}>
        {acts.map((kind) => (
          <Button
            key={kind}
            size="compact-xs"
            onClick={() => onBegin(kind)}
            rightSection={<kbd aria-hidden>{keysText(KEYS[kind])}</kbd>}
          >
            {desk(`act.${kind}`)}
          </Button>
        ))}
      </span>
    </section>
  );
}

function useStanding({ id }: IncidentView) {
  return useExercise(
    useCallback(
      ({ state }: ExerciseFold) => {
        const incident = state.incidents[id];
        const { commander, proposedCommander, assigned, handovers }: Standing = incident ?? {};
        const lead = incident && state.policies[policyKey(incident)]?.command?.lead;
        return [commander, proposedCommander, assigned, handovers, lead] as const;
      },
      [id],
    ),
  );
}

/** Whom both sides have chosen, else whom the policy names. */
function Commander({
  incident,
  commander,
  lead,
}: {
  readonly incident: string;
  readonly commander: string | undefined;
  readonly lead: string | undefined;
}) {
  const { t } = useTranslation('coordination');
  if (commander !== undefined) {
    return (
      <Placed
        say={(marks) => t('command.chosen', marks)}
        values={{ account: <AccountName id={commander} incident={incident} /> }}
      />
    );
  }
  const side = SIDES.find((one) => one === lead);
  if (side === undefined) return <span className="mute">{t('command.none')}</span>;
  return <Placed say={(marks) => t('command.byPolicy', marks)} values={{ side: <SideBadge side={side} /> }} />;
}

function Offered({
  incident,
  handover,
}: {
  readonly incident: string;
  readonly handover: { readonly to: string } | undefined;
}) {
  const { t } = useTranslation('coordination');
  if (handover === undefined) return null;
  return (
    <Aside>
      <Placed
        say={(marks) => t('command.offered', marks)}
        values={{ account: <AccountName id={handover.to} incident={incident} /> }}
      />
    </Aside>
  );
}

function Aside({ children }: { readonly children: ReactNode }) {
  return <span className={styles['aside']}> · {children}</span>;
}
