/** The report as a document of JSON, as its schema has it. */
import type { z } from 'zod';
import type { reportDocument } from '#contracts/report/report-document.js';
import { expectationText } from '#contracts/sentences/verdict-text.js';
import type { Facts } from '../words/facts.js';
import { verifyCommands } from './verify-commands.js';

export function toReportDocument({ report, words, hasAppendix }: Facts): z.input<typeof reportDocument> {
  const { expectations, events, contexts: _contexts, source: _source, log, ...rest } = report;
  const document = {
    marking: 'EXERCISE',
    language: words.tag,
    ...rest,
    log: { ...log, verify: verifyCommands(report) },
    expectations: expectations.map(({ expectation: one, verdict: { expectation: id, ...verdict } }) => ({
      id,
      text: expectationText(one, words.say),
      ...(one.objective !== undefined && { objective: one.objective }),
      weight: one.weight,
      ...verdict,
    })),
    events: (hasAppendix ? events : []).map(({ seq: number, at, type, data, cause, actor, audience }) => ({
      seq: number,
      at,
      type,
      data,
      cause,
      actor,
      audience,
    })),
  };
  return document as unknown as z.input<typeof reportDocument>;
}
