/** Which page a path shows. */
import { Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { lazyPage } from '../language/lazy-page.js';
import { useEntryLink } from '../session/entry-link.js';
import { Waiting } from '../parts/waiting.js';
import { useSession } from '../session/use-session.js';
import { ExercisePage } from './exercise-page.js';
import { Frame } from './frame.js';

const JoinPage = lazyPage(['session'], async () => (await import('../session/join-page.js')).JoinPage);
const WelcomePage = lazyPage(['session'], async () => (await import('../session/welcome-page.js')).WelcomePage);
const RefusedPage = lazyPage(['session'], async () => (await import('../session/refused-page.js')).RefusedPage);
const SignInPage = lazyPage(['session'], async () => (await import('../session/sign-in-page.js')).SignInPage);
const LobbyPage = lazyPage(
  ['lobby', 'invitations', 'session'],
  async () => (await import('../lobby/lobby-page.js')).LobbyPage,
);
const LibraryPage = lazyPage(
  ['library', 'lobby', 'invitations'],
  async () => (await import('../library/library-page.js')).LibraryPage,
);

export function Routes() {
  return (
    <Suspense fallback={<Waiting />}>
      <Pages />
    </Suspense>
  );
}

function Pages() {
  const session = useSession();
  const link = useEntryLink();
  if (link?.kind === 'join') return <JoinPage key={link.key} link={link.key} />;
  if (link?.kind === 'welcome' && link.key !== undefined) return <WelcomePage key={link.key} link={link.key} />;
  if (link?.kind === 'refused') return <RefusedPage code={link.code} />;
  if (session === undefined) return <Waiting />;
  if (session === null) return <SignInPage />;
  return (
    <Switch>
      <Route path="/x/:exercise/:screen?">
        {({ exercise, screen }) => <ExercisePage key={exercise} exercise={exercise} screen={screen} />}
      </Route>
      <Route path="/library/:scenario?">
        <Frame>
          <LibraryPage />
        </Frame>
      </Route>
      <Route path="/">
        <Frame>
          <LobbyPage />
        </Frame>
      </Route>
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}
