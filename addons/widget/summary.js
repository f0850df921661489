/** The conversation to take away: as plain text, and as one page to print. */

import { make } from "./nodes.js";
import { dayInWords, today, words } from "./words.js";

// As wide on the screen as on paper, so that what fits here fits there.
const PAPER = `
  @page { margin: 1.3cm; }
  body { width: 18cm; margin: 0 auto; font: 10pt/1.35 serif; color: #000; background: #fff; }
  h1 { font-size: 16pt; margin: 0 0 .3em; } h2 { font-size: 12pt; margin: .8em 0 .3em; }
  p { white-space: pre-line; overflow-wrap: anywhere; margin: 0 0 .5em; }
  ul { margin: 0; padding-left: 1.3em; } li { overflow-wrap: anywhere; }
  .asked { font-style: italic; margin: .8em 0 .1em; } .note { font-size: 9pt; margin-top: .8em; }
`;
const HEIGHT = 950; // CSS pixels between those margins on Letter, the lower of the usual papers

/** All that was said, one line a speaker. */
export function transcript(entries, say) {
  return entries.filter(({ text }) => text)
    .map(({ who, text }) => `${who === "user" ? say.you : say.bot}${text}`).join("\n\n");
}

/** Open a page that says what was told, on what law, on which day, and print it. */
export function printSummary(entries, say) {
  const paper = open("", "_blank");
  if (!paper) return false;
  const page = paper.document;
  page.title = say.summary;
  page.documentElement.lang = say.language;
  const sheet = new paper.CSSStyleSheet();
  sheet.replaceSync(PAPER);
  page.adoptedStyleSheets = [sheet];
  const all = make("main");
  page.body.append(all);
  const told = answers(entries);
  for (let left = 0; left <= Math.max(told.length - 1, 0); left += 1) {
    all.replaceChildren(...contents(told.slice(left), left > 0, say));
    if (all.offsetHeight <= HEIGHT) break;
  }
  paper.focus();
  paper.print();
  return true;
}

function contents(told, isShortened, say) {
  const day = told.length ? told[told.length - 1].said_on : today();
  const last = told.filter(({ timeline }) => timeline).pop();
  return [
    make("h1", {}, say.summary),
    make("p", {}, `${say.told} ${dayInWords(day, say)}`),
    ...last ? days(last) : [],
    isShortened ? make("p", { class: "note" }, say.earlier) : "",
    ...told.flatMap(({ asked, text, language }) => [
      make("p", { class: "asked", dir: "auto" }, `${say.asked} ${asked}`),
      make("p", { dir: "auto", lang: language || null }, text),
    ]),
    ...law(told, say),
    make("p", { class: "note" }, say.note),
  ];
}

/** The replies that rest on law, each with the words it answers; what was told twice, once. */
function answers(entries) {
  let asked = "";
  const told = entries.flatMap((entry) => {
    if (entry.who === "user") asked = entry.text;
    return entry.who === "bot" && entry.sources.length ? [{ ...entry, asked }] : [];
  });
  return told.filter(({ text }, i) => told.findLastIndex((later) => later.text === text) === i);
}

function days({ timeline: { title, days: all }, language }) {
  return [
    make("h2", { lang: language || null }, title),
    make("ul", { lang: language || null }, ...all.filter(({ kind }) => kind !== "today")
      .map(({ line }) => make("li", {}, line))),
  ];
}

function law(told, say) {
  const lines = new Map(told.flatMap(({ sources, language }) => sources.map((source) => {
    const own = words(language || say.language);
    const day = dayInWords(source.checked_on, own);
    return [`${source.name} (${source.kind}), ${own.checked} ${day}: ${source.url}`, language];
  })));
  const items = [...lines].map(([line, language]) => make("li", { lang: language || null }, line));
  return items.length ? [make("h2", {}, say.law), make("ul", {}, ...items)] : [];
}
