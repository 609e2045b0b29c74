/** Which page a path shows. */
import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { useEntryLink } from '../session/entry-link.js';
import { JoinPage } from '../session/join-page.js';
import { Waiting } from '../parts/waiting.js';
import { SignInPage } from '../session/sign-in-page.js';
import { useSession } from '../session/use-session.js';
import { WelcomePage } from '../session/welcome-page.js';
import { ExercisePage } from './exercise-page.js';
import { Frame } from './frame.js';

const LobbyPage = lazy(async () => ({ default: (await import('../lobby/lobby-page.js')).LobbyPage }));
const LibraryPage = lazy(async () => ({ default: (await import('../library/library-page.js')).LibraryPage }));

export function Routes() {
  const session = useSession();
  const link = useEntryLink();
  if (link?.kind === 'join') return <JoinPage key={link.key} link={link.key} />;
  if (link?.kind === 'welcome' && link.key !== undefined) return <WelcomePage key={link.key} link={link.key} />;
  if (session === undefined) return <Waiting />;
  if (session === null) return <SignInPage />;
  return (
    <Suspense fallback={<Waiting />}>
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
    </Suspense>
  );
}
