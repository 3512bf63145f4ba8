"""What Discord refuses in buttons, selects, Components V2, modals (docs: components/reference)."""

from collections.abc import Iterator
from enum import IntEnum
from typing import Any

from sandbox.errors import Form
from sandbox.model import Json


class Kind(IntEnum):
    """Component types."""

    ACTION_ROW = 1
    BUTTON = 2
    STRING_SELECT = 3
    TEXT_INPUT = 4
    USER_SELECT = 5
    ROLE_SELECT = 6
    MENTIONABLE_SELECT = 7
    CHANNEL_SELECT = 8
    SECTION = 9
    TEXT_DISPLAY = 10
    THUMBNAIL = 11
    MEDIA_GALLERY = 12
    FILE = 13
    SEPARATOR = 14
    CONTAINER = 17
    LABEL = 18


SELECTS = frozenset({3, 5, 6, 7, 8})
V2_TOP = frozenset({1, 9, 10, 12, 13, 14, 17})
LINK_STYLE = 5
V2_COMPONENTS, V2_TEXT, ROWS = 40, 4000, 5

# Component type → field → longest text.
TEXTS: dict[int, dict[str, int]] = {
    Kind.BUTTON: {"label": 80, "custom_id": 100, "url": 512},
    Kind.STRING_SELECT: {"custom_id": 100, "placeholder": 150},
    Kind.TEXT_INPUT: {"custom_id": 100, "label": 45, "placeholder": 100, "value": 4000},
    Kind.USER_SELECT: {"custom_id": 100, "placeholder": 150},
    Kind.ROLE_SELECT: {"custom_id": 100, "placeholder": 150},
    Kind.MENTIONABLE_SELECT: {"custom_id": 100, "placeholder": 150},
    Kind.CHANNEL_SELECT: {"custom_id": 100, "placeholder": 150},
    Kind.LABEL: {"label": 45, "description": 100},
}


def walk(components: list[Json], path: str = "components") -> Iterator[tuple[str, Json]]:
    """Every component with its path, depth first."""
    for index, component in enumerate(components):
        here = f"{path}.{index}"
        yield here, component
        yield from walk(component.get("components") or [], f"{here}.components")
        for key in ("accessory", "component"):
            if component.get(key):
                yield f"{here}.{key}", component[key]


def number(components: list[Json]) -> list[Json]:
    """The components with the ids that Discord gives to those that have none."""
    taken = {c["id"] for _, c in walk(components) if c.get("id")}
    free = (n for n in range(1, 1000) if n not in taken)
    return [_numbered(c, free) for c in components]


def _numbered(component: Json, free: Iterator[int]) -> Json:
    copy = dict(component)
    copy["id"] = component.get("id") or next(free)
    if component.get("components"):
        copy["components"] = [_numbered(c, free) for c in component["components"]]
    for key in ("accessory", "component"):
        if component.get(key):
            copy[key] = _numbered(component[key], free)
    return copy


def check(form: Form, path: str, components: list[Json], *, modern: bool) -> None:
    """Note what is wrong with the components of a message."""
    flat = list(walk(components, path))
    if modern:
        _check_v2(form, path, components, flat)
    else:
        _check_rows(form, path, components)
    _check_each(form, flat)


def check_modal(form: Form, path: str, modal: Json) -> None:
    """Note what is wrong with a modal."""
    form.length(f"{path}.title", modal.get("title"), 1, 45)
    form.length(f"{path}.custom_id", modal.get("custom_id"), 1, 100)
    rows = modal.get("components") or []
    form.length(f"{path}.components", rows, 1, ROWS)
    _check_each(form, list(walk(rows, f"{path}.components")))


def _check_each(form: Form, flat: list[tuple[str, Json]]) -> None:
    seen: set[str] = set()
    for path, component in flat:
        for key, limit in TEXTS.get(component.get("type", 0), {}).items():
            form.longest(f"{path}.{key}", component.get(key), limit)
        if checker := CHECKS.get(component.get("type", 0)):
            checker(form, path, component)
        custom_id = component.get("custom_id")
        if custom_id in seen:
            text = "Component custom id cannot be duplicated"
            form.add(f"{path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", text)
        if custom_id:
            seen.add(custom_id)


