"""The index gives what a scan gives, for every query; one that does not fit is not used."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrss_tui.errors import PackError, UsageError
from hrss_tui.pack.open import open_light
from hrss_tui.pack.read import open_pack
from hrss_tui.query.search import expressions, index_format, index_seal, index_write
from hrss_tui.query.search.grams import figures, held, paired, pairs, repeated, shifted, tags
from hrss_tui.query.search.index import Index, UnfitError, open_index
from hrss_tui.query.search.index_format import index_path
from hrss_tui.query.search.index_seal import seal
from hrss_tui.query.search.index_write import write_index
from hrss_tui.query.search.language import parse
from hrss_tui.query.search.normal import Folding
from hrss_tui.query.search.scan import Scanner
from hrss_tui.query.search.searcher import Searcher
from hrss_tui.query.search.terms import ready
from scripts.bench_corpus import corpus

FIXED = (
    "南疆 就业", '"三支一扶"', "1222.08", "４６万", "46", "2.", "0", "00", "shbz", "kashi", "社會保障", r"/\d+万人次/",
    "天池英才 -教育", "博州", "就业 doc:plan-2021 kind:heading", "就业|培训 人|员", "业 员", "。 ；", "发展。全", "py:shebao",
    "py:sb", "kashi 0.86", "kashi hetian", "sh jy", "就业 year:2021", "kind:note", "doc:plan-2021", "的", "人 力 资 源",
    "/^第/", "/[一二]、.*就业/", "human", "bim 技术", "没有这句话", "年 年", "kind:row 0.00", "1|2 3|4", "-18.82", "%", "-就业 kind:heading",
    "kashi|/(一|二)、/", "/^.{3}$/|rlzy", 'wlmq|"%。事业单位公"', 'wlmq|"%。事业单位公" 。', "kashi|的", "wlmq|。 的", "kashi|/[0-9]万/ 。",
    "-业 doc:plan-2021", "-人 -的 kind:note", '-"社会 保障" kind:row', "-shbz year:2021",
)  # fmt: skip


NAMES = ("kashi", "wlmq", "xj", "ai", "hetian", "shebao")
"""What may be the pinyin of a name or of running text."""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds twice, the second time varied, with an index."""
    path = tmp_path_factory.mktemp("large") / "two.msgpack"
    path.write_bytes(corpus(2))
    write_index(str(path))
    return path


@pytest.fixture(scope="module")
def scanner(package: Path) -> Scanner:
    return Scanner(open_light(str(package)))


@pytest.fixture(scope="module")
def index(package: Path) -> Index:
    return open_index(str(package))


def drawn(scanner: Scanner, draw: random.Random) -> str:
    """A query of some shape, made of what the documents hold."""
    texts = [text.replace("\t", " ") for text in scanner.corpus.texts if len(text) > 8]

    def part(most: int) -> str:
        text = draw.choice(texts)
        size = draw.randint(1, most)
        start = draw.randrange(max(1, len(text) - size))
        return text[start : start + size]

    shapes = (
        lambda: part(8),
        lambda: f'"{part(12)}"'.replace('""', '"x'),
        lambda: f"{part(3)} {part(3)}",
        lambda: " ".join(part(2) for _ in range(3)),
        lambda: f"{part(3)}|{part(2)} {part(1)}",
        lambda: f"{part(2)} -{part(2)}",
        lambda: f"{part(2)} kind:{draw.choice(['heading', 'row', 'note', 'paragraph'])}",
        lambda: f"{part(2)} doc:{draw.choice(scanner.corpus.docs)}",
        lambda: f"{draw.choice(NAMES)}|{part(5)} {draw.choice('。；的人')}",
        lambda: f'{part(1)} {draw.choice(NAMES)}|"{part(9)}"'.replace('""', '"x"'),
        lambda: f"{draw.choice(NAMES)}|/{draw.choice(['就.', '一|二', '.业$'])}/ {part(1)}",
        lambda: f"-{part(2)} kind:{draw.choice(['heading', 'row', 'note', 'paragraph'])}",
        lambda: str(draw.randrange(10 ** draw.randint(1, 5)) / draw.choice([1, 10, 100]))[
            : draw.randint(1, 6)
        ],
    )
    return draw.choice(shapes)()


