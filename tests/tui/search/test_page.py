"""The search page: the query language, faulty queries, late answers, choices, hits inside the document."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from textual.events import Key

from hrss_tui.query.search import index_format
from hrss_tui.query.search.index import Index
from hrss_tui.query.search.index_write import write_index
from hrss_tui.query.search.query import Query
from hrss_tui.query.search.totals import StoppedError, Totals
from hrss_tui.query.views import format_view, parse_view
from hrss_tui.records import Project
from hrss_tui.tui.desk.data import Data
from hrss_tui.tui.desk.entries import find_entries
from hrss_tui.tui.desk.matching import Matcher
from hrss_tui.tui.search.lines import ResultLines
from hrss_tui.tui.search.page import SearchPage
from hrss_tui.tui.search.searching import Asked, search
from hrss_tui.tui.widgets.bar import Bar
from hrss_tui.tui.widgets.field import Field
from hrss_tui.words import LANGUAGES, Lang
from tests.tui.driving import Driver, desk_of, explorer, explorer_of, press, screen, settled, type_text


@pytest.fixture
def large_pack(pack_file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A package that counts as large, with its index."""
    path = tmp_path / "large.msgpack"
    path.write_bytes(Path(pack_file).read_bytes())
    write_index(str(path))
    monkeypatch.setattr(index_format, "SCANNED", 1000)
    return str(path)


def page_of(pilot: Driver) -> SearchPage:
    page = explorer_of(pilot).page
    assert isinstance(page, SearchPage)
    return page


async def test_a_faulty_query_says_what_is_wrong_and_keeps_the_results(pack_file: str) -> None:
    async with explorer(pack_file, "search") as pilot:
        assert "py:" in screen(pilot)
        await type_text(pilot, "南疆 ")
        before = page_of(pilot).found
        assert before.hits
        await type_text(pilot, '"就业')
        assert "引号没有结束" in screen(pilot)
        assert page_of(pilot).found is before
        await type_text(pilot, '"')
        assert "引号没有结束" not in screen(pilot)
        assert page_of(pilot).found.asked.text == '南疆 "就业"'


async def test_an_older_answer_never_overwrites_a_newer_one(pack_file: str) -> None:
    async with explorer(pack_file, "search") as pilot:
        page = page_of(pilot)
        old = search(page.desk.data, Asked("南疆"))
        await type_text(pilot, "就业")
        newer = page.found
        page.take(page.sequence - 1, old)
        assert page.found is newer


async def test_choices_narrow_and_are_part_of_the_view(pack_file: str) -> None:
    async with explorer(pack_file, "search/就业?doc=plan-2021&kind=heading", size=(120, 40)) as pilot:
        page = page_of(pilot)
        assert {(hit.doc_id, hit.kind) for hit in page.found.hits} == {("plan-2021", "heading")}
        assert format_view(page.current()) == "search/就业?doc=plan-2021&kind=heading"
        await press(pilot, "down", "escape")
        assert format_view(page.current()) == "search/就业"
        await press(pilot, "t")
        assert page.found.asked.doc
        assert {hit.doc_id for hit in page.found.hits} == {page.found.asked.doc}


async def test_hits_are_walked_inside_the_document_in_the_same_language(pack_file: str) -> None:
    found = search(Data(pack_file), Asked("南疆|北疆 doc:budget-2026"))
    assert found.totals is not None
    total = found.totals.occurrences
    assert total > 1
    async with explorer(pack_file, "documents/budget-2026?find=南疆|北疆") as pilot:
        assert f"1/{total}" in screen(pilot)
        await press(pilot, "n")
        assert f"2/{total}" in screen(pilot)
        await press(pilot, "N", "N")
        assert f"{total}/{total}" in screen(pilot)


async def test_a_bound_in_a_hit_keeps_its_sign_and_a_target_is_called_one(pack_file: str) -> None:
    async with explorer(pack_file, "search/城镇调查失业率控制 doc:plan-2021", size=(120, 40)) as pilot:
        assert "≤5.5%  城镇调查失业率  2021 目标" in screen(pilot)


