/** A moment of the wall clock, always by the name of a zone: that of the reader's side; both zones stand in the tooltip. */
import { useViewer } from '../session/use-session.js';
import { useTranslation } from '../language/use-translation.js';

const ZONES = { PKT: 'Asia/Karachi', CST: 'Asia/Shanghai' } as const;
type Zone = keyof typeof ZONES;

const formats = new Map<Zone, Intl.DateTimeFormat>();

/** `2026-11-28 17:02`, the same in all languages. */
export function wallTimeText(moment: string, zone: Zone): string {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONES[zone], dateStyle: 'short', timeStyle: 'short' });
    formats.set(zone, format);
  }
  return format.format(Date.parse(moment));
}

export function WallTime({ at }: { readonly at: string }) {
  const { side } = useViewer();
  const { i18n } = useTranslation();
  const own: Zone = side === 'CHN' || (side === undefined && i18n.language === 'zh') ? 'CST' : 'PKT';
  const both = (['PKT', 'CST'] as const).map((zone) => `${wallTimeText(at, zone)} ${zone}`).join(' · ');
  return (
    <time dateTime={at} title={both} className="nowrap">
      <bdi>
        {wallTimeText(at, own)} {own}
      </bdi>
    </time>
  );
}
