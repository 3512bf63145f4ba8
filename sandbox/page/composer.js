// The message box: plain text, or after a slash a command with its options.

import { act, look } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { names } from "./markdown.js";
import { Popup } from "./popup.js";

const KIND = { STRING: 3, INTEGER: 4, BOOLEAN: 5, USER: 6, CHANNEL: 7, ROLE: 8, MENTIONABLE: 9, NUMBER: 10, FILE: 11 };
const HINTS = { 3: "text", 4: "whole number", 5: "True or False", 6: "person", 7: "channel", 8: "role", 9: "person or role", 10: "number", 11: "file" };
const PAUSE = 180;

export class Composer {
  // page: {channel(), run(command, options), say(text), toast(text)}
  constructor(form, page) {
    this.form = form;
    this.page = page;
    this.command = null;
    this.popup = new Popup(form);
    this.line = h("div", { class: "line" });
    form.append(this.line);
    form.addEventListener("submit", (event) => { event.preventDefault(); this.send(); });
    form.addEventListener("focusout", () => setTimeout(() => {
      if (!form.contains(document.activeElement)) this.popup.hide();
    }));
    this.plain();
  }

  // Plain text

  plain(text = "") {
    this.command = null;
    const channel = this.page.channel();
    const silent = channel && !channel.canSend;
    this.input = h("input", {
      class: "box", type: "text", maxlength: 2000, role: "combobox", "aria-controls": "popup", "aria-expanded": "false",
      "aria-label": channel ? `Message #${channel.name}` : "Message",
      placeholder: silent ? "You may not write here — type / for commands" : `Message #${channel?.name ?? ""} — or type / for commands`,
      oninput: () => this.typed(), onkeydown: (event) => this.keys(event),
    });
    this.input.value = text;
    this.line.replaceChildren(this.input);
    this.popup.hide();
  }

  async typed() {
    if (!this.input.value.startsWith("/")) return this.popup.hide();
    const wanted = this.input.value.slice(1).toLowerCase();
    this.commands = await look(`channels/${this.page.channel().id}/commands`);
    const found = this.commands.filter((c) => c.name.includes(wanted.trim())).sort((a, b) => rank(a, wanted) - rank(b, wanted));
    const rows = found.map((command) => ({
      title: `/${command.name}`,
      detail: command.description,
      side: command.options.map((o) => (o.required ? o.name : `${o.name}?`)).join("  "),
      pick: () => this.choose(command),
    }));
    this.popup.show(rows, rows.length ? "Commands" : "No such command is offered to you here");
  }

  keys(event) {
    if (this.popup.key(event)) return;
    if (event.key === "Escape") this.popup.hide();
  }

  // A command

  choose(command) {
    this.command = command;
    this.fields = new Map();
    this.more = h("span", { class: "more" });
    const drop = h("button", { type: "button", class: "plain drop", title: "Cancel the command (Escape)", "aria-label": "Cancel the command", onclick: () => this.reset() }, icon("close"));
    const run = h("button", { type: "submit", class: "button primary run" }, "Run");
    this.line.replaceChildren(h("span", { class: "slash" }, `/${command.name}`), this.more, run, drop);
    command.options.filter((o) => o.required).forEach((o) => this.addField(o));
    this.offerMore();
    this.popup.hide();
    (this.line.querySelector(".field-input") ?? run).focus();
  }

  reset() {
    this.plain();
    this.input.focus();
  }

  offerMore() {
    const left = this.command.options.filter((o) => !this.fields.has(o.name));
    this.more.replaceChildren(...left.map((option) =>
      h("button", { type: "button", class: "option-add", title: option.description, onclick: () => { this.addField(option).focus(); this.offerMore(); } }, `+ ${option.name}`)));
  }

  addField(option) {
    const input = h("input", {
      class: "field-input", type: option.type === KIND.FILE ? "file" : "text", role: "combobox", "aria-controls": "popup", "aria-expanded": "false",
      "aria-label": `${option.name}: ${option.description}`, placeholder: HINTS[option.type] ?? "",
      onfocus: () => this.suggest(option), oninput: () => { this.fields.get(option.name).value = undefined; size(input); this.suggest(option); },
      onkeydown: (event) => this.fieldKeys(event, option),
    });
    size(input);
    const label = h("label", { class: "field-box" }, h("span", {}, option.name), input);
    this.more.before(label);
    this.fields.set(option.name, { option, input, label, value: undefined });
    return input;
  }

