/** Signing in at the identity provider: the browser leaves this page, and comes back to the same path. */
import { Button } from '@mantine/core';
import { isReturnPath } from '#contracts/http/return-path.js';
import { useTranslation } from '../language/use-translation.js';
import { saveToken } from './api.js';

interface Props {
  /** The route that redirects to the provider. */
  readonly path: string;
  /** As configured; absent: our own words. */
  readonly label: string | undefined;
}

export function ProviderButton({ path, label }: Props) {
  const { t } = useTranslation('session');
  const here = location.pathname + location.search;
  const back = isReturnPath(here) ? `?${new URLSearchParams({ return: here })}` : '';
  return (
    <Button
      component="a"
      href={path + back}
      variant="filled"
      size="sm"
      fullWidth
      // A token of this tab would count before the session.
      onClick={() => saveToken(undefined)}
    >
      {label === undefined ? t('signIn.provider') : <bdi>{label}</bdi>}
    </Button>
  );
}
