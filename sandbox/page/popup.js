// A list above the message box to choose from, with the keyboard or the mouse.

import { h } from "./dom.js";

export class Popup {
  constructor(host) {
    this.rows = [];
    this.at = 0;
    this.list = h("ul", { class: "popup", id: "popup", role: "listbox", hidden: true, "aria-label": "Suggestions" });
    host.append(this.list);
  }

  get open() {
    return !this.list.hidden;
  }

  // rows: {title, detail, side, pick()}
  show(rows, heading) {
    this.rows = rows;
    this.at = 0;
    const items = rows.map((row, index) =>
      h("li", { role: "option", id: `popup-${index}`, onmousedown: (event) => { event.preventDefault(); row.pick(); }, onmousemove: () => this.move(index - this.at) },
        h("span", { class: "popup-title" }, row.title),
        row.detail ? h("span", { class: "popup-detail" }, row.detail) : null,
        row.side ? h("span", { class: "popup-side" }, row.side) : null));
    const head = heading ? [h("li", { class: "popup-head", role: "presentation" }, heading)] : [];
    this.list.replaceChildren(...head, ...items);
    this.list.hidden = rows.length === 0 && !heading;
    this.move(0);
  }

  hide() {
    this.list.hidden = true;
    this.rows = [];
    document.activeElement?.removeAttribute("aria-activedescendant");
  }

  move(step) {
    if (!this.rows.length) return;
    this.at = (this.at + step + this.rows.length) % this.rows.length;
    this.list.querySelectorAll('[role="option"]').forEach((item, index) => {
      item.setAttribute("aria-selected", index === this.at);
      if (index === this.at) item.scrollIntoView({ block: "nearest" });
    });
    document.activeElement?.setAttribute("aria-activedescendant", `popup-${this.at}`);
  }

  // True if the key was for the list.
  key(event) {
    if (!this.open || !this.rows.length) return false;
    if (event.key === "ArrowDown") this.move(1);
    else if (event.key === "ArrowUp") this.move(-1);
    else if (event.key === "Tab" || event.key === "Enter") this.rows[this.at].pick();
    else return false;
    event.preventDefault();
    return true;
  }
}
