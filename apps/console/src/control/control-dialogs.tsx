/** What opens over the page, named in the URL. */
export function ControlDialogs() {
  return null;
}
