/** Whether each test of a condition makes sense for its field, so that a misspelt value does not pass for a rule. */
import {
  CATEGORIES,
  CERTAINTIES,
  CONFIDENCES,
  MSG_TYPES,
  RESPONSE_TYPES,
  SCOPES,
  SEVERITIES,
  URGENCIES,
} from '../alert/alert.js';
import { RELEASE_CLASSES } from '../kernel/side.js';
import type { Finding } from '../kernel/finding.js';
import { error } from '../kernel/finding.js';
import { scaleOf } from './condition.js';
import type { Condition, ConditionField, FieldTest } from './policy.js';

/** All faults of a condition; `siteIds` are the sites that it may name. */
export function checkCondition(condition: Condition, path: string, siteIds: ReadonlySet<string>): Finding[] {
  if ('field' in condition) return checkTest(condition, path, siteIds);
  if ('not' in condition) return checkCondition(condition.not, `${path}.not`, siteIds);
  const [name, parts] = 'all' in condition ? ['all', condition.all] : ['any', condition.any];
  return parts.flatMap((part, index) => checkCondition(part, `${path}.${name}[${index}]`, siteIds));
}

type Asked = string | number;

function checkTest(test: FieldTest, path: string, siteIds: ReadonlySet<string>): Finding[] {
  if ('exists' in test) return [];
  if ('within' in test && 'radiusKm' in test.within) {
    return test.field === 'site.position'
      ? []
      : [notApplicable(`${path}.within`, `${test.field} is no position; a circle is for site.position.`)];
  }
  if (test.field === 'site.position') {
    return [notApplicable(path, 'site.position can be within a circle (lat, lon, radiusKm) or exist, nothing else.')];
  }
  if ('equals' in test) return checkValues(test.field, [test.equals], `${path}.equals`, siteIds);
  if ('oneOf' in test) return checkValues(test.field, test.oneOf, `${path}.oneOf`, siteIds);
  if ('atLeast' in test) return checkOrdered(test.field, [test.atLeast], `${path}.atLeast`, siteIds);
  if ('atMost' in test) return checkOrdered(test.field, [test.atMost], `${path}.atMost`, siteIds);
  if (!('radiusKm' in test.within)) return checkRange(test.field, test.within, `${path}.within`, siteIds);
  return [];
}

function checkRange(
  field: ConditionField,
  range: readonly [Asked, Asked],
  path: string,
  siteIds: ReadonlySet<string>,
): Finding[] {
  const findings = checkOrdered(field, range, path, siteIds);
  if (findings.length > 0) return findings;
  const scale = scaleOf(field);
  const [from, to] = range.map((value) => (scale ? scale.indexOf(String(value)) : Number(value)));
  if (from === undefined || to === undefined || from <= to) return [];
  return [notApplicable(path, `The range ${range[0]} to ${range[1]} is empty; write the lower bound first.`)];
}

function checkOrdered(
  field: ConditionField,
  values: readonly Asked[],
  path: string,
  siteIds: ReadonlySet<string>,
): Finding[] {
  if (!isNumeric(field) && !scaleOf(field)) {
    return [notApplicable(path, `${field} has no order; ask with equals or oneOf.`)];
  }
  return checkValues(field, values, path, siteIds);
}

function checkValues(
  field: ConditionField,
  values: readonly Asked[],
  path: string,
  siteIds: ReadonlySet<string>,
): Finding[] {
  const list: readonly string[] | undefined = ENUMERATIONS[field];
  return values.flatMap((value) => {
    if (isNumeric(field) !== (typeof value === 'number')) {
      return [notApplicable(path, `${field} is ${isNumeric(field) ? 'a number' : 'a text'}, not ${textOf(value)}.`)];
    }
    if (list && !list.includes(String(value))) {
      return [notApplicable(path, `${field} is never ${textOf(value)}; it is one of ${list.join(', ')}.`)];
    }
    if (field === 'site.id' && !siteIds.has(String(value))) {
      return [error('UNKNOWN_SITE', path, `The scenario has no site ${textOf(value)}.`)];
    }
    return [];
  });
}

const ENUMERATIONS: Partial<Record<ConditionField, readonly string[]>> = {
  'alert.category': CATEGORIES,
  'alert.urgency': URGENCIES,
  'alert.severity': SEVERITIES,
  'alert.certainty': CERTAINTIES,
  'alert.responseType': RESPONSE_TYPES,
  'alert.msgType': MSG_TYPES,
  'alert.status': ['Exercise', 'Test'],
  'alert.scope': SCOPES,
  'alert.confidence': CONFIDENCES,
  'alert.class': RELEASE_CLASSES,
};

/** Head counts: `….nationals.…` and `….casualties.…`. */
function isNumeric(field: ConditionField): boolean {
  return field.split('.').length === 3;
}

function notApplicable(path: string, message: string): Finding {
  return error('TEST_NOT_APPLICABLE', path, message);
}

function textOf(value: Asked): string {
  return JSON.stringify(value);
}
