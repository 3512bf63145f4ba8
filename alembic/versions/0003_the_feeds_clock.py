"""The clock that a feed dates its stories by: "tomorrow" is tomorrow there."""

from collections.abc import Sequence

import sqlalchemy as sa

from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema up by one step."""
    op.add_column(
        "articles", sa.Column("utc_offset", sa.Integer(), nullable=False, server_default="0")
    )


def downgrade() -> None:
    """Take that step back."""
    op.drop_column("articles", "utc_offset")
