"""The demo's bundled articles, as feeds for the newsstand."""

import json
import tomllib
from datetime import datetime
from html import escape
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from reading.preset import Outlet, Preset, bundled_presets
from sandbox.newsstand import Item, StandFeed, Version


def demo_feeds() -> list[StandFeed]:
    """Every feed of the demo with its articles; bundled with Parley, so any fault is a bug."""
    folder = _folder()
    lines = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in lines if line.strip()]
    outlets = tomllib.loads((folder / "outlets.toml").read_text(encoding="utf-8"))
    return [_feed(feed, articles) for feed in outlets["feeds"]]


def demo_preset() -> Preset:
    """The bundled preset, with the demo's made-up outlets and agency among its own."""
    preset = bundled_presets()["russia-ukraine"]
    told = tomllib.loads((_folder() / "outlets.toml").read_text(encoding="utf-8"))
    outlets = tuple(Outlet.model_validate(outlet) for outlet in told["outlets"])
    agencies = tuple(told["agencies"])
    update = {"outlets": preset.outlets + outlets, "agencies": preset.agencies + agencies}
    return preset.model_copy(update=update)


def _folder() -> Traversable:
    return resources.files("bot") / "demo"


def _feed(feed: dict[str, Any], articles: list[dict[str, Any]]) -> StandFeed:
    slug = str(feed["slug"])
    items = [_item(article, slug) for article in articles if slug in article["feeds"]]
    return StandFeed(
        slug, str(feed["title"]), str(feed["format"]), tuple(items), str(feed.get("home", ""))
    )


def _item(article: dict[str, Any], slug: str) -> Item:
    published = datetime.fromisoformat(article["published"])
    versions = [Version(published, article["title"], _html(article["text"]))]
    for revision in article.get("revisions", ()):
        before = versions[-1]
        versions.append(
            Version(
                datetime.fromisoformat(revision["at"]),
                revision.get("title", before.title),
                _html(revision["text"]) if "text" in revision else before.text,
            )
        )
    # A publisher's second feed links the same story with a mark of where it was clicked.
    first = slug == article["feeds"][0]
    url = article["url"] if first else f"{article['url']}?utm_source={slug}"
    return Item(f"{article['id']}@{slug}", url, published, tuple(versions))


def _html(text: str) -> str:
    return "".join(f"<p>{escape(part.strip())}</p>" for part in text.split("\n\n") if part.strip())
