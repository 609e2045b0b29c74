/** The state of a link in words, with what it costs. */
import { useTranslation } from '../../language/use-translation.js';
import type { Link } from '#domain/unit/unit.js';
import { durationText } from '../../parts/time-text.js';

export function LinkWords({ link }: { readonly link: Link }) {
  const { t } = useTranslation('control');
  if (link.status !== 'degraded') return t(`link.${link.status}`);
  return (
    <>
      {t('link.degraded')} (<bdi dir="ltr">+{durationText(link.latencyMs)}</bdi> ·{' '}
      <bdi dir="ltr">{Math.round(link.loss * 100)} %</bdi> {t('link.lost')})
    </>
  );
}
