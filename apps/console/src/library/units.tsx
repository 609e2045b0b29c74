/** The units of both sides: what they are, what they may do, and who plays them unless that is changed before STARTEX. */
import type { ScenarioPreview } from '#contracts/http/library.js';
import { SIDES } from '#domain/kernel/side.js';
import { SideBadge } from '../parts/side-badge.js';
import { useText } from '../parts/use-text.js';
import { useWord } from '../parts/use-word.js';
import styles from './library.module.css';

export function Units({ units }: { readonly units: ScenarioPreview['units'] }) {
  const text = useText();
  const word = useWord();
  return SIDES.map((side) => (
    <table key={side} className={styles['table']}>
      <caption>
        <SideBadge side={side} /> {word('side', side)}
      </caption>
      <tbody>
        {units
          .filter((unit) => unit.side === side)
          .map(({ id, name, kind, authority, mode, duty }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{text(name) || id}</bdi>
              </th>
              <td className="mute">{word('unitKind', kind)}</td>
              <td className="mute">{authority.map((one) => word('action', one)).join(' · ')}</td>
              <td className="nowrap">
                {word('mode', mode)} {duty === 'off' && <span className="mute">{word('duty', duty)}</span>}
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  ));
}
