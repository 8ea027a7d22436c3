"""The benchmark of search runs on the shipped texts, and its comparison of results sees where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from hrss_tui.pack.open import open_light
from hrss_tui.query.search.searcher import Searcher
from scripts import bench_peers, bench_search, bench_typing
from scripts.bench_agreement import Contest, agreement, brute
from scripts.bench_goals import Goal
from scripts.bench_queries import classes, keystrokes

QUERIES = {"some": ["就业", "南疆 就业", "46", "没有这句话"]}


@pytest.fixture(scope="module")
def contest(tmp_path_factory: pytest.TempPathFactory) -> Contest:
    searcher = Searcher(open_light())
    texts: list[str] = searcher.engine.corpus.texts  # type: ignore[attr-defined]
    peers = [bench_peers.Find(texts, tmp_path_factory.mktemp("peers"))]
    return Contest(searcher, Searcher(open_light()), peers, texts)


def wrong(goals: Sequence[Goal]) -> list[int]:
    """How many queries miss each kind of agreement: hits, totals, number of blocks by str.find."""
    return [int(goal.value) for goal in goals]


def test_one_run_compares_all_engines(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench_peers.Tantivy, "installed", staticmethod(lambda: False))
    status = bench_search.main(["--scales", "1", "--queries", "2"])
    out = capsys.readouterr().out
    assert status == 0, out
    assert "14 queries" in out
    assert "tantivy: not installed" in out
    for said in (
        "by itself the program uses: scan",
        "index: ",
        "of the text; built in",
        "str.find",
        "fts5 trigram",
    ):
        assert said in out
    for kind in (
        "one character",
        "four to six",
        "several terms",
        "numbers",
        "absent",
        "typed key by key",
        "all",
    ):
        assert any(line.startswith(f"  {kind} ") for line in out.splitlines())
    goals = out.split("\ngoals\n")[1].splitlines()
    assert len(goals) >= 4
    assert all(line.startswith("met") for line in goals)


def test_what_agrees_is_said_to_agree(contest: Contest) -> None:
    assert wrong(agreement(contest, QUERIES)) == [0, 0, 0]


def test_other_hits_are_seen(contest: Contest, monkeypatch: pytest.MonkeyPatch) -> None:
    search = contest.indexed.search

    def without_the_first(query: str, **options: Any) -> Any:
        answer = search(query, **options)
        answer.hits = list(answer.hits)[1:]
        return answer

    monkeypatch.setattr(contest.indexed, "search", without_the_first)
    assert wrong(agreement(contest, QUERIES))[0] == 3  # what is found nowhere has no first hit


def test_other_totals_are_seen(contest: Contest) -> None:
    fewer = contest._replace(texts=contest.texts[:-1], peers=())
    (last,) = contest.texts[-1:]
    assert wrong(agreement(fewer, {"last": [last[:4]]})) == [0, 2]  # by the index, and by the scan


def test_a_peer_that_finds_too_much_is_seen(contest: Contest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contest.peers[0], "find", lambda words: list(range(3)))
    assert wrong(agreement(contest, {"rare": ["没有这句话"]})) == [0, 0, 1]


def test_all_is_counted_where_all_words_stand() -> None:
    assert brute(["就业就业", "南疆就业", "南疆"], ["就业"]) == (3, 2)
    assert brute(["就业就业", "南疆就业", "南疆"], ["南疆", "就业"]) == (2, 1)


def test_there_are_queries_enough_and_always_the_same(contest: Contest) -> None:
    drawn = classes(contest.texts)
    assert sum(map(len, drawn.values())) >= 300
    assert drawn == classes(contest.texts)
    typed = keystrokes(contest.texts)
    assert len(typed) == 80
    assert all(len(state) == size for states in typed for size, state in enumerate(states, 1))


def test_what_is_missed_gives_an_exit_status(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench_search.print_goals([Goal("small", 1, 2)]) == 0
    assert bench_search.print_goals([Goal("small", 1, 2), Goal("large", 3, 2)]) == 1
    assert "MISSED" in capsys.readouterr().out


def test_key_strokes_and_processes_are_measured(capsys: pytest.CaptureFixture[str]) -> None:
    goals = [*bench_typing.strokes(2), *bench_typing.keys(1), *bench_typing.process(1)]
    assert all(goal.value > 0 for goal in goals)
    out = capsys.readouterr().out
    for said in ("in process", "empty input box", "search results", "python -c pass"):
        assert said in out