def assert_alike(query: str, limit: int, scanner: Scanner, index: Index) -> bool:
    try:
        typed = parse(query)
        asked = ready(typed, scanner), ready(typed, index)
    except UsageError:
        return False
    scanned, found = scanner.find(asked[0], limit), index.find(asked[1], limit)
    if scanned.cut or found.cut:
        return False
    assert found.best == scanned.best, query
    assert found.more == scanned.more, query
    counted = index.count(asked[1])
    for name in ("occurrences", "blocks", "documents", "by_doc", "by_kind"):
        assert getattr(counted, name) == getattr(scanned.totals, name), (query, name)
    for number in [number for _, number in found.best[:3]]:
        ours, theirs = index.block(number), scanner.block(number)
        assert all(
            getattr(ours, name) == getattr(theirs, name) for name in ours.__slots__ if name != "normal"
        )
    return True


@pytest.mark.parametrize("query", FIXED)
@pytest.mark.parametrize("limit", [50, 3, 0])
def test_an_index_finds_what_a_scan_finds(
    query: str, limit: int, scanner: Scanner, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expressions, "SECONDS", 60.0)  # of an expression that is cut nothing is compared
    assert assert_alike(query, limit, scanner, index)


def test_an_index_finds_what_a_scan_finds_for_drawn_queries(
    scanner: Scanner, index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expressions, "SECONDS", 60.0)  # as above, on a busy machine
    draw = random.Random(4)
    alike = [assert_alike(drawn(scanner, draw), draw.choice([50, 50, 5]), scanner, index) for _ in range(500)]
    assert sum(alike) > 400


@settings(max_examples=400)
@given(st.text("123.0，就业%-a \t", min_size=1, max_size=24), st.data(), st.booleans())
def test_a_row_has_every_token_of_what_it_holds(text: str, data: st.DataObject, times_matter: bool) -> None:
    text = Folding().text(text)
    cells = [cell for cell in text.split("\t") if cell]
    if not cells:
        return
    cell = data.draw(st.sampled_from(cells))
    start = data.draw(st.integers(0, len(cell) - 1))
    word = cell[start : data.draw(st.integers(start + 1, len(cell)))]
    found = pairs(paired(text))
    row = " ".join([*found, tags(repeated(found)), figures(text), *shifted(text)]).replace("\t", " ").split()
    assert set(held(word)) <= set(row)
    count = min(3, text.count(word))
    if times_matter and not any(map(str.isdigit, word)):
        assert set(held(word, count)) <= set(row)


def copied(package: Path, folder: Path) -> Path:
    path = folder / "copy.msgpack"
    path.write_bytes(package.read_bytes())
    Path(index_path(str(path))).write_bytes(Path(index_path(str(package))).read_bytes())
    return path


def test_an_index_is_tied_to_its_package(package: Path, pack_data: bytes, tmp_path: Path) -> None:
    path = copied(package, tmp_path)
    open_index(str(path))
    path.write_bytes(pack_data)
    with pytest.raises(UnfitError):
        open_index(str(path))
    write_index(str(path))
    open_index(str(path))


@pytest.mark.parametrize("damage", ["missing", "text", "empty", "version", "arrays"])
def test_an_index_that_is_none_is_not_used(package: Path, tmp_path: Path, damage: str) -> None:
    path = copied(package, tmp_path)
    index = Path(index_path(str(path)))
    if damage == "missing":
        index.unlink()
    elif damage in ("text", "empty"):
        index.write_bytes(b"no database" * (damage == "text"))
    else:
        with sqlite3.connect(index) as database:
            database.execute(
                "UPDATE about SET value = '0' WHERE name = 'version'"
                if damage == "version"
                else "UPDATE arrays SET data = x'00' WHERE name = 'starts'"
            )
        database.close()
        seal(str(index))
    with pytest.raises(UnfitError):
        open_index(str(path))


def test_an_index_with_any_damage_is_not_used(package: Path, tmp_path: Path) -> None:
    path = copied(package, tmp_path)
    index = Path(index_path(str(path)))
    whole = index.read_bytes()
    draw = random.Random(7)
    for _ in range(40):
        damaged = bytearray(whole)
        for _ in range(draw.randint(1, 8)):
            damaged[draw.randrange(len(damaged))] ^= 1 << draw.randrange(8)
        index.write_bytes(damaged)
        if bytes(damaged) != whole:
            with pytest.raises(UnfitError):
                open_index(str(path))
    index.write_bytes(whole)
    open_index(str(path))


