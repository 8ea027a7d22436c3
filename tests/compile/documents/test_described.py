"""What a manifest says of a document beside what the document says itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.pipeline import Compiled, compile_folder

BULLETIN = """迁安市2032年人力资源和社会保障事业发展统计公报

迁安市人力资源和社会保障局
2033年5月20日

全市城镇新增就业0.86万人。
"""
TABLE = """部门支出总表
单位：万元
功能分类科目编码,功能分类科目名称,合计,基本支出,项目支出
208,社会保障和就业支出,120.00,100.00,20.00
合计,,120.00,100.00,20.00
"""


def compiled(folder: Path, name: str, text: str, said: str) -> Compiled:
    (folder / name).write_text(text, "utf-8")
    (folder / "manifest.toml").write_text(
        f'[[sources]]\nfile = "{name}"\ndocuments = [{{ {said} }}]\n', "utf-8"
    )
    return compile_folder(folder)


@pytest.mark.parametrize(
    ("said", "told", "used"),
    [
        ('title = "迁安人社公报（定稿）"', "2032年人力资源和社会保障事业发展统计公报", "用文件的"),
        ('date = "2033-06-01"', "2033-05-20", "用文件的"),
        ('issuer = "迁安市统计局"', "迁安市人力资源和社会保障局", "用文件的"),
        ('kind = "report"', "bulletin", "用清单的"),
        ('period = "2031"', "2032", "用清单的"),
        ('place = "130224"', "130283", "用清单的"),
        ('place = "1302"', "130283", "用清单的"),
    ],
)
def test_where_the_two_differ_it_is_told_which_is_used(
    tmp_path: Path, said: str, told: str, used: str
) -> None:
    (note,) = compiled(tmp_path, "公报.txt", BULLETIN, said).notes
    assert "公报.txt" in note and told in note and note.endswith(used)


@pytest.mark.parametrize(
    "said",
    [
        'id = "own"', 'date = "2033-05-20"', 'issuer = "人力资源和社会保障局"', 'kind = "bulletin"', 'period = "2032"',
        'period = "2031/2032"',         'place = "130283"', 'doc_number = "迁人社〔2033〕9号"', 'author = "王五"',
    ],
)  # fmt: skip
def test_where_they_agree_or_one_says_nothing_nothing_is_told(tmp_path: Path, said: str) -> None:
    assert not compiled(tmp_path, "公报.txt", BULLETIN, said).notes


@pytest.mark.parametrize("place", ["1302", "130283"])
def test_a_place_within_the_one_of_the_text_is_the_same(tmp_path: Path, place: str) -> None:
    text = "河北省2032年统计公报\n\n全省城镇新增就业9万人。\n"
    assert not compiled(tmp_path, "公报.txt", text, f'place = "{place}"').notes


def test_the_title_of_its_first_table_is_no_title_of_a_document(tmp_path: Path) -> None:
    said = 'title = "迁安市水利局2032年部门预算", department = "迁安市水利局"'
    found = compiled(tmp_path, "表.csv", TABLE, said)
    (document,) = found.tables["documents"]
    assert (document.title, document.title_supplied, document.year) == (
        "迁安市水利局2032年部门预算",
        True,
        2032,
    )  # type: ignore[attr-defined]
    assert not found.notes


def test_without_a_manifest_a_table_gives_its_title(tmp_path: Path) -> None:
    (tmp_path / "表.csv").write_text(TABLE, "utf-8")
    (document,) = compile_folder(tmp_path).tables["documents"]
    assert document.title == "部门支出总表"  # type: ignore[attr-defined]
