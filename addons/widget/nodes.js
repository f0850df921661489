/** The only way anything gets into the page: elements and text nodes, never markup. */

/** An element with attributes (`null` and `false` leave one out) and children. */
export function make(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for the shapes of a picture. */
export function draw(tag, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/** `address` made absolute where a link may lead there, else "": http(s), or the server's own. */
export function safeAddress(address, server) {
  try {
    const { href, origin, protocol } = new URL(address, server);
    const absolute = /^https?:\/\//i.test(address);
    return absolute || (protocol.startsWith("http") && origin === new URL(server).origin)
      ? href : "";
  } catch {
    return "";
  }
}

/** A link that opens beside the chat, or its bare title where the address is not safe. */
export function link(address, title, server) {
  const href = typeof address === "string" ? safeAddress(address, server) : "";
  if (!href) return document.createTextNode(title);
  return make("a", { href, target: "_blank", rel: "noopener noreferrer" }, title);
}

/** `text` as nodes in which web addresses are links. */
export function withLinks(text, server) {
  return text.split(/(https?:\/\/[^\s<>"'\u202a-\u202e\u2066-\u2069]+)/i).flatMap((part) => {
    const address = trimAddress(part);
    return address ? [link(address, address, server), part.slice(address.length)] : [part];
  });
}

/** The http(s) address at the start of `part` without the sentence's punctuation, or "". */
function trimAddress(part) {
  if (!/^https?:\/\//i.test(part)) return "";
  const address = part.replace(/[.,;:!?]+$/, "");
  return address.endsWith(")") && !address.includes("(") ? address.slice(0, -1) : address;
}