def test_an_index_whose_tables_are_views_is_not_used(package: Path, tmp_path: Path) -> None:
    path = copied(package, tmp_path)
    index = index_path(str(path))
    with sqlite3.connect(index) as database:
        database.execute("DROP TABLE docs")
        database.execute("CREATE VIEW docs AS SELECT 0 AS first, 'x' AS doc_id")
    database.close()
    seal(index)
    with pytest.raises(UnfitError):
        open_index(str(path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_in_place_of_an_index_is_refused_at_once(package: Path, tmp_path: Path) -> None:
    path = copied(package, tmp_path)
    index = Path(index_path(str(path)))
    index.unlink()
    os.mkfifo(index)
    with pytest.raises(UnfitError):
        open_index(str(path))


def test_what_was_found_whole_is_remembered_until_it_changes(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = copied(package, tmp_path)
    index = Path(index_path(str(path)))
    assert index_seal.is_whole(str(index))
    monkeypatch.setattr(index_seal, "_checksums", lambda path: pytest.fail("read again"))
    assert index_seal.is_whole(str(index))
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    index.write_bytes(index.read_bytes()[:-1] + b"?")
    assert not index_seal.is_whole(str(index))


def test_an_index_that_breaks_while_it_is_used_gives_way_to_reading(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_format, "SCANNED", 1000)
    searcher = Searcher(open_light(str(copied(package, tmp_path))))
    assert isinstance(searcher.engine, Index)
    searcher.engine.database.close()
    answer = searcher.search("就业")
    assert answer.hits
    assert searcher.broke
    reading = Scanner(open_light(str(package)))
    assert searcher.count(answer).occurrences == reading.count(ready(parse("就业"), reading)).occurrences


@pytest.mark.parametrize("moment", ["found", "counted"])
def test_an_index_that_breaks_for_two_threads_at_once_gives_way_to_reading_for_both(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    """What is typed before an answer is there is searched by another thread, on the index the first one has in hand."""
    monkeypatch.setattr(index_format, "SCANNED", 1000)
    searcher = Searcher(open_light(str(copied(package, tmp_path))))
    before = searcher.search("就业")

    def found_by_the_other(index: Index) -> None:
        monkeypatch.undo()
        index.database.close()
        assert searcher.search("培训").hits
        assert isinstance(searcher.engine, Scanner)

    monkeypatch.setattr(Index, "_unchanged", found_by_the_other)
    asked = before if moment == "counted" else searcher.search("社会保障")
    reading = Scanner(open_light(str(package)))
    expected = reading.count(ready(asked.typed, reading))
    assert searcher.count(asked).occurrences == expected.occurrences
    assert searcher.broke


@pytest.mark.parametrize("change", ["cut", "other bits", "emptied"])
def test_an_index_that_is_changed_in_place_while_it_is_open_gives_way_to_reading(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    monkeypatch.setattr(index_format, "SCANNED", 1000)
    path = copied(package, tmp_path)
    index = Path(index_path(str(path)))
    searcher, reading = Searcher(open_light(str(path))), Scanner(open_light(str(path)))
    searcher.search("就业")
    assert isinstance(searcher.engine, Index)
    whole = bytearray(index.read_bytes())
    draw = random.Random(11)
    for _ in range(400):
        whole[draw.randrange(len(whole))] ^= 1 << draw.randrange(8)
    index.write_bytes({"cut": whole[:5000], "other bits": whole, "emptied": b""}[change])
    os.utime(index, ns=(1, 1))
    answer = searcher.search("社会保障")
    assert searcher.broke
    assert searcher.count(answer).blocks == reading.count(ready(parse("社会保障"), reading)).blocks


@pytest.mark.parametrize("gone", [True, False], ids=["removed", "replaced"])
def test_an_index_that_goes_while_it_is_open_is_used_on(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gone: bool
) -> None:
    monkeypatch.setattr(index_format, "SCANNED", 1000)
    path = copied(package, tmp_path)
    index = Path(index_path(str(path)))
    searcher = Searcher(open_light(str(path)))
    assert isinstance(searcher.engine, Index)
    if gone:
        index.unlink()
    else:
        other = tmp_path / "other"
        other.write_bytes(b"another")
        other.replace(index)
    assert searcher.search("社会保障").hits
    assert not searcher.broke


@pytest.mark.parametrize("reader", [open_light, open_pack])
def test_another_package_that_stands_at_the_path_by_now_is_not_searched(
    reader: Callable[[str], Any],
    package: Path,
    pack_data: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It fits the index beside it, and both came after the package that is asked was opened."""
    monkeypatch.setattr(index_format, "SCANNED", 1000)
    path = copied(package, tmp_path)
    searcher = Searcher(reader(str(path)))
    other = tmp_path / "other.msgpack"
    other.write_bytes(pack_data)
    write_index(str(other))
    for end in ("", ".search"):
        Path(f"{other}{end}").replace(f"{path}{end}")
    assert isinstance(Searcher(reader(str(path))).engine, Index)
    answer, reading = searcher.search("就业"), Scanner(open_light(str(package)))
    assert searcher.count(answer).blocks == reading.count(ready(parse("就业"), reading)).blocks
    assert searcher.slow


def test_a_large_package_is_searched_by_its_index(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(Searcher(open_light(str(package))).engine, Scanner)
    monkeypatch.setattr(index_format, "SCANNED", 1000)
    searcher = Searcher(open_light(str(package)))
    assert isinstance(searcher.engine, Index)
    assert not searcher.slow
    answer = searcher.search("新疆生产建设兵团")
    assert answer.totals is None
    assert searcher.count(answer).documents["bulletin-2021"] == 1
    (hit,) = [hit for hit in answer.hits if hit.doc_id == "bulletin-2021"]
    assert hit.lines == (383, 385)
    assert hit.text[slice(*hit.spans[0])] == "新疆生产建设兵团"
    path = copied(package, tmp_path)
    Path(index_path(str(path))).unlink()
    searcher = Searcher(open_light(str(path)))
    assert isinstance(searcher.engine, Scanner)
    assert searcher.slow
    assert searcher.search("新疆生产建设兵团").hits


def test_text_that_is_not_where_the_index_says_is_refused(package: Path, tmp_path: Path) -> None:
    path = copied(package, tmp_path)
    with sqlite3.connect(index_path(str(path))) as database:
        (data,) = database.execute("SELECT data FROM arrays WHERE name = 'texts'").fetchone()
        database.execute("UPDATE arrays SET data = ? WHERE name = 'texts'", (b"\xff" * len(data),))
    database.close()
    seal(index_path(str(path)))
    damaged = open_index(str(path))
    with pytest.raises(PackError, match="索引"):
        damaged.find(ready(parse("就业"), damaged), 50)


def test_an_index_that_cannot_be_written_leaves_nothing_behind(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "p.msgpack"
    path.write_bytes(package.read_bytes())

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(UsageError, match="无法写入索引"):
        write_index(str(path))
    assert [entry.name for entry in tmp_path.iterdir()] == ["p.msgpack"]


def test_rows_made_in_another_process_are_the_same(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = Path(index_path(str(package))).read_bytes()
    monkeypatch.setattr(index_write, "_MANY", 0)
    told: list[tuple[int, int]] = []
    write_index(str(package), lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] == open_light(str(package)).count("blocks")
    assert Path(index_path(str(package))).read_bytes() == alone


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="asks Linux for open files")
def test_an_index_is_closed_with_its_last_user_and_one_that_does_not_fit_at_once(
    package: Path, tmp_path: Path
) -> None:
    def is_open(index: str) -> bool:
        return any(
            os.path.realpath(file) == os.path.realpath(index) for file in Path("/proc/self/fd").iterdir()
        )

    path = copied(package, tmp_path)
    user = open_index(str(path))
    assert is_open(index_path(str(path)))
    del user
    assert not is_open(index_path(str(path)))
    with sqlite3.connect(index_path(str(path))) as database:
        database.execute("UPDATE about SET value = '0' WHERE name = 'version'")
    database.close()
    with pytest.raises(UnfitError):
        open_index(str(path))
    assert not is_open(index_path(str(path)))
