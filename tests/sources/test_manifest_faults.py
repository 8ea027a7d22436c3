"""What in a manifest does not fit its form is said in the words of the reader, with what would."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.errors import SourceError
from hrss_tui.sources.manifest.read import read_manifest
from hrss_tui.words import spoken


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ('[[documents]]\nfile = "a.txt"', "没有 documents 这一项（可写：package, sources）", "there is no documents"),
        ('[[sources]]\nfile = "a.txt"\ntitle = "甲"', "sources[0]: 没有 title 这一项（可写：file, documents, parts）", "there is no title"),
        ('[[sources]]\nfile = "a.txt"\ndocuments = [{ titel = "甲" }]', "sources[0].documents[0]: 没有 titel 这一项（可写：id, title", "no titel"),
        ('[package]\nnom = "甲"', "package: 没有 nom 这一项（可写：name", "package: there is no nom"),
        ('[[sources]]\nfile = "a.txt"\ndocuments = [{ date = 2031-02-03 }]', "sources[0].documents[0].date: 要写成加引号的文字", "needs a text in quotes, not date"),
        ("[package]\nversion = 2", "package.version: 要写成加引号的文字，现在是 int", "not int"),
        ('[[sources]]\ndocuments = []', "missing required field `file`", "missing required field `file`"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said(text: str, zh: str, en: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_text(text, "utf-8")
    with pytest.raises(SourceError) as error:
        read_manifest(tmp_path)
    assert zh in error.value.message
    assert en in spoken(error.value.message, "en")


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ('period = "2031-12-31/2031-01-01"', "period"),
        ('period = "2031-05/2031-04-30"', "period"),
        ('period = "2032/2031"', "period"),
        ('title = " "', "title"),
        ('department = "\u3000"', "department"),
        ('issuer = ""', "issuer"),
        ('id = "package"', "id"),
    ],
)
def test_what_runs_backward_or_names_nothing_is_refused(said: str, place: str, tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_text(
        f'[[sources]]\nfile = "a.txt"\ndocuments = [{{ {said} }}]', "utf-8"
    )
    with pytest.raises(SourceError, match=rf"sources\[0\]\.documents\[0\]\.{place}: "):
        read_manifest(tmp_path)


@pytest.mark.parametrize(
    "said", ["2031-05/2031", "2031/2031-03", "2031-04-30/2031-05", "2031-05/2031-05", "2031"]
)
def test_a_time_may_end_with_the_month_or_year_it_stands_in(said: str, tmp_path: Path) -> None:
    text = f'[package]\nlicence = ""\n[[sources]]\nfile = "a.txt"\ndocuments = [{{ id = "packages", period = "{said}" }}]'
    (tmp_path / "manifest.toml").write_text(text, "utf-8")
    assert read_manifest(tmp_path).sources[0].documents[0].period == said


def test_a_package_without_a_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_text('[package]\nname = ""', "utf-8")
    with pytest.raises(SourceError, match=r"package\.name: "):
        read_manifest(tmp_path)
