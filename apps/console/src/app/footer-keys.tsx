/** The keys of the page along its foot, and where the log stands. */
import { useTranslation } from '../language/use-translation.js';
import { useExercise } from '../live/use-exercise.js';
import { keysText } from './keys-text.js';
import { useAllShortcuts } from './shortcuts.js';
import styles from './frame.module.css';

/** As many as fit beside each other; `?` lists all. */
const MOST = 6;

export function FooterKeys({ isInExercise, onAll }: { readonly isInExercise: boolean; readonly onAll: () => void }) {
  const { t } = useTranslation('frame');
  const shown = useAllShortcuts()
    .filter(({ group }) => group === undefined)
    .slice(0, MOST);
  return (
    <footer className={styles['footer']}>
      {shown.map(({ keys, label }) => (
        <span key={keys} className="nowrap">
          <kbd>{keysText(keys)}</kbd> {label}
        </span>
      ))}
      <button type="button" className={styles['footerButton']} onClick={onAll}>
        <kbd>?</kbd> {t('keys.all')}
      </button>
      <span className="nowrap">
        <kbd>{keysText('Mod+k')}</kbd> {t('keys.commands')}
      </span>
      <span className="grow" />
      {isInExercise && <LogNumber />}
    </footer>
  );
}

function LogNumber() {
  const { t } = useTranslation('frame');
  const seq = useExercise((fold) => fold.seq);
  return <span className="nowrap">{t('log', { seq })}</span>;
}
