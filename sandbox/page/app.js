// The page: which channel, as whom, and what stands there.

import { act, look, session } from "./api.js";
import { Composer } from "./composer.js";
import { byId, h } from "./dom.js";
import { icon } from "./icons.js";
import { names } from "./markdown.js";
import { avatar, divider, follows, messageNode, sameDay } from "./message.js";
import { openModal } from "./modal.js";
import { format, now, setClock, tick } from "./times.js";

const STEP = 50;
const SETTLE = 60;

const page = {
  state: null,
  open: null,
  limit: STEP,
  atEnd: true,
  read: new Map(),
  drawn: new Map(),
  channel: () => channels().find((c) => c.id === page.open) ?? null,
  toast,
  settled,
  say: (text) => act("say", { channel: page.open, text }),
  run: async (command, options) => settled(await act("invoke", { channel: page.open, command, options })),
};

const channels = () => page.state?.guilds.flatMap((g) => g.channels) ?? [];

function toast(text) {
  const node = byId("toast");
  node.textContent = text;
  node.hidden = false;
  clearTimeout(page.toastTimer);
  page.toastTimer = setTimeout(() => { node.hidden = true; }, 6000);
}

function settled(outcome) {
  if (outcome.failed) toast(outcome.failed);
  if (outcome.modal) openModal(outcome, page);
}

// What is where

async function loadState() {
  page.state = await look("state");
  setClock(page.state.now);
  const { state } = page;
  names.users = new Map([...state.people, state.bot].map((u) => [u.id, u]));
  names.roles = new Map(state.guilds.flatMap((g) => g.roles).filter((r) => r.name !== "@everyone").map((r) => [r.id, r]));
  names.channels = new Map(channels().map((c) => [c.id, c]));
  if (!page.channel()) page.open = (fromAddress() ?? channels()[0])?.id ?? null;
  drawSide();
  drawTop();
}

function fromAddress() {
  const wanted = decodeURIComponent(location.hash.slice(1));
  return channels().find((c) => c.name === wanted || c.id === wanted);
}

// A channel's place in the address: its name, or its id if another server has that name first.
function address(channel) {
  return channels().find((c) => c.name === channel.name) === channel ? channel.name : channel.id;
}

function drawSide() {
  const several = page.state.guilds.length > 1;
  byId("channels").replaceChildren(...page.state.guilds.flatMap((guild) => [
    several ? h("h2", { class: "guild" }, guild.name) : null,
    ...guild.channels.map(channelLink),
  ]).filter(Boolean));
  byId("people").replaceChildren(...page.state.people.map(personButton));
  const online = page.state.connected;
  byId("link").textContent = online ? `${page.state.bot.name} is online` : "no bot connected";
  byId("link").classList.toggle("on", online);
}

function channelLink(channel) {
  const unread = channel.id !== page.open && BigInt(channel.last) > BigInt(page.read.get(channel.id) ?? 0);
  const sign = { 5: "megaphone", 11: "thread" }[channel.kind] ?? "hash";
  const locked = !channel.botSees ? "hidden from the bot" : !channel.botSends ? "the bot may not post" : null;
  return h("a", { href: `#${address(channel)}`, class: `channel${unread ? " unread" : ""}`, "aria-current": channel.id === page.open ? "page" : undefined,
    onclick: (event) => { event.preventDefault(); go(channel); } },
    icon(sign), h("span", { class: "channel-name" }, channel.name),
    unread ? h("span", { class: "dot", title: "New messages" }) : null,
    locked ? h("span", { class: "locked" }, icon(channel.botSees ? "lock" : "hidden", locked)) : null);
}

const ROLES = ["admin", "plain member"];

function personButton(person, index) {
  const current = person.name === session.user;
  return h("button", { type: "button", class: "person", role: "radio", "aria-checked": current ? "true" : "false", onclick: () => become(person) },
    avatar(person), h("span", {}, h("b", {}, person.name), h("small", {}, ROLES[index] ?? "member")));
}

function drawTop() {
  const channel = page.channel();
  const sign = channel?.kind === 5 ? "megaphone" : "hash";
  byId("title").replaceChildren(...(channel ? [icon(sign), channel.name] : ["No channel"]));
  byId("topic").textContent = channel?.topic ?? "";
  document.title = channel ? `#${channel.name} · Parley sandbox` : "Parley sandbox";
  drawClock();
}

function drawClock() {
  const node = byId("clock");
  node.dateTime = new Date(now()).toISOString();
  node.textContent = format(now(), "s");
}

// Messages

