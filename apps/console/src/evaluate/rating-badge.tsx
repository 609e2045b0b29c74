/** A rating by its letter, named in words. Dashed while the rules propose it and no evaluator has given it. */
import type { Rating } from '#domain/evaluation/evaluation.js';
import { useTranslation } from '../language/use-translation.js';
import { useWord } from '../parts/use-word.js';
import styles from './rating.module.css';

interface Props {
  /** Undefined: not rated yet. */
  readonly rating: Rating | undefined;
  readonly isProposed?: boolean;
}

export function RatingBadge({ rating, isProposed = false }: Props) {
  const { t } = useTranslation('evaluate');
  const word = useWord();
  if (rating === undefined) return <span className={styles['unrated']}>{t('unrated')}</span>;
  const name = word('rating', rating);
  return (
    <span className={styles['rating']}>
      <b className={styles['badge']} data-rating={rating} data-proposed={isProposed || undefined} title={name}>
        <bdi>{rating}</bdi>
      </b>
      {isProposed && <span className="mute">{t('proposed')}</span>}
    </span>
  );
}
