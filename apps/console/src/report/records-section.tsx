/** Notes and decisions on record: each once, under the label that it carries, and from whom that has been withheld. */
import { useTranslation } from '../language/use-translation.js';
import { LabelMark } from '../parts/label-mark.js';
import { SideBadge } from '../parts/side-badge.js';
import { useWord } from '../parts/use-word.js';
import { Evidence } from './evidence.js';
import type { Report, ReportFacts } from './report-facts.js';
import { TableFrame } from './table-frame.js';

type RecordView = Report['records'][number];

export function RecordsSection({ facts }: { readonly facts: ReportFacts }) {
  const { t } = useTranslation('report');
  const { records } = facts.report;
  if (records.length === 0) return null;
  return (
    <section data-testid="report-records">
      <h3>{t('records')}</h3>
      <TableFrame label={t('records')} heads={['record', 'says', 'by', 'label', 'labelChanges', 'evidence']}>
        {records.map((record) => (
          <tr key={record.id}>
            <td>
              <bdi>{record.id}</bdi>
            </td>
            <td dir="auto">{record.kind === 'note' ? record.text : `${record.decision} (${record.reason})`}</td>
            <td>
              {record.kind === 'note' && record.released !== undefined ? (
                <SideBadge side={record.released} />
              ) : (
                <bdi>{facts.person(record.actor)}</bdi>
              )}
            </td>
            <td>
              <Label record={record} />
            </td>
            <td>
              <Changes record={record} />
            </td>
            <td>
              <Evidence facts={facts} evidence={[record.seq, ...(record.labelChanges ?? []).map(({ seq }) => seq)]} />
            </td>
          </tr>
        ))}
      </TableFrame>
      <p className="mute">{t('recordsMean')}</p>
    </section>
  );
}

function Label({ record: { audience, label } }: { readonly record: RecordView }) {
  const word = useWord();
  if (audience === 'CONTROL') return <span>{word('audience', audience)}</span>;
  return <LabelMark of={audience} label={label} />;
}

function Changes({ record: { labelChanges = [] } }: { readonly record: RecordView }) {
  const { t } = useTranslation('report');
  return (
    <>
      {labelChanges.map(({ seq, from, to, seenBy = [] }) => (
        <div key={seq}>
          <bdi dir="ltr">{`${from.tlp} → ${to.tlp}`}</bdi>{' '}
          {seenBy.length > 0 && t('withheldFrom', { readers: seenBy.join(', ') })}
        </div>
      ))}
    </>
  );
}
