// The form that a bot may answer with.

import { act } from "./api.js";
import { byId, h } from "./dom.js";
import { markdown } from "./markdown.js";

const PARAGRAPH = 2;

export function openModal(outcome, page) {
  const dialog = byId("modal");
  const error = h("p", { class: "modal-error", role: "alert", hidden: true });
  const close = () => dialog.close();
  const form = h("form", { class: "modal-form" },
    h("h2", {}, outcome.modal.title),
    ...outcome.modal.components.map(part),
    error,
    h("div", { class: "modal-buttons" },
      h("button", { type: "button", class: "button secondary", onclick: close }, "Cancel"),
      h("button", { type: "submit", class: "button primary" }, "Submit")));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      const values = Object.fromEntries(new FormData(form));
      page.settled(await act("submit", { id: outcome.id, values }));
      close();
    } catch (problem) {
      error.textContent = problem.message;
      error.hidden = false;
    }
  });
  dialog.replaceChildren(form);
  dialog.showModal();
}

// A row (1), a label (18) or a text (10), each around an input.
function part(component) {
  if (component.type === 10) return h("div", { class: "md" }, ...markdown(component.content));
  const inner = component.component ?? component.components?.[0];
  if (!inner) return h("div", {});
  const label = component.label ?? inner.label ?? inner.custom_id;
  return h("label", { class: "modal-field" },
    h("span", {}, label, inner.required === false ? null : h("i", { title: "Needed" }, " *")),
    component.description ? h("small", {}, component.description) : null,
    input(inner));
}

function input(field) {
  const props = {
    name: field.custom_id, placeholder: field.placeholder, required: field.required !== false,
    minlength: field.min_length, maxlength: field.max_length,
  };
  if (field.options) {
    return h("select", props, ...field.options.map((o) => h("option", { value: o.value, selected: o.default }, o.label)));
  }
  const node = h(field.style === PARAGRAPH ? "textarea" : "input", { ...props, rows: 5 });
  node.value = field.value ?? "";
  return node;
}
