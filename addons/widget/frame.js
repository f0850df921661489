/** The parts around the conversation: launcher, panel, log, box; and where the focus is. */

import { make } from "./nodes.js";

const PATIENCE = 3000; // milliseconds until a word says that the answer is late

export class Frame {
  /** `act` names what the person can do: send, toggle, again, copy, print, forget. */
  constructor(host, act) {
    const { say } = host;
    Object.assign(this, { host, act, say, inline: host.getAttribute("mode") === "inline" });
    this.log = make("div", {
      class: "log", role: "log", "aria-live": "polite", "aria-label": say.log, tabindex: "0",
    });
    this.typing = make("div", { class: "typing", hidden: true },
      make("span", { class: "unseen" }, say.typing),
      ...["", "", ""].map(() => make("i", { "aria-hidden": "true" })));
    this.status = make("p", { class: "status", role: "status" });
    this.again = this.button(say.again, () => this.act.again());
    this.again.hidden = true;
    this.box = make("textarea", {
      id: "text", rows: "2", autocomplete: "off", "aria-describedby": "hint", dir: "auto",
    });
    this.panel = this.inline ? this.inlinePanel() : this.floatingPanel();
    this.launcher = make("button", {
      class: "launcher", type: "button", "aria-haspopup": "dialog", "aria-expanded": "false",
    }, host.getAttribute("launcher") || say.launcher);
    this.launcher.addEventListener("click", () => this.open({ focus: true }));
  }

  nodes() {
    return this.inline ? [this.panel] : [this.launcher, this.panel];
  }

  button(title, press) {
    const button = make("button", { type: "button" }, title);
    button.addEventListener("click", press);
    return button;
  }

  inlinePanel() {
    return make("section", { class: "panel", "aria-labelledby": "title", lang: this.say.language },
      ...this.parts());
  }

  floatingPanel() {
    const panel = make(
      "section",
      { class: "panel", role: "dialog", "aria-labelledby": "title", hidden: true,
        lang: this.say.language },
      ...this.parts(),
    );
    panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.isComposing) this.close();
    });
    return panel;
  }

  parts() {
    return [this.header(), this.log, this.typing,
      make("div", { class: "news" }, this.status, this.again), this.form()];
  }

  header() {
    const { say, act } = this;
    const close = this.button("\u00d7", () => this.close());
    close.setAttribute("aria-label", say.close);
    close.className = "close";
    return make("header", {},
      make("div", { class: "title" },
        make("h2", { id: "title" }, this.host.getAttribute("heading") || say.title),
        make("p", {}, say.subtitle)),
      this.inline ? null : close,
      make("div", { class: "tools" },
        this.button(say.copy, act.copy),
        this.button(say.print, act.print),
        this.button(say.forget, () => { act.forget(); this.box.focus(); })));
  }

  form() {
    const { say, box } = this;
    const form = make("form", {},
      make("label", { for: "text" }, say.label),
      make("div", { class: "row" }, box, make("button", { class: "send", type: "submit" }, say.send)),
      make("p", { id: "hint" }, say.hint));
    form.addEventListener("submit", (event) => { event.preventDefault(); this.sendTyped(); });
    box.addEventListener("keydown", (event) => {
      event.stopPropagation(); // a host page's shortcuts are not meant while one writes
      if (event.key === "Escape" && !this.inline && !event.isComposing) this.close();
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.sendTyped();
    });
    return form;
  }

  sendTyped() {
    const typed = this.box.value;
    if (!typed.trim()) return;
    this.box.value = "";
    this.act.send(typed);
  }

  open({ focus }) {
    if (this.inline) return;
    this.panel.hidden = false;
    this.launcher.hidden = true;
    this.launcher.setAttribute("aria-expanded", "true");
    this.log.scrollTop = this.log.scrollHeight;
    if (focus) { this.box.focus(); this.act.toggle(true); }
  }

  close() {
    this.panel.hidden = true;
    this.launcher.hidden = false;
    this.launcher.setAttribute("aria-expanded", "false");
    this.launcher.focus();
    this.act.toggle(false);
  }

  clear() {
    this.log.replaceChildren();
    this.tell("");
  }

  show(nodes) {
    this.log.append(...nodes);
    this.log.scrollTop = this.log.scrollHeight;
    return nodes;
  }

  /** The suggested replies, in place of those before. */
  offer(choices) {
    const old = this.log.querySelector(".choices");
    // What has the focus must not vanish under it.
    if (old?.contains(this.host.shadowRoot?.activeElement)) this.focusBox();
    old?.remove();
    if (choices) this.show([choices]);
  }

  /** Ready for the next line, except where that would open a keyboard on the screen. */
  focusBox() {
    (matchMedia("(pointer: fine)").matches ? this.box : this.log).focus();
  }

  /** A long reply is read from its first line, which holds the answer. */
  scrollTo(node) {
    if (node) this.log.scrollTop = node.offsetTop - this.log.offsetTop - 8;
  }

  wait(on) {
    clearTimeout(this.patience);
    this.typing.hidden = !on;
    if (!on) return;
    this.log.scrollTop = this.log.scrollHeight;
    this.patience = setTimeout(() => {
      if (!this.status.textContent) this.tell(this.say.slow);
    }, PATIENCE);
  }

  tell(text, problem = false) {
    if (this.status.textContent !== text) this.status.textContent = text;
    this.status.classList.toggle("problem", problem);
    this.again.hidden = true;
  }

  lose() {
    this.tell(this.say.lost, true);
    this.again.hidden = false;
  }

  /** Nothing typed is lost: a message nobody took goes back into the box. */
  refuse(message) {
    this.tell(this.say.refused, true);
    if (!this.box.value) this.box.value = message;
  }

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return this.copyByHand(text); // a page without https has no clipboard of its own
    }
  }

  copyByHand(text) {
    const focused = this.host.shadowRoot.activeElement;
    const area = make("textarea", { class: "unseen" });
    area.value = text;
    this.panel.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focused?.focus();
    return done;
  }
}
