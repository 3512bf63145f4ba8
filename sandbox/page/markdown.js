// Discord's markdown to DOM nodes. Unknown or unfinished marks stay as they were typed.

import { h, link, colour } from "./dom.js";
import { stamp } from "./times.js";

// Who and what ids stand for; filled by the page from the server's state.
export const names = { users: new Map(), roles: new Map(), channels: new Map() };

function mention(kind, id) {
  const table = { "@": names.users, "@!": names.users, "@&": names.roles, "#": names.channels }[kind];
  const known = table.get(id);
  const text = known ? known.name : kind === "#" ? "unknown" : `unknown-${kind === "@&" ? "role" : "user"}`;
  const node = h("span", { class: "mention" }, (kind === "#" ? "#" : "@") + text);
  if (known?.color) {
    node.style.color = colour(known.color);
    node.style.background = colour(known.color) + "22";
  }
  return node;
}

function spoiler(children) {
  const toggle = (event) => {
    if (event.type === "keydown" && !["Enter", " "].includes(event.key)) return;
    event.currentTarget.classList.add("open");
    event.currentTarget.setAttribute("aria-expanded", "true");
  };
  const props = { class: "spoiler", role: "button", tabindex: 0, title: "Spoiler" };
  return h("span", { ...props, "aria-expanded": "false", onclick: toggle, onkeydown: toggle }, ...children);
}

