/** Somebody signs in at a real OpenID provider, from the page of a link to the desk that it leads to, in three languages. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { OIDC_CALLBACK_PATH } from '#contracts/http/sign-in.js';
import { AppProcess } from '../cluster/app-process.js';
import { CLIENT_ID, CLIENT_SECRET, IdentityProviderServer } from '../support/identity-provider.js';
import { freePort } from '../support/services.js';
import { inBrowser, useChromium } from './support/browser.js';
import { axeFindings, textFindings } from './support/look.js';
import { live } from './support/seen.js';
import { newExercise, theBench } from './support/server.js';
import { say } from './support/texts.js';

const PICTURES = resolve('test-results/console');

inBrowser('signing in with OpenID Connect', () => {
  const chromium = useChromium();
  let provider: IdentityProviderServer;
  let api: AppProcess;
  let url: string;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    provider = await IdentityProviderServer.start();
    const port = String(await freePort());
    url = `http://127.0.0.1:${port}`;
    provider.serve(url + OIDC_CALLBACK_PATH);
    api = new AppProcess('api 2', 'api', {
      DATABASE_URL: theBench().databaseUrl,
      HOST: '127.0.0.1',
      PORT: port,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: CLIENT_ID,
      OIDC_CLIENT_SECRET: CLIENT_SECRET,
      OIDC_REDIRECT_URI: url + OIDC_CALLBACK_PATH,
      OIDC_SCOPES: 'openid profile groups',
      OIDC_GROUPS: JSON.stringify([{ group: 'pak-desk', role: 'operator', side: 'PAK' }]),
    });
    await api.start();
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
    await provider?.stop();
  });

  it.each(['en', 'ur', 'zh'] as const)(
    'leads to the desk of the link in %s',
    async (language) => {
      const exercise = await newExercise();
      const { page, expectErrors } = await chromium.openAs(undefined, `/x/${exercise}/desk`, { language, url });
      // What the browser says of the question who is signed in.
      expectErrors(/401/);
      const button = page.getByRole('link', { name: say('session:signIn.provider', {}, language) });
      await button.waitFor();
      await page.evaluate(() => document.fonts.ready);
      const findings = [...(await textFindings(page, language)), ...(await axeFindings(page))];
      await page.screenshot({ path: join(PICTURES, `sign-in-provider-${language}.png`) });
      expect(findings).toEqual([]);
      provider.person = { sub: `amina-${language}`, name: 'Amina Khan', groups: ['pak-desk'] };
      await button.click();
      await live(page);
      expect(new URL(page.url()).pathname).toBe(`/x/${exercise}/desk`);
      expect(await page.getByTestId('person').innerText()).toContain('Amina Khan');
    },
    120_000,
  );

  it('says why somebody without a group has no way in', async () => {
    const { page, expectErrors } = await chromium.openAs(undefined, '/', { url });
    expectErrors(/401/);
    provider.person = { sub: 'nobody', name: 'Nobody', groups: [] };
    await page.getByRole('link', { name: say('session:signIn.provider') }).click();
    await page.getByText(say('session:refused.OIDC_NO_GROUP')).waitFor();
  }, 60_000);
});
