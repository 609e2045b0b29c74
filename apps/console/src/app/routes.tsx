/** Which page a path shows. */
import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useEntryLink } from '../session/entry-link.js';
import { Waiting } from '../parts/waiting.js';
import { useSession } from '../session/use-session.js';
import { ExercisePage } from './exercise-page.js';
import { Frame } from './frame.js';

const JoinPage = lazy(async () => ({ default: (await import('../session/join-page.js')).JoinPage }));
const WelcomePage = lazy(async () => ({ default: (await import('../session/welcome-page.js')).WelcomePage }));
const RefusedPage = lazy(async () => ({ default: (await import('../session/refused-page.js')).RefusedPage }));
const SignInPage = lazy(async () => ({ default: (await import('../session/sign-in-page.js')).SignInPage }));
const LobbyPage = lazy(async () => ({ default: (await import('../lobby/lobby-page.js')).LobbyPage }));
const LibraryPage = lazy(async () => ({ default: (await import('../library/library-page.js')).LibraryPage }));

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
