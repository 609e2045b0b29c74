/** What is expected of the players, by the objective that it speaks for. */
import { useTranslation } from '../language/use-translation.js';
import type { ScenarioPreview } from '#contracts/http/library.js';
import { AuthoredText } from '../parts/authored-text.js';
import styles from './library.module.css';

export function Expectations({ expectations }: { readonly expectations: ScenarioPreview['expectations'] }) {
  const { t } = useTranslation('library');
  if (expectations.length === 0) return <p className={styles['empty']}>{t('noExpectations')}</p>;
  const objectives = [...new Set(expectations.map(({ objective }) => objective))];
  return objectives.map((objective) => (
    <div key={objective ?? ''} className={styles['objective']}>
      <h3>{objective === undefined ? t('noObjective') : <bdi>{objective}</bdi>}</h3>
      <ul>
        {expectations
          .filter((one) => one.objective === objective)
          .map(({ id, title, text, weight }) => (
            <li key={id}>
              <AuthoredText text={title ?? { en: text }} />{' '}
              {weight !== 1 && (
                <bdi className="mute" dir="ltr">
                  ×{weight}
                </bdi>
              )}
            </li>
          ))}
      </ul>
    </div>
  ));
}
