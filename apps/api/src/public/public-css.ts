/** The one stylesheet of the public page and the factsheets; no font, picture or script from anywhere else. */
export const PUBLIC_CSS = `
:root { color-scheme: light; --ink: #003e65; --text: #1d2b3a; --quiet: #4d5d70; --line: #d5dbe3; --ground: #f4f6f8; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--text); background: #fff; font: 1.0625rem/1.6 'Noto Sans', 'Segoe UI', Roboto, Arial, sans-serif; }
header, main { max-width: 52rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; border-bottom: 4px solid var(--ink); }
header .kind { margin: 0; color: var(--quiet); }
h1, h2, h3, h4 { color: var(--ink); line-height: 1.25; }
h1 { margin: .25rem 0 .5rem; font-size: 2rem; }
h2 { margin-top: 2.5rem; font-size: 1.5rem; }
.lead { font-size: 1.2rem; }
a { color: #00567d; }
a:focus-visible, button:focus-visible, select:focus-visible, textarea:focus-visible, summary:focus-visible { outline: 3px solid #ffb612; outline-offset: 2px; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 1rem; top: 1rem; background: #fff; padding: .5rem 1rem; }
small { font-weight: 400; color: var(--quiet); }
.result, article { border: 1px solid var(--line); border-radius: 6px; padding: 1rem 1.25rem; margin: 1rem 0; }
.result img, .sheet svg { width: 100%; height: auto; border: 1px solid var(--line); }
.withdrawn, .wrong { border-left: 6px solid #b3261e; background: #fdecea; padding: .75rem 1rem; }
.thanks { border-left: 6px solid #2c7a3f; background: #e8f5ec; padding: .75rem 1rem; }
.not { border-left: 6px solid #ffb612; background: #fff8e6; padding: .75rem 1rem; }
.facts, .digest { color: var(--quiet); font-size: .9rem; overflow-wrap: anywhere; }
summary { cursor: pointer; padding: .5rem 0; color: var(--ink); font-weight: 600; min-height: 2.75rem; }
dt { font-weight: 600; margin-top: .5rem; }
dd { margin: 0; }
blockquote { margin: .75rem 0; padding: .5rem 1rem; background: var(--ground); border-radius: 6px; }
.answer { border-left: 3px solid var(--ink); padding-left: .75rem; }
form { display: grid; gap: .5rem; max-width: 40rem; margin-bottom: 3rem; }
label { font-weight: 600; margin-top: .5rem; }
select, textarea { font: inherit; padding: .6rem; border: 1px solid #7b8a9d; border-radius: 4px; width: 100%; }
button { justify-self: start; font: inherit; font-weight: 600; color: #fff; background: var(--ink); border: 0; border-radius: 4px; padding: .7rem 1.5rem; min-height: 2.75rem; cursor: pointer; }
.sheet dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; font-size: .85rem; }
.sheet dt { margin: 0; }
@media print {
  @page { size: A4; margin: 14mm; }
  body { font-size: 10pt; }
  .sheet svg { max-height: 130mm; }
  form, .skip { display: none; }
}
`;
