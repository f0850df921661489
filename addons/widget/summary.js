/** The conversation to take away: as plain text, and as a page to print. */

import { make } from "./nodes.js";
import { dayInWords, today } from "./words.js";

const PAPER = `
  body { max-width: 44rem; margin: 1.5rem auto; padding: 0 1rem; font: 11pt/1.4 serif;
         color: #000; background: #fff; }
  h1 { font-size: 16pt; } h2 { font-size: 12pt; margin: 1em 0 .3em; break-after: avoid; }
  p { white-space: pre-line; overflow-wrap: anywhere; margin: 0 0 .5em; }
  .asked { font-style: italic; } li { overflow-wrap: anywhere; } .note { font-size: 9pt; }
`;

/** All that was said, one line a speaker. */
export function transcript(entries, say) {
  return entries.filter(({ text }) => text)
    .map(({ who, text }) => `${who === "user" ? say.you : say.bot}${text}`).join("\n\n");
}

/** Open a page that says what was told, on what law, on which day, and print it. */
export function printSummary(entries, { say, language }) {
  const paper = open("", "_blank");
  if (!paper) return false;
  const page = paper.document;
  page.title = say.summary;
  page.documentElement.lang = language;
  const sheet = new paper.CSSStyleSheet();
  sheet.replaceSync(PAPER);
  page.adoptedStyleSheets = [sheet];
  page.body.append(...contents(entries, say, language));
  paper.focus();
  paper.print();
  return true;
}

function contents(entries, say, language) {
  const told = answers(entries);
  const day = told.length ? told[told.length - 1].said_on : today();
  const last = told.filter(({ timeline }) => timeline).pop()?.timeline;
  return [
    make("h1", {}, say.summary),
    make("p", {}, `${say.told} ${dayInWords(day, language)}`),
    ...last ? [make("h2", {}, last.title), list("ul", last.days.map(({ line }) => line))] : [],
    ...told.flatMap(({ asked, text }) => [
      make("p", { class: "asked", dir: "auto" }, `${say.asked}: ${asked}`),
      make("p", { dir: "auto" }, text),
    ]),
    ...law(told, say, language),
    make("p", { class: "note" }, say.note),
  ];
}

/** The replies that rest on law, each with the words it answers. */
function answers(entries) {
  let asked = "";
  return entries.flatMap((entry) => {
    if (entry.who === "user") asked = entry.text;
    return entry.who === "bot" && entry.sources.length ? [{ ...entry, asked }] : [];
  });
}

function law(told, say, language) {
  const lines = told.flatMap(({ sources }) => sources.map((source) =>
    `${source.name} (${source.kind}), ${say.checked} ${dayInWords(source.checked_on, language)}: ${source.url}`));
  return lines.length ? [make("h2", {}, say.law), list("ul", [...new Set(lines)])] : [];
}

function list(tag, lines) {
  return make(tag, {}, ...lines.map((line) => make("li", {}, line)));
}
