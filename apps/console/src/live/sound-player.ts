/**
 * Plays the sounds by the Web Audio API: no files. Off until somebody switches it on. A browser lets a page sound only after a click in
 * it, so after a reload it is `blocked` until then, and the page says so.
 */
import type { Sound } from './state-looks.js';

export interface SoundSettings {
  readonly isOn: boolean;
  /** 0 to 1. */
  readonly volume: number;
  /** Notices of the browser, which show while the page is hidden, too. */
  readonly hasNotices: boolean;
}

export type SoundState = 'off' | 'blocked' | 'on';

const KEY = 'sound';
const INITIAL: SoundSettings = { isOn: false, volume: 0.5, hasNotices: false };
/** Rise and fall of a tone, s: without them it clicks. */
const EDGE_S = 0.012;

class SoundPlayer {
  settings: SoundSettings = saved();
  private context: AudioContext | undefined;
  private playing: { readonly gain: GainNode; readonly nodes: readonly OscillatorNode[] } | undefined;
  private readonly listeners = new Set<() => void>();

  constructor() {
    for (const type of ['pointerdown', 'keydown'] as const) window.addEventListener(type, () => this.allow(), true);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get state(): SoundState {
    if (!this.settings.isOn) return 'off';
    return this.context?.state === 'running' ? 'on' : 'blocked';
  }

  change(settings: Partial<SoundSettings>): void {
    this.settings = { ...this.settings, ...settings };
    localStorage.setItem(KEY, JSON.stringify(this.settings));
    if (!this.settings.isOn) this.stop();
    this.allow();
    this.notify();
  }

  /** Plays it in the place of what plays; does nothing unless sound is on and allowed. */
  play({ tones, wave }: Sound): void {
    const { context } = this;
    if (this.state !== 'on' || context === undefined) return;
    this.stop();
    const gain = context.createGain();
    gain.connect(context.destination);
    // A square wave of the same height is far louder than a sine.
    const level = this.settings.volume * (wave === 'sine' || wave === 'triangle' ? 0.5 : 0.18);
    gain.gain.setValueAtTime(0, context.currentTime);
    const nodes: OscillatorNode[] = [];
    let at = context.currentTime + 0.02;
    for (const [hz, ms] of tones) {
      const end = at + ms / 1000;
      if (hz > 0) {
        const node = context.createOscillator();
        node.type = wave;
        node.frequency.value = hz;
        node.connect(gain);
        gain.gain.setValueAtTime(0, at);
        gain.gain.linearRampToValueAtTime(level, at + EDGE_S);
        gain.gain.setValueAtTime(level, Math.max(at + EDGE_S, end - EDGE_S));
        gain.gain.linearRampToValueAtTime(0, end);
        node.start(at);
        node.stop(end);
        nodes.push(node);
      }
      at = end;
    }
    this.playing = { gain, nodes };
  }

  stop(): void {
    this.playing?.gain.disconnect();
    for (const node of this.playing?.nodes ?? []) node.stop();
    this.playing = undefined;
  }

  /** Called in a click or at a key: the browser allows it then. */
  private allow(): void {
    if (!this.settings.isOn || this.context?.state === 'running') return;
    if (this.context === undefined) {
      this.context = new AudioContext();
      this.context.addEventListener('statechange', () => this.notify());
    }
    void this.context.resume().catch(() => undefined);
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}

function saved(): SoundSettings {
  try {
    return { ...INITIAL, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<SoundSettings>) };
  } catch {
    return INITIAL;
  }
}

/** One for the page, whatever it shows. */
export const soundPlayer = new SoundPlayer();
