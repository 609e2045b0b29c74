/** How a key is written on the screen. */
const NAMES: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Shift: '⇧',
  Mod: 'Ctrl',
  Enter: '⏎',
};

/** `Mod+k` as `Ctrl K`, `g d` as `G D`. */
export function keysText(keys: string): string {
  return keys
    .split(/[+ ]/)
    .map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(' ');
}
