"""An exported database in Datasette: words of two characters and of four are found, columns are described."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from hrss_tui.errors import UsageError
from hrss_tui.export.run import Request, export
from hrss_tui.pack.read import Pack, decode_pack


@pytest.fixture(scope="module")
def database(pack_data: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("datasette") / "hrss.sqlite"
    export(decode_pack(pack_data, ""), Request("sqlite", path=path), lambda _text: None)
    return path


async def asked(database: Path, place: str) -> dict[str, Any]:
    """What it answers; it is loaded by who asks it, as that takes seconds."""
    app = pytest.importorskip("datasette.app", reason="Datasette is installed with .ci/locks/dev.txt")
    metadata = json.loads(database.with_suffix(".metadata.json").read_text("utf-8"))
    served = app.Datasette([str(database)], metadata=metadata)
    answer = await served.client.get(place)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("words", ["技能大师", "南疆四地州"])
async def test_its_own_search_finds_longer_words(database: Path, pack: Pack, words: str) -> None:
    found = await asked(database, f"/hrss/blocks.json?_search={quote(words)}&_size=max&_shape=objects")
    wanted = [key for key, text in zip(*columns(pack), strict=True) if words in text]
    assert sorted(row["block_id"] for row in found["rows"]) == sorted(wanted)
    assert wanted


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("words", ["南疆", "技能大师", "师", "5%", "%"])
async def test_the_query_that_comes_with_it_finds_words_of_any_length(
    database: Path, pack: Pack, words: str
) -> None:
    found = await asked(database, f"/hrss/words.json?words={quote(words)}&_shape=objects")
    wanted = [text for _, text in zip(*columns(pack), strict=True) if words in text]
    assert sorted(row["text"] for row in found["rows"]) == sorted(wanted)
    assert wanted


@pytest.mark.filterwarnings("default")
async def test_tables_and_columns_are_described(database: Path) -> None:
    found = json.loads(database.with_suffix(".metadata.json").read_text("utf-8"))
    tables = found["databases"]["hrss"]["tables"]
    assert tables["documents"]["title"] == "文件 / Documents"
    assert tables["documents"]["columns"]["date"].startswith("发布日期 / Date of issue: ")
    assert "MIT" in found["license"]


def test_neither_file_is_overwritten_unless_told_so(pack: Pack, tmp_path: Path) -> None:
    beside = tmp_path / "a.metadata.json"
    beside.write_text("mine", "utf-8")
    request = Request("sqlite", ("glossary",), tmp_path / "a.sqlite")
    with pytest.raises(UsageError, match="metadata"):
        export(pack, request, lambda _text: None)
    assert beside.read_text("utf-8") == "mine"
    assert not (tmp_path / "a.sqlite").exists()
    export(pack, Request("sqlite", ("glossary",), tmp_path / "a.sqlite", force=True), lambda _text: None)
    assert "glossary" in beside.read_text("utf-8")


def columns(pack: Pack) -> tuple[list[str], list[str]]:
    return pack.column("blocks", "block_id"), pack.column("blocks", "text")