const tools = {
  use: async (message, customId, values) => {
    try {
      settled(await act("press", { message: message.id, custom_id: customId, values }));
    } catch (error) {
      toast(error.message);
    }
  },
  remove: async (message) => {
    try {
      await act("delete", { channel: message.channel_id, message: message.id });
    } catch (error) {
      toast(error.message);
    }
  },
  openPins: () => showPins(true),
};

async function loadMessages() {
  if (!page.open) return drawMessages([]);
  const asked = `${session.user} ${page.open}`;
  const { messages, more } = await look(`channels/${page.open}/messages`, { limit: page.limit });
  if (asked !== `${session.user} ${page.open}`) return undefined;
  byId("earlier").hidden = !more;
  page.read.set(page.open, messages.at(-1)?.id ?? "0");
  return drawMessages(messages);
}

// Only what changed is drawn anew, so that an open select stays open.
function drawMessages(messages) {
  const kept = new Map();
  const nodes = [];
  messages.forEach((message, index) => {
    const before = messages[index - 1];
    if (!before || !sameDay(message, before)) nodes.push(divider(message));
    const compact = follows(message, before);
    const key = JSON.stringify([message, compact]);
    const old = page.drawn.get(message.id);
    const node = old?.key === key ? old.node : messageNode(message, compact, tools);
    kept.set(message.id, { key, node });
    nodes.push(node);
  });
  page.drawn = kept;
  place(byId("log"), nodes);
  const channel = page.channel();
  byId("empty").hidden = messages.length > 0;
  byId("empty").textContent = channel ? `Nothing in #${channel.name} yet. Type / below to see what the bot can do.` : "";
  if (page.atEnd) toEnd();
}

// Whoever reads the newest message keeps it in sight, whatever arrives or however the window turns.
function toEnd() {
  byId("scroll").scrollTop = byId("scroll").scrollHeight;
}

function place(parent, nodes) {
  nodes.forEach((node, index) => {
    if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null);
  });
  while (parent.children.length > nodes.length) parent.lastElementChild.remove();
}

async function showPins(open) {
  const panel = byId("pins");
  panel.hidden = !open;
  byId("pins-button").setAttribute("aria-expanded", String(open));
  if (!open || !page.open) return;
  const pinned = await look(`channels/${page.open}/pins`);
  const list = pinned.length
    ? h("ol", { class: "log" }, ...pinned.map((m) => messageNode(m, false, { use: tools.use })))
    : h("p", { class: "empty" }, "Nothing is pinned here.");
  const close = h("button", { type: "button", class: "plain drop", "aria-label": "Close", onclick: () => showPins(false) }, icon("close"));
  panel.replaceChildren(h("header", {}, h("h2", {}, "Pinned messages"), close), list);
}

// Moving about

async function refresh() {
  try {
    await loadState();
    await loadMessages();
    await showPins(!byId("pins").hidden);
  } catch (error) {
    toast(error.message);
  }
}

let pending = null;
function soon() {
  pending ??= setTimeout(async () => {
    await refresh();
    pending = null;
  }, SETTLE);
}

async function go(channel) {
  page.open = channel.id;
  page.limit = STEP;
  page.drawn = new Map();
  history.replaceState(null, "", `#${address(channel)}`);
  page.atEnd = true;
  byId("log").replaceChildren();
  await refresh();
  composer.plain();
}

async function become(person) {
  session.user = person.name;
  page.drawn = new Map();
  await refresh();
  composer.plain();
}

async function showEarlier() {
  const scroll = byId("scroll");
  const fromEnd = scroll.scrollHeight - scroll.scrollTop;
  page.limit += STEP;
  await loadMessages();
  scroll.scrollTop = scroll.scrollHeight - fromEnd;
}

function watch() {
  const source = new EventSource("/sandbox/api/events");
  source.onmessage = soon;
  source.onopen = soon;
  source.onerror = () => {
    byId("link").textContent = "the sandbox has stopped";
    byId("link").classList.remove("on");
  };
}

const asked = new URLSearchParams(location.search);
if (asked.get("user")) session.user = asked.get("user");
const composer = new Composer(byId("composer"), page);
byId("pins-button").prepend(icon("pin"));
byId("earlier").addEventListener("click", showEarlier);
byId("pins-button").addEventListener("click", () => showPins(byId("pins").hidden));
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) composer.input?.focus();
});
byId("scroll").addEventListener("scroll", ({ target }) => {
  page.atEnd = target.scrollHeight - target.scrollTop - target.clientHeight < 80;
});
new ResizeObserver(() => page.atEnd && toEnd()).observe(byId("scroll"));
await refresh();
composer.plain();
if (asked.has("pins")) await showPins(true);
watch();
setInterval(() => { tick(); drawClock(); }, 5000);
