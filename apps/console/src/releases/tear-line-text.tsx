/** A tear line that our side was given, by its id. */
import { AuthoredText } from '../parts/authored-text.js';
import { useReleaseEvents } from './use-release-events.js';
import layout from '../parts/case-desk.module.css';

interface TearLine {
  readonly id: string;
  readonly text: Readonly<Record<string, string>>;
  readonly tlp: string;
}

/** The latest first. */
export function useTearLines(): readonly TearLine[] {
  return useReleaseEvents()
    .filter(({ type }) => type === 'TearLineShared')
    .map(({ data }) => {
      const { tearLine, text, label } = data as {
        readonly tearLine: string;
        readonly text: Readonly<Record<string, string>>;
        readonly label: { readonly tlp: string };
      };
      return { id: tearLine, text, tlp: label.tlp };
    })
    .toReversed();
}

export function TearLineText({ id, title }: { readonly id: string; readonly title: string }) {
  const found = useTearLines().find((one) => one.id === id);
  return (
    <div className={layout['part']}>
      <p className="mute">
        {title} <bdi>{id}</bdi> {found !== undefined && <bdi>{found.tlp}</bdi>}
      </p>
      {found !== undefined && (
        <p>
          <AuthoredText text={found.text} />
        </p>
      )}
    </div>
  );
}
