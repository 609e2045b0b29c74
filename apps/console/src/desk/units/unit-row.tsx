/** One unit, and the questions that wait for its answer. */
import { useTranslation } from '../../language/use-translation.js';
import { useSelectedIncident } from '../../app/use-url-state.js';
import { AuthoredText } from '../../parts/authored-text.js';
import { Countdown } from '../../parts/countdown.js';
import type { LinkWord, UnitRow } from './units-model.js';
import styles from './units.module.css';

interface Props {
  readonly row: UnitRow;
  readonly link: LinkWord;
  /** The drawer is left for an incident. */
  readonly onLeave: () => void;
}

export function UnitRowView({ row: { unit, engaged, asked }, link, onLeave }: Props) {
  const { t } = useTranslation('feed');
  const [, select] = useSelectedIncident();
  const { mode, duty, capacity } = unit;
  // Players do not see who plays a unit: the state of their stream has no mode.
  const isModeKnown = (mode as string | undefined) !== undefined;
  return (
    <tr>
      <th scope="row" className={styles['name']}>
        <AuthoredText text={unit.name} />
        {isModeKnown && <span className={styles['mode']}>{t(`units.mode.${mode}`)}</span>}
      </th>
      <td data-duty={duty}>{t(`units.duty.${duty}`)}</td>
      <td data-full={engaged >= capacity || undefined}>
        <bdi>{t('units.engagedOf', { engaged, capacity })}</bdi>
      </td>
      <td data-link={link}>{t(`units.link.${link}`)}</td>
      <td>
        {asked.length === 0 ? (
          <span className="mute">{t('units.askedNothing')}</span>
        ) : (
          asked.map((one) => (
            <button
              key={one.id}
              type="button"
              className={styles['question']}
              onClick={() => {
                select(one.incident);
                onLeave();
              }}
            >
              <bdi>{one.incident}</bdi>
              <span>{t(`units.action.${one.action}`)}</span>
              <span className="mute">{t(`units.answer.${one.status}`)}</span>
              {one.expiresAt !== undefined && <Countdown to={one.expiresAt} />}
            </button>
          ))
        )}
      </td>
    </tr>
  );
}
