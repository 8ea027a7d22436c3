"""What each command prints: the shapes of JSON and CSV, the table for people, its exit status."""

from __future__ import annotations

import hashlib
import itertools
import os
from pathlib import Path

import msgspec
import pytest
from wcwidth import wcswidth

from hrss_tui.cli.output import Field, markdown, table_lines
from hrss_tui.pack.read import decode_pack
from hrss_tui.records import TABLES, Check, Column, columns
from tests.cli.commands import ROOT, Program
from tests.goldens import read_tsv, yuan
from tests.query.handmade import bytes_of, change, line, made

BUDGET_COLUMNS = {"code", "name", "level", "parent_code", "amount", "share", "change", "percent", "reclassified", "measure", "doc_id", "line_start", "line_end"}  # fmt: skip
COMPARE_COLUMNS = {"prefecture_code", "prefecture", "metric", "metric_label", "year", "kind", "status", "value", "unit", "share", "rank", "index", "printed", "doc_id", "line_start", "line_end"}  # fmt: skip


def test_budget_as_json_has_the_amounts_in_yuan(hrss: Program) -> None:
    rows = hrss("budget", "20801", "--format", "json").json
    wanted = [
        (row["code"], yuan(row["printed"]))
        for row in read_tsv("budget_t03")
        if row["level"] == "3" and row["measure"] == "total" and row["code"].startswith("20801")
    ]
    assert [(row["code"], row["amount"]) for row in rows] == wanted
    assert set(rows[0]) >= BUDGET_COLUMNS


def test_budget_as_csv_says_the_same(hrss: Program) -> None:
    as_json = hrss("budget", "20801", "--format", "json").json
    as_csv = hrss("budget", "20801", "--format", "csv").csv
    assert [(row["code"], int(row["amount"])) for row in as_csv] == [
        (row["code"], row["amount"]) for row in as_json
    ]
    assert list(as_csv[0]) == list(as_json[0])


def test_budget_for_people_states_table_unit_and_total(hrss: Program) -> None:
    out = hrss("budget", "20801").out
    printed = {row["code"]: row["printed"] for row in read_tsv("budget_t03") if row["measure"] == "total"}
    first, second, *_ = out.splitlines()
    assert "表3" in first
    assert second.startswith("20801 ")
    assert second.endswith(f"{printed['20801']} 万元")
    assert "金额（万元）" in out
    assert any(text.startswith("2080199") and printed["2080199"] in text for text in out.splitlines())


def test_amounts_stand_in_the_unit_asked_for(hrss: Program) -> None:
    amount = next(row["amount"] for row in hrss("budget", "--format", "json").json if row["code"] == "208")
    assert f"{amount:,}" in hrss("budget", "--unit", "yuan").out
    assert f"{amount / 10**8:,.6f}".rstrip("0") in hrss("budget", "--unit", "yi").out


def test_numbers_are_aligned_by_cells(hrss: Program) -> None:
    printed = {row["code"]: row["printed"] for row in read_tsv("budget_t03") if row["measure"] == "total"}
    rows = [
        text for text in hrss("budget", "20801").out.splitlines() if text[:7].strip() and text[:7] in printed
    ]
    ends = {wcswidth(text[: text.index(printed[text[:7]]) + len(printed[text[:7]])]) for text in rows}
    assert len(rows) > 5
    assert len(ends) == 1


def test_a_table_is_as_wide_everywhere_as_its_rule() -> None:
    rows = [("甲乙", "1"), ("a", "1,000.00"), ("é—", "")]
    fields = [
        Field("名称", lambda row: row[0]),
        Field("金额很长的标题\n（万元）", lambda row: row[1], right=True),
    ]
    lines = table_lines(fields, rows)
    assert len({wcswidth(text) for text in lines[:-1]} - {wcswidth(lines[0])}) <= 1
    assert lines[-3:] == ["甲乙             1", "a         1,000.00", "é—"]


def test_a_leaf_prints_itself(hrss: Program) -> None:
    assert [row["code"] for row in hrss("budget", "2080199", "--format", "json").json] == ["2080199"]


