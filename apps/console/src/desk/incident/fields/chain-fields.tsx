/** Which chain goes on, or starts again; and whom that asks. */
import { NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from '../../../language/use-translation.js';
import { useExerciseStore } from '../../../live/use-exercise.js';
import { UnitName } from '../../incidents/site-name.js';
import type { FieldsProps } from '../act-form.js';
import { useRules } from '../use-rules.js';

export function ChainFields({
  kind,
  incident,
  possible,
  frame,
}: FieldsProps & { readonly kind: 'escalate' | 'restart' }) {
  const { t } = useTranslation('desk');
  const { fold } = useExerciseStore();
  const rules = useRules();
  const chains = possible.acts.flatMap(({ chain }) => chain ?? []);
  const [chosen, choose] = useState('');
  const chain =
    chains.find((one) => one === chosen) ?? (kind === 'escalate' && chains.length > 1 ? undefined : chains[0]);
  const plans = useMemo(
    () => (kind === 'escalate' ? (rules?.plansOf(fold.state, incident.id) ?? []) : []),
    [kind, rules, fold, incident],
  );
  const next = plans
    .filter((plan) => chain === undefined || plan.chain === chain)
    .flatMap(({ steps }) => steps[0]?.addressees ?? [])
    .map(({ unit }) => unit);
  const every = kind === 'escalate' ? [{ value: '', label: t('act.everyChain') }] : [];
  return frame(
    <>
      {chains.length > 1 && (
        <NativeSelect
          size="xs"
          label={t('act.whichChain')}
          value={chain ?? ''}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={[...every, ...chains.map((one) => ({ value: one, label: one }))]}
        />
      )}
      <p>
        {kind === 'restart'
          ? t('act.restartMeans')
          : next.length === 0
            ? t('act.escalateMeans')
            : t('act.escalateAsks')}{' '}
        {[...new Set(next)].map((unit, index) => (
          <span key={unit}>
            {index > 0 && t('unitSeparator')}
            <b>
              <UnitName unit={unit} />
            </b>
          </span>
        ))}
      </p>
    </>,
    kind === 'escalate'
      ? { kind, ...(chain !== undefined && { chain }) }
      : chain === undefined
        ? undefined
        : { kind, chain },
  );
}
