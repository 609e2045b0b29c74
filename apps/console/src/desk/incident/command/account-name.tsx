/** An account by the name of its person, where the viewer may know it; else by its id. */
import { useTranslation } from '../../../language/use-translation.js';
import { usePresence } from '../../../control/people/use-presence.js';
import { Placed } from '../../../parts/placed.js';
import { useViewer } from '../../../session/use-session.js';

export function AccountName({ id }: { readonly id: string }) {
  const { t } = useTranslation('coordination');
  const viewer = useViewer();
  const { people } = usePresence();
  if (viewer.account === id) {
    return <Placed say={(marks) => t('command.you', marks)} values={{ name: <bdi>{viewer.name}</bdi> }} />;
  }
  const name = people.find(({ account }) => account === id)?.name;
  return <bdi title={id}>{name ?? id}</bdi>;
}