def test_a_change_stated_of_less_than_the_amount_is_marked(hrss: Program, tmp_path: Path) -> None:
    path = tmp_path / "small.msgpack"
    records = [line("208", 40), line("20801", 40), change("20801", 30, 3), line("20802", 1, name="[/] ="), change("20802", 1, 1, reclassified=True)]  # fmt: skip
    path.write_bytes(bytes_of(records))
    out = hrss("budget", "208", "--pack", path).out
    assert "+3.00*" in out
    assert "科目调整" in out
    assert out.splitlines()[-1].startswith("* ")


def test_four_prefectures_over_eight_metrics_as_csv(hrss: Program) -> None:
    rows = hrss("compare", "喀什", "hetian", "6501", "Ili", "--format", "csv").csv
    assert len(rows) == 32
    assert set(rows[0]) >= COMPARE_COLUMNS
    assert list(dict.fromkeys(row["prefecture_code"] for row in rows)) == ["6531", "6532", "6501", "6540"]


def test_what_does_not_apply_is_a_slash_for_people_and_null_for_programs(hrss: Program) -> None:
    asked = ("compare", "塔城", "--metric", "organised_transfer_inland")
    (row,) = hrss(*asked, "--format", "json").json
    assert (row["value"], row["share"], row["rank"], row["status"]) == (None, None, None, "not_applicable")
    for shown in ("value", "share", "rank", "index"):
        assert hrss(*asked, "--as", shown).out.splitlines()[-1].endswith("  /")


def test_many_prefectures_are_rows_and_few_are_columns(hrss: Program) -> None:
    everyone = hrss("compare").out.splitlines()
    assert sum(text.startswith("喀什地区 ") for text in everyone) == 1
    few = hrss("compare", "喀什", "和田").out.splitlines()
    assert any("喀什地区" in text and "和田地区" in text for text in few)
    assert len({wcswidth(text) for text in everyone[-14:]}) == 1


def test_info_is_one_object_that_names_every_source(hrss: Program, shipped: Path) -> None:
    info = hrss("info", "--format", "json").json
    assert {source["file"]: source["sha256"] for source in info["sources"]} == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (ROOT / "seeds").glob("*.txt")
    }
    assert info["bytes"] == shipped.stat().st_size
    assert info["chosen_by"] == "$HRSS_TUI_PACK"
    assert hrss("info", "--pack", shipped, "--format", "json").json["chosen_by"] == "--pack"
    assert hrss("info", "--path").out == f"{shipped}\n"
    assert hrss("info", "--path", "--format", "json").json == {"path": str(shipped)}
    assert hrss("info", "--path", "--format", "csv").csv == [{"key": "path", "value": str(shipped)}]
    assert info["path"] in hrss("info").out


def as_given_out(column: Column) -> tuple[str, str]:
    """Type and unit of a column in what leaves the program: money is a decimal of 元."""
    if column.unit == "分":
        return column.type.replace("integer", "decimal"), "元"
    return column.type, column.unit


def test_tables_describe_every_column(hrss: Program, shipped: Path) -> None:
    rows = hrss("tables", "--format", "json").json
    assert [(row["table"], row["column"], row["type"], row["unit"]) for row in rows] == [
        (struct.TABLE, column.name, *as_given_out(column)) for struct in TABLES for column in columns(struct)
    ]
    pack = decode_pack(shipped.read_bytes(), "")
    assert {row["table"]: row["rows"] for row in rows} == {table: pack.count(table) for table in pack.tables}
    assert "budget_lines" in hrss("tables").out


def test_show_marks_the_line_and_joins_what_is_wrapped(hrss: Program) -> None:
    rows = hrss("show", "plan-2021:12", "--context", "1", "--format", "json").json
    (found,) = [row for row in rows if row["found"]]
    assert (found["line_start"], found["line_end"]) == (12, 13)
    assert "\n" not in found["text"]
    marked = [text for text in hrss("show", "plan-2021:12").out.splitlines() if text.startswith("> ")]
    assert marked == [f"> 12-13  {found['text']}"]


def test_show_marks_all_lines_of_a_stretch(hrss: Program) -> None:
    rows = hrss("show", "plan-2021:183-185", "--context", "0", "--format", "json").json
    assert [(row["line_start"], row["found"]) for row in rows] == [(183, True), (184, True), (185, True)]
    assert hrss("show", "plan-2021:183-x").status == 2


