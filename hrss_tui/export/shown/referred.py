"""Documents that rows refer to, numbered in the order in which they are met, and where in them a row stands."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.export.shown.sheet import Place, Source
from hrss_tui.export.shown.telling import lines
from hrss_tui.pack.read import Pack
from hrss_tui.query.cite import cite
from hrss_tui.query.leaves import Pages
from hrss_tui.records import Document
from hrss_tui.words import Lang, spoken


class Referred:
    """The documents of a package as the rows of one page need them."""

    def __init__(self, pack: Pack, lang: Lang) -> None:
        self._pack = pack
        self._lang: Lang = lang
        self._documents = {row.doc_id: row for row in pack.rows(Document)}
        self._pages = Pages(pack)
        self._numbers: dict[str, int] = {}

    def place(self, doc_id: object, line: object) -> tuple[Place, ...]:
        """Where a line stands; nothing for a document the package does not have."""
        if not isinstance(doc_id, str) or doc_id not in self._documents:
            return ()
        number = self._numbers.setdefault(doc_id, len(self._numbers) + 1)
        if not isinstance(line, int) or not line:
            return (Place(number, ""),)
        leaf = self._pages.label(doc_id, line)
        return (Place(number, spoken(lines(line, line) if leaf is None else leaf, self._lang)),)

    def sources(self) -> Iterator[Source]:
        """The documents in their order, each with its citation."""
        for doc_id in self._numbers:
            row = self._documents[doc_id]
            cited = cite(self._pack, doc_id).text
            yield Source(doc_id, row.title, cited, row.source_file, row.source_sha256)


def package_name(pack: Pack) -> str:
    """Title and version of a package."""
    about = pack.package
    named = " ".join(str(about.get(key) or "") for key in ("title", "version")).strip()
    return named or str(about.get("name") or "")
