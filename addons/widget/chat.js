"use strict";

const log = document.getElementById("log");
const typing = document.getElementById("typing");
const problem = document.getElementById("problem");
const form = document.getElementById("form");
const box = document.getElementById("text");
const sendButton = document.getElementById("send");

const REPLY_LIMIT = 20000; // milliseconds; the server itself answers within 8 seconds
const NO_CONNECTION = "I could not reach the assistant. Please check your connection and send it again.";
const NO_REPLY = "The assistant did not answer as it should. Please send it again in a moment.";

const session = sessionId();
let waiting = false;

/** A random 128-bit id for this tab, kept while the tab is open. */
function sessionId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const fresh = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  try {
    const kept = sessionStorage.getItem("session") || fresh;
    sessionStorage.setItem("session", kept);
    return kept;
  } catch {
    return fresh; // storage is blocked: one conversation for each page load
  }
}

/** Fill `parent` with text in which web addresses are links, built from nodes only. */
function fillWithLinks(parent, text) {
  for (const part of text.split(/(https?:\/\/[^\s<>"']+)/i)) {
    const address = trimAddress(part);
    if (address) {
      const link = document.createElement("a");
      link.href = address;
      link.target = "_blank";
      link.rel = "noopener noreferrer";
      link.textContent = address;
      parent.append(link, part.slice(address.length));
    } else {
      parent.append(part);
    }
  }
}

/** The http(s) address at the start of `part` without the sentence's punctuation, or "". */
function trimAddress(part) {
  if (!/^https?:\/\//i.test(part)) return "";
  let address = part.replace(/[.,;:!?]+$/, "");
  if (address.endsWith(")") && !address.includes("(")) address = address.slice(0, -1);
  return URL.canParse && !URL.canParse(address) ? "" : address;
}

function show(node) {
  log.append(node);
  log.scrollTop = log.scrollHeight;
  return node;
}

function showMessage(who, text) {
  const bubble = document.createElement("div");
  bubble.className = "message " + who;
  if (who === "bot") fillWithLinks(bubble, text);
  else bubble.textContent = text;
  return show(bubble);
}

function showChoices(buttons) {
  const choices = document.createElement("div");
  choices.className = "choices";
  for (const { title, payload } of buttons) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = title;
    button.addEventListener("click", () => send(payload, title));
    choices.append(button);
  }
  show(choices);
}

/** A link to a file of the assistant's own, as the last line of `bubble`. */
function addFile(bubble, url, title) {
  if (!isSafe(url)) return;
  const link = document.createElement("a");
  link.href = url;
  link.target = "_blank"; // an expired link answers with a sentence, which must not end the chat
  link.rel = "noopener noreferrer";
  link.textContent = title || url;
  bubble.append("\n", link);
}

/** Whether `url` is http(s), or relative and of this page's own origin. */
function isSafe(url) {
  try {
    const { origin, protocol } = new URL(url, document.baseURI);
    return /^https?:\/\//i.test(url) || (protocol.startsWith("http") && origin === location.origin);
  } catch {
    return false;
  }
}

function showReply({ text, buttons, calendar_url: calendar, calendar_title: title }) {
  const bubble = text ? showMessage("bot", text) : null;
  if (bubble && typeof calendar === "string") addFile(bubble, calendar, title);
  if (Array.isArray(buttons) && buttons.length) showChoices(buttons);
}

function setWaiting(on) {
  waiting = on;
  typing.hidden = !on;
  sendButton.disabled = on;
  if (on) log.scrollTop = log.scrollHeight;
}

/** Ready for the next line, except where that would open a keyboard on the screen. */
function focusBox() {
  if (matchMedia("(pointer: fine)").matches) box.focus();
}

async function fetchReplies(message) {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), REPLY_LIMIT);
  try {
    const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const response = await fetch("webhook", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        sender: session,
        message,
        metadata: { language: document.documentElement.lang, timezone },
      }),
      signal: limit.signal,
    });
    return response.ok ? await response.json() : Promise.reject(NO_REPLY);
  } finally {
    clearTimeout(timer);
  }
}

/** Send `message`, showing `shown` as the person's own words; true if it was answered. */
async function send(message, shown) {
  if (waiting) return false;
  problem.textContent = "";
  const bubble = showMessage("user", shown);
  setWaiting(true);
  try {
    const replies = await fetchReplies(message);
    for (const choices of log.querySelectorAll(".choices")) choices.remove();
    replies.forEach(showReply);
    // A long reply is read from its first line, which holds the answer.
    log.scrollTop = bubble.nextElementSibling?.offsetTop ?? log.scrollHeight;
    return true;
  } catch (error) {
    bubble.remove();
    problem.textContent = error === NO_REPLY ? NO_REPLY : NO_CONNECTION;
    return false;
  } finally {
    setWaiting(false);
    focusBox();
  }
}

async function sendTyped() {
  const typed = box.value;
  if (!typed.trim() || waiting) return;
  box.value = "";
  const answered = await send(typed, typed.trim());
  if (!answered && !box.value) box.value = typed;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  sendTyped();
});

box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  sendTyped();
});

focusBox();
