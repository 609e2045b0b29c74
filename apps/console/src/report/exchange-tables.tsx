/** What passes between the sides: what both decide, and requests for information and releases by side. */
import { useTranslation } from '../language/use-translation.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import { SideBadge } from '../parts/side-badge.js';
import { durationText } from '../parts/time-text.js';
import type { ReportFacts } from './report-facts.js';
import { TableFrame } from './table-frame.js';

const BOTH = ['agreed', 'deadlocks', 'rejected', 'withdrawn', 'overridden'] as const;
const REQUESTS = ['requests', 'inTime', 'late', 'overdue', 'open'] as const;
const RELEASES = [
  'requested',
  'wasAsked',
  'proposed',
  'approved',
  'tearLine',
  'declined',
  'inTime',
  'late',
  'overdue',
  'open',
  'withdrawn',
] as const;

type Counts<Name extends string> = Readonly<Partial<Record<Name, number>>>;

export function ExchangeTables({ facts }: { readonly facts: ReportFacts }) {
  const { t } = useTranslation('report');
  const { overall, policies, messages, releases } = facts.report.figures;
  const decisions = {
    agreed: overall.decisionLag.count,
    deadlocks: overall.deadlocks,
    withdrawn: overall.decisionsWithdrawn,
    overridden: overall.decisionsOverridden,
  };
  const hasDecided = Object.values(decisions).some((count) => count > 0);
  return (
    <>
      {(hasDecided || policies.proposed > 0) && (
        <Titled name="both" heads={['measure', ...BOTH]}>
          <CountsRow names={BOTH} label={t('exchange.decisions')} counts={decisions} />
          <CountsRow
            names={BOTH}
            label={t('exchange.policies')}
            counts={{ ...policies, agreed: policies.approved, overridden: policies.overridden.length }}
          />
        </Titled>
      )}
      {messages.requests.length > 0 && <RequestTable facts={facts} />}
      {releases.cases.length > 0 && (
        <Titled name="releases" heads={['side', ...RELEASES, 'median']}>
          {SIDES.map((side) => {
            const of = releases.sides[side];
            if (of === undefined) return null;
            const counts = { ...of, wasAsked: of.asked, tearLine: of.tearLines };
            return <CountsRow key={side} names={RELEASES} side={side} counts={counts} median={of.toDecided} />;
          })}
        </Titled>
      )}
    </>
  );
}

interface TitledProps {
  readonly name: 'both' | 'requests' | 'releases';
  readonly heads: readonly string[];
  readonly children: React.ReactNode;
}

function Titled({ name, heads, children }: TitledProps) {
  const { t } = useTranslation('report');
  const title = t(`exchange.${name}`);
  return (
    <>
      <h3>{title}</h3>
      <TableFrame label={title} heads={heads}>
        {children}
      </TableFrame>
    </>
  );
}

function RequestTable({ facts }: { readonly facts: ReportFacts }) {
  const { t } = useTranslation('report');
  const { sides } = facts.report.figures.messages;
  return (
    <Titled name="requests" heads={['side', 'measure', ...REQUESTS, 'median']}>
      {SIDES.flatMap((side) =>
        (['asked', 'received'] as const).map((name) => {
          const of = sides[side];
          if (of === undefined) return null;
          const counts = { ...of[name], inTime: of[name].answered - of[name].late };
          return (
            <CountsRow
              key={`${side} ${name}`}
              names={REQUESTS}
              side={side}
              label={t(`exchange.${name}`)}
              counts={counts}
              median={name === 'received' ? of.toAnswer : {}}
            />
          );
        }),
      )}
    </Titled>
  );
}

interface CountsRowProps<Name extends string> {
  readonly names: readonly Name[];
  readonly side?: Side;
  readonly label?: string;
  /** A name without a count does not apply. */
  readonly counts: Counts<Name>;
  /** Absent: the table has no such column. */
  readonly median?: { readonly p50?: number | undefined };
}

function CountsRow<Name extends string>({ names, side, label, counts, median }: CountsRowProps<Name>) {
  return (
    <tr>
      {side !== undefined && (
        <th scope="row">
          <SideBadge side={side} />
        </th>
      )}
      {label !== undefined && (side === undefined ? <th scope="row">{label}</th> : <td>{label}</td>)}
      {names.map((name) => (
        <td key={name} className={counts[name] === 0 ? 'mute' : undefined}>
          <bdi>{counts[name] ?? '–'}</bdi>
        </td>
      ))}
      {median !== undefined && (
        <td>
          <bdi>{median.p50 === undefined ? '–' : durationText(median.p50)}</bdi>
        </td>
      )}
    </tr>
  );
}
