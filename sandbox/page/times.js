// Timestamps in the reader's own locale and zone, relative to the sandbox's clock.

import { h } from "./dom.js";

const clock = { at: Date.now(), seen: performance.now() };

export function setClock(iso) {
  clock.at = Date.parse(iso);
  clock.seen = performance.now();
}

export const now = () => clock.at + (performance.now() - clock.seen);

const FORMATS = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
};

// [unit, its seconds, used below so many seconds]
const UNITS = [
  ["second", 1, 60],
  ["minute", 60, 3600],
  ["hour", 3600, 86400],
  ["day", 86400, 2592000],
  ["month", 2592000, 31536000],
  ["year", 31536000, Infinity],
];

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "always" });

export function ago(milliseconds) {
  const seconds = (milliseconds - now()) / 1000;
  const [unit, size] = UNITS.find(([, , below]) => Math.abs(seconds) < below);
  return relative.format(Math.round(seconds / size), unit);
}

export function format(milliseconds, style) {
  if (style === "R") return ago(milliseconds);
  return new Intl.DateTimeFormat(undefined, FORMATS[style] ?? FORMATS.f).format(milliseconds);
}

export function stamp(unix, style = "f") {
  const milliseconds = unix * 1000;
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return h("span", { class: "stamp" }, "Invalid date");
  return h(
    "time",
    {
      class: "stamp",
      datetime: date.toISOString(),
      title: format(milliseconds, "F"),
      data: { at: milliseconds, style },
    },
    format(milliseconds, style),
  );
}

export function tick() {
  for (const node of document.querySelectorAll('time[data-style="R"]')) {
    node.textContent = ago(Number(node.dataset.at));
  }
}
