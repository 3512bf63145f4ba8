"""The outbox: owed once, named shortly, the same nonce at every attempt."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from db.engine import Sessions
from db.models import Conflict, Follow, Guild, Post
from db.outbox import Owed, nonce_of, owe, post_id_of, ref_of

NOW = datetime(2025, 7, 25, 12, tzinfo=UTC)


async def _follow(sessions: Sessions) -> Follow:
    async with sessions.begin() as session:
        session.add(Conflict(id=1, slug="c", name="C"))
        session.add(Guild(id=7, name="G", joined_at=NOW))
        await session.flush()
        follow = Follow(guild_id=7, channel_id=70, conflict_id=1, since=NOW)
        session.add(follow)
    return follow


async def test_asking_twice_owes_once(sessions: Sessions) -> None:
    follow = await _follow(sessions)
    owed = [Owed("round:1:ended", "round", NOW), Owed("round:1:ended", "round", NOW)]
    for expected in (1, 0):
        async with sessions.begin() as session:
            assert await owe(session, follow, owed, NOW) == expected
    async with sessions() as session:
        posts = (await session.scalars(select(Post))).all()
    assert [post.state for post in posts] == ["owed"]


async def test_a_nonce_is_stable_short_and_its_own(sessions: Sessions) -> None:
    follow = await _follow(sessions)
    async with sessions.begin() as session:
        await owe(session, follow, [Owed("a", "round", NOW), Owed("b", "round", NOW)], NOW)
    async with sessions() as session:
        first, second = (await session.scalars(select(Post).order_by(Post.key))).all()
    assert nonce_of(first) == nonce_of(first) != nonce_of(second)
    assert len(nonce_of(first)) <= 25


@given(st.integers(min_value=1, max_value=32**6 - 1))
def test_a_public_name_leads_back_to_its_post(post_id: int) -> None:
    assert post_id_of(ref_of(post_id)) == post_id
    assert post_id_of(f" {ref_of(post_id).lower()} ") == post_id


@given(st.text(max_size=10))
def test_any_text_is_a_name_or_none(text: str) -> None:
    found = post_id_of(text)
    assert found is None or ref_of(found) == text.strip().upper()
