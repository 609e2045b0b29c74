/** The headline of an incident in the reader's language, or marked with the language that it is in. */
import { AuthoredText } from './authored-text.js';
import { useHeadline } from '../live/use-headlines.js';

export function IncidentHeadline({
  incident,
}: {
  readonly incident: { readonly id: string; readonly headline: string };
}) {
  const [headline, language] = useHeadline(incident);
  return <AuthoredText text={{ [language]: headline }} />;
}
