/** Who is here, with role, side, units, and since when. Who is away is grey, and the word says so. */
import { useTranslation } from '../../language/use-translation.js';
import { WALL_CLOCK } from '../wall-clock.js';
import { SideBadge } from '../../parts/side-badge.js';
import { UnitName } from '../names.js';
import { usePresence } from './use-presence.js';
import { NotServed } from '../not-served.js';
import { useWord } from '../../parts/use-word.js';
import styles from './people.module.css';

export function People() {
  const { t } = useTranslation('control');
  const word = useWord();
  const { people, error } = usePresence();
  if (error != null) return <NotServed error={error} what={t('people.presence')} />;
  if (people.length === 0) return <p className={styles['empty']}>{t('people.none')}</p>;
  return (
    <ul className={styles['people']} aria-label={t('people.tab.people')}>
      {people.map(({ account, name, role, side, units, state, since }) => (
        <li key={account} data-state={state}>
          <span aria-hidden>{state === 'here' ? '●' : '○'}</span>
          <span className="grow">
            <b>
              <bdi>{name}</bdi>
            </b>{' '}
            {word('role', role)} {side !== undefined && <SideBadge side={side} />}
            {units?.map((unit) => (
              <span key={unit} className="mute">
                {' · '}
                <UnitName id={unit} />
              </span>
            ))}
          </span>
          <span className="mute nowrap">
            {since === undefined ? (
              t('people.never')
            ) : (
              <>
                {t(`people.${state}`)} {t('people.since')} <bdi>{WALL_CLOCK.format(Date.parse(since))} UTC</bdi>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
