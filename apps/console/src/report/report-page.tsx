/** What happened, with evidence: the after-action report, marked as interim until ENDEX. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Waiting } from '../parts/waiting.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { Problem } from '../parts/problem.js';
import { api, dataOf } from '../session/api.js';
import { BeforeEnd, BeforeStart } from './before-end.js';
import { ReportDocument } from './report-document.js';
import type { Report } from './report-facts.js';

export function ReportPage() {
  const status = useExercise((fold) => fold.state.status);
  if (status === 'planned') return <BeforeStart />;
  return <StartedReport hasEnded={status === 'ended'} />;
}

function StartedReport({ hasEnded }: { readonly hasEnded: boolean }) {
  const { id: exercise } = useExerciseStore().exercise;
  const last = useExercise((fold) => fold.seq);
  // Evaluators go on after ENDEX: the report is then of the log as it is now. Before, it is made when it is asked for.
  const [asked, ask] = useState(last);
  const seq = hasEnded ? last : asked;
  const { data, error } = useQuery({
    queryKey: ['exercise', exercise, 'report', seq],
    queryFn: () => readReport(exercise),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });
  if (data !== undefined) {
    return (
      <>
        {!hasEnded && <BeforeEnd behind={last - asked} onRefresh={() => ask(last)} />}
        <ReportDocument report={data} exercise={exercise} />
      </>
    );
  }
  return error === null ? <Waiting /> : <Problem error={error} />;
}

function readReport(exercise: string): Promise<Report> {
  const params = { path: { exercise }, query: { format: 'json' } } as const;
  return dataOf(api.GET('/v1/exercises/{exercise}/report', { params })) as Promise<Report>;
}
