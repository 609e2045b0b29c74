/** The label of what somebody is writing, as a form holds it, and as the API takes it. */
import type { Language } from '#contracts/language/languages.js';
import type { ReleaseClass } from '#domain/kernel/side.js';
import { contradicts, TLP_LABELS, type TearLineTlp, type TlpLabel } from '#domain/release/label.js';
import { storyTime } from './story-time.js';

export interface LabelDraft {
  /** Empty: what the class counts as. */
  readonly tlp: TlpLabel | '';
  readonly releasableTo: readonly string[];
  readonly tearLine: string;
  readonly tearLineTlp: TearLineTlp | '';
  /** When the label is to be looked at again: a local time of the story, `2026-04-22T08:00`; empty: no review. A draft of an older page has none. */
  readonly reviewAt?: string;
}

export const EMPTY_LABEL: LabelDraft = { tlp: '', releasableTo: [], tearLine: '', tearLineTlp: '', reviewAt: '' };

/** As the API takes it, in characters. */
export const MOST_TEAR_LINE = 5_000;

/** The labels that the class goes with. */
export function tlpsFor(releaseClass: ReleaseClass | ''): readonly TlpLabel[] {
  return TLP_LABELS.filter((tlp) => releaseClass === '' || !contradicts(releaseClass, tlp));
}

interface Context {
  /** In which the tear line is written. */
  readonly language: Language;
  /** UTC offset of the story: `+05:00`. */
  readonly offset: string;
}

/** What the draft states for readers of this class; what does not go with the class is left out. */
export function statedLabel(releaseClass: ReleaseClass, draft: LabelDraft, { language, offset }: Context) {
  const { tlp, releasableTo, tearLine, tearLineTlp, reviewAt = '' } = draft;
  const hasTearLine = releaseClass !== 'JOINT' && tearLine.trim() !== '';
  return {
    ...(tlp !== '' && tlpsFor(releaseClass).includes(tlp) && { tlp }),
    ...(releasableTo.length > 0 && { releasableTo: [...releasableTo] }),
    ...(hasTearLine && { tearLine: { [language]: tearLine.trim() } }),
    ...(hasTearLine && tearLineTlp !== '' && { tearLineTlp }),
    ...(reviewAt !== '' && { reviewAt: storyTime(reviewAt, offset) }),
  };
}
