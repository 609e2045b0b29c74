/** What goes along, and what of the incident stays with its owner's side. */
import type { ReleaseCase } from '#domain/releasing/releasing-state.js';
import { useTranslation } from '../language/use-translation.js';
import { ThingWords } from './thing-words.js';
import { type Thing, useThings } from './things.js';
import styles from './releases.module.css';

export function ProposedThings({ of: { proposal } }: { readonly of: ReleaseCase }) {
  const things = useThings(proposal?.incident ?? '');
  const { alerts = [], notifications = [], notes = [] } = proposal?.things ?? {};
  const chosen = new Set<string>([...alerts, ...notifications, ...notes]);
  return (
    <div className={styles['pair']}>
      <ThingList name="along" things={things.filter(({ id }) => chosen.has(id))} />
      <ThingList name="stays" things={things.filter(({ id }) => !chosen.has(id))} />
    </div>
  );
}

function ThingList({ name, things }: { readonly name: 'along' | 'stays'; readonly things: readonly Thing[] }) {
  const { t } = useTranslation('releases');
  return (
    <div data-testid={`release-${name}`}>
      <h4>{t(name)}</h4>
      {things.length === 0 ? (
        <p className="mute">{t(`nothing.${name}`)}</p>
      ) : (
        <ul className={styles['things']}>
          {things.map((thing) => (
            <li key={thing.id}>
              <ThingWords thing={thing} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
