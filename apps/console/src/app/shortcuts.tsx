/**
 * Keys. A component declares what a key does while it is on the page; the list under `?` and the command palette are made of the same
 * declarations. Keys never act inside a text field, nor behind a dialog.
 */
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** A key as the keyboard names it (`j`, `/`, `Escape`, `ArrowDown`), with `Shift+` or `Mod+` before it, or two after each other: `g d`. */
  readonly keys: string;
  /** In the reader's language. */
  readonly label: string;
  readonly run: () => void;
  /** Under which heading it is listed; absent: the page's. */
  readonly group?: string;
  /** Whether the palette offers it; absent: yes. */
  readonly inPalette?: boolean;
}

/** How long the second key of two may take, ms. */
const SECOND_KEY_MS = 1_500;

class Shortcuts {
  private readonly entries = new Map<symbol, readonly Shortcut[]>();
  private readonly listeners = new Set<() => void>();
  private first: { readonly key: string; readonly at: number } | undefined;
  list: readonly Shortcut[] = [];

  set(owner: symbol, shortcuts: readonly Shortcut[] | undefined): void {
    if (shortcuts === undefined) this.entries.delete(owner);
    else this.entries.set(owner, shortcuts);
    this.list = [...this.entries.values()].flat();
    for (const listener of this.listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const key = nameOf(event);
    const isChord = event.ctrlKey || event.metaKey;
    if (!isChord && (isTyping(event.target) || isBehindDialog(event.target) || isPressing(event))) return;
    const before =
      this.first !== undefined && event.timeStamp - this.first.at < SECOND_KEY_MS ? this.first.key : undefined;
    this.first = undefined;
    // The latest declaration wins: what opened last is on top.
    const find = (keys: string) => this.list.findLast((shortcut) => shortcut.keys === keys);
    const found = (before && find(`${before} ${key}`)) ?? find(key);
    if (found) {
      event.preventDefault();
      return found.run();
    }
    if (this.list.some(({ keys }) => keys.startsWith(`${key} `))) this.first = { key, at: event.timeStamp };
  };
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const isLetter = /^\p{L}$/u.test(key);
  const shift = event.shiftKey && (isLetter || event.key.length > 1) ? 'Shift+' : '';
  // Keyboards of other scripts: the letter's place counts.
  const placed =
    isLetter && !/^[a-z]$/.test(key) && event.code.startsWith('Key') ? event.code.slice(3).toLowerCase() : key;
  return `${event.ctrlKey || event.metaKey ? 'Mod+' : ''}${shift}${placed === ' ' ? 'Space' : placed}`;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input:not([type=checkbox],[type=radio],[type=range]), textarea, select') !== null)
  );
}

/** Space and Enter belong to the button or link that has the focus. */
function isPressing({ key, target }: KeyboardEvent): boolean {
  return (
    (key === ' ' || key === 'Enter') &&
    target instanceof HTMLElement &&
    target.closest('button, a, summary, [role=button]') !== null
  );
}

function isBehindDialog(target: EventTarget | null): boolean {
  const dialog = document.querySelector('[role=dialog]');
  return dialog !== null && !(target instanceof Node && dialog.contains(target) && dialog.hasAttribute('data-keys'));
}

const ShortcutContext = createContext(new Shortcuts());

export function ShortcutProvider({ children }: { readonly children: ReactNode }) {
  const shortcuts = useMemo(() => new Shortcuts(), []);
  useEffect(() => {
    window.addEventListener('keydown', shortcuts.press);
    return () => window.removeEventListener('keydown', shortcuts.press);
  }, [shortcuts]);
  return <ShortcutContext value={shortcuts}>{children}</ShortcutContext>;
}

/** Declares keys for as long as the component is on the page. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const registry = use(ShortcutContext);
  const owner = useRef(Symbol('shortcuts'));
  useEffect(() => {
    const { current } = owner;
    registry.set(current, shortcuts);
    return () => registry.set(current, undefined);
  }, [registry, shortcuts]);
}

/** All keys that act now. */
export function useAllShortcuts(): readonly Shortcut[] {
  const registry = use(ShortcutContext);
  return useSyncExternalStore(registry.subscribe, () => registry.list);
}