def test_show_without_a_line_is_the_whole_document(hrss: Program) -> None:
    rows = hrss("show", "interview-2026", "--format", "json").json
    assert {row["doc_id"] for row in rows} == {"interview-2026"}
    assert [row["line_start"] for row in rows] == sorted(row["line_start"] for row in rows)


def test_rows_of_a_table_stand_in_columns(hrss: Program) -> None:
    rows = [
        text for text in hrss("show", "budget-2026:357", "--context", "1").out.splitlines() if " | " in text
    ]
    bars = {tuple(wcswidth(part) for part in text.split("|")[:-1]) for text in rows}
    assert len(rows) > 1
    assert len(bars) == 1


def test_verify_says_that_a_package_is_whole(hrss: Program) -> None:
    done = hrss("verify")
    assert done.status == 0
    assert "完整" in done.out
    assert hrss("verify", "--format", "json").json == []


def test_doctor_shows_the_package_and_a_ruler_whose_bars_align(hrss: Program, shipped: Path) -> None:
    done = hrss("doctor")
    assert done.status == 0
    assert str(shipped) in done.out
    bars = [text for text in done.out.splitlines() if text.endswith("|")]
    assert len(bars) > 4
    assert {wcswidth(text) for text in bars} == {31}


@pytest.mark.parametrize(
    ("name", "said"),
    [("none.toml", "还没有"), ("good.toml", "有"), ("broken.toml", "没有写完"), ("wrong.toml", "第 2 行第 9 列的写法有误"), ("folder.toml", "是一个目录"), ("pipe.toml", "不是普通文件"), ("unfit.toml", "第 2 行：lang 不能是 fr")],
)  # fmt: skip
def test_doctor_says_whether_the_settings_can_be_read(
    hrss: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, said: str
) -> None:
    (tmp_path / "good.toml").write_text('theme = "light"', "utf-8")
    (tmp_path / "broken.toml").write_text("theme = [[[", "utf-8")
    (tmp_path / "wrong.toml").write_text("ascii = true\ntheme = zwei", "utf-8")
    (tmp_path / "unfit.toml").write_text('ascii = true\nlang = "fr"', "utf-8")
    (tmp_path / "folder.toml").mkdir()
    os.mkfifo(tmp_path / "pipe.toml")
    monkeypatch.setenv("HRSS_TUI_CONFIG", str(tmp_path / name))
    (found,) = (text for text in hrss("doctor").out.splitlines() if name in text)
    assert f"{name} ({said}" in found.replace("pipe.toml: ", "")


