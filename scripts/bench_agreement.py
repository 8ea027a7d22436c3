"""Do all engines of a benchmark find the same? The first hits by index and scan, the totals, the peers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hrss_tui.query.search.searcher import LIMIT, Searcher
from scripts.bench_goals import Goal
from scripts.bench_peers import Peer

Queries = Mapping[str, Sequence[str]]
"""Class → queries."""


class Contest(NamedTuple):
    """All that searches one corpus; `texts` are its blocks, normalised."""

    indexed: Searcher
    scanned: Searcher
    peers: Sequence[Peer]
    texts: Sequence[str]


def agreement(contest: Contest, queries: Queries, every: int = 1) -> list[Goal]:
    """Are the first hits of index and scan the same, and all counts exact?

    Counting reads everything that answers, so totals are compared for one query in `every`.
    """
    asked = [query for part in queries.values() for query in part]
    counted = asked[::every]
    goals = [
        Goal(
            f"of {len(asked)} queries: index and scan differ in the first {LIMIT}",
            _hits_differ(contest, asked),
            0,
        ),
        Goal(
            f"of {len(counted)} queries: totals are not those of counting all",
            _totals_differ(contest, counted),
            0,
        ),
    ]
    for peer in contest.peers:
        if peer.exact:
            several = sum(_number_differs(contest, peer, query) for query in counted)
            goals.append(
                Goal(f"of {len(counted)} queries: {peer.name} finds another number of blocks", several, 0)
            )
    return goals


def _hits_differ(contest: Contest, queries: Sequence[str]) -> int:
    """Queries for which index and scan give other blocks, another order or another score."""
    return sum(_hits(contest.indexed, query) != _hits(contest.scanned, query) for query in queries)


def _hits(searcher: Searcher, query: str) -> list[tuple[int, int]]:
    return [(hit.number, hit.score) for hit in searcher.search(query).hits]


def _totals_differ(contest: Contest, queries: Sequence[str]) -> int:
    return sum(
        _totals(searcher, query) != brute(contest.texts, query.split())
        for query in queries
        for searcher in (contest.indexed, contest.scanned)
    )


def _totals(searcher: Searcher, query: str) -> tuple[int, int]:
    totals = searcher.count(searcher.search(query, limit=1))
    return totals.occurrences, totals.blocks


def brute(texts: Sequence[str], words: Sequence[str]) -> tuple[int, int]:
    """Occurrences of plain words in all texts that hold them all, and how many texts these are."""
    counts = [[text.count(word) for word in words] for text in texts if all(word in text for word in words)]
    return sum(map(sum, counts)), len(counts)


def _number_differs(contest: Contest, peer: Peer, query: str) -> bool:
    """Does a peer find another number of blocks than this program, as far as either looks?"""
    found = peer.find(query.split())
    return found is not None and min(len(found), LIMIT) != len(contest.indexed.search(query).hits)
