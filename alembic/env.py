"""Alembic's environment: it runs on the connection that db.migrate hands over."""

from typing import Any, Literal

from alembic import context
from db.columns import Base, UtcDateTime


def _render(kind: str, thing: Any, _context: Any) -> str | Literal[False]:
    # A migration must not depend on our classes, which will go on changing.
    if kind == "type" and isinstance(thing, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    compare_type=True,
    render_item=_render,
    render_as_batch=connection.dialect.name == "sqlite",
)
with context.begin_transaction():
    context.run_migrations()
