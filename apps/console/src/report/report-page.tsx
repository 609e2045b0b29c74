/** What happened, with evidence: after ENDEX the after-action report, before it what the report waits for. */
import { useQuery } from '@tanstack/react-query';
import { Waiting } from '../parts/waiting.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { Problem } from '../parts/problem.js';
import { api, dataOf } from '../session/api.js';
import { BeforeEnd } from './before-end.js';
import { ReportDocument } from './report-document.js';
import type { Report } from './report-facts.js';

export function ReportPage() {
  const hasEnded = useExercise((fold) => fold.state.status === 'ended');
  return hasEnded ? <EndedReport /> : <BeforeEnd />;
}

function EndedReport() {
  const { id: exercise } = useExerciseStore().exercise;
  // Evaluators go on after ENDEX: the report is of the log as it is now.
  const seq = useExercise((fold) => fold.seq);
  const { data, error } = useQuery({
    queryKey: ['exercise', exercise, 'report', seq],
    queryFn: () => readReport(exercise),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  if (data !== undefined) return <ReportDocument report={data} exercise={exercise} />;
  return error === null ? <Waiting /> : <Problem error={error} />;
}

function readReport(exercise: string): Promise<Report> {
  const params = { path: { exercise }, query: { format: 'json' } } as const;
  return dataOf(api.GET('/v1/exercises/{exercise}/report', { params })) as Promise<Report>;
}