async def test_a_hit_shows_its_figures_and_enter_opens_it(pack_file: str) -> None:
    async with explorer(pack_file, "search/城镇新增就业 doc:bulletin-2021", size=(120, 40)) as pilot:
        page = page_of(pilot)
        assert page.found.hits
        assert "47.74" in screen(pilot)
        await press(pilot, "tab", "tab", "f1")
        assert "所选段落中的数" in screen(pilot)
        await press(pilot, "escape", "escape", "slash")
        await press(pilot, "down", "enter")
        where = format_view(explorer_of(pilot).page.current())  # type: ignore[union-attr]
        assert parse_view(where).page == "documents"
        assert parse_view(where).get("find") == "城镇新增就业 doc:bulletin-2021"
        await press(pilot, "ctrl+left")
        await settled(pilot)
        assert format_view(page_of(pilot).current()) == "search/城镇新增就业 doc:bulletin-2021"


@pytest.mark.parametrize("key", ["down", "pagedown", "enter"])
async def test_keys_directly_after_leaving_the_box_go_to_the_results(pack_file: str, key: str) -> None:
    async with explorer(pack_file, "search") as pilot:
        await type_text(pilot, "就业")
        page = page_of(pilot)
        first = page.results.cursor
        for name in (key, "down", "n"):  # in one burst, as a terminal hands over what was typed ahead
            pilot.app.post_message(Key(name, name if len(name) == 1 else None))
        await settled(pilot)
        assert page.query_one(Field).value == "就业"
        assert page.results.has_focus
        assert page.results.cursor == first + 2


async def test_only_lines_that_are_seen_are_made(pack_file: str) -> None:
    async with explorer(pack_file, "search") as pilot:
        await type_text(pilot, "就业")
        page = page_of(pilot)
        assert len(page.results.lines) > 100
        assert isinstance(page.results.lines, ResultLines)
        made = len(page.results.lines._made)
        assert 0 < made < 24
        await press(pilot, "down", "end")
        assert len(page.results.lines._made) > made
        assert page.results.virtual_size.height > len(page.results.lines)


async def test_a_text_longer_than_the_box_shows_its_end(pack_file: str) -> None:
    async with explorer(pack_file, "search") as pilot:
        await type_text(pilot, "就" * 60 + "END")
        (line,) = [line for line in screen(pilot).splitlines() if "END" in line]
        assert line.count("就") < 40
        await press(pilot, "home")
        assert "END" not in screen(pilot)


