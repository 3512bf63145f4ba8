"""The parts that an article's line and an event's line have in common, as plain JSON values."""

from collections.abc import Mapping
from typing import Any

from reading.facts import Point, Precision, Window


def known(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is unknown or empty."""
    return {key: value for key, value in fields.items() if value not in (None, (), [], {})}


def window_fields(window: Window | None) -> dict[str, Any]:
    """Start and end as ISO days; the precision where it is not plain days; times where known."""
    if window is None:
        return {}
    fields: dict[str, Any] = {"start": window.start.isoformat(), "end": window.end.isoformat()}
    if window.precision is not Precision.DAY:
        fields["precision"] = window.precision.value
    clock = {"start_time": window.start_time, "end_time": window.end_time}
    fields |= {key: value.isoformat("minutes") for key, value in clock.items() if value is not None}
    return fields | known({"zone": window.zone})


def point_fields(point: Point) -> dict[str, Any]:
    """A point without who states it and where."""
    return {
        "item": point.item.value,
        "stance": point.stance.value,
        "by": list(point.by),
        **known(
            {
                "count": point.count,
                "at_least": point.at_least or None,
                "per_side": point.per_side,
                "hours": list(point.hours) if point.hours else None,
                "due": window_fields(point.due),
                "done": window_fields(point.done),
            }
        ),
    }
