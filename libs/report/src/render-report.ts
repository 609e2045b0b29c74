/** The report in the forms in which it is read. */
import type { ReportFormat } from '#contracts/http/reports.js';
import type { Language } from '#contracts/language/languages.js';
import { loadReportLanguage } from '#contracts/language/report-language.js';
import type { AfterActionReport } from '#domain/evaluation/report.js';
import { toReportDocument } from './document/report-document.js';
import { reportPage } from './html/page.js';
import { reportMarkdown } from './markdown/markdown.js';
import { Facts } from './words/facts.js';
import { Words } from './words/words.js';

export interface RenderOptions {
  /** Absent: English. */
  readonly language?: Language | undefined;
  /** Absent: with the list of the events that the report rests on. */
  readonly appendix?: boolean | undefined;
}

export async function renderReport(
  report: AfterActionReport,
  format: ReportFormat,
  { language = 'en', appendix = true }: RenderOptions = {},
): Promise<string> {
  const facts = new Facts(report, new Words(await loadReportLanguage(language)), appendix);
  switch (format) {
    case 'html':
      return reportPage(facts);
    case 'md':
      return reportMarkdown(facts);
    case 'json':
      return `${JSON.stringify(toReportDocument(facts), undefined, 2)}\n`;
    default:
      return format satisfies never;
  }
}