async def test_counts_of_a_large_package_come_after_its_hits(
    large_pack: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    counting, go = Event(), Event()
    count = Index.count

    def later(self: Index, query: Query, going: Callable[[], bool]) -> Totals:
        counting.set()
        go.wait(20)
        return count(self, query, going)

    monkeypatch.setattr(Index, "count", later)
    async with explorer(large_pack, "search") as pilot:
        page = page_of(pilot)
        assert isinstance(page.desk.data.searcher.engine, Index)
        pilot.app.post_message(Key("就", "就"))
        while not counting.is_set():
            await pilot.pause(0)
        await pilot.pause(0)
        assert page.found.hits
        assert page.found.totals is None
        assert "就" in screen(pilot).split("结果", 1)[1]
        go.set()
        await settled(pilot)
        assert page.found.totals is not None
        assert f"{page.found.totals.occurrences} 处" in screen(pilot)


def test_counting_stops_when_another_query_is_asked(large_pack: str) -> None:
    searcher = Data(large_pack).searcher
    answer = searcher.search("就业")
    with pytest.raises(StoppedError):
        searcher.count(answer, lambda: False)
    assert answer.totals is None
    assert searcher.count(answer).occurrences > 100


@pytest.mark.parametrize(
    ("typed", "name", "matches"),
    [
        ("jyjn", "就业机构", False),
        ("shebao", "社保补助", True),
        ("sb", "社保补助", True),
        ("208", "20801 x", True),
    ],
)
def test_names_match_by_pinyin_and_initials(pack_file: str, typed: str, name: str, matches: bool) -> None:
    assert Matcher(desk_of(pack_file), typed).matches(name) is matches


def test_the_palette_finds_codes_by_pinyin(pack_file: str) -> None:
    labels = [entry.label for entry in find_entries(desk_of(pack_file), "jiuye", 20)]
    assert any("就业" in label for label in labels)


async def test_keys_are_keys_again_after_escape_where_nothing_is_found(pack_file: str) -> None:
    async with explorer(pack_file, "search") as pilot:
        field = explorer_of(pilot).query_one(Field)
        await type_text(pilot, "zzzz")
        await press(pilot, "escape")
        assert not field.has_focus
        assert field.value == "zzzz"
        await press(pilot, "1")
        assert format_view(parse_view(explorer_of(pilot).view_string())) == "overview"


async def test_escape_leaves_the_box_with_its_results_and_then_clears(pack_file: str) -> None:
    async with explorer(pack_file, "search/就业") as pilot:
        page, field = page_of(pilot), explorer_of(pilot).query_one(Field)
        await press(pilot, "escape")
        assert page.results.has_focus
        assert page.found.hits
        await press(pilot, "escape")
        assert (field.value, field.has_focus, len(page.found.hits)) == ("", True, 0)


async def test_what_is_typed_after_a_slash_replaces_what_the_box_held(pack_file: str) -> None:
    async with explorer(pack_file, "search/就业") as pilot:
        await press(pilot, "escape", "slash")
        await type_text(pilot, "南疆")
        assert page_of(pilot).found.asked.text == "南疆"


@pytest.mark.parametrize("page", ["budget", "compare", "indicators", "checks"])
async def test_a_filter_that_leaves_nothing_says_so(pack_file: str, page: str) -> None:
    async with explorer(pack_file, page) as pilot:
        await press(pilot, "f")
        await type_text(pilot, "qqzz")
        assert "没有符合“qqzz”的行" in screen(pilot)
        await press(pilot, "escape")
        assert "没有符合" not in screen(pilot)


@pytest.mark.parametrize("keys", [(), ("slash",), ("f1",), ("ctrl+p",)])
async def test_ctrl_c_says_how_to_quit(pack_file: str, keys: tuple[str, ...]) -> None:
    async with explorer(pack_file, "compare") as pilot:
        await press(pilot, *keys, "ctrl+c")
        assert "按 q 退出" in screen(pilot)
        assert ("先按 Esc" in screen(pilot)) is (keys in [("slash",), ("ctrl+p",)])


async def test_a_text_that_a_document_does_not_hold_is_said(pack_file: str) -> None:
    async with explorer(pack_file, "documents") as pilot:
        await press(pilot, "f")
        await type_text(pilot, "qqzz")
        await press(pilot, "enter")
        assert "文中没有“qqzz”" in screen(pilot)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("question", "target"),
    [
        ("为什么2080104增长那么多", "budget/2080104"),
        ("why did 2080104 grow", "budget/2080104"),
        ("农村富余劳动力转移就业总数最多的是哪个地州", "compare?metric=rural_labour_transfer"),
        ("喀什地区要转移多少人", "compare/6531"),
    ],
)
async def test_a_question_that_finds_nothing_leads_to_what_it_names(
    pack_file: str, lang: str, question: str, target: str
) -> None:
    async with explorer(pack_file, "search", lang=lang) as pilot:
        await type_text(pilot, question)
        page = page_of(pilot)
        assert not page.found.hits
        assert target in [one.target for one in page.results.lines]
        await press(pilot, "enter", "enter")
        assert explorer_of(pilot).view_string().startswith(target)


async def test_part_of_a_number_is_no_code_in_a_question(pack_file: str) -> None:
    async with explorer(pack_file, "search") as pilot:
        await type_text(pilot, "为什么12080104增长")
        assert not any(one.target for one in page_of(pilot).results.lines)


async def test_a_code_leads_to_all_its_rows(pack_file: str) -> None:
    async with explorer(pack_file, "search/2080104") as pilot:
        page = page_of(pilot)
        alone = len(page.found.hits)
        await press(pilot, "down", "down", "enter")
        assert format_view(page.current()) == "search/code:2080104"
        assert len(page.found.hits) > alone
        assert {hit.doc_id for hit in page.found.hits} == {"budget-2026"}
        told = screen(pilot)
        assert f"{len(page.found.hits)} 段（行），1 份文件" in told
        assert "0 处" not in told
        assert "budget-2026 0" not in told


async def test_a_slash_before_words_is_no_expression_that_does_not_end(pack_file: str) -> None:
    async with explorer(pack_file, "search") as pilot:
        await type_text(pilot, "/")
        assert "正则表达式没有" not in screen(pilot)
        await type_text(pilot, "南疆")
        page = page_of(pilot)
        assert page.found.asked.text == "南疆"
        assert page.found.hits
        await type_text(pilot, "/")
        assert page.found.asked.text == "/南疆/"
        assert page.found.hits


