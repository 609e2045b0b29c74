import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { REPORT_FORMATS, REPORT_MEDIA_TYPES, reportQuery, type ReportFormat } from '#contracts/http/reports.js';
import { callerOf } from '../auth/current.js';
import { acceptedType } from '../http/accepted.js';
import { Operation } from '../http/operation.js';
import { header, param, queryOf } from '../http/request-input.js';
import { ReportMaker } from './report-maker.js';

/** The page runs no script and loads nothing, whatever stands in the texts of alerts and evaluators. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'";

@Controller()
export class ReportController {
  constructor(private readonly maker: ReportMaker) {}

  @Operation('readReport')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = queryOf(request, reportQuery);
    const { format = accepted(header(request, 'accept')) } = query;
    const form = { format, language: query.lang, appendix: query.appendix !== 'false' };
    const text = await this.maker.make(param(request, 'exercise'), form, callerOf(request).id);
    void reply
      .header('content-type', `${REPORT_MEDIA_TYPES[format]}; charset=utf-8`)
      .header('content-security-policy', POLICY)
      .header('vary', 'accept, origin')
      .send(text);
  }
}

/** The form that the header prefers; JSON where it names none of ours. */
function accepted(accept: string | undefined): ReportFormat {
  const type = acceptedType(accept, Object.values(REPORT_MEDIA_TYPES));
  return REPORT_FORMATS.find((format) => REPORT_MEDIA_TYPES[format] === type) ?? 'json';
}
