/** The page that a browser opens after it has signed in elsewhere. Apart from the schemas, so that a browser can use it. */
const MOST_RETURN = 500;

/**
 * Whether a browser may be sent there after it has signed in: a path of this server in the plainest form, so that no reader of
 * addresses takes it for another host. What follows `#` is left out: it could hold another link that signs in.
 */
export function isReturnPath(text: string): boolean {
  return text.length <= MOST_RETURN && /^\/(?!\/)[\w\-./~%]*(?:\?[\w\-./~%=&+:,]*)?$/.test(text) && !/\/\//.test(text);
}