async def test_an_expression_that_does_not_end_is_said_to(pack_file: str) -> None:
    async with explorer(pack_file, "search") as pilot:
        await type_text(pilot, r"/\d+万")
        assert "正则表达式没有" in screen(pilot)


async def test_the_result_stays_under_the_cursor_when_choices_are_dropped(pack_file: str) -> None:
    async with explorer(pack_file, "search/南疆?doc=budget-2026") as pilot:
        page = page_of(pilot)
        await press(pilot, "down", "down", "down")
        before = page._hit()
        assert before is not None
        assert before.doc_id == "budget-2026"
        await press(pilot, "escape")
        after = page._hit()
        assert page.found.asked.doc == ""
        assert after is not None
        assert after.block_id == before.block_id


async def test_escape_in_an_empty_box_goes_back(pack_file: str) -> None:
    async with explorer(pack_file, "budget/208") as pilot:
        await press(pilot, "/", "escape")
        assert explorer_of(pilot).view_string().startswith("budget/208")


async def test_more_names_than_are_listed_are_counted(pack_file: str) -> None:
    async with explorer(pack_file, "search/新人社发") as pilot:
        assert "还有 2 项" in screen(pilot)


async def test_a_project_is_found_by_its_name_with_its_money(pack_file: str) -> None:
    (found,) = find_entries(desk_of(pack_file), "少数民族特培", 9)
    assert found.kind == "entry.project"
    assert "万元" in found.label


async def test_a_project_is_a_hit_that_opens_its_row_of_the_budget(pack_file: str) -> None:
    async with explorer(pack_file, "search/14,649.20") as pilot:
        assert page_of(pilot).results.lines[1].text == "项目 自治区就业培训专项资金  14,649.20 万元"
        await press(pilot, "down", "enter")
        shown, _, project = explorer_of(pilot).view_string().partition("&project=")
        assert shown == "budget/自治区就业培训专项资金?by=project,unit"
        desk = explorer_of(pilot).desk
        found = desk.data.record(project)
        assert isinstance(found, Project)
        assert desk.money(found.amount) == "14,649.20"
        await press(pilot, "ctrl+left")
        await press(pilot, "f")
        await type_text(pilot, "就业培训")
        texts = [line.text for line in page_of(pilot).results.lines]
        assert [text.split()[-2] for text in texts[1:4]] == ["14,649.20", "3,353.31", "70.00"]


async def test_what_there_is_no_room_for_opens_the_list_narrowed(pack_file: str) -> None:
    async with explorer(pack_file, "search/新人社发") as pilot:
        lines = page_of(pilot).results.lines
        more = next(line for line in lines if line.text.startswith("还有"))
        assert more.target == "documents?part=policies&find=新人社发"


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "财政拨款“三公”经费支出情况表 总计 119.83 万元"),
        ("en", "Official travel abroad, vehicles and hospitality Total 119.83 10k yuan"),
    ],
)
async def test_a_result_is_copied_and_shown_with_what_its_figure_is_of(
    pack_file: str, lang: str, said: str
) -> None:
    async with explorer(pack_file, "search", lang=lang) as pilot:
        await type_text(pilot, "119.83")
        await press(pilot, "enter")
        page = page_of(pilot)
        assert page.results.has_focus
        taken, proof = page.taken(), page.proof()
        assert taken is not None
        assert taken.value == said
        assert proof is not None
        assert proof.id == taken.record


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_choices_say_what_they_count(pack_file: str, lang: Lang) -> None:
    async with explorer(pack_file, "search/就业", size=(160, 40), lang=lang) as pilot:
        page = explorer_of(pilot).query_one(SearchPage)
        totals, say = page.found.totals, page.desk.say
        assert totals is not None
        for name, counted in (("doc", sum(totals.by_doc.values())), ("kind", sum(totals.by_kind.values()))):
            bar = page.query_one(f"#search-{name}s", Bar)
            assert bar.shown[0].text.strip() == say(f"search.all_{name}", count=counted)
        assert sum(totals.by_doc.values()) != sum(totals.by_kind.values())
