"""The audit: every number of every source line, and which record or which class of non-fact accounts for it.

A number is one in digits, or one of a hundred and more in Chinese numerals before a unit. It is accounted for when
all its digits are claimed. What is left is a figure that the package does not
hold: the audit of a complete package leaves nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from hrss_tui.compile.basics.numbers import IN_WORDS, NUMBER, account, owners
from hrss_tui.compile.basics.spans import covered
from hrss_tui.compile.one_file import CompiledDocument
from hrss_tui.compile.pipeline import Compiled
from hrss_tui.compile.readings import AuditToken

FIGURE = "figure"


def audit(compiled: Compiled) -> tuple[AuditToken, ...]:
    """All numbers of all sources, file by file in printed order."""
    files: dict[str, list[CompiledDocument]] = {}
    for document in compiled.documents:
        files.setdefault(document.source.parsed.file.name, []).append(document)
    return tuple(token for name, documents in files.items() for token in _file(name, documents))


def unclaimed(tokens: Iterable[AuditToken]) -> tuple[AuditToken, ...]:
    """The numbers that nothing accounts for."""
    return tuple(token for token in tokens if token.by is None)


def summary(tokens: Iterable[AuditToken]) -> dict[str, int]:
    """How many numbers each class accounts for: figure for those in records, None's for what is left."""
    counts = Counter(FIGURE if token.fact else token.by or "unclaimed" for token in tokens)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _file(name: str, documents: Sequence[CompiledDocument]) -> Iterator[AuditToken]:
    claimed = covered(claim for document in documents for claim in document.harvest.claims)
    owned = owners([document.source for document in documents])
    for line, text in enumerate(documents[0].source.parsed.file.lines, 1):
        doc_id = owned.get(line, documents[0].source.doc_id)
        for match in NUMBER.finditer(text):
            by, fact = account(claimed, line, match)
            yield AuditToken(name, doc_id, line, match.start() + 1, match.group(), by, fact)
        for match in IN_WORDS.finditer(text):
            claim = claimed.at(line, match.start())
            by, fact = (claim.by, claim.fact) if claim is not None else (None, False)
            yield AuditToken(name, doc_id, line, match.start() + 1, match.group(), by, fact)
