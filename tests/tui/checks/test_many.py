"""Checks of a large package: read beside the interface, put into rows once, narrowed without being read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.pack import open as opening
from hrss_tui.tui.checks import ledger
from hrss_tui.tui.checks.chosen import AT_ONCE, Wanted, counts, groups, takes_long
from hrss_tui.tui.widgets.table import Table
from tests.documents.many import package
from tests.tui.driving import explorer, explorer_of, press, screen, type_text

COUNT = 200


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("many") / "many.msgpack"
    path.write_bytes(package(COUNT))
    return str(path)


async def test_a_list_is_read_once_however_it_is_narrowed(many: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGEST", 2**16)
    read: list[Wanted] = []
    of_all = ledger.of_all

    def counting(desk, wanted, key, going):  # type: ignore[no-untyped-def]
        read.append(wanted)
        return of_all(desk, wanted, key, going)

    monkeypatch.setattr("hrss_tui.tui.checks.page.of_all", counting)
    async with explorer(many, "checks?status=fails") as pilot:
        desk = explorer_of(pilot).desk
        failing = counts(desk, Wanted(status="fails"))["fails"]
        assert takes_long(desk, Wanted(status="fails")) == (failing > AT_ONCE)
        assert f"1/{failing}" in screen(pilot)
        await press(pilot, "f")
        await type_text(pilot, "budget-2030-001")
        narrowed = [row.key for row in explorer_of(pilot).query_one("#checks-list", Table).rows]
        assert narrowed == ["table_sum/budget-2030-001/0"]
        await press(pilot, "escape")
        assert f"1/{failing}" in screen(pilot)
    assert read == [Wanted(status="fails")]


async def test_counts_by_document_and_kind_add_up(many: str) -> None:
    async with explorer(many, "checks") as pilot:
        desk = explorer_of(pilot).desk
        whole = counts(desk, Wanted())
        assert sum(whole.values()) == 3 * COUNT
        found = groups(desk, Wanted())
        assert {doc_id for doc_id, _ in found} == set(desk.data.documents)
        for status in whole:
            assert sum(results.get(status, 0) for results in found.values()) == whole[status]
        one = next(iter(desk.data.documents))
        assert counts(desk, Wanted(one, "table_sum")) == counts(desk, Wanted(one))
        assert not counts(desk, Wanted("no such document"))
        assert not groups(desk, Wanted("no such document"))
