// The page's few pictures, drawn here because not every machine has a font with emoji.

const PATHS = {
  hash: "M5 9h14M4.5 15h14M10 4 8 20M16 4l-2 16",
  megaphone: "M4 10v4h3l9 5V5l-9 5zM19.5 9a4 4 0 0 1 0 6",
  thread: "M6 4v8a4 4 0 0 0 4 4h8M14 12l4 4-4 4",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  hidden: "M4 4l16 16M9.9 6.3A9 9 0 0 1 12 6c5 0 8 4 9 6a14 14 0 0 1-3 3.8M6.5 8A14 14 0 0 0 3 12c1 2 4 6 9 6a9 9 0 0 0 4-1",
  pin: "M9 3h6l-1 7 4 4H6l4-4zM12 14v7",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  eye: "M3 12c1-2 4-6 9-6s8 4 9 6c-1 2-4 6-9 6s-8-4-9-6zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  close: "M6 6l12 12M18 6 6 18",
  away: "M8 16 16 8M9 8h7v7",
};

const SVG = "http://www.w3.org/2000/svg";

export function icon(name, label) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  if (!label) {
    svg.setAttribute("aria-hidden", "true");
    return svg;
  }
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  const title = document.createElementNS(SVG, "title");
  title.textContent = label;
  svg.append(title);
  return svg;
}
