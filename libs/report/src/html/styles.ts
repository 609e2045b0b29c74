/**
 * The look of the report, on a screen and on paper.
 *
 * What marks each page of paper is fixed, which all browsers repeat; the boxes in the margin of `@page` are filled by some
 * only. It runs along the side: room can be left there
 * once for all pages, and nothing is printed beyond the area of a page.
 */
import { FONTS, FONTS_BY_LANGUAGE } from './fonts.js';
import { FAINT, INK, LINE, RATING_COLOURS, SIDE_COLOURS } from './colours.js';

export const STYLES = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font: 15px/1.5 ${FONTS}; color: ${INK}; background: #eef1f5; }
${Object.entries(FONTS_BY_LANGUAGE)
  .map(([language, fonts]) => `:lang(${language}) { font-family: ${fonts}; }`)
  .join('\n')}
:lang(ur) { line-height: 2; letter-spacing: normal; }
.interim { border: 2px solid #8c1c23; color: #8c1c23; padding: .4rem .8rem; }
.value { display: block; }
/* The pictures place their texts themselves. */
figure svg { direction: ltr; }
body { margin: 0; }
.band { background: #8c1c23; color: #fff; text-align: center; font-weight: 700; letter-spacing: .12em; padding: .35rem 1rem; position: sticky; top: 0; z-index: 2; }
.band small { font-weight: 400; letter-spacing: 0; margin-inline-start: .8em; }
main { max-width: 1080px; margin: 0 auto; padding: 1.5rem 2rem 4rem; background: #fff; }
h1 { font-size: 2rem; line-height: 1.2; margin: .2rem 0; }
.kicker { color: ${FAINT}; text-transform: uppercase; letter-spacing: .1em; font-size: .8rem; margin: 0; }
.titles { display: flex; flex-wrap: wrap; gap: .2rem 2.5rem; font-size: 1.25rem; color: ${FAINT}; margin: .3rem 0 1rem; }
h2 { font-size: 1.35rem; margin: 2.6rem 0 .6rem; padding-bottom: .25rem; border-bottom: 3px solid ${INK}; scroll-margin-top: 3rem; }
h3 { font-size: 1.05rem; margin: 1.6rem 0 .3rem; scroll-margin-top: 3rem; }
p { margin: .4rem 0; max-width: 95ch; }
.note, figcaption, .also { color: ${FAINT}; font-size: .87rem; }
.also { display: block; }
a { color: #1f5fa8; }
a.event { font-variant-numeric: tabular-nums; text-decoration: none; border-bottom: 1px dotted; white-space: nowrap; }
nav ol { columns: 2; margin: .3rem 0; padding-inline-start: 1.4rem; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.2rem; margin: .6rem 0; }
dl.facts dt { color: ${FAINT}; } dl.facts dd { margin: 0; overflow-wrap: anywhere; }
.tiles { display: grid; grid-template-columns: repeat(4, 1fr); gap: .8rem; margin: 1rem 0; }
.tile { border: 1px solid ${LINE}; border-top: 4px solid ${INK}; border-radius: 4px; padding: .6rem .8rem; }
.tile b { display: block; font-size: 1.6rem; line-height: 1.25; font-variant-numeric: tabular-nums; }
.tile span { color: ${FAINT}; font-size: .85rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: .6rem 0 1rem; }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid ${LINE}; }
thead th { border-bottom: 2px solid ${INK}; font-size: .8rem; }
td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
/* Lengths of time are long in words: they may take several lines where the table would not fit. */
:lang(ur) td.number { white-space: normal; }
.wide td:first-child { min-width: 9rem; }
td.time, .id { white-space: nowrap; font-variant-numeric: tabular-nums; }
tbody tr:nth-child(even) { background: #f7f9fb; }
figure { margin: .8rem 0 1.2rem; } figure svg { width: 100%; height: auto; display: block; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; font-size: .83rem; color: ${FAINT}; margin-bottom: .3rem; }
.legend i { display: inline-block; width: 1.1em; height: .75em; border-radius: 2px; margin-inline-end: .4em; vertical-align: -.05em; border: 1px solid rgba(0,0,0,.15); }
.legend b { font-weight: 700; margin-inline-end: .35em; }
.side { font-weight: 700; font-size: .78rem; padding: .05em .45em; border-radius: 3px; color: #fff; white-space: nowrap; }
.side.PAK { background: ${SIDE_COLOURS.PAK}; } .side.CHN { background: ${SIDE_COLOURS.CHN}; }
.rating { display: inline-block; min-width: 1.9em; text-align: center; font-weight: 700; font-size: 1.05rem; padding: .1em .4em; border-radius: 4px; color: #fff; background: ${FAINT}; }
${Object.entries(RATING_COLOURS)
  .map(([rating, colour]) => `.rating.${rating} { background: ${colour}; }`)
  .join(' ')}
.overruled { text-decoration: line-through; opacity: .55; }
.verdict { font-weight: 700; white-space: nowrap; } .verdict.missed { color: #8c1c23; } .verdict.met { color: #1f4e79; } .verdict.not-applicable, .verdict.unjudged { color: ${FAINT}; font-weight: 400; }
.incident { border-inline-start: 4px solid ${LINE}; padding-inline-start: 1rem; margin: 1.4rem 0; }
.incident table td:first-child { width: 6.5rem; } .incident table td:last-child { width: 4.5rem; text-align: end; }
code { font: .88em 'Noto Sans Mono', Consolas, Menlo, monospace; overflow-wrap: anywhere; }
tr:target { background: #fff3c9 !important; } tr { scroll-margin-top: 3rem; }
.events { font-size: .8rem; table-layout: fixed; } .events td { overflow-wrap: anywhere; }
.watermark, .edge { display: none; }
@media screen and (max-width: 760px) { main { padding: 1rem; } .tiles { grid-template-columns: repeat(2, 1fr); } nav ol { columns: 1; } .wide { overflow-x: auto; } }
@media print {
  @page { size: A4; margin: 16mm 15mm 16mm 8mm;
    @bottom-right { content: counter(page) ' / ' counter(pages); font: 9pt 'Noto Sans', Arial, sans-serif; color: ${FAINT}; } }
  html { font-size: 9.5pt; background: #fff; } main { max-width: none; padding: 0; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { padding-left: 9mm; } .band { position: static; }
  .edge { display: flex; justify-content: space-between; position: fixed; top: 0; bottom: 0; left: 0; writing-mode: vertical-rl; transform: rotate(180deg); font-weight: 700; font-size: 10pt; line-height: 1; color: #8c1c23; letter-spacing: .08em; white-space: nowrap; }
  h2, h3, .legend { break-after: avoid; } figcaption { break-before: avoid; } tr, figure svg, .tile, .tiles, dl.facts > * { break-inside: avoid; } p { orphans: 3; widows: 3; }
  figure svg { max-height: 235mm; } h2 + .wide, h3 + .wide { break-before: avoid; } thead { display: table-header-group; }
  h2.page { break-before: page; } .wide table { font-size: .8rem; } .wide td, .wide th { padding-inline: .4rem; }
  a { color: inherit; text-decoration: none; border: 0; }
  .watermark { display: block; position: fixed; top: 42%; left: 0; right: 0; text-align: center; font-size: 88pt; font-weight: 700; letter-spacing: .1em; color: #8c1c23; opacity: .05; transform: rotate(-32deg); z-index: 3; }
}
`;
