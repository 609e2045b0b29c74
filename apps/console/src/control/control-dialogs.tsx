/** What opens over the page, named in the URL; each is loaded when it is first opened. */
import { Suspense, type ReactNode } from 'react';
import { lazyPage } from '../language/lazy-page.js';
import { useTranslation } from '../language/use-translation.js';
import { SideDrawer } from '../parts/side-drawer.js';
import { SeeAs } from './sides/see-as.js';
import { useDialog } from './use-dialog.js';

const Improvise = lazyPage(['control', 'policy'], async () => (await import('./improvise/improvise.js')).Improvise);
const Announce = lazyPage(['control'], async () => (await import('./announce/announce.js')).Announce);
const RemoteUnits = lazyPage(['remote', 'control'], async () => (await import('./remote/remote-units.js')).RemoteUnits);
const PolicyPage = lazyPage(['policy', 'control'], async () => (await import('../policy/policy-page.js')).PolicyPage);

const DIALOGS = {
  improvise: { title: 'improvise.title', size: 1000 },
  announce: { title: 'announce.title', size: 720 },
  policy: { title: 'policy.title', size: 1100 },
  remote: { title: 'remote.title', size: 860 },
  pak: { title: 'sides.seePak', size: 460 },
  chn: { title: 'sides.seeChn', size: 460 },
} as const;
type Dialog = keyof typeof DIALOGS;

export function ControlDialogs() {
  const { t } = useTranslation('control');
  const [named, open] = useDialog();
  const dialog = named !== undefined && named in DIALOGS ? (named as Dialog) : undefined;
  const close = () => open(undefined);
  const { title, size } = DIALOGS[dialog ?? 'improvise'];
  return (
    <SideDrawer isOpen={dialog !== undefined} onClose={close} edge="end" width={size} title={t(title)}>
      <Suspense fallback={<p className="mute">{t('frame:loading')}</p>}>
        {dialog !== undefined && contentOf(dialog, (inject) => open(undefined, inject === undefined ? {} : { inject }))}
      </Suspense>
    </SideDrawer>
  );
}

function contentOf(dialog: Dialog, onDone: (inject: string | undefined) => void): ReactNode {
  switch (dialog) {
    case 'improvise':
      return <Improvise onDone={onDone} />;
    case 'announce':
      return <Announce />;
    case 'policy':
      return <PolicyPage />;
    case 'remote':
      return <RemoteUnits />;
    case 'pak':
      return <SeeAs side="PAK" />;
    case 'chn':
      return <SeeAs side="CHN" />;
    default:
      return dialog satisfies never;
  }
}
