/** What remains of a condition for alerts of certain classes. */
import type { ReleaseClass } from '../kernel/side.js';
import { evaluate } from './condition.js';
import type { Condition, FieldTest } from './policy.js';
import { NO_FACTS } from './routing-facts.js';

/**
 * A condition that holds for an alert of one of these classes exactly when the given one does, without the parts that none of them can
 * meet. `true` or `false`: it holds for all of them, or for none, whatever else they are.
 */
export function conditionForClass(classes: readonly ReleaseClass[], condition: Condition): Condition | boolean {
  if ('field' in condition) return condition.field === 'alert.class' ? classTest(classes, condition) : condition;
  if ('not' in condition) {
    const inner = conditionForClass(classes, condition.not);
    return typeof inner === 'boolean' ? !inner : { not: inner };
  }
  const [decisive, parts] = 'all' in condition ? ([false, condition.all] as const) : ([true, condition.any] as const);
  const open: Condition[] = [];
  for (const part of parts) {
    const remains = conditionForClass(classes, part);
    if (remains === decisive) return decisive;
    if (typeof remains !== 'boolean') open.push(remains);
  }
  const [first] = open;
  if (first === undefined) return !decisive;
  if (open.length === 1) return first;
  return 'all' in condition ? { all: open } : { any: open };
}

/** Names only those of the classes that meet it. */
function classTest(classes: readonly ReleaseClass[], test: FieldTest): Condition | boolean {
  const met = classes.filter((one) => evaluate(test, { ...NO_FACTS, class: one }, undefined));
  if (met.length === 0) return false;
  if (met.length === classes.length) return true;
  return { field: 'alert.class', oneOf: met };
}
