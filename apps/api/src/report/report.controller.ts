import { Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { REPORT_FORMATS, REPORT_MEDIA_TYPES, reportQuery, type ReportFormat } from '#contracts/http/reports.js';
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
    const { format = accepted(header(request, 'accept')) } = queryOf(request, reportQuery);
    const text = await this.maker.make(param(request, 'exercise'), format);
    void reply
      .header('content-type', `${REPORT_MEDIA_TYPES[format]}; charset=utf-8`)
      .header('content-security-policy', POLICY)
      .header('vary', 'accept, origin')
      .send(text);
  }
}

/** The first of our forms that the header names with the highest quality (RFC 9110, 12.5.1); JSON where it names none. */
function accepted(accept = ''): ReportFormat {
  const asked = accept.split(',').map((part) => {
    const [type = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    const quality = parameters.find((text) => text.startsWith('q='))?.slice(2);
    return { format: REPORT_FORMATS.find((name) => REPORT_MEDIA_TYPES[name] === type), quality: Number(quality ?? 1) };
  });
  const best = asked
    .filter(({ format, quality }) => format !== undefined && quality > 0)
    .toSorted((a, b) => b.quality - a.quality)[0];
  return best?.format ?? 'json';
}
