/** What waits, what our side has asked, and what is decided, each row with its state in a word and its deadline. */
import { useTranslation } from '../language/use-translation.js';
import { useExercise } from '../live/use-exercise.js';
import { Countdown } from '../parts/countdown.js';
import { IncidentHeadline } from '../parts/incident-headline.js';
import { LabelButton } from '../parts/label-button.js';
import { SideBadge } from '../parts/side-badge.js';
import { clockText } from '../parts/time-text.js';
import { useWord } from '../parts/use-word.js';
import { useViewer } from '../session/use-session.js';
import type { Desk, DeskItem } from './desk-model.js';
import { ItemState } from './item-state.js';
import layout from '../parts/case-desk.module.css';
import styles from './releases.module.css';

interface Props {
  readonly desk: Desk;
  readonly shown: string | undefined;
  readonly onShow: (id: string) => void;
}

export function DeskLists({ desk, shown, onShow }: Props) {
  const { t } = useTranslation('releases');
  const { side } = useViewer();
  return (
    <div className={layout['scroll']}>
      {(['waiting', 'asked', 'decided'] as const).map((name) => (
        <section key={name} aria-labelledby={`releases-${name}`} data-testid={`releases-${name}`}>
          <h3 id={`releases-${name}`} className={layout['groupHead']}>
            {t(name === 'asked' && side === undefined ? 'group.requests' : `group.${name}`)}{' '}
            <bdi className="mute">{desk[name].length}</bdi>
          </h3>
          {desk[name].length === 0 ? (
            <p className={layout['none']}>
              {t(name === 'asked' && side === undefined ? 'none.requests' : `none.${name}`)}
            </p>
          ) : (
            <ul className={layout['rows']}>
              {desk[name].map((item) => (
                <li key={item.id}>
                  <Row item={item} isShown={item.id === shown} onShow={onShow} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <Reviews reviews={desk.reviews} />
    </div>
  );
}

/** Labels whose time to be looked at again has come: confirmed or changed where they stand. */
function Reviews({ reviews }: Pick<Desk, 'reviews'>) {
  const { t } = useTranslation('releases');
  const word = useWord();
  return (
    <section aria-labelledby="releases-reviews" data-testid="releases-reviews">
      <h3 id="releases-reviews" className={layout['groupHead']}>
        {t('reviews.group')} <bdi className="mute">{reviews.length}</bdi>
      </h3>
      {reviews.length === 0 ? (
        <p className={layout['none']}>{t('reviews.none')}</p>
      ) : (
        <ul className={layout['rows']}>
          {reviews.map(({ of, id, incident, dueAt }) => (
            <li key={`${of}:${id}`} className={styles['review']}>
              <span className={layout['rowLine']}>
                <span className="capital">{word('labelledKind', of)}</span>
                <b className="ellipsis">
                  <bdi>{id}</bdi>
                </b>
                <span className="grow" />
                <LabelButton of={of} id={id} />
              </span>
              <span className={layout['rowText']}>
                {incident !== undefined && <bdi>{incident}</bdi>} {t('reviews.since')} <bdi>{clockText(dueAt)}</bdi>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({
  item,
  isShown,
  onShow,
}: {
  readonly item: DeskItem;
  readonly isShown: boolean;
  readonly onShow: (id: string) => void;
}) {
  const { side } = useViewer();
  return (
    <button
      type="button"
      className={`choice ${layout['row']}`}
      data-id={item.id}
      aria-current={isShown || undefined}
      onClick={() => onShow(item.id)}
    >
      <span className={layout['rowLine']}>
        {side === undefined && <SideBadge side={item.side} />}
        <b>
          <bdi>{item.id}</bdi>
        </b>
        <ItemState item={item} />
        <span className="grow" />
        <RowTime item={item} />
      </span>
      <span className={`${layout['rowText']} ellipsis`}>
        <RowText item={item} />
      </span>
    </button>
  );
}

function RowTime({ item }: { readonly item: DeskItem }) {
  if (item.kind === 'prompt') return null;
  const { openedAt } = item.of;
  if (item.kind === 'case' && item.of.decidedAt === undefined && item.of.decideBy !== undefined) {
    return <Countdown to={item.of.decideBy} />;
  }
  const at = (item.kind === 'case' ? item.of.decidedAt : item.of.answeredAt) ?? openedAt;
  return <bdi className="mute">{clockText(at)}</bdi>;
}

/** What was asked, or which incident it is about. */
function RowText({ item }: { readonly item: DeskItem }) {
  const incident = item.kind === 'prompt' ? item.id : item.kind === 'case' ? item.of.proposal?.incident : undefined;
  const view = useExercise((fold) => (incident === undefined ? undefined : fold.incidents.get(incident as never)));
  if (view !== undefined) return <IncidentHeadline incident={view} />;
  if (item.kind === 'prompt') return <bdi>{item.id}</bdi>;
  const text = item.kind === 'case' ? item.of.asked?.text : item.of.text;
  return <bdi>{text ?? incident}</bdi>;
}
