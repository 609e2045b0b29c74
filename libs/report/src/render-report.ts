/** The report in the forms in which it is read. */
import { toReportDocument } from './document/report-document.js';
import type { ReportFormat } from '#contracts/http/reports.js';
import type { AfterActionReport } from '#domain/evaluation/report.js';
import { reportMarkdown } from './markdown/markdown.js';
import { reportPage } from './html/page.js';

export async function renderReport(report: AfterActionReport, format: ReportFormat): Promise<string> {
  switch (format) {
    case 'html':
      return reportPage(report);
    case 'md':
      return reportMarkdown(report);
    case 'json':
      return `${JSON.stringify(toReportDocument(report), undefined, 2)}\n`;
    default:
      return format satisfies never;
  }
}
