"""岗位总量 is the posts offered where it is told of fairs and firms, and none of the posts that a body fills itself."""

import pytest

from tests.compile.prose.reader import Built

_HEAD = "枫桥市2036年人社工作总结\n\n2037年1月9日\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("举办双选会 42 场，岗位总数 1.3 万个。", "jobs_offered"),
        ("直播带岗 15 场，归集岗位总量 8,200 个。", "jobs_offered"),
        ("乡村公益性岗位新安置 360 人，岗位总规模 1,900 个。", None),
        ("公益岗位管理更加规范，岗位总量 2,400 个。", None),
        ("事业单位聘用制度全面推行，岗位总数 3,100 个。", None),
        ("岗位总量 900 个。", None),
    ],
)
def test_posts_are_offered_where_somebody_offers_them(built: Built, text: str, found: str | None) -> None:
    assert built(_HEAD + text, "indicator_id")[-1][1] == found
