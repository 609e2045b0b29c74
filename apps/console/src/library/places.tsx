/** Where the exercise plays: its invented places by their coordinates, as a plan and as a list. No boundary is drawn, and none is meant. */
import { useTranslation } from '../language/use-translation.js';
import type { ScenarioPreview } from '#contracts/http/library.js';
import { useText } from '../parts/use-text.js';
import styles from './library.module.css';

type Site = ScenarioPreview['sites'][number];

const WIDTH = 600;
const HEIGHT = 260;
const MARGIN = 36;

export function Places({ sites }: { readonly sites: readonly Site[] }) {
  const { t } = useTranslation('library');
  const text = useText();
  return (
    <>
      <Plan sites={sites} />
      <table className={styles['table']}>
        <tbody>
          {sites.map(({ id, name, province, position: { lat, lon }, nationals }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{text(name) || id}</bdi>
              </th>
              <td className="mute">
                <bdi>{province}</bdi>
              </td>
              <td className="mute nowrap">
                <bdi dir="ltr">
                  {lat.toFixed(2)}° N {lon.toFixed(2)}° E
                </bdi>
              </td>
              <td>
                {Object.entries(nationals).map(([nation, count]) => (
                  <bdi key={nation} className={styles['nationals']} title={t('nationals')}>
                    {count} {nation}
                  </bdi>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Plan({ sites }: { readonly sites: readonly Site[] }) {
  const { t } = useTranslation('library');
  const text = useText();
  if (sites.length === 0) return null;
  const lons = sites.map(({ position }) => position.lon);
  const lats = sites.map(({ position }) => position.lat);
  const [west, north] = [Math.min(...lons), Math.max(...lats)];
  const middle = Math.cos((((north + Math.min(...lats)) / 2) * Math.PI) / 180);
  const across = Math.max(0.2, (Math.max(...lons) - west) * middle);
  const down = Math.max(0.2, north - Math.min(...lats));
  const scale = Math.min((WIDTH - 2 * MARGIN - 120) / across, (HEIGHT - 2 * MARGIN) / down);
  const marks = apart(
    sites.map(({ id, name, position: { lat, lon } }) => ({
      id,
      name: text(name) || id,
      x: MARGIN + (lon - west) * middle * scale,
      y: MARGIN + (north - lat) * scale,
    })),
  );
  return (
    <svg className={styles['plan']} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('plan')}>
      {marks.map(({ id, name, x, y, nameY }) => (
        <g key={id}>
          <rect x={x - 4} y={y - 4} width={8} height={8} />
          <text x={x + 9} y={nameY} direction="ltr">
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}

interface Mark {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** What a name takes of the plan, about. */
const NAME_WIDTH = 170;
const NAME_HEIGHT = 15;

/** Names of places that lie close to each other stand below one another. */
function apart(marks: readonly Mark[]): (Mark & { readonly nameY: number })[] {
  const placed: (Mark & { readonly nameY: number })[] = [];
  for (const mark of marks.toSorted((a, b) => a.y - b.y)) {
    const near = placed.filter(({ x }) => Math.abs(x - mark.x) < NAME_WIDTH).map(({ nameY }) => nameY + NAME_HEIGHT);
    placed.push({ ...mark, nameY: Math.max(mark.y + 4, ...near) });
  }
  return placed;
}
