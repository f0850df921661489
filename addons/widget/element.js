/** `<sojourn-chat>`: the chat as a launcher in a corner, or inline in the page. */

import { Frame } from "./frame.js";
import { Memory, randomId } from "./memory.js";
import { choices, entryOf, nodesOf } from "./messages.js";
import { Outbox } from "./outbox.js";
import { printSummary, transcript } from "./summary.js";
import { words } from "./words.js";

// By hand instead of by a <link>: so nothing is shown unstyled, and a host page's policy
// need not allow styles of another origin.
const style = new CSSStyleSheet();
await style.replace(await (await fetch(new URL("sojourn.css", import.meta.url))).text());

const FORGET = "Delete my data.";

class SojournChat extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return; // moved to another place of the page
    this.language = this.getAttribute("language") || document.documentElement.lang || "en";
    this.server = new URL(this.getAttribute("server") ?? "../", import.meta.url).href;
    this.say = words(this.language);
    this.memory = new Memory(`sojourn ${this.server} ${this.placeOnPage()}`);
    this.outbox = new Outbox(this.server, this.memory, this.hear.bind(this));
    this.frame = new Frame(this, {
      send: (text) => this.send(text, text.trim()),
      toggle: (open) => { this.memory.open = open; this.memory.save(); },
      again: () => this.outbox.wake(),
      copy: () => this.copy(),
      print: () => this.print(),
      forget: () => this.forget(),
    });
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [style];
    this.restore();
    this.shadowRoot.append(...this.frame.nodes());
    if (this.memory.open) this.frame.open({ focus: false });
    if (!this.memory.kept) this.frame.tell(this.say.unkept);
    this.outbox.run();
  }

  /** Two on one page are two conversations. */
  placeOnPage() {
    return this.id || [...document.querySelectorAll("sojourn-chat")].indexOf(this);
  }

  restore() {
    this.frame.clear();
    this.show(entryOf({ text: this.getAttribute("greeting") || this.say.greeting }));
    for (const entry of this.memory.entries) this.show(entry);
    this.offer(this.memory.entries[this.memory.entries.length - 1]);
  }

  show(entry) {
    const [first] = this.frame.show(nodesOf(entry, this));
    return first;
  }

  offer(entry) {
    const choose = (payload, title) => this.send(payload, title);
    this.frame.offer(
      entry?.buttons?.length ? choices(entry.buttons, this.say, choose) : null,
    );
  }

  /** Send `message`, showing `shown` as the person's own words. */
  send(message, shown) {
    const entry = { who: "user", text: shown };
    this.memory.add(entry);
    this.frame.offer(null);
    this.show(entry);
    this.frame.tell("");
    this.outbox.add({
      id: randomId(),
      sender: this.memory.sender,
      message,
      metadata: {
        language: this.language,
        timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
    });
  }

  /** What happens to a message on its way. */
  hear(event, item, replies) {
    this.frame.wait(event === "sending");
    if (event === "answered") this.answer(replies);
    if (event === "lost") this.frame.lose();
    if (event === "refused") this.frame.refuse(item.message);
  }

  answer(replies) {
    this.frame.tell("");
    const entries = replies.map(entryOf);
    const nodes = entries.map((entry) => {
      entry.drawn = this.isNewPicture(entry);
      this.memory.add(entry);
      return this.show(entry);
    });
    // Suggestions belong to what was asked last, not to what is still being asked.
    if (!this.memory.queue.length) this.offer(entries.filter((e) => e.buttons.length).pop());
    this.frame.scrollTo(nodes.find(Boolean));
  }

  /** The same days are drawn once, not after every answer about them. */
  isNewPicture({ timeline }) {
    const drawn = this.memory.entries.filter((entry) => entry.drawn).pop();
    const lines = (days) => JSON.stringify(days);
    return Boolean(timeline) && lines(drawn?.timeline.days) !== lines(timeline.days);
  }

  async copy() {
    const done = await this.frame.copy(transcript(this.memory.entries, this.say));
    this.frame.tell(done ? this.say.copied : this.say.uncopied);
  }

  print() {
    if (!printSummary(this.memory.entries, this.say)) this.frame.tell(this.say.unprinted);
  }

  /** Forgotten here at once; the server is told under the old name, and says when it has. */
  forget() {
    const { sender, open } = this.memory;
    this.memory.begin();
    this.memory.open = open;
    this.restore();
    this.outbox.wake();
    this.outbox.add({ id: randomId(), sender, message: FORGET, metadata: { language: this.language } });
  }
}

if (!customElements.get("sojourn-chat")) customElements.define("sojourn-chat", SojournChat);
