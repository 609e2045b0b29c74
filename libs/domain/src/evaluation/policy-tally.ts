/** How the two sides came to agree on a policy for both: the lag between the two keys, and what became of each proposal. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { LoggedEvent } from '../kernel/event.js';
import { SIDES, type Side } from '../kernel/side.js';
import type { Moment, PolicyFigures, ProposalCourse, ProposalEnds } from './figures.js';
import { spreadOf } from './spread.js';

const ENDS = { PolicyApproved: 'approved', PolicyRejected: 'rejected', PolicyWithdrawn: 'withdrawn' } as const;

type Course = { -readonly [K in keyof ProposalCourse]: ProposalCourse[K] };

export class PolicyTally {
  readonly #proposals = new Map<string, Course>();
  readonly #overridden: (Moment & { reason?: string })[] = [];
  /** Both sides have agreed on the policy that is in force for joint incidents to come. */
  #agreed = false;

  /** The next event of the log. */
  add({ type, data, at, seq }: LoggedEvent): void {
    switch (type) {
      case 'PolicyProposed':
        this.#proposals.set(data.proposal, { proposal: data.proposal, side: data.side, at, seq });
        return;
      case 'PolicyApproved':
      case 'PolicyRejected':
      case 'PolicyWithdrawn': {
        const found = this.#proposals.get(data.proposal);
        if (found) found.ended = { as: ENDS[type], at, seq };
        if (type === 'PolicyApproved') this.#agreed = true;
        return;
      }
      case 'PolicyDeadlocked': {
        const found = this.#proposals.get(data.proposal);
        if (found) found.deadlocked = { at, seq };
        return;
      }
      case 'PolicyChanged':
        if (this.#agreed) this.#overridden.push({ at, seq, ...(data.reason !== undefined && { reason: data.reason }) });
        this.#agreed = false;
        return;
      default:
    }
  }

  /** @param end exercise time that the run has reached: what was proposed at that moment could not be answered */
  figures(end: ExerciseTime): PolicyFigures {
    const proposals: ProposalCourse[] = [...this.#proposals.values()].map((one) => ({ ...one }));
    const [PAK, CHN] = SIDES.map((side) => endsOf(proposals.filter((one) => one.side === side))) as [
      ProposalEnds,
      ProposalEnds,
    ];
    const approved = proposals.flatMap(({ at, ended }) =>
      ended?.as === 'approved' ? [{ ms: ended.at - at, seq: ended.seq }] : [],
    );
    const answerable = proposals.filter(({ at, ended }) => (ended ? ended.as !== 'withdrawn' : at < end));
    return {
      proposals,
      ...endsOf(proposals),
      sides: { PAK, CHN } satisfies Record<Side, ProposalEnds>,
      overridden: [...this.#overridden],
      toApproved: spreadOf(approved, answerable.length),
    };
  }
}

function endsOf(proposals: readonly ProposalCourse[]): ProposalEnds {
  const as = (end: NonNullable<ProposalCourse['ended']>['as']) =>
    proposals.filter(({ ended }) => ended?.as === end).length;
  return {
    proposed: proposals.length,
    approved: as('approved'),
    rejected: as('rejected'),
    withdrawn: as('withdrawn'),
    open: proposals.filter(({ ended }) => ended === undefined).length,
    deadlocks: proposals.filter(({ deadlocked }) => deadlocked !== undefined).length,
  };
}
