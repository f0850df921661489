/** What was said, as nodes of the log. */

import { link, make, withLinks } from "./nodes.js";
import { timeline, timelineOf } from "./timeline.js";
import { dayInWords, today, words } from "./words.js";

/** One of the server's replies as it is kept and shown; what is of no known shape is left out. */
export function entryOf(reply) {
  return {
    who: "bot",
    text: textOf(reply?.text),
    language: textOf(reply?.language),
    buttons: listOf(reply?.buttons).filter((b) => textOf(b?.title) && textOf(b?.payload)),
    sources: listOf(reply?.sources).filter((source) => textOf(source?.name)),
    files: files(reply ?? {}),
    timeline: timelineOf(reply?.timeline),
    said_on: today(),
  };
}

function files({ calendar_url: calendar, calendar_title: title, image, attachment }) {
  const found = [[calendar, title], [image, image], [attachment, attachment]];
  return found.map(([url, name]) => ({ url: textOf(url), title: textOf(name) || textOf(url) }))
    .filter(({ url }) => url);
}

const textOf = (value) => (typeof value === "string" ? value : "");
const listOf = (value) => (Array.isArray(value) ? value : []);

/** The nodes of one entry. `frame` is `{say, server}`. */
export function nodesOf(entry, frame) {
  return entry.who === "user" ? [ofUser(entry, frame)] : ofBot(entry, frame);
}

function ofUser({ text }, { say }) {
  return make("div", { class: "message user" }, speaker(say.you), said(text));
}

/** All of an answer is in the language it came in, whichever the frame around it speaks. */
function ofBot(entry, { say: frames, server }) {
  const say = entry.language ? words(entry.language) : frames;
  const nodes = [];
  if (entry.text || entry.files.length) {
    nodes.push(make(
      "div", { class: "message bot" }, speaker(say.bot),
      said(entry.text, (line, first) => first && entry.sources.length
        ? leading(line, server) : withLinks(line, server)),
      ...entry.files.map(({ url, title }) => make("div", {}, link(url, title, server))),
    ));
  }
  if (entry.drawn) nodes.push(timeline(entry.timeline, say, server));
  if (entry.sources.length) nodes.push(sources(entry.sources, say, server));
  for (const node of nodes) node.lang = say.language;
  return nodes;
}

/** Who speaks, for those who do not see on which side a message stands. */
function speaker(name) {
  return make("span", { class: "unseen" }, name);
}

/** The words themselves, a paragraph a line, in the direction they are written in. */
function said(text, nodesOfLine = (line) => [line]) {
  const lines = text.split("\n").flatMap(
    (line, i) => [make("p", {}, ...nodesOfLine(line, i === 0)), "\n"],
  );
  return make("div", { class: "said", dir: "auto" }, ...lines.slice(0, -1));
}

/** The first sentence of an answer is the answer. */
function leading(line, server) {
  const [first] = line.match(/^.*?[.!?](?= [A-Z])|^.*/);
  return [make("strong", {}, ...withLinks(first, server)), ...withLinks(line.slice(first.length), server)];
}

function sources(list, say, server) {
  const items = list.map((source) => {
    const day = dayInWords(source.checked_on, say);
    return make(
      "li", {}, link(source.url, source.name, server), ` (${source.kind}), ${say.checked} ${day}`,
    );
  });
  return make(
    "details", { class: "sources" },
    make("summary", {}, `${say.sources} (${list.length})`), make("ul", {}, ...items),
  );
}

/** Suggested replies; `choose(payload, title)` hears which one. */
export function choices(buttons, say, choose) {
  const group = make("div", { class: "choices", role: "group", "aria-label": say.choices });
  for (const { title, payload } of buttons) {
    const button = make("button", { type: "button" }, title);
    button.addEventListener("click", () => choose(payload, title));
    group.append(button);
  }
  return group;
}
