/** The events that show something, each with its time, as links into the replay. */
import { useTranslation } from '../language/use-translation.js';
import { Link } from 'wouter';
import { replayLink } from '../parts/replay-link.js';
import { clockText } from '../parts/time-text.js';
import type { ReportFacts } from './report-facts.js';
import styles from './report.module.css';

interface MomentProps {
  readonly exercise: string;
  readonly at: number;
  readonly incident?: string | undefined;
  readonly seq?: number | undefined;
}

/** A moment of the exercise, as a link to what it looked like then. */
export function MomentLink({ exercise, at, incident, seq }: MomentProps) {
  const { t } = useTranslation('report');
  return (
    <Link
      href={replayLink(exercise, at, incident)}
      className={styles['moment']}
      title={seq === undefined ? t('replay') : t('eventInReplay', { seq })}
    >
      <bdi>{clockText(at)}</bdi>
    </Link>
  );
}

interface Props {
  readonly facts: ReportFacts;
  readonly evidence: readonly number[] | undefined;
}

export function Evidence({ facts, evidence = [] }: Props) {
  return (
    <span className={styles['evidence']}>
      {evidence.map((seq) => {
        const event = facts.event(seq);
        if (event === undefined) return null;
        const { incident } = event.data as { readonly incident?: string };
        return <MomentLink key={seq} exercise={facts.exercise} at={event.at} incident={incident} seq={seq} />;
      })}
    </span>
  );
}