  fieldKeys(event, option) {
    if (event.key === "Escape") {
      if (this.popup.open) return this.popup.hide();
      return this.reset();
    }
    if (event.key === "Backspace" && !event.currentTarget.value && !option.required) {
      this.fields.get(option.name).label.remove();
      this.fields.delete(option.name);
      this.offerMore();
      (this.line.querySelector(".field-input") ?? this.line.querySelector(".run")).focus();
      return;
    }
    const field = this.fields.get(option.name);
    // Enter sends what was typed as it stands unless the list offers a fixed choice.
    if (event.key === "Enter" && (field.value !== undefined || !this.popup.rows.length)) return;
    this.popup.key(event);
  }

  async suggest(option) {
    const field = this.fields.get(option.name);
    const typed = field.input.value;
    clearTimeout(this.timer);
    if (option.autocomplete) {
      this.timer = setTimeout(() => this.complete(option, typed), PAUSE);
      return;
    }
    const rows = choices(option)
      .filter((c) => c.name.toLowerCase().includes(typed.replace(/^[#@]/, "").toLowerCase()))
      .slice(0, 25);
    this.offer(option, rows);
  }

  async complete(option, typed) {
    try {
      const place = { command: this.command.name, channel: this.page.channel().id };
      const found = await act("autocomplete", { ...place, option: option.name, value: typed, options: this.values(option.name) });
      if (this.fields.get(option.name)?.input.value === typed && document.activeElement === this.fields.get(option.name).input) this.offer(option, found);
    } catch (error) {
      this.popup.show([], error.message);
    }
  }

  offer(option, rows) {
    const field = this.fields.get(option.name);
    this.popup.show(rows.map((choice) => ({
      title: choice.name,
      pick: () => {
        field.input.value = choice.name;
        field.value = choice.value;
        size(field.input);
        this.popup.hide();
        this.next(field.input);
      },
    })), option.description === "…" ? option.name : `${option.name} — ${option.description}`);
  }

  next(input) {
    const empty = [...this.line.querySelectorAll(".field-input")].find((i) => !i.value);
    (empty ?? this.line.querySelector(".run")).focus();
    if (!empty) input.blur();
  }

  values(except) {
    const entries = [...this.fields].filter(([name, f]) => name !== except && f.input.value !== "");
    return Object.fromEntries(entries.map(([name, f]) => [name, f.value ?? f.input.value]));
  }

  async send() {
    try {
      if (this.command) await this.run();
      else if (this.input.value.startsWith("/")) this.popup.rows[this.popup.at]?.pick();
      else if (this.input.value.trim()) {
        await this.page.say(this.input.value);
        this.input.value = "";
      }
    } catch (error) {
      this.page.toast(error.message);
    }
  }

  async run() {
    const missing = [...this.fields.values()].find((f) => f.option.required && !f.input.value);
    if (missing) {
      missing.input.focus();
      throw new Error(`The option ${missing.option.name} is needed.`);
    }
    const options = this.values();
    for (const [name, field] of this.fields) {
      if (field.input.files?.length) options[name] = await encoded(field.input.files[0]);
    }
    const name = this.command.name;
    await this.page.run(name, options);
    this.reset();
  }
}

const rank = (command, wanted) => (command.name.startsWith(wanted) ? 0 : 1);

function size(input) {
  input.style.width = `${Math.max(8, input.value.length + 2, input.placeholder.length + 1)}ch`;
}

function choices(option) {
  const from = (map, sign) => [...map].map(([value, { name }]) => ({ name: sign + name, value }));
  if (option.choices?.length) return option.choices;
  if (option.type === KIND.BOOLEAN) return [{ name: "True", value: true }, { name: "False", value: false }];
  if (option.type === KIND.CHANNEL) return from(names.channels, "#");
  if (option.type === KIND.ROLE) return from(names.roles, "@");
  if (option.type === KIND.USER) return from(names.users, "@");
  if (option.type === KIND.MENTIONABLE) return [...from(names.users, "@"), ...from(names.roles, "@")];
  return [];
}

async function encoded(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { name: file.name, type: file.type, base64: btoa(binary) };
}
