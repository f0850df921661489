/** Messages on their way: one at a time, in order, each until it is answered or refused. */

const REPLY_LIMIT = 20000; // milliseconds; the server itself answers within 8 seconds
const PAUSES = [1, 2, 4, 8, 15]; // seconds between attempts; the last one repeats
const PASSING = new Set([401, 408, 429, 500, 502, 503, 504]); // worth another attempt

export class Outbox {
  /** `queue` is an array the caller keeps; `tell(event, item, replies)` hears what happens. */
  constructor(server, memory, tell) {
    Object.assign(this, { server, memory, tell, busy: false, wake: () => {} });
    addEventListener("online", () => this.wake());
  }

  add(item) {
    this.memory.queue.push(item);
    this.memory.save();
    return this.run();
  }

  async run() {
    if (this.busy) return;
    this.busy = true;
    while (this.memory.queue.length) await this.deliver(this.memory.queue[0]);
    this.busy = false;
    this.tell("idle");
  }

  /** Send `item` until there is an answer. Its id tells the server that it is the same one. */
  async deliver(item) {
    for (let attempt = 0; this.memory.queue.includes(item); attempt += 1) {
      this.tell("sending", item);
      const { status, replies } = await this.attempt(item);
      if (!this.memory.queue.includes(item)) return; // forgotten meanwhile
      if (replies || !PASSING.has(status)) {
        this.memory.queue.shift();
        this.memory.save();
        this.tell(replies ? "answered" : "refused", item, replies);
        return;
      }
      if (status === 401 && !attempt) continue; // at once, in a new session
      this.tell("lost", item);
      await this.pause(PAUSES[Math.min(attempt, PAUSES.length - 1)]);
    }
  }

  async attempt({ id, sender, message, metadata }) {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), REPLY_LIMIT);
    const { signal } = limit;
    try {
      const session = await this.session(sender, signal);
      const response = await this.post("webhook", {
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ id, sender: session, message, metadata }),
        signal,
      });
      if (response.status === 401) delete this.memory.sessions[sender]; // it has ended: another
      const replies = response.ok ? await response.json() : null;
      return { status: response.status, replies: Array.isArray(replies) ? replies : null };
    } catch {
      return { status: 503, replies: null }; // no connection, or no answer in time
    } finally {
      clearTimeout(timer);
    }
  }

  /** The server's name for the conversation `sender`, asked for when it is first needed. */
  async session(sender, signal) {
    const { sessions } = this.memory;
    if (!sessions[sender]) {
      sessions[sender] = (await (await this.post("session", { signal })).json()).session;
      this.memory.save();
    }
    return sessions[sender];
  }

  post(path, more) {
    const address = new URL(path, this.server);
    return fetch(address, {
      method: "POST", credentials: "omit", referrerPolicy: "no-referrer", ...more,
    });
  }

  pause(seconds) {
    return new Promise((resume) => {
      const timer = setTimeout(resume, seconds * 1000);
      this.wake = () => { clearTimeout(timer); resume(); };
    });
  }
}
