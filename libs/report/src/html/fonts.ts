/**
 * The fonts of the report are those of the reader's machine: none is embedded, so each list names what Linux, Windows, macOS and
 * phones bring along for the script. Where a machine has none of them, its browser takes what else it has.
 */

const LATIN = "'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial";
const CHINESE =
  "'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'WenQuanYi Micro Hei', SimHei, SimSun";
/** Nastaliq first, in which Urdu is written; else Naskh, which can be read. */
const NASTALIQ = "'Noto Nastaliq Urdu', 'Jameel Noori Nastaleeq', 'Urdu Typesetting'";
const NASKH = "'Noto Naskh Arabic', 'Noto Sans Arabic', 'Geeza Pro', 'Segoe UI', Tahoma, 'DejaVu Sans'";

/** For text of no named language, which may be of any: a unit's name in a picture, what a person typed. */
export const FONTS = `${LATIN}, ${CHINESE}, ${NASKH}, sans-serif`;

export const FONTS_BY_LANGUAGE: Readonly<Record<string, string>> = {
  ur: `${NASTALIQ}, ${NASKH}, serif`,
  zh: `${CHINESE}, sans-serif`,
};
