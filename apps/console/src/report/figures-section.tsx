/** How long things took, over all, by side and by unit, and how notifications ended. */
import { useTranslation } from '../language/use-translation.js';
import { SIDES } from '#domain/kernel/side.js';
import { SideBadge } from '../parts/side-badge.js';
import { durationText } from '../parts/time-text.js';
import { useText } from '../parts/use-text.js';
import { Evidence } from './evidence.js';
import { ExchangeTables } from './exchange-tables.js';
import type { Report, ReportFacts } from './report-facts.js';
import { TableFrame } from './table-frame.js';
import styles from './report.module.css';

type Spread = Report['figures']['overall']['lag'];
type Ends = Report['figures']['overall']['notifications'];

const MEASURES = [
  'toFirstNotification',
  'toFirstAcknowledgement',
  'toJointAcknowledgement',
  'toResponding',
  'toOnScene',
  'toResolved',
  'toShared',
  'lag',
  'decisionLag',
] as const;
const SIDE_MEASURES = ['toFirstNotification', 'toFirstAcknowledgement', 'toAcknowledge'] as const;
const ENDS = ['asked', 'acknowledged', 'late', 'declined', 'expired', 'undeliverable', 'withdrawn', 'open'] as const;

export function FiguresSection({ facts }: { readonly facts: ReportFacts }) {
  const { t } = useTranslation('report');
  const { overall, sides, messages, policies } = facts.report.figures;
  return (
    <section>
      <h3>{t('figures')}</h3>
      <TableFrame label={t('figures')} heads={['measure', 'side', 'measured', 'median', 'p90', 'worst']}>
        {MEASURES.map((name) => (
          <SpreadRow key={name} name={name} spread={overall[name]} facts={facts} />
        ))}
        <SpreadRow name="toApproved" spread={policies.toApproved} facts={facts} />
        <SpreadRow name="toAnswered" spread={messages.toAnswered} facts={facts} />
        {SIDES.flatMap((side) =>
          SIDE_MEASURES.map((name) => (
            <tr key={`${side} ${name}`}>
              <th scope="row">{t(`measure.${name}`)}</th>
              <td>
                <SideBadge side={side} />
              </td>
              <SpreadCells spread={sides[side]?.[name]} facts={facts} />
            </tr>
          )),
        )}
      </TableFrame>
      <p>{t('messages', countsOf(messages))}</p>
      <ExchangeTables facts={facts} />
      <h3>{t('notifications')}</h3>
      <TableFrame label={t('notifications')} heads={['unit', ...ENDS]}>
        <EndsRow name={<b>{t('all')}</b>} ends={overall.notifications} />
        {SIDES.map((side) => (
          <EndsRow key={side} name={<SideBadge side={side} />} ends={sides[side]?.notifications} />
        ))}
        <UnitRows facts={facts} />
      </TableFrame>
    </section>
  );
}

function countsOf({ sent, requests, answered, late, overdue, open }: Report['figures']['messages']) {
  const all = Object.values(sent).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return { all, asked: requests.length, answered, late, overdue, open };
}

function UnitRows({ facts }: { readonly facts: ReportFacts }) {
  const text = useText();
  return facts.report.figures.units.map(({ unit, side, notifications }) => (
    <EndsRow
      key={unit}
      name={
        <>
          <SideBadge side={side} /> <bdi>{text(facts.unit(unit)?.name) || unit}</bdi>
        </>
      }
      ends={notifications}
    />
  ));
}

interface SpreadProps {
  readonly spread: Spread | undefined;
  readonly facts: ReportFacts;
}

function SpreadRow({
  name,
  ...rest
}: SpreadProps & { readonly name: (typeof MEASURES)[number] | 'toAnswered' | 'toApproved' }) {
  const { t } = useTranslation('report');
  return (
    <tr>
      <th scope="row">{t(`measure.${name}`)}</th>
      <td>{t('both')}</td>
      <SpreadCells {...rest} />
    </tr>
  );
}

function SpreadCells({ spread, facts }: SpreadProps) {
  const { t } = useTranslation('report');
  if (spread === undefined) return <td colSpan={4} />;
  const { count, of, p50, p90, worst } = spread;
  const length = (ms: number | undefined) => <bdi>{ms === undefined ? '–' : durationText(ms)}</bdi>;
  return (
    <>
      <td>{t('countOf', { count, of })}</td>
      <td>{length(p50)}</td>
      <td>{length(p90)}</td>
      <td className={styles['nowrap']}>
        {length(worst?.ms)} {worst !== undefined && <Evidence facts={facts} evidence={[worst.seq]} />}
      </td>
    </>
  );
}

function EndsRow({ name, ends }: { readonly name: React.ReactNode; readonly ends: Ends | undefined }) {
  if (ends === undefined) return null;
  return (
    <tr>
      <th scope="row">{name}</th>
      {ENDS.map((end) => (
        <td key={end} className={ends[end] === 0 ? 'mute' : undefined}>
          <bdi>{ends[end]}</bdi>
        </td>
      ))}
    </tr>
  );
}
