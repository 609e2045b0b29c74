/** What of the page itself follows the language: direction, font and banner. */
import { DIRECTIONS, type Language } from '#contracts/language/languages.js';

const BANNER: Readonly<Record<Language, string>> = {
  en: 'EXERCISE · NOTHING HERE IS REAL · EXERCISE',
  ur: 'مشق · یہاں کچھ بھی حقیقی نہیں · مشق',
  zh: '演习 · 此处一切均非真实 · 演习',
};

/** The Chinese font is a hundred small files of a few characters each; who does not read Chinese loads none of their rules. */
const FONTS: Partial<Record<Language, () => Promise<unknown>>> = {
  zh: async () => import('@fontsource-variable/noto-sans-sc/wght.css'),
};

/** For texts in several languages on one page. */
export async function loadAllFonts(): Promise<void> {
  await Promise.all(Object.values(FONTS).map((load) => load()));
}

export async function setDirection(language: Language): Promise<void> {
  await FONTS[language]?.();
  const root = document.documentElement;
  root.lang = language;
  root.dir = DIRECTIONS[language];
  const banner = document.querySelector<HTMLElement>('#exercise-banner');
  if (banner) banner.textContent = BANNER[language];
}
