/** The settings of the identity provider, as a whole or not at all. */
import type { Config } from '#infra/config/config.js';
import type { GroupRule } from '#infra/config/oidc-groups.js';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Absent: a public client. */
  readonly clientSecret: string | undefined;
  /** Absent: the callback on the host by which the browser came. */
  readonly redirectUri: string | undefined;
  readonly scopes: string;
  readonly groupsClaim: string;
  /** In the order of precedence. */
  readonly groups: readonly GroupRule[];
  readonly label: string | undefined;
}

/** @returns undefined: there is no identity provider */
export function oidcSettings(config: Config): OidcSettings | undefined {
  const { oidcIssuer: issuer, oidcClientId: clientId, oidcGroups: groups } = config;
  if (issuer === undefined || clientId === undefined || groups === undefined) return undefined;
  return {
    issuer,
    clientId,
    groups,
    clientSecret: config.oidcClientSecret,
    redirectUri: config.oidcRedirectUri,
    scopes: config.oidcScopes,
    groupsClaim: config.oidcGroupsClaim,
    label: config.oidcLabel,
  };
}
