// Buttons, selects and Components V2, drawn and clickable.

import { h, link, colour } from "./dom.js";
import { icon } from "./icons.js";
import { markdown, names } from "./markdown.js";

const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link" };

// `use(customId, values)` is called when somebody presses or chooses.
export function components(list, use) {
  return list.map((component) => draw(component, use)).filter(Boolean);
}

const DRAW = {
  1: (row, use) => h("div", { class: "row" }, ...components(row.components ?? [], use)),
  2: button,
  3: (select, use) => chooser(select, select.options, use),
  5: (select, use) => chooser(select, table(names.users), use),
  6: (select, use) => chooser(select, table(names.roles), use),
  7: (select, use) => chooser(select, [...table(names.users), ...table(names.roles)], use),
  8: (select, use) => chooser(select, table(names.channels), use),
  9: (section, use) => h("div", { class: "section" },
    h("div", { class: "section-text" }, ...components(section.components ?? [], use)),
    section.accessory ? draw(section.accessory, use) : null),
  10: (text) => h("div", { class: "text md" }, ...markdown(text.content)),
  11: (thumb) => picture(thumb.media, thumb.description),
  12: (gallery) => h("div", { class: "gallery" }, ...gallery.items.map((i) => picture(i.media, i.description))),
  13: (file) => h("div", { class: "file" }, icon("file"), file.name ?? file.file?.url ?? "file"),
  14: (line) => h("div", { class: `separator ${line.spacing === 2 ? "wide" : ""} ${line.divider === false ? "bare" : ""}`, role: "separator" }),
  17: container,
};

function draw(component, use) {
  const how = DRAW[component.type];
  return how ? how(component, use) : h("div", { class: "small" }, `component ${component.type}`);
}

function container(box, use) {
  const node = h("div", { class: "container" }, ...components(box.components ?? [], use));
  if (box.accent_color !== undefined && box.accent_color !== null) {
    node.classList.add("accented");
    node.style.borderLeftColor = colour(box.accent_color);
  }
  if (!box.spoiler) return node;
  const cover = h("button", { class: "cover", type: "button", onclick: () => cover.remove() }, "Spoiler");
  node.append(cover);
  return node;
}

function button(component, use) {
  const label = [component.emoji?.name, component.label].filter(Boolean).join(" ");
  const look = `button ${STYLES[component.style] ?? "secondary"}`;
  if (component.style === 5) {
    const anchor = link(component.url, label, icon("away"));
    anchor.className = look;
    return anchor;
  }
  const press = async (event) => {
    const node = event.currentTarget;
    node.disabled = true;
    await use(component.custom_id);
    node.disabled = Boolean(component.disabled);
  };
  return h("button", { class: look, type: "button", disabled: component.disabled, onclick: press }, label);
}

const table = (map) => [...map].map(([value, { name }]) => ({ value, label: name }));

function chooser(component, options, use) {
  const several = (component.max_values ?? 1) > 1;
  const node = h("select", {
    class: "select",
    multiple: several,
    size: several ? Math.min(options.length, 6) : undefined,
    disabled: component.disabled,
    "aria-label": component.placeholder ?? "Make a selection",
  });
  const preset = options.some((o) => o.default);
  if (!several) {
    node.append(h("option", { value: "", disabled: true, selected: !preset }, component.placeholder ?? "Make a selection"));
  }
  for (const option of options) {
    const text = option.description ? `${option.label} — ${option.description}` : option.label;
    node.append(h("option", { value: option.value, selected: option.default }, text));
  }
  const chosen = () => [...node.selectedOptions].map((o) => o.value).filter(Boolean);
  if (!several) {
    node.addEventListener("change", () => use(component.custom_id, chosen()));
    return node;
  }
  const send = h("button", { class: "button secondary", type: "button", onclick: () => use(component.custom_id, chosen()) }, "Choose");
  return h("div", { class: "several" }, node, send);
}

function picture(media, description) {
  const here = media.url.startsWith(location.origin);
  return here
    ? h("img", { class: "picture", src: media.url, alt: description ?? "" })
    : link(media.url, h("span", { class: "picture-away" }, description ?? "picture"));
}
