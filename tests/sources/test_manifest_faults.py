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
