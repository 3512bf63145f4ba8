"""Pages behind entries: whose are read, and what they said; a feed's latest entries by index."""

from collections.abc import Sequence

import sqlalchemy as sa

from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    """Bring the schema up by one step."""
    for table in ("feeds", "guild_feeds"):
        op.add_column(
            table, sa.Column("full_text", sa.Boolean(), nullable=False, server_default=sa.false())
        )
    big_id = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "pages",
        sa.Column("article_id", big_id, autoincrement=False, nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_status", sa.Integer(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("text_hash", sa.String(length=64), nullable=True),
        sa.Column("seen_hash", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["articles.id"],
            name=op.f("fk_pages_article_id_articles"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_pages")),
    )
    op.create_index(op.f("ix_pages_due_at"), "pages", ["due_at"], unique=False)
    op.create_index("ix_entries_recent", "entries", ["feed_id", "first_seen"], unique=False)


def downgrade() -> None:
    """Take that step back."""
    op.drop_index("ix_entries_recent", table_name="entries")
    op.drop_index(op.f("ix_pages_due_at"), table_name="pages")
    op.drop_table("pages")
    op.drop_column("guild_feeds", "full_text")
    op.drop_column("feeds", "full_text")
