// One message as a person sees it.

import { h, link } from "./dom.js";
import { components } from "./components.js";
import { embeds } from "./embeds.js";
import { icon } from "./icons.js";
import { markdown } from "./markdown.js";
import { format } from "./times.js";

const LOADING = 1 << 7;
const SIX_MINUTES = 6 * 60 * 1000;
const HUES = [212, 28, 150, 330, 265, 180];

export function avatar(user) {
  if (user.bot) return h("img", { class: "avatar", src: "/page/parley.svg", alt: "", width: 40, height: 40 });
  const name = user.global_name ?? user.name;
  const node = h("span", { class: "avatar letter", "aria-hidden": "true" }, name[0].toUpperCase());
  node.style.setProperty("--hue", HUES[[...name].reduce((sum, c) => sum + c.codePointAt(0), 0) % HUES.length]);
  return node;
}

const shown = (user) => user.global_name ?? user.username.replace(/^./, (c) => c.toUpperCase());

export function follows(message, before) {
  return Boolean(before)
    && before.type !== 6 && message.type !== 6
    && before.author.id === message.author.id
    && !message.interaction_metadata && !before.ephemeral && !message.ephemeral
    && Date.parse(message.timestamp) - Date.parse(before.timestamp) < SIX_MINUTES
    && sameDay(message, before);
}

export function sameDay(a, b) {
  return new Date(a.timestamp).toDateString() === new Date(b.timestamp).toDateString();
}

export function divider(message) {
  const day = format(Date.parse(message.timestamp), "D");
  return h("li", { class: "day", role: "separator" }, h("span", {}, day));
}

// tools: {use(message, customId, values), remove(message), openPins()}, any of them may be missing
export function messageNode(message, compact, tools) {
  if (message.type === 6) return note(message, tools);
  const at = Date.parse(message.timestamp);
  return h("li", { class: `message${compact ? " compact" : ""}${message.ephemeral ? " ephemeral" : ""}${message.mention_everyone || message.mention_roles.length ? " pinging" : ""}`, data: { id: message.id } },
    message.type === 20 ? usage(message.interaction_metadata) : null,
    compact ? h("time", { class: "margin-time", datetime: message.timestamp }, format(at, "t")) : avatar(message.author),
    h("div", { class: "body" },
      compact ? null : h("div", { class: "by" },
        h("strong", { class: message.author.bot ? "name bot" : "name" }, shown(message.author)),
        message.author.bot ? h("span", { class: "tag" }, "BOT") : null,
        h("time", { class: "when", datetime: message.timestamp, title: format(at, "F") }, format(at, "s")),
        message.pinned ? h("span", { class: "pinned" }, icon("pin", "Pinned")) : null),
      ...content(message, tools),
      message.ephemeral ? only(message, tools) : null),
    tools.remove && !message.ephemeral ? trash(message, tools) : null);
}

function content(message, tools) {
  if (message.flags & LOADING) {
    return [h("div", { class: "thinking" }, h("i"), h("i"), h("i"), `${shown(message.author)} is thinking…`)];
  }
  const text = message.content ? h("div", { class: "text md" }, ...markdown(message.content)) : null;
  const mark = message.edited_timestamp
    ? h("span", { class: "edited", title: format(Date.parse(message.edited_timestamp), "F") }, "(edited)") : null;
  if (text && mark) (text.lastElementChild?.classList.contains("para") ? text.lastElementChild : text).append(" ", mark);
  return [
    text,
    ...embeds(message.embeds),
    ...message.attachments.map(file),
    ...components(message.components, (id, values) => tools.use?.(message, id, values)),
    !text && mark ? mark : null,
    message.reactions?.length ? h("div", { class: "reactions" }, ...message.reactions.map((r) => h("span", {}, `${r.emoji.name} ${r.count}`))) : null,
  ];
}

function file(attachment) {
  const size = attachment.size < 1024 ? `${attachment.size} B` : `${(attachment.size / 1024).toFixed(1)} KB`;
  return h("div", { class: "file" }, icon("file"), link(attachment.url, attachment.filename), h("span", { class: "small" }, ` ${size}`));
}

function usage(metadata) {
  return h("div", { class: "usage" }, h("span", { class: "elbow", "aria-hidden": "true" }),
    h("b", {}, shown(metadata.user)), " used ", h("span", { class: "mention" }, `/${metadata.name}`));
}

function only(message, tools) {
  const dismiss = tools.remove
    ? h("button", { type: "button", class: "plain", onclick: () => tools.remove(message) }, "Dismiss message") : null;
  return h("div", { class: "only" }, icon("eye"), "Only you can see this", dismiss ? " • " : null, dismiss);
}

function trash(message, tools) {
  return h("button", { type: "button", class: "trash", title: "Delete this message", "aria-label": "Delete this message", onclick: () => tools.remove(message) }, icon("close"));
}

function note(message, tools) {
  const at = Date.parse(message.timestamp);
  return h("li", { class: "message note", data: { id: message.id } },
    h("span", { class: "note-mark" }, icon("pin")),
    h("div", { class: "body" }, h("b", {}, shown(message.author)), " pinned a message to this channel. ",
      tools.openPins ? h("button", { type: "button", class: "plain", onclick: tools.openPins }, "See all pins") : null, " ",
      h("time", { class: "when", datetime: message.timestamp, title: format(at, "F") }, format(at, "s"))));
}