def test_doctor_says_in_english_what_is_wrong_with_the_settings(
    hrss: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    monkeypatch.setenv("HRSS_TUI_CONFIG", str(tmp_path / "pipe.toml"))
    (found,) = (text for text in hrss("doctor", "--lang", "en").out.splitlines() if "pipe.toml" in text)
    assert found.endswith("pipe.toml (pipe.toml: is no regular file)")


def test_doctor_names_a_package_that_cannot_be_used(hrss: Program) -> None:
    done = hrss("doctor", "--pack", "/nowhere", "--format", "json")
    assert done.status == 3
    assert "/nowhere" in done.json["package"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_knows_commands_and_options(hrss: Program, shell: str) -> None:
    done = hrss("completion", shell)
    assert done.status == 0
    assert all(word in done.out for word in ("budget", "compare", "measure"))


def checks_of(*statuses: str) -> bytes:
    return bytes_of(
        made(
            Check, check_id=f"c{number}", kind="sum", description="甲=乙", left=1234.5, right=1234.0, difference=0.5,
            tolerance=0.01, unit="万元", status=status, records=["a", "b"], reason=None,
            doc_id="budget-2030", line_start=number, line_end=number,
        )
        for number, status in enumerate(statuses, 1)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("statuses", "arguments", "ends"),
    [
        (["exact", "rounding", "fails"], [], (1, 3)),
        (["exact", "rounding", "fails"], ["--status", "fails"], (1, 1)),
        (["exact", "rounding", "fails"], ["--status", "exact"], (0, 1)),
        (["exact", "not_checkable"], [], (0, 2)),
        (["exact"], ["--status", "fails"], (0, 0)),
        (["exact"], ["--doc", "budget-2030", "--kind", "sum"], (0, 1)),
    ],
)
def test_checks_end_with_1_where_one_fails(
    hrss: Program, tmp_path: Path, statuses: list[str], arguments: list[str], ends: tuple[int, int]
) -> None:
    path = tmp_path / "checks.msgpack"
    path.write_bytes(checks_of(*statuses))
    done = hrss("checks", *arguments, "--pack", path, "--format", "json")
    assert (done.status, len(done.json)) == ends
    assert (
        len([text for text in hrss("checks", *arguments, "--pack", path).out.splitlines() if "甲=乙" in text])
        == ends[1]
    )


def test_that_no_check_fails_is_said(hrss: Program, tmp_path: Path) -> None:
    path = tmp_path / "checks.msgpack"
    path.write_bytes(checks_of("exact", "rounding"))
    assert "共 2 项核对，没有不符的" in hrss("checks", "--status", "fails", "--pack", path).err
    assert "没有不符的" not in hrss("checks", "--pack", path).err


@pytest.mark.parametrize("status", [[], ["--status", "fails"], ["--status", "exact"]])
@pytest.mark.parametrize(("option", "said"), [("--doc", "budget-2030"), ("--kind", "sum")])
def test_of_a_name_of_nothing_no_check_is_said_to_hold(
    hrss: Program, tmp_path: Path, status: list[str], option: str, said: str
) -> None:
    """A mistyped document has no check that fails: that is no answer."""
    path = tmp_path / "checks.msgpack"
    path.write_bytes(checks_of("exact"))
    for lang in ("zh", "en"):
        done = hrss("checks", *status, option, "budget-2O30", "--pack", path, "--lang", lang)
        assert (done.status, done.out) == (2, "")
        assert "budget-2O30" in done.err
        assert said in done.err


def test_checks_that_do_not_exist_are_nothing_found(hrss: Program, tmp_path: Path) -> None:
    path = tmp_path / "checks.msgpack"
    path.write_bytes(checks_of("exact"))
    assert hrss("checks", "--status", "rounding", "--pack", path).status == 1


@pytest.mark.usefixtures("compiled_once")
def test_build_gives_the_bytes_of_the_compiler(hrss: Program, tmp_path: Path, pack_data: bytes) -> None:
    done = hrss("build", ROOT / "seeds", "-o", tmp_path / "deep" / "out.msgpack")
    assert (done.status, done.out) == (0, "")
    assert "[5/5]" in done.err
    assert (tmp_path / "deep" / "out.msgpack").read_bytes() == pack_data


def test_build_in_processes_gives_the_same_bytes(hrss: Program, tmp_path: Path, pack_data: bytes) -> None:
    assert hrss("build", ROOT / "seeds", "-o", tmp_path / "out.msgpack", "--jobs", "2").status == 0
    assert (tmp_path / "out.msgpack").read_bytes() == pack_data


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_build_names_what_it_cannot_use_and_goes_on_unless_strict(
    hrss: Program, tmp_path: Path, jobs: str
) -> None:
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "good.txt").write_text("一、标题\n正文第一句。\n", encoding="utf-8")
    (sources / "zero.txt").write_bytes(b"\x00\x01\x02\xff" * 99)
    out = tmp_path / "out.msgpack"
    strict = hrss("build", sources, "-o", out, "--strict", "--jobs", jobs)
    assert strict.status == 2
    assert "zero.txt" in strict.err
    assert not out.exists()
    loose = hrss("build", sources, "-o", out, "--jobs", jobs)
    assert loose.status == 2
    assert "zero.txt" in loose.err
    assert hrss("info", "--pack", out, "--format", "json").json["tables"]["documents"] == 1


def test_the_audit_lists_numbers_that_no_record_claims(hrss: Program, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("某某公告\n\n表 7\n\n编号\t甲乙\n丙\t8765\n", encoding="utf-8")
    done = hrss("build", tmp_path, "-o", tmp_path / "out.msgpack", "--audit", "--format", "json")
    assert done.status == 1
    assert [(row["line"], row["column"], row["text"]) for row in done.json][-1] == (6, 3, "8765")
    assert f"未认领 {len(done.json)} 个" in done.err


@pytest.mark.usefixtures("compiled_once")
def test_the_audit_of_the_seeds_leaves_nothing(hrss: Program, tmp_path: Path) -> None:
    done = hrss("build", ROOT / "seeds", "-o", tmp_path / "out.msgpack", "--audit", "--format", "json")
    assert (done.status, done.json) == (0, [])


def test_build_of_nothing_usable_writes_nothing(hrss: Program, tmp_path: Path) -> None:
    (tmp_path / "zero.txt").write_bytes(b"\x00\x01\x02\xff" * 99)
    done = hrss("build", tmp_path, "-o", tmp_path / "out.msgpack")
    assert done.status == 2
    assert not (tmp_path / "out.msgpack").exists()


def test_json_of_every_listing_is_an_array_of_objects(hrss: Program) -> None:
    for arguments in (["budget"], ["compare"], ["tables"], ["show", "plan-2021:17"]):
        rows = hrss(*arguments, "--format", "json").json
        assert rows
        assert all(isinstance(row, dict) for row in rows)
        header = hrss(*arguments, "--format", "csv").out.splitlines()[0]
        assert header.split(",") == list(rows[0])


def test_the_words_of_a_damaged_table_reach_verify(hrss: Program, shipped: Path, tmp_path: Path) -> None:
    data = shipped.read_bytes()
    pack = decode_pack(data, "")
    printed = msgspec.msgpack.encode(pack.column("budget_lines", "printed")[5])
    place = data.index(printed, data.index(b"budget_lines", data.index(b"\xa6tables"))) + 1
    broken = tmp_path / "broken.msgpack"
    broken.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
    done = hrss("verify", broken, "--format", "json")
    assert done.status == 1
    assert [row["table"] for row in done.json] == ["budget_lines"]
    assert hrss("verify", broken).status == 1
    assert hrss("budget", "--pack", broken).status == 3


def test_alignment_helpers_agree_with_wcwidth() -> None:
    from hrss_tui.cli.cells import cut, width, wrap

    for char in itertools.chain(range(0x20, 0x7F), range(0xA1, 0x3000, 7), range(0x3000, 0xFFE6, 11)):
        if wcswidth(chr(char)) >= 0 and chr(char).isprintable():
            assert width(chr(char)) == wcswidth(chr(char)), hex(char)
    text = "名称 name，含 several words 与汉字"
    assert [width(cut(text, cells)) for cells in (5, 6, 99)] == [5, 6, width(text)]
    assert all(width(part) <= 11 for part in wrap(text, 10))
    assert "".join(wrap(text, 10)).replace(" ", "") == text.replace(" ", "")


def test_departments_and_years_of_the_shipped_package_stand_side_by_side(hrss: Program) -> None:
    years = hrss("compare", "--of", "years", "人力资源", "--format", "json").json
    assert [(row["code"], row["name"]) for row in years[:2]] == [(None, "总计"), ("205", "教育支出")]
    ranked = hrss("compare", "--of", "departments", "三公", "--format", "json").json
    assert [(row["rank"], row["year"], row["phase"]) for row in ranked] == [(1, 2026, "budget")]
    assert hrss("compare", "--of", "execution", "人力资源").status == 1
    assert "教育支出" in hrss("budget", "--department", "人力资源", "--phase", "budget").out


def test_targets_below_last_year_are_found_with_their_difference(hrss: Program) -> None:
    rows = hrss("targets", "城镇新增就业", "--below-last-year", "--format", "json").json
    assert [(row["value"], row["previous_value"], row["difference"]) for row in rows] == [
        ("39", 39.94, -0.94)
    ]
    assert rows[0]["amount"] == 200_000_000
    assert "松于上年" in hrss("targets", "--below-last-year").out


def test_words_of_a_name_list_the_codes_that_hold_them(hrss: Program) -> None:
    found = hrss("budget", "就业补助", "--format", "json").json
    assert all(row["parent_code"] == "20807" for row in found)
    several = hrss("budget", "医疗", "--format", "json").json
    assert len(several) > 2
    assert all("医疗" in row["name"] for row in several)
    assert hrss("budget", "没有这种科目").status == 1


def test_another_name_of_a_group_means_its_members(hrss: Program) -> None:
    whole = hrss("compare", "南疆五地州", "--format", "json").json
    assert hrss("compare", "南疆", "--format", "json").json == whole
    assert len({row["prefecture"] for row in whole}) == 5


@pytest.mark.parametrize(
    "line",
    [
        ["budget", "208"],
        ["documents"],
        ["checks", "--status", "fails"],
        ["compare", "喀什"],
        ["search", "就业"],
        ["info"],
    ],
)
def test_markdown_is_a_table_with_a_rule(hrss: Program, line: list[str]) -> None:
    lines = hrss(*line, "--format", "md").out.splitlines()
    assert set(lines[1].replace("|", "").split()) <= {"---", "---:"}
    cells = [row.replace("\\|", "").count("|") for row in lines]
    assert len(set(cells)) == 1


def test_what_a_document_says_is_no_markup_in_markdown() -> None:
    said = [
        "<b onclick=x>甲</b>",
        "[乙](javascript:y)",
        "3*4*5 _丙_",
        "`丁` ~~戊~~ &lt;",
        "a\\|b",
        "unit_name",
    ]
    assert list(markdown([Field("doc_id", str)], said)) == [
        "| doc_id |",
        "| --- |",
        "| \\<b onclick=x>甲\\</b> |",
        "| \\[乙\\](javascript:y) |",
        "| 3\\*4\\*5 \\_丙\\_ |",
        "| \\`丁\\` \\~\\~戊\\~\\~ \\&lt; |",
        "| a\\\\\\|b |",
        "| unit_name |",
    ]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "line", ["budget 208", "changes", "documents", "targets", "policies", "glossary", "indicators", "compare"]
)
def test_outside_of_a_terminal_columns_have_heads_and_texts_are_whole(
    line: str, lang: str, hrss: Program
) -> None:
    found = hrss(*line.split(), "--format", "md", "--lang", lang).out
    heads = found.splitlines()[0].strip("| ").split(" | ")
    assert all(map(str.strip, heads)), heads
    assert "…" not in found
    page = hrss(*line.split(), "--format", "html", "--lang", lang).out
    assert "…" not in page.partition("<main")[2]


def test_an_own_change_that_follows_from_the_sum_is_marked(hrss: Program) -> None:
    derived = [row for row in hrss("changes", "--format", "json").json if row.get("derived")]
    assert derived
    table, page = hrss("changes").out, hrss("changes", "--format", "html").out
    assert table.count("≈") == len(derived)
    assert "≈ 划转数由合计的说明推算" in page
    assert all(f'data-order="{row["own"] / 10**4!r}">≈' in page for row in derived)


@pytest.mark.parametrize("word", ["三公", "三公 经费", "three_public"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_subject_that_is_no_code_says_where_to_ask(word: str, lang: str, hrss: Program) -> None:
    found = hrss("budget", word, "--lang", lang)
    assert found.status == 1
    asked = f"compare --of departments {word.replace(' ', '')}"
    assert asked in found.err
    assert hrss(*asked.split()).status == 0
    assert "compare" not in hrss("budget", "没有这个名称", "--lang", lang).err


def test_the_version_has_a_short_name(hrss: Program) -> None:
    assert hrss("-V").out == hrss("--version").out


def test_policies_and_terms_are_listed(hrss: Program) -> None:
    rows = hrss("policies", "新人社发", "--format", "json").json
    assert rows
    assert all("新人社发" in (row["doc_number"] or row["title"]) for row in rows)
    (term,) = hrss("glossary", "机关运行", "--format", "json").json
    assert term["term"] == "机关运行经费"
    assert hrss("glossary", "没有这个词").status == 1


def test_the_budget_in_english_has_english_names(hrss: Program) -> None:
    done = hrss("budget", "20801", "--lang", "en")
    assert "2080104  General business management" in done.out
    assert "Human resources and social security administration" in done.out
    assert "综合业务管理" not in done.out
    assert "综合业务管理" in hrss("budget", "20801", "--lang", "en", "--format", "json").out
