"""Short titles: what documents have in common is left out, what tells them apart is kept."""

from __future__ import annotations

from typing import Any

from hrss_tui.query.titles import elided, fitted, short_titles, whole_titles
from hrss_tui.records import Document


def _document(doc_id: str, title: str, **known: Any) -> Document:
    values: dict[str, Any] = dict.fromkeys(Document.__struct_fields__)
    values.update(
        doc_id=doc_id, title=title, title_supplied=False, kind="other", source_file="a", source_sha256=""
    )
    values.update(line_start=1, line_end=9, source_lines=9, encoding="utf-8", **known)
    return Document(**values)


def test_place_department_and_the_frame_of_a_letter_are_left_out() -> None:
    rows = [
        _document("a", "关于印发《2031年南州市促进就业工作要点》的通知", place="6501", issuer="南州市就业办"),
        _document("b", "2031 年江苏省水利厅部门预算公开", place="32", department="江苏省水利厅"),
        _document("c", "2031年度江苏省水资源公报", place="32", issuer="江苏省水利厅"),
        _document("d", "江苏省概况", place="32"),
        _document("e", "丙县2031年部门决算"),
    ]
    assert short_titles(rows) == {
        "a": "2031年南州市促进就业工作要点",
        "b": "2031年部门预算公开",
        "c": "2031年度江苏省水资源公报",
        "d": "江苏省概况",
        "e": "2031年丙县部门决算",
    }


def test_no_two_are_called_the_same() -> None:
    rows = [
        _document("a", "2031年甲局部门预算公开", department="甲局"),
        _document("b", "2031年乙局部门预算公开", department="乙局"),
        _document("c", "2030年甲局部门预算公开", department="甲局"),
        _document("d", "工作报告全文"),
        _document("e", "工作报告全文"),
    ]
    assert short_titles(rows) == {
        "a": "2031年甲局部门预算公开",
        "b": "2031年乙局部门预算公开",
        "c": "2030年部门预算公开",
        "d": "工作报告全文 (d)",
        "e": "工作报告全文 (e)",
    }


def test_of_several_departments_each_is_named() -> None:
    rows = [
        _document("a", "乙县水务局2031年部门预算", department="乙县水务局", phase="budget"),
        _document("b", "丁县2032年县级部门决算", department="丁县民政局", phase="final"),
        _document("c", "2030年度石家庄市水资源公报", place="1301", issuer="石家庄市水利局"),
        _document("d", "2031年度太原市湖泊公报", place="1401", issuer="太原市水利局"),
        _document("e", "2031年度河北省河流公报", place="13", department="河北省水利厅"),
    ]
    assert short_titles(rows) == {
        "a": "2031年乙县水务局部门预算",
        "b": "2032年丁县县级部门决算 (丁县民政局)",
        "c": "2030年度石家庄市水资源公报",
        "d": "2031年度太原市湖泊公报",
        "e": "2031年度河北省河流公报",
    }
    alone = [row for row in rows if row.doc_id != "b"]
    assert short_titles(alone)["a"] == "2031年部门预算"


def test_a_place_in_which_all_others_lie_need_not_be_named() -> None:
    rows = [
        _document("a", "2031年河北省河流公报", place="13"),
        _document("b", "2031年石家庄市湖泊公报", place="1301"),
        _document("c", "2031年正定县水情", place="130123"),
    ]
    named = {"b": "2031年石家庄市湖泊公报", "c": "2031年正定县水情"}
    assert short_titles(rows) == {"a": "2031年河流公报", **named}
    assert short_titles(rows[1:])["b"] == "2031年湖泊公报"
    assert short_titles(rows[2:])["c"] != named["c"]


