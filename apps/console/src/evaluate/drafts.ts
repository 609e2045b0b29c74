/** What evaluators write, as the forms hold it, and the requests that are made of it. A field that is blank is left out. */
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import type { ReleaseClass } from '#domain/kernel/side.js';
import { contradicts, TLP_LABELS, type TlpLabel } from '#domain/release/label.js';
import { storyTime } from '../parts/story-time.js';
import type { CapabilityElement, ObservationKind, Rating } from '#domain/evaluation/evaluation.js';

export interface ObservationDraft {
  readonly kind: ObservationKind;
  readonly text: string;
  readonly objective: string;
  readonly incident: string;
  readonly recommendation: string;
  readonly capabilityElement: CapabilityElement | '';
  /** Numbers of events. */
  readonly evidence: readonly number[];
  /** Whom it is released to; blank: exercise control only. */
  readonly class: ReleaseClass | '';
  /** Blank: as its class. */
  readonly tlp: TlpLabel | '';
  /** When the label is to be looked at again: a local time of the story, `2026-04-22T08:00`; blank: no review. A draft of an older page has none. */
  readonly reviewAt?: string;
}

export const EMPTY_OBSERVATION: ObservationDraft = {
  kind: 'area-for-improvement',
  text: '',
  objective: '',
  incident: '',
  recommendation: '',
  capabilityElement: '',
  evidence: [],
  class: '',
  tlp: '',
  reviewAt: '',
};

export interface RatingDraft {
  readonly rating: Rating | '';
  readonly reason: string;
}

export const EMPTY_RATING: RatingDraft = { rating: '', reason: '' };

export interface ImprovementDraft {
  readonly correctiveAction: string;
  readonly capabilityElement: CapabilityElement | '';
  readonly organization: string;
  readonly contact: string;
  /** Calendar dates, `2026-12-31`. */
  readonly start: string;
  readonly completion: string;
  readonly objective: string;
  readonly observation: string;
}

export const EMPTY_IMPROVEMENT: ImprovementDraft = {
  correctiveAction: '',
  capabilityElement: '',
  organization: '',
  contact: '',
  start: '',
  completion: '',
  objective: '',
  observation: '',
};

/** The draft with an event as its evidence; of the first one it takes the incident, too. Most is what the API takes. */
export function withEvidence(
  draft: ObservationDraft,
  seq: number,
  incident: string | undefined,
): Partial<ObservationDraft> {
  if (draft.evidence.includes(seq) || draft.evidence.length >= MOST_EVIDENCE) return {};
  const evidence = [...draft.evidence, seq].toSorted((a, b) => a - b);
  return draft.incident === '' && incident !== undefined ? { evidence, incident } : { evidence };
}

const MOST_EVIDENCE = 50;

/** What an observation for these readers may be labelled; one for a few named readers is recorded with `tandem evaluation observe`. */
export function tlpsOf(releasedTo: ReleaseClass): readonly TlpLabel[] {
  return TLP_LABELS.filter((tlp) => tlp !== 'TLP:RED' && !contradicts(releasedTo, tlp));
}

/** @param offset UTC offset of the story: `+05:00` */
export function observationRequest(draft: ObservationDraft, offset: string): ApiShapes['RecordObservation'] {
  const { kind, text, evidence, class: releasedTo, tlp, reviewAt = '' } = draft;
  return {
    kind,
    text: text.trim(),
    ...filled(draft, ['objective', 'incident', 'recommendation', 'capabilityElement']),
    ...(evidence.length > 0 && { evidence: [...evidence] }),
    ...(releasedTo && {
      label: {
        class: releasedTo,
        ...(tlpsOf(releasedTo).includes(tlp as TlpLabel) && { tlp }),
        ...(reviewAt !== '' && { reviewAt: storyTime(reviewAt, offset) }),
      },
    }),
  } as ApiShapes['RecordObservation'];
}

export function improvementRequest(draft: ImprovementDraft): ApiShapes['PlanImprovement'] {
  const { correctiveAction, capabilityElement, organization } = draft;
  return {
    correctiveAction: correctiveAction.trim(),
    capabilityElement,
    organization: organization.trim(),
    ...filled(draft, ['contact', 'start', 'completion', 'objective', 'observation']),
  } as ApiShapes['PlanImprovement'];
}

function filled<T extends object>(draft: T, names: readonly (keyof T)[]): Partial<Record<keyof T, string>> {
  const found: Partial<Record<keyof T, string>> = {};
  for (const name of names) {
    const text = String(draft[name]).trim();
    if (text !== '') found[name] = text;
  }
  return found;
}
