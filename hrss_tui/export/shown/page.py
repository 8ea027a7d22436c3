"""A page of one file: what it shows, its style and its script, and nothing from elsewhere.

A policy in the page itself forbids everything but that style and that script, which it names by their digests: were
there markup in what a document says, nothing of it would run or be fetched.
"""

from __future__ import annotations

import base64
import hashlib
import shlex
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from hrss_tui.export.shown.drawing import drawing
from hrss_tui.export.shown.markup import Markup, joined, tag
from hrss_tui.export.shown.sheet import Made, Picture, Source
from hrss_tui.version import __version__
from hrss_tui.words import Lang, words

_FOLDER: Final = Path(__file__).parent


def page(title: str, made: Made, body: Iterable[Markup]) -> bytes:
    """The whole file."""
    said = words(spoken_lang(made))
    style, script = _own("page.css"), _own("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="referrer", content="no-referrer"),
        tag("meta", name="generator", content=f"hrss-tui {__version__}"),
        tag("title", title),
        tag("style", style),
    )
    whole = tag(
        "html",
        head,
        tag(
            "body",
            tag("h1", title),
            *body,
            _footer(said["taken.made"], said["taken.again"], made),
            tag("script", script),
        ),
        lang="en" if made.lang == "en" else "zh-CN",
    )
    return f"<!DOCTYPE html>\n{whole}\n".encode()


def spoken_lang(made: Made) -> Lang:
    """The language of the page."""
    return "en" if made.lang == "en" else "zh"


def section(title: str, *body: Markup | None) -> Markup | None:
    """A part with its heading; nothing where nothing is in it."""
    kept = [piece for piece in body if piece]
    return tag("section", tag("h2", title), *kept) if kept else None


def figure(picture: Picture, sources: Sequence[Source] = ()) -> Markup:
    """A picture in the colours of the page, with what is to be said of it and the numbers of its sources."""
    links = [
        tag("a", f"[{number}]", href=f"#s{number}")
        for number, source in enumerate(sources, 1)
        if source.doc_id in picture.documents
    ]
    caption = tag("figcaption", joined([picture.title, *picture.notes, joined(links, " ")], " · "))
    return tag("figure", tag("div", drawing(picture, styled=True), class_="wide"), caption)


def source_list(sources: Iterable[Source]) -> Markup | None:
    """The documents by number, each with its citation, its file and the file's digest."""
    items = [
        tag("li", source.citation, tag("br"), tag("span", _file(source), class_="soft"), id=f"s{number}")
        for number, source in enumerate(sources, 1)
    ]
    return tag("ol", *items) if items else None


def _file(source: Source) -> Markup:
    digest = f"SHA-256 {source.sha256}" if source.sha256 else ""
    parts = [part for part in (source.title, source.file, digest) if part]
    return joined([tag("code", source.doc_id), *parts], " · ")


def _footer(made_of: str, again: str, made: Made) -> Markup:
    lines = [tag("p", made_of.format(program=f"hrss-tui {__version__}", package=made.package))]
    if made.view:
        lines.append(tag("p", f"{again} ", tag("code", f"hrss-tui --view {shlex.quote(made.view)}")))
    return tag("footer", *lines)


@cache
def _own(name: str) -> Markup:
    """A file of the program's own, as it stands."""
    return Markup((_FOLDER / name).read_text("utf-8"))


def _digest(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"
