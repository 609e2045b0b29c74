/** How people get in: by name and password, or with a token. */
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../app/person-menu.js';
import { useProblemText } from '../parts/problem.js';
import { api, dataOf, saveToken } from './api.js';
import { SESSION_QUERY } from './use-session.js';

export function SignInPage() {
  const { t } = useTranslation('frame');
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [secret, setSecret] = useState('');
  const [failure, setFailure] = useState<string>();
  const submit = async () => {
    try {
      if (secret.startsWith('tdm_')) saveToken(secret.trim());
      else saveToken(undefined);
      const session = secret.startsWith('tdm_')
        ? await dataOf(api.GET('/v1/session'))
        : await dataOf(api.POST('/v1/session', { body: { name, password: secret } }));
      queries.setQueryData(SESSION_QUERY.queryKey, session);
    } catch (error) {
      saveToken(undefined);
      setFailure(problemText(error));
    }
  };
  return (
    <main style={{ margin: 'auto', inlineSize: 340, padding: 16 }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="sm">
          <h1>Tandem</h1>
          <TextInput
            label={t('signIn.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            autoComplete="username"
          />
          <PasswordInput
            size="xs"
            label={t('signIn.password')}
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
            autoComplete="current-password"
            error={failure}
          />
          <Button type="submit" variant="filled" size="sm">
            {t('signIn.submit')}
          </Button>
          <LanguageSwitch />
        </Stack>
      </form>
    </main>
  );
}