// Tried in this order at every place in the text.
const INLINE = [
  [/\\([^A-Za-z0-9\s])/y, (m) => m[1]],
  [/(`+)([\s\S]*?[^`])\1(?!`)/y, (m) => h("code", {}, m[2].replace(/^ (?=`)|(?<=`) $/g, ""))],
  [/<t:(-?\d{1,13})(?::([tTdDfFsSR]))?>/y, (m) => stamp(Number(m[1]), m[2])],
  [/<(@!|@&|@|#)(\d{15,20})>/y, (m) => mention(m[1], m[2])],
  [/<\/([\w' -]{1,100}):(\d{15,20})>/y, (m) => h("span", { class: "mention" }, "/" + m[1])],
  [/<a?:(\w{2,32}):\d{15,20}>/y, (m) => `:${m[1]}:`],
  [/@(everyone|here)\b/y, (m) => h("span", { class: "mention" }, m[0])],
  [/<(https?:\/\/[^\s<>]+)>/y, (m) => link(m[1], m[1])],
  [
    /\[((?:\\.|[^\[\]\\\n])+)\]\(<?(https?:\/\/(?:[^\s()<>]|\([^\s()<>]*\))+)>?(?: "[^"\n]*")?\)/y,
    (m, depth) => link(m[2], ...inline(m[1], depth, true)),
  ],
  [/https?:\/\/[^\s<]+[^<.,:;"'\]\s)*_~|]/y, (m, depth, linked) => (linked ? m[0] : link(m[0], m[0]))],
  [/\|\|([\s\S]+?)\|\|/y, (m, depth) => spoiler(inline(m[1], depth))],
  [/\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, (m, depth, linked) => h("strong", {}, ...inline(m[1], depth, linked))],
  [/__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, (m, depth, linked) => h("u", {}, ...inline(m[1], depth, linked))],
  [
    /\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y,
    (m, depth, linked) => h("em", {}, ...inline(m[1], depth, linked)),
  ],
  [/\b_((?:__|\\[\s\S]|[^\\_])+?)_\b/y, (m, depth, linked) => h("em", {}, ...inline(m[1], depth, linked))],
  [/~~([\s\S]+?)~~/y, (m, depth, linked) => h("s", {}, ...inline(m[1], depth, linked))],
];

const SPECIAL = /[\\`<@[h|*_~]/;

export function inline(text, depth = 0, linked = false) {
  const nodes = [];
  let plain = "";
  const flush = () => {
    if (plain) nodes.push(document.createTextNode(plain));
    plain = "";
  };
  for (let at = 0; at < text.length; ) {
    const found = depth < 8 && SPECIAL.test(text[at]) ? match(text, at) : null;
    if (!found) {
      plain += text[at++];
      continue;
    }
    const [rule, hit] = found;
    const made = rule(hit, depth + 1, linked);
    if (typeof made === "string") plain += made;
    else {
      flush();
      nodes.push(made);
    }
    at += hit[0].length;
  }
  flush();
  return nodes;
}

function match(text, at) {
  for (const [pattern, rule] of INLINE) {
    pattern.lastIndex = at;
    const hit = pattern.exec(text);
    if (hit) return [rule, hit];
  }
  return null;
}

const FENCE = /```(?:([\w+-]+)\n)?\n?([\s\S]*?)\n?```/;
const ITEM = /^(\s*)([-*]|\d{1,9}\.) +(.*)$/;

export function markdown(text) {
  const nodes = [];
  let rest = text;
  for (let fence = FENCE.exec(rest); fence; fence = FENCE.exec(rest)) {
    nodes.push(...lines(rest.slice(0, fence.index)));
    nodes.push(h("pre", {}, h("code", {}, fence[2])));
    rest = rest.slice(fence.index + fence[0].length).replace(/^\n/, "");
  }
  nodes.push(...lines(rest));
  return nodes;
}

function lines(text) {
  if (!text) return [];
  const rows = text.split("\n");
  const nodes = [];
  let open = [];
  const close = () => {
    if (open.length) nodes.push(h("div", { class: "para" }, ...inline(open.join("\n"))));
    open = [];
  };
  for (let at = 0; at < rows.length; ) {
    const [made, used] = block(rows, at);
    if (!used) {
      open.push(rows[at++]);
      continue;
    }
    close();
    nodes.push(made);
    at += used;
  }
  close();
  return nodes;
}

// The block that starts at a row, and how many rows it takes; [null, 0] for plain text.
function block(rows, at) {
  const heading = /^(#{1,3}) +(\S.*)$/.exec(rows[at]);
  if (heading) return [h("div", { class: `h${heading[1].length}`, role: "heading", "aria-level": heading[1].length + 2 }, ...inline(heading[2].replace(/ +#+$/, ""))), 1];
  const small = /^-# +(\S.*)$/.exec(rows[at]);
  if (small) return [h("div", { class: "small" }, ...inline(small[1])), 1];
  if (/^>>> /.test(rows[at])) {
    const all = [rows[at].slice(4), ...rows.slice(at + 1)];
    return [h("blockquote", {}, ...lines(all.join("\n"))), rows.length - at];
  }
  const quoted = run(rows, at, (row) => /^> /.test(row) || row === ">");
  if (quoted) {
    const inner = rows.slice(at, at + quoted).map((row) => row.slice(2));
    return [h("blockquote", {}, ...lines(inner.join("\n"))), quoted];
  }
  if (ITEM.test(rows[at])) {
    const [, indent, mark] = ITEM.exec(rows[at]);
    const used = run(rows, at, (row) => {
      const item = ITEM.exec(row);
      // A number after a bullet at the same depth starts a list of its own.
      if (item) return item[1].length > indent.length || /\d/.test(item[2]) === /\d/.test(mark);
      return /^ {2,}\S/.test(row);
    });
    return [list(rows.slice(at, at + used)), used];
  }
  return [null, 0];
}

function run(rows, at, wanted) {
  let count = 0;
  while (at + count < rows.length && wanted(rows[at + count])) count += 1;
  return count;
}

function list(rows) {
  const [, indent, mark] = ITEM.exec(rows[0]);
  const numbered = /\d/.test(mark);
  const node = h(numbered ? "ol" : "ul", numbered ? { start: parseInt(mark, 10) } : {});
  for (let at = 0; at < rows.length; ) {
    const item = ITEM.exec(rows[at]);
    const own = item ? item[3] : rows[at].trim();
    const inner = run(rows, at + 1, (row) => {
      const next = ITEM.exec(row);
      return !next || next[1].length > indent.length;
    });
    const nested = rows.slice(at + 1, at + 1 + inner);
    const more = run(nested, 0, (row) => !ITEM.test(row));
    const text = [own, ...nested.slice(0, more).map((row) => row.trim())].join("\n");
    const deeper = nested.slice(more);
    node.append(h("li", {}, ...inline(text), deeper.length ? list(deeper) : null));
    at += 1 + inner;
  }
  return node;
}
