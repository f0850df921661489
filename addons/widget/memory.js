/** The conversation of this tab: kept in sessionStorage, so gone with the tab; no cookie. */

const MOST_ENTRIES = 600; // about 5 kB each at most; browsers keep 5 MB a site

/** A random 128-bit id. */
export function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** `sender` names the conversation on this page; `sessions[sender]` is the server's name for it. */
export class Memory {
  constructor(key) {
    this.key = key;
    this.restore();
    this.save(); // tells whether anything can be kept
  }

  restore() {
    this.begin();
    try {
      const kept = JSON.parse(sessionStorage.getItem(this.key));
      if (isConversation(kept)) Object.assign(this, kept);
    } catch {
      // Storage is blocked or holds something else: one conversation for each page load.
    }
  }

  /** A new conversation of a person not known from before. */
  begin() {
    const { sessions = {} } = this; // there may be a last message under the old name
    Object.assign(this, { sender: randomId(), sessions, entries: [], queue: [], open: false });
  }

  add(entry) {
    this.entries.push(entry);
    this.save();
  }

  save() {
    this.entries.splice(0, this.entries.length - MOST_ENTRIES);
    const { sender, sessions, entries, queue, open } = this;
    const needed = new Set([sender, ...queue.map((item) => item.sender)]);
    for (const name of Object.keys(sessions)) if (!needed.has(name)) delete sessions[name];
    try {
      sessionStorage.setItem(this.key, JSON.stringify({ sender, sessions, entries, queue, open }));
      this.kept = true;
    } catch {
      this.kept = false;
      // Blocked or full: the conversation lives as long as the page.
    }
  }
}

function isConversation(kept) {
  return Boolean(kept) && /^[0-9a-f]{32}$/.test(kept.sender) &&
    kept.sessions instanceof Object && Array.isArray(kept.entries) && Array.isArray(kept.queue);
}
