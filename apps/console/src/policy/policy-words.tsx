/** The parts of a policy in words. */
import { useTranslation } from '../language/use-translation.js';
import type { Condition, FieldTest, Requirement, Target } from '#domain/policy/policy.js';
import { SideBadge } from '../parts/side-badge.js';
import { useWord } from '../parts/use-word.js';
import { UnitName } from '../control/names.js';

export function RequirementWords({ requirement }: { readonly requirement: Requirement }) {
  const { t } = useTranslation('policy');
  if (typeof requirement === 'object') return t('requirement.count', { count: requirement.count });
  return t(`requirement.${requirement}`);
}

export function TargetWords({ target }: { readonly target: Target }) {
  const word = useWord();
  return (
    <>
      {'unit' in target ? (
        <UnitName id={target.unit} />
      ) : 'group' in target ? (
        <bdi>{target.group}</bdi>
      ) : 'kind' in target ? (
        <>
          {target.side !== undefined && <SideBadge side={target.side} />} {word('unitKind', target.kind)}
        </>
      ) : (
        <SideBadge side={target.side} />
      )}{' '}
      · {word('action', target.action)}
    </>
  );
}

export function PolicyCondition({ condition }: { readonly condition: Condition }) {
  const { t } = useTranslation('policy');
  if ('not' in condition) {
    return (
      <>
        {t('condition.not')} (<PolicyCondition condition={condition.not} />)
      </>
    );
  }
  if ('field' in condition) return <bdi dir="ltr">{testText(condition)}</bdi>;
  const isAll = 'all' in condition;
  const parts = isAll ? condition.all : condition.any;
  return parts.map((part, index) => (
    <span key={index}>
      {index > 0 && ` ${t(isAll ? 'condition.all' : 'condition.any')} `}
      {'field' in part ? (
        <PolicyCondition condition={part} />
      ) : (
        <>
          (<PolicyCondition condition={part} />)
        </>
      )}
    </span>
  ));
}

function testText(test: FieldTest): string {
  const { field } = test;
  if ('equals' in test) return `${field} = ${test.equals}`;
  if ('oneOf' in test) return `${field} ∈ ${test.oneOf.join(', ')}`;
  if ('atLeast' in test) return `${field} ≥ ${test.atLeast}`;
  if ('atMost' in test) return `${field} ≤ ${test.atMost}`;
  if ('exists' in test) return test.exists ? `${field} ✓` : `${field} ∅`;
  return `${field} ⊂ ${JSON.stringify(test.within)}`;
}