def _choose(form: Form, path: str, allowed: frozenset[int]) -> None:
    text = f'Value of field "type" must be one of {tuple(sorted(allowed))}.'
    form.add(f"{path}.type", "UNION_TYPE_CHOICES", text)


def _check_v2(form: Form, path: str, top: list[Json], flat: list[tuple[str, Json]]) -> None:
    if len(flat) > V2_COMPONENTS:
        form.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be between 1 and {V2_COMPONENTS} in length.")
    if sum(len(c.get("content") or "") for _, c in flat) > V2_TEXT:
        text = f"The total number of characters cannot exceed {V2_TEXT}."
        form.add(path, "COMPONENT_MAX_TOTAL_DISPLAYABLE_TEXT_SIZE_EXCEEDED", text)
    for index, component in enumerate(top):
        if component.get("type") not in V2_TOP:
            _choose(form, f"{path}.{index}", V2_TOP)


def _check_rows(form: Form, path: str, top: list[Json]) -> None:
    if len(top) > ROWS:
        form.add(path, "BASE_TYPE_BAD_LENGTH", f"Must be between 0 and {ROWS} in length.")
    for index, row in enumerate(top):
        if row.get("type") != Kind.ACTION_ROW:
            _choose(form, f"{path}.{index}", frozenset({1}))


def _check_row(form: Form, path: str, row: Json) -> None:
    inner = row.get("components") or []
    width = sum(5 if c.get("type") in SELECTS or c.get("type") == 4 else 1 for c in inner)
    if not 1 <= width <= 5:
        form.add(
            path,
            "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
            "The specified component exceeds the maximum width",
        )


def _check_button(form: Form, path: str, button: Json) -> None:
    is_link = button.get("style") == LINK_STYLE
    needed, unwanted = ("url", "custom_id") if is_link else ("custom_id", "url")
    if not button.get(needed):
        form.required(f"{path}.{needed}")
    if button.get(unwanted):
        code = "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE"
        form.add(path, code, "A custom id and url cannot both be specified")
    if not button.get("label") and not button.get("emoji"):
        form.add(path, "BUTTON_COMPONENT_LABEL_OR_EMOJI", "A button needs a label or an emoji")


def _check_select(form: Form, path: str, select: Json) -> None:
    form.length(f"{path}.custom_id", select.get("custom_id"), 1, 100)
    if select.get("type") != Kind.STRING_SELECT:
        return
    options = select.get("options") or []
    form.length(f"{path}.options", options, 1, 25)
    values: set[Any] = set()
    for index, option in enumerate(options):
        here = f"{path}.options.{index}"
        form.length(f"{here}.label", option.get("label"), 1, 100)
        form.length(f"{here}.value", option.get("value"), 1, 100)
        form.longest(f"{here}.description", option.get("description"), 100)
        if option.get("value") in values:
            text = "The specified option value is already used"
            form.add(f"{here}.value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", text)
        values.add(option.get("value"))


def _check_text_input(form: Form, path: str, component: Json) -> None:
    form.length(f"{path}.custom_id", component.get("custom_id"), 1, 100)


def _check_section(form: Form, path: str, section: Json) -> None:
    form.length(f"{path}.components", section.get("components") or [], 1, 3)
    if not section.get("accessory"):
        form.required(f"{path}.accessory")


def _check_text_display(form: Form, path: str, text: Json) -> None:
    form.length(f"{path}.content", text.get("content"), 1, V2_TEXT)


CHECKS = {
    Kind.ACTION_ROW: _check_row,
    Kind.BUTTON: _check_button,
    Kind.TEXT_INPUT: _check_text_input,
    Kind.SECTION: _check_section,
    Kind.TEXT_DISPLAY: _check_text_display,
} | dict.fromkeys((Kind(k) for k in SELECTS), _check_select)
