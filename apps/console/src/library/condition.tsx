/** What an inject waits for, in words. */
import { useTranslation } from '../language/use-translation.js';
import type { InjectCondition } from '#domain/inject/inject.js';
import { durationText } from '../parts/time-text.js';

export function Condition({ condition }: { readonly condition: InjectCondition }) {
  const { t } = useTranslation('library');
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.map((one, index) => (
        // The parts of one condition never change their order.
        <span key={index}>
          {index > 0 && ` ${t(`condition.${condition.kind}`)} `}
          {isCompound(one) ? (
            <>
              (<Condition condition={one} />)
            </>
          ) : (
            <Condition condition={one} />
          )}
        </span>
      ));
    case 'not':
      return (
        <span>
          {t('condition.not')} (<Condition condition={condition.of} />)
        </span>
      );
    case 'escalated':
      return t('condition.escalated', { incident: isolated(condition.incident), level: condition.level });
    case 'unacknowledged': {
      const { incident, side, forMs } = condition;
      return t('condition.unacknowledged', {
        incident: isolated(incident),
        side: isolated(side),
        time: isolated(durationText(forMs)),
      });
    }
    case 'resolved':
      return t('condition.resolved', { incident: isolated(condition.incident) });
    case 'fired':
      return t('condition.fired', { inject: isolated(condition.inject) });
    case 'knows': {
      const { side, incident, tearLine } = condition;
      return tearLine === undefined
        ? t('condition.knows', { side: isolated(side), incident: isolated(incident) })
        : t('condition.knowsTearLine', { side: isolated(side), inject: isolated(tearLine) });
    }
    case 'declined':
      return t('condition.declined', { unit: isolated(condition.unit) });
    default:
      return condition satisfies never;
  }
}

function isCompound({ kind }: InjectCondition): boolean {
  return kind === 'all' || kind === 'any';
}

/** A value that keeps its own direction inside a sentence, as `bdi` does. */
function isolated(value: string): string {
  return `\u2068${value}\u2069`;
}
