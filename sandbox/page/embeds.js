// Embeds as Discord lays them out: a bar, inline fields up to three abreast, a footer.

import { h, link, colour } from "./dom.js";
import { inline, markdown } from "./markdown.js";
import { format } from "./times.js";

// Embeds that share a url are merged by Discord: only the first one's text is shown.
export function embeds(list) {
  const urls = new Set();
  const shown = list.filter((embed) => !embed.url || (!urls.has(embed.url) && urls.add(embed.url)));
  return shown.map(one);
}

function one(embed) {
  const node = h("article", { class: "embed" },
    embed.author ? h("div", { class: "embed-author" }, linked(embed.author.url, embed.author.name)) : null,
    embed.title ? h("div", { class: "embed-title" }, linked(embed.url, ...inline(embed.title))) : null,
    embed.description ? h("div", { class: "embed-text md" }, ...markdown(embed.description)) : null,
    embed.fields?.length ? fields(embed.fields) : null,
    embed.image ? picture(embed.image) : null,
    footer(embed),
  );
  if (embed.thumbnail) node.append(h("div", { class: "embed-thumb" }, picture(embed.thumbnail)));
  if (embed.color !== undefined && embed.color !== null) node.style.borderLeftColor = colour(embed.color);
  return node;
}

function linked(url, ...children) {
  return url ? link(url, ...children) : h("span", {}, ...children);
}

function fields(list) {
  const grid = h("div", { class: "fields" });
  for (const row of rowsOf(list)) {
    const width = 12 / row.length;
    row.forEach((field, index) => {
      const cell = h("div", { class: "field" },
        h("div", { class: "field-name" }, ...inline(field.name)),
        h("div", { class: "field-value md" }, ...markdown(field.value)));
      cell.style.gridColumn = `${1 + index * width} / span ${width}`;
      grid.append(cell);
    });
  }
  return grid;
}

function rowsOf(list) {
  const rows = [];
  for (const field of list) {
    const last = rows.at(-1);
    if (field.inline && last?.[0].inline && last.length < 3) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

// Pictures from elsewhere are not fetched: the sandbox loads nothing from the network.
function picture(image) {
  const here = image.url.startsWith(location.origin);
  return here
    ? h("img", { src: image.url, alt: "", class: "picture" })
    : link(image.url, h("span", { class: "picture-away" }, "picture"));
}

function footer(embed) {
  const when = embed.timestamp ? format(Date.parse(embed.timestamp), "s") : null;
  const text = [embed.footer?.text, when].filter(Boolean).join(" • ");
  return text ? h("div", { class: "embed-footer" }, text) : null;
}
