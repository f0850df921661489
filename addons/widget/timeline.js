/** The days of an answer as a picture, with the same said in words. */

import { draw, link, make } from "./nodes.js";

const ISO = /^\d{4}-\d\d-\d\d$/;
const DAY = 86400000; // milliseconds
const [LEFT, RIGHT, BAR] = [14, 306, 36]; // of a picture 320 wide
const APART = 22; // marks nearer than this would hide each other

/** `{title, stay, after, days: [{kind, date, line}], url}` as the server sent it, or null if it is none. */
export function timelineOf(raw) {
  const days = Array.isArray(raw?.days) ? raw.days : [];
  const whole = days.length > 1 && days.every(
    ({ kind, date, line }) => ISO.test(date) && !Number.isNaN(Date.parse(date)) &&
      typeof line === "string" && typeof kind === "string",
  );
  return whole && days.some(({ kind }) => kind === "last_day")
    ? Object.fromEntries(["title", "stay", "after", "url"].map((key) => [key, String(raw[key])])
      .concat([["days", days]])) : null;
}

/** A figure of them; the lines below the picture say all that it shows. */
export function timeline({ title, stay, after, days, url }, say, server) {
  const picture = draw(
    "svg", { viewBox: "0 0 320 52", role: "img", "aria-label": title },
    ...bars(days, { stay, after }), ...marks(days),
  );
  return make(
    "figure", { class: "timeline" },
    make("figcaption", {}, title), picture,
    make("ol", {}, ...days.map(({ line }) => make("li", {}, line))),
    link(url, say.save, server),
  );
}

/** Where each day stands on the bar: to scale, but never nearer than marks are wide. */
function places(days) {
  const times = days.map(({ date }) => Date.parse(date));
  const span = Math.max(times[times.length - 1] - times[0], DAY);
  const at = times.map((time) => LEFT + ((time - times[0]) / span) * (RIGHT - LEFT));
  for (let i = 1; i < at.length; i += 1) at[i] = Math.max(at[i], at[i - 1] + APART);
  for (let i = at.length - 1; i >= 0; i -= 1) {
    at[i] = Math.min(at[i], RIGHT - APART * (at.length - 1 - i));
  }
  return at;
}

/** The stay and what comes after it, each with its name where there is any of it. */
function bars(days, names) {
  const at = places(days);
  const end = at[days.findIndex(({ kind }) => kind === "last_day")];
  const bar = (from, to, height, name, x, anchor) => to - from < APART ? [] : [
    draw("rect", { x: from, y: BAR - height / 2, width: to - from, height, class: name }),
    draw("text", { x, y: 14, "text-anchor": anchor, class: name }, names[name]),
  ];
  // Of two heights, for people to whom their colours are one.
  return [
    ...bar(at[0], end, 10, "stay", 4, "start"),
    ...bar(end, at[at.length - 1], 4, "after", 316, "end"),
  ];
}

function marks(days) {
  return places(days).map((x, i) =>
    draw("g", {},
      draw("circle", { cx: x, cy: BAR, r: 10, class: days[i].kind }),
      draw("text", { x, y: BAR + 4, "text-anchor": "middle", class: `on-${days[i].kind}` },
        String(i + 1))));
}
