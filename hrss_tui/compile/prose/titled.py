"""What a title says that its text tells of, which places alone in that text have each: 某市2034年城镇新增就业完成进度."""

from __future__ import annotations

from functools import cache

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import distribution
from hrss_tui.reference.metrics import title_forms
from hrss_tui.reference.statements import statement_words

_WHEN = re.compile(
    r"(?:19|20)\d{2}年?(?:度|全年)?|(?:第?[一二三四1-4]|前[二三])季度|[上下]半年|(?:\d{1,2}[—–―─~至-])?\d{1,2}月份?|[（(][^（）()]{0,20}[)）]"
)
"""Of which months or year a title is, and what it remarks."""
_ABOUT = re.compile(
    rf"^(?:关于|{re.any_of(statement_words().topics.handed)}|全[国省市区县州盟旗]|各?(?:\d{{1,3}}个)?[省市区县州盟旗](?=[\u3400-\u9fff]{{4}})){{1,6}}+"
)
"""Before what a title tells of: that it is handed down, and all of which places."""


def thing(title: str) -> str:
    """The words of a title without place, time and form."""
    text = _WHEN.sub("", "".join(title.split()))
    text = _ABOUT.sub("", text[distribution.behind_place(text) :])
    return _forms().sub("", _ABOUT.sub("", text))


@cache
def _forms() -> re.Pattern[str]:
    papers = re.any_of(statement_words().topics.papers)
    return re.compile(rf"(?:的|{papers}|{re.any_word(title_forms())}){{1,6}}+$")
