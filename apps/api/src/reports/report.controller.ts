import { Controller, Headers, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { REPORT_FORMATS, REPORT_MEDIA_TYPES, reportQuery, type ReportFormat } from '#contracts/http/reports.js';
import type { Caller } from '../auth/caller.js';
import { CurrentCaller } from '../auth/current.js';
import { acceptedType } from '../http/accepted.js';
import { Operation } from '../http/operation.js';
import { ReportMaker } from './report-maker.js';

/** The page runs no script and loads nothing, whatever stands in the texts of alerts and evaluators. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'";

@Controller()
export class ReportController {
  constructor(private readonly maker: ReportMaker) {}

  @Operation('readReport')
  async read(
    @Param('exercise') exercise: string,
    @CurrentCaller() caller: Caller,
    @Query({ schema: reportQuery }) query: z.infer<typeof reportQuery>,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const { format = accepted(accept), lang: language } = query;
    const text = await this.maker.make(exercise, { format, language, appendix: query.appendix !== 'false' }, caller.id);
    // Not of a problem, which has headers of its own.
    void reply.headers({
      'content-type': `${REPORT_MEDIA_TYPES[format]}; charset=utf-8`,
      'content-security-policy': POLICY,
      vary: 'accept, origin',
    });
    return text;
  }
}

/** The form that the header prefers; JSON where it names none of ours. */
function accepted(accept: string | undefined): ReportFormat {
  const type = acceptedType(accept, Object.values(REPORT_MEDIA_TYPES));
  return REPORT_FORMATS.find((format) => REPORT_MEDIA_TYPES[format] === type) ?? 'json';
}