def test_documents_of_one_title_are_told_apart_by_whose_they_are() -> None:
    rows = [
        _document("a", "2031年某区部门预算", department="甲局"),
        _document("b", "2031年某区部门预算", department="乙局"),
        _document("c", "2031年某区部门预算", department="乙局"),
        _document("d", "2030年某区部门预算"),
    ]
    told = {
        "a": "2031年某区部门预算 (甲局)",
        "b": "2031年某区部门预算 (b)",
        "c": "2031年某区部门预算 (c)",
        "d": "2030年某区部门预算",
    }
    assert whole_titles(rows) == told
    assert short_titles(rows) == told


def test_the_middle_is_left_out_where_there_is_no_room() -> None:
    def cut(text: str, cells: int) -> str:
        return elided(text, cells, [1 if char.isascii() else 2 for char in text])

    assert cut("2031年度水资源公报", 40) == "2031年度水资源公报"
    assert cut("2031年度江南水资源公报", 15) == "2031年度江…公报"
    assert cut("2031年度江南水资源公报", 1) == "…"
    for cells in range(1, 30):
        shown = cut("2031年度江南水资源公报", cells)
        assert sum(1 if char.isascii() or char == "…" else 2 for char in shown) <= cells


def test_titles_that_differ_differ_where_they_are_cut() -> None:
    def wide(char: str) -> int:
        return 1 if char.isascii() or char == "…" else 2

    titles = {str(number): f"2031年第{number:03}局部门预算公开及说明" for number in range(30)}
    titles |= {f"x{number}": f"2031年自治区各级各类部门预算公开及说明第{number}号" for number in range(5)}
    for most in (16, 20):
        shown = fitted(titles, most, wide)
        assert len(set(shown.values())) == len(titles)
        assert all(sum(map(wide, name)) <= most for name in shown.values())
    assert fitted({"a": "同", "b": "同"}, 8, wide) == {"a": "同", "b": "同"}


def test_years_are_seen_where_titles_are_told_apart_by_what_comes_late() -> None:
    titles = {
        f"{year}{number}": f"{year}年某某区区级部门预算 (某某区{name}局)"
        for year in ("2031", "2032")
        for number, name in enumerate(("人力资源和社会保障", "医疗保障", "教育"))
    }
    for most in (16, 20, 24):
        shown = fitted(titles, most, lambda char: 1 + (ord(char) > 0x2000), "…")
        assert len(set(shown.values())) == len(titles), shown


def test_where_a_region_is_told_its_name_stays_whole() -> None:
    rows = [
        _document("a", "2031年度宁夏回族自治区人社公报", place="64"),
        _document("b", "关于印发《2032年自治区就业要点》的通知", place="64"),
        _document("c", "2031年度河北省人社公报", place="13"),
    ]
    assert short_titles(rows) == {
        "a": "2031年度宁夏回族自治区人社公报",
        "b": "2032年自治区就业要点",
        "c": "2031年度河北省人社公报",
    }
    assert short_titles(rows[:2]) == {"a": "2031年度人社公报", "b": "2032年就业要点"}


def test_a_place_is_left_out_with_those_that_hold_it_or_not_at_all() -> None:
    rows = [
        _document("a", "河北省石家庄市正定县2031年县级部门预算", place="130123"),
        _document("b", "河北正定县民政局2032年部门预算", place="130123", department="正定县民政局"),
        _document("c", "河北省2033年正定县水情公报", place="130123"),
        _document("d", "正定县2034年气候公报", place="130123"),
    ]
    assert short_titles(rows) == {
        "a": "2031年县级部门预算",
        "b": "2032年部门预算",
        "c": "2033年河北省正定县水情公报",
        "d": "2034年气候公报",
    }


def test_years_from_one_to_another_stay_together() -> None:
    titles = [
        "丁河地区2028-2032年主要指标",
        "丁河地区2027—2031年规划",
        "丁河地区2027年至2031年总结",
        "丁河地区2033年度总结",
    ]
    rows = [_document(str(at), title) for at, title in enumerate(titles)]
    assert list(short_titles(rows).values()) == [*titles[:3], "2033年度丁河地区总结"]
