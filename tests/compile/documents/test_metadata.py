"""Facts of a document, from the lines of texts made here."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.documents.metadata import metadata
from hrss_tui.records import Document
from hrss_tui.sources import marks
from hrss_tui.sources.document import parse
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.manifest.said import DocumentInfo
from tests.variants import compile_text

TEXT = "泸州市大力开展职业技能培训，组织招聘活动，帮助劳动者就业，使人民群众的获得感、幸福感、安全感不断增强，为经济社会发展提供坚实保障。"


def document(*lines: str, name: str = "a.txt", facts: tuple[tuple[str, str], ...] = ()) -> Document:
    file = SourceFile(name, "0" * 64, "utf-8", lines, facts=facts)
    return metadata(parse(file)[0], DocumentInfo())[0]


def page(*lines: str) -> Document:
    """A document whose lines have blank lines between them, with a paragraph below."""
    spread = [part for line in (*lines, TEXT) for part in (line, "")]
    return document(*spread)


@pytest.mark.parametrize("named", ["部门预算公开表", "部门决算公开报表", "单位预算表", "部门预算公开套表"])
def test_a_line_that_says_that_tables_of_a_budget_follow_is_the_title_and_not_the_first_of_them(
    named: str,
) -> None:
    lines = (
        f"宜宾市水利局2034年{named}",
        "",
        "部门收入预算表",
        "单位：万元",
        "项目\t合计",
        "合计\t30.00",
        "208\t30.00",
    )
    found = document(*lines)
    assert (found.title, found.kind, found.year) == (f"宜宾市水利局2034年{named}", "budget", 2034)
    assert found.department == "宜宾市水利局"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["首页 > 政务公开 > 统计信息", "2022年宜宾市就业工作总结"], "2022年宜宾市就业工作总结"),
        (["您当前的位置：首页>>通知公告", "EN", "|", "宜宾市2022年社会保险情况"], "宜宾市2022年社会保险情况"),
        (["2022-05-06", "宜宾市举办春季招聘会"], "宜宾市举办春季招聘会"),
        (["宜宾市人力资源和社会保障局", "2025年度部门预算公开"], "宜宾市人力资源和社会保障局2025年度部门预算公开"),
        (["2025年度", "宜宾市人力资源和社会保障局", "部门决算"], "2025年度宜宾市人力资源和社会保障局部门决算"),
        (["中共宜宾市翠屏区委", "组织部2031年度", "部门决算"], "中共宜宾市翠屏区委组织部2031年度部门决算"),
        (
            ["宜宾市翠屏区人民政府", "合江门街道办事处2031年度部门预算"],
            "宜宾市翠屏区人民政府合江门街道办事处2031年度部门预算",
        ),
        (["宜宾市人民政府", "翠屏区财政局2031年度部门预算"], "翠屏区财政局2031年度部门预算"),
        (["关于印发《宜宾市“十四五”就业促进", "规划》的通知"], "关于印发《宜宾市“十四五”就业促进规划》的通知"),
        (["宜宾市人民政府文件", "宜府发〔2023〕7号", "关于进一步稳定和扩大就业的实施意见"], "关于进一步稳定和扩大就业的实施意见"),
        (["名称：宜宾市2024年就业工作要点", "索引号：510000/2024-1"], "宜宾市2024年就业工作要点"),
        (
            ["【法宝引证码】 CLI.12.7300215", "原文链接：https://example.cn/a.html", "宜宾市2024年就业工作要点"],
            "宜宾市2024年就业工作要点",
        ),
        (["【法规标题】宜宾市2024年就业工作要点", "【效力级别】 地方规范性文件"], "宜宾市2024年就业工作要点"),
        (["宜宾市2021年人社事业发展统计公报[1]", "宜宾市统计局"], "宜宾市2021年人社事业发展统计公报"),
        (["打印", "分享到：", "【大 中 小】", "宜宾市2021年人社事业发展统计公报"], "宜宾市2021年人社事业发展统计公报"),
        (["当前位置：", "首页", ">", "资讯中心", "»", "宜宾要闻", "2022年宜宾市政府工作报告"], "2022年宜宾市政府工作报告"),
        (["大会会场。 记者 王某 摄", "2022年宜宾市政府工作报告"], "2022年宜宾市政府工作报告"),
        (["图为：招聘会现场", "宜宾市2021年就业情况", "――2022年1月9日在全市就业工作会议上"], "宜宾市2021年就业情况"),
        (["县区\t人数\t金额", "翠屏区\t21\t33", "宜宾市2021年参保情况"], "宜宾市2021年参保情况"),
    ],
)  # fmt: skip
def test_the_title_is_a_line_of_the_document(lines: list[str], title: str) -> None:
    assert page(*lines).title == title


@pytest.mark.parametrize(
    ("part", "table", "phase"),
    [
        ("第二部分 2031年度部门决算表", "支出决算表", "final"),
        ("第二部分 2031年部门预算表", "一般公共预算基本支出情况表", "budget"),
    ],
)
def test_the_tables_of_a_document_without_a_title_say_what_it_is(part: str, table: str, phase: str) -> None:
    row = document(
        "第一部分 部门概况", "", "一、主要职能", "", TEXT, "", part, "", table, "", "编制单位：宜宾市教育局"
    )
    assert (row.kind, row.phase) == ("budget", phase)


def test_the_caption_of_a_chart_is_no_title() -> None:
    lines = ("2033年河东县人社工作亮点", "●新增就业：310人", "图1 2029—2033年参保人数（单位：万人）")
    assert page(*lines).title == lines[0]


def test_the_day_of_a_press_conference_and_of_a_newspaper() -> None:
    held = "2033年5月6日上午，河东省政府新闻办举行新闻发布会，介绍就业情况。"
    assert page("稳就业新闻发布会实录", held).date == "2033-05-06"
    assert page("宜宾市举办春季招聘会", "2033-05-07 08:30 大河报").date == "2033-05-07"
    assert page("宜宾市举办春季招聘会", "2033-05-07 08:30 招聘会现场").date != "2033-05-07"


def test_what_explains_a_policy_is_of_its_own_day() -> None:
    lines = ("稳岗返还政策的解读", "发布日期：2033-04-10", "2032年，全县发放稳岗返还 3 亿元。")
    assert page(*lines).year == 2033


def test_a_title_glued_to_a_paragraph_is_found() -> None:
    found = document("2022年宜宾市失业保险情况", "年末全市参加失业保险人数为61.2万人。")
    assert (found.title, found.year, found.place) == ("2022年宜宾市失业保险情况", 2022, "5115")


@pytest.mark.parametrize(
    "title",
    [
        "宜宾：去年新增就业3万人",
        "宜宾“春风行动”送岗到家",
        "一季度成绩单丨宜宾人社“开门红”",
        "就业工作“开门红”",
    ],
)
def test_a_title_may_name_its_city_without_its_type(title: str) -> None:
    text = "市人社局通报，全市举办招聘会9场，帮助劳动者就业，使人民群众的获得感不断增强。"
    lines = ("发布时间：2025-04-11 来源：宜宾日报", "", text, "", text)
    assert document(title, "", *lines).place == "5115"
    other = title.replace("宜宾", "和平")  # several places have the name
    assert document(other, "", *lines[2:]).place is None


@pytest.mark.parametrize(
    ("title", "said", "place"),
    [
        ("合江研究部署2033年就业工作", "我县", "510522"),
        ("合江：新增就业3000人", "我县", "510522"),
        ("合江扎实推进就业工作", "我市", None),
        ("合江工匠到我县传艺", "我县", None),
    ],
)
def test_a_title_may_name_its_county_without_its_type(title: str, said: str, place: str | None) -> None:
    text = f"今年以来，{said}举办招聘会9场，帮助劳动者就业，使人民群众的获得感不断增强。"
    assert document(title, "", text, "", TEXT.replace("泸州市", "")).place == place


def test_what_a_paper_of_a_province_prints_of_a_city_in_it_is_of_that() -> None:
    lines = ("宜宾监察支队为五千名劳动者追发工资", "2033-12-09 四川工人报", "")
    text = "近日，宜宾市劳动监察支队收到锦旗。截至目前，{}累计检查用人单位2219户，帮助劳动者追回工资，维护了劳动者的合法权益。"
    assert document(*lines, text.format("全市")).place == "5115"
    nation = (
        text.replace("宜宾市", "一些地方").format("全国") + "全国已有八成案件办结，全国各地继续开展专项行动。"
    )
    assert document("劳动监察工作成效明显", *lines[1:], nation, "", nation, "", nation).place == "nation"


def test_our_province_is_that_of_the_newspaper() -> None:
    text = "2月9日，记者从省人社厅获悉，我省追发工资8万元。"
    assert document("我省追发农民工工资", "", "来源：四川日报", "", text).place == "51"
    assert document("追发农民工工资", "", "来源：四川日报", "", text).place == "51"
    assert document("追发农民工工资", "", "来源：四川日报", "", "这里追发工资8万元。").place is None
    assert document("我省追发农民工工资", "", "来源：某江日报", "", text).place is None


def test_a_text_without_a_title_is_what_its_chapters_and_speakers_make_it() -> None:
    chapters = ["一、劳动就业", "二、社会保险", "三、人才人事"]
    body = [part for line in chapters for part in (line, "", TEXT, "")]
    found = document("宜宾市人力资源和社会保障局", "", "2018年，全市事业发展。", "", *body, name="x.txt")
    assert (found.kind, found.title, found.year) == ("bulletin", "x.txt", 2018)
    assert document("2018年，全市事业发展。", "", *body[:8], name="x.txt").kind == "other"
    asked = [
        "访宜宾市人社局局长马某",
        "",
        "记者：今年如何？",
        "",
        "马某：很好。",
        "",
        "记者：明年呢？",
        "",
        "马某：更好。",
    ]
    assert document(*asked).kind == "interview"
    assert document(*asked[:5]).kind == "other"
    assert document("加强统筹 支持就业", "", "摘要：五年来，全省累计投入资金。", "", TEXT).kind == "article"


def test_without_a_title_the_file_gives_its_name_but_no_kind() -> None:
    found = document(TEXT, name="2021统计公报.txt")
    assert (found.title, found.kind, found.year) == ("2021统计公报.txt", "other", None)


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["宜宾市就业情况", "发布时间：2021年6月9日 10:05　来源：市就业局　浏览次数：33"], "2021-06-09"),
        (["宜宾市就业情况", "2021/6/9 08:30:11"], "2021-06-09"),
        (["宜宾市就业情况", "日期:2021.06.09"], "2021-06-09"),
        (["宜宾市就业情况", "（二〇二一年六月十九日）"], "2021-06-19"),
        (["成文日期：2021-06-01", "发布日期：2021-06-09", "宜宾市就业情况"], "2021-06-01"),
        (["发布日期：2021-06-09", "宜宾市就业情况", "2015年11月19日"], "2015-11-19"),
        (["宜宾市就业情况", "发布日期：2021-13-40"], None),
    ],
)
def test_the_date_in_every_form(lines: list[str], date: str | None) -> None:
    assert page(*lines).date == date


def test_labels_in_a_table_of_the_page(tmp_path: Path) -> None:
    rows = "索 引 号\t511500/2031-7\t主题分类\t就业\n发布机构\t宜宾市人民政府\t成文日期\t2031年3月12日\n"
    text = f"{rows}\n宜宾市关于支持返乡创业的实施意见\n\n到2033年，返乡创业900人。{TEXT}\n"
    found = compile_text(text, tmp_path)
    (row,) = found["documents"]
    assert (row["date"], row["issuer"], found["unread"]) == ("2031-03-12", "宜宾市人民政府", [])


def test_the_signature_goes_before_what_a_page_says() -> None:
    lines = ["来源：宜宾日报　2021-06-09", "", "关于开展稳岗行动的通知", "", TEXT, ""]
    found = document(*lines, "宜宾市人力资源和社会保障局", "宜宾市财政局", "", "2021年5月30日")
    assert found.issuer == "宜宾市人力资源和社会保障局 宜宾市财政局"
    assert (found.date, found.place) == ("2021-05-30", "5115")


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (["泸州市人民政府办公室关于做好稳就业工作的通知"], "泸州市人民政府办公室"),
        (["发文机关：泸州市就业局", "稳就业工作情况"], "泸州市就业局"),
        (["泸州市江阳区人力资源和社会保障局2023年度部门决算"], "泸州市江阳区人力资源和社会保障局"),
        (["稳就业工作情况", "2023-02-01 来源：泸州日报"], "泸州日报"),
        (["泸州市人力资源和社会保障局文件", "关于开展技能培训的通知"], "泸州市人力资源和社会保障局"),
        (["泸州市举办招聘会"], None),
        (["合江举办2033年春风行动招聘会"], None),
        (["合江研究部署2033年就业工作"], None),
        (["合江县签署2033年劳务协作协议"], None),
        (["合江社保业务掌上办2033年全覆盖"], None),
    ],
)
def test_the_issuer(lines: list[str], issuer: str | None) -> None:
    assert page(*lines).issuer == issuer


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (["川人社发〔2024〕12号", "关于开展技能培训的通知"], "川人社发〔2024〕12号"),
        (["川人社发 [2024] 第 12 号", "关于开展技能培训的通知"], "川人社发[2024]第12号"),
        (["文号：泸府规【2019】3号", "关于开展技能培训的通知"], "泸府规【2019】3号"),
        (["关于开展技能培训的通知", "（泸人社〔2020〕8号）"], "泸人社〔2020〕8号"),
        (["关于开展技能培训的通知"], None),
    ],
)
def test_the_number(lines: list[str], number: str | None) -> None:
    assert page(*lines).doc_number == number


@pytest.mark.parametrize(
    ("title", "kind", "phase"),
    [
        ("泸州市人民政府工作报告", "report", "none"),
        ("2023年泸州市就业工作总结", "report", "none"),
        ("在泸州市人社工作会议上的讲话", "report", "none"),
        ("2024年1—4月泸州市就业情况通报", "report", "none"),
        ("泸州市人民政府关于促进就业的实施意见", "plan", "none"),
        ("泸州市稳就业若干措施（试行）", "plan", "none"),
        ("泸州市“十四五”人才发展规划", "plan", "none"),
        ("泸州市2022年国民经济和社会发展统计公报", "bulletin", "none"),
        ("2022年泸州市社会保险基金决算", "budget", "final"),
        ("2022年泸州市社会保险基金决算公告", "budget", "final"),
        ("关于2023年泸州市社会保险基金预算的公示", "budget", "budget"),
        ("2022年泸州市社会保险基金预算执行情况和2023年预算草案", "budget", "budget"),
        ("泸州市就业局2023年单位预算", "budget", "budget"),
        ("泸州市就业局2022年部门综合预算说明", "budget", "budget"),
        ("泸州市稳就业新闻发布会实录", "interview", "none"),
        ("泸州市召开就业工作新闻通气会", "interview", "none"),
        ("关于泸州市2022年社会保险基金决算（草案）的报告", "budget", "final"),
        ("泸州市就业形势稳中向好", "other", "none"),
    ],
)
def test_kind_and_phase(title: str, kind: str, phase: str) -> None:
    found = page(title)
    assert (found.title, found.kind, found.phase) == (title, kind, phase)


@pytest.mark.parametrize(
    ("lines", "period", "year"),
    [
        (["泸州市就业情况", "2022年，泸州市新增就业3万人，比2018年增长4%，较2018年多1千人。"], "2022", 2022),
        (["泸州市就业规划（2021—2025年）"], "2021/2025", None),
        (["泸州市“十三五”就业促进规划"], "2016/2020", None),
        (["泸州市2023年预算执行情况和2024年预算草案的报告"], "2024", 2024),
        (["泸州市就业情况", "发布日期：2023-02-03", "2022年，泸州市新增就业3万人。"], "2022", 2022),
        (["泸州市就业情况", "发布日期：2023-02-03", "今年以来，泸州市新增就业3万人。"], "2023", 2023),
        (
            ["泸州市就业情况", "发布日期：2023-01-09", "今年以来，就业稳定。", "2022年，全市新增就业3万人。"],
            "2022",
            2022,
        ),
        (
            ["泸州市就业情况", "发布日期：2023-03-09", "今年以来，就业稳定。", "2022年，全市新增就业3万人。"],
            "2023",
            2023,
        ),
        (["二〇一九年泸州市就业情况"], "2019", 2019),
        (["泸州市２０１７年就业情况"], "2017", 2017),
        (["泸州市关于返乡创业的意见", "到2035年，返乡创业人员达到9万人。"], None, None),
    ],
)
def test_the_year_a_document_is_about(lines: list[str], period: str | None, year: int | None) -> None:
    found = page(*lines)
    assert (found.period, found.year) == (period, year)


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (["2023年四川省就业工作总结"], "51"),
        (["四川省泸州市江阳区就业工作总结"], "510502"),
        (["2023年全国就业工作总结"], "nation"),
        (["天津市滨海新区2023年就业工作总结"], "120116"),
        (["绍兴2023年就业工作总结"], "3306"),
        (["人力资源社会保障部文件", "关于开展春风行动的通知"], "nation"),
        (["就业工作总结", "来源：合江县就业局"], "510522"),
        (["泸州市和宜宾市就业协作情况"], None),
        (["泸州市高新技术产业开发区就业工作总结"], None),
        (["市培训中心荣获全国先进"], "5105"),
    ],
)
def test_the_place_of_a_document(lines: list[str], place: str | None) -> None:
    assert page(*lines).place == place


def test_a_region_without_its_name_is_told_by_the_places_of_the_text() -> None:
    lines = [
        "2023年自治区就业工作要点",
        "",
        "南宁市、柳州市、桂林市和百色市要带头完成任务，其他各市要跟上，确保全年目标实现。",
    ]
    assert document(*lines).place == "45"


def test_facts_beside_a_page_are_labels() -> None:
    facts = (
        ("发布机构", "泸县人力资源和社会保障局"),
        ("发布日期", "2022-08-01"),
        ("文号", "泸县人社〔2022〕5号"),
    )
    found = document("就业工作情况", "", TEXT, facts=facts)
    assert (found.issuer, found.date, found.doc_number) == (
        "泸县人力资源和社会保障局",
        "2022-08-01",
        "泸县人社〔2022〕5号",
    )
    assert found.place == "510521"


def test_the_department_of_a_budget() -> None:
    assert page("2024年泸州市就业局部门预算公开").department == "泸州市就业局"
    table = document("部门预算公开", "", "表1", "", "收支总表", "", "编制部门：泸州市社保局", "", TEXT)
    assert table.department == "泸州市社保局"


@pytest.mark.parametrize(
    ("caption", "department"),
    [
        ("部门：        青溪市政协办公室        单位：万元", "青溪市政协办公室"),
        ("部 门：中共青溪市委办公室", "中共青溪市委办公室"),
        ("单位（部门）： 青溪市气象局", "青溪市气象局"),
        ("部门：工资福利支出", None),
        ("联系人：青溪市气象局", None),
    ],
)
def test_the_line_above_a_table_says_whose_it_is(caption: str, department: str | None) -> None:
    rows = ("2031年收支预算总表", "", caption, "", "收入\t支出", "一、财政拨款\t80.00")
    assert document(*rows).department == department
    own = document("青溪市审计局2031年部门预算公开", "", *rows)
    assert own.department == "青溪市审计局"


def test_headings_say_which_year_a_budget_without_a_title_is_of() -> None:
    lines = (
        "目  录",
        "",
        "第一部分 部门概况",
        "",
        "第二部分 2031年度部门预算表",
        "",
        "# 第一部分 部门概况",
        "",
    )
    told = "今年将继续推进各项工作，2029年以来已完成三项。"
    found = document(
        *lines, told, "", "# 第二部分 2031年度部门预算表", "", "一、收支预算总表", name="某市政协.txt"
    )
    assert (found.kind, found.year) == ("budget", 2031)
    assert found.title != "目录" and "目" not in found.title
    two = document(*lines, told, "", "# 第三部分 2030年度部门决算表", "", name="某市政协.txt")
    assert two.year is None


def test_a_speech_is_of_the_year_in_which_it_was_given() -> None:
    found = page("政府工作报告", "——2022年1月10日在泸州市第九届人民代表大会上", "2021年，城镇新增就业2万人。")
    assert (found.date, found.year, found.kind) == ("2022-01-10", 2022, "report")


@pytest.mark.parametrize("dash", ["——", "――", "──", "⸺", "--"])
def test_the_line_below_the_title_of_a_speech_has_its_day(dash: str) -> None:
    found = page("政府工作报告", f"{dash}2022年1月9日在宜宾市第六届人民代表大会第二次会议上", "市长 王某")
    assert (found.title, found.date, found.kind, found.year) == ("政府工作报告", "2022-01-09", "report", 2022)


def test_a_value_may_stand_below_its_label() -> None:
    found = page(
        "宜宾市2021年就业工作总结",
        "发布时间：",
        "2022-02-11",
        "来源：",
        "宜宾市就业局",
        "浏览次数：",
        "【字体：",
    )
    assert (found.title, found.date, found.issuer) == (
        "宜宾市2021年就业工作总结",
        "2022-02-11",
        "宜宾市就业局",
    )


def test_a_manifest_may_say_place_and_department() -> None:
    file = SourceFile("a.txt", "0" * 64, "utf-8", ("就业工作情况", "", TEXT))
    row, _ = metadata(parse(file)[0], DocumentInfo(place="510502", department="江阳区就业局"))
    assert (row.place, row.department) == ("510502", "江阳区就业局")


def test_the_rest_of_a_broken_name_is_no_issuer() -> None:
    found = page("泸州市规划和自然", "资源局", "2024年度部门决算")
    assert found.issuer != "资源局"


def test_a_title_over_two_wrapped_lines_above_its_body() -> None:
    text = "2031年，全市人社系统深入实施就业优先战略，推动人社"
    found = document(
        "2031年攀枝花市人力资源和社会保障事业",
        "发展统计公报",
        "攀枝花市人力资源和社会保障局",
        "",
        text,
        "事业高质量发展。",
    )
    assert found.title == "2031年攀枝花市人力资源和社会保障事业发展统计公报"
    assert (found.kind, found.issuer) == ("bulletin", "攀枝花市人力资源和社会保障局")


def test_letters_set_apart_are_one_title() -> None:
    found = document(
        "政 府 工 作 报 告", "", "——2031年1月9日在攀枝花市第十二届人民代表大会第一次会议上", "", TEXT
    )
    assert (found.title, found.date) == ("政府工作报告", "2031-01-09")


def test_a_day_and_a_body_on_one_line() -> None:
    found = page("攀枝花市2030年度根治欠薪工作情况通报", "2031年2月5日  攀枝花市人力资源和社会保障局")
    assert (found.date, found.issuer) == ("2031-02-05", "攀枝花市人力资源和社会保障局")


def test_a_paper_without_a_day_is_of_the_year_of_its_number() -> None:
    found = page("攀枝花市人民政府关于做好就业工作的实施意见", "攀府发〔2027〕58号")
    assert (found.year, found.doc_number) == (2027, "攀府发〔2027〕58号")


def test_a_text_that_speaks_of_the_nation_again_and_again_is_of_it() -> None:
    lines = [
        part
        for each in ("就业", "培训", "社会保险")
        for part in (f"全国{each}工作有新的进展，各项任务完成。", "")
    ]
    assert document("2031年度人力资源和社会保障事业发展统计公报", "", *lines).place == "nation"
    assert document("2031年度人力资源和社会保障事业发展统计公报", "", *lines, "全省任务完成。").place is None


@pytest.mark.parametrize(
    "row",
    [
        "部门名称\t合计\t本年收入",
        "单位名称\t“三公”经费财政拨款预算总额\t公务接待费",
        "填报单位：泸州市就业局单位：元",
    ],
)
def test_the_header_of_a_table_is_no_department(row: str) -> None:
    lines = [
        "泸州市就业局2024年部门预算公开",
        "",
        TEXT,
        "",
        "收入总表",
        "",
        row,
        "泸州市人才中心\t3.10\t2.00",
    ]
    assert document(*lines).department == "泸州市就业局"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("# 2031年青溪市水利局", "", "## 部门预算公开"), "2031年青溪市水利局部门预算公开"),
        (("# 青溪市水利局", "## 2031年度部门决算"), "青溪市水利局2031年度部门决算"),
        (("# 2031年青溪市水利局部门预算公开", "", "## 部门预算公开说明"), "2031年青溪市水利局部门预算公开"),
        (("# 青溪市水利局2031年部门预算", "", "## 部门概况"), "青溪市水利局2031年部门预算"),
        (("# 青溪市水利局", "", "## 部门职责"), "青溪市水利局"),
    ],
)
def test_a_title_over_two_headings_in_markdown(lines: tuple[str, ...], title: str) -> None:
    assert document(*lines, "", "正文说的是全年的各项安排。").title == title


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("自 2031 年启动以来，2033 年突破 500 万张。今年持卡人数再创新高。", None),
        ("去年全县培训 3 万人，2031 年为 2 万人。", None),
        ("截至 2034 年 7 月底，今年新增就业 2 万人，2031 年和 2031 年以前的不算。", 2034),
        ("2031 年培训 3 万人，2031 年新增就业 2 万人。", 2031),
    ],
)
def test_who_says_this_year_names_other_years_of_the_past(text: str, year: int | None) -> None:
    assert document("南湖县社保卡持卡人数突破五百万", "", text).year == year


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (("这位务工者在外多年，2031年回到县里办厂，带动就业百人。",), None),
        (("2031年，全县培训返乡人员百人，发放创业贷款百笔。",), 2031),
        (("本报讯 2031年全县培训百人。",), 2031),
        (("记者获悉，2031年，全县培训返乡人员百人，发放创业贷款百笔。",), 2031),
        (("该县举行2031年二季度新闻发布会，通报返乡人员创业情况。",), 2031),
        (("返乡人员逐年增加，2031年起每年超过百人，这是宝贵的人才资源。",), None),
        (
            ("全县培训百人。", "", "上一篇：南湖县召开2031年工作会议", "", "下一条：2032年、2032年底的通知"),
            None,
        ),
    ],
)
def test_a_year_that_is_named_in_passing_or_of_another_page_is_not_that_of_a_document(
    lines: tuple[str, ...], year: int | None
) -> None:
    assert document("南湖县返乡创业见成效", "", *lines).year == year


def test_the_day_at_the_head_says_which_year_this_year_is() -> None:
    head = ("南湖县就业扶贫见成效", "", "南湖新闻网讯 2034年11月8日", "")
    assert document(*head, "今年以来，全县新增就业 2 万人；2031 年、2031 年底另计。").year == 2034


@pytest.mark.parametrize(
    "caption", ["截至2034年9月底　　单位：件", "2034年1-9月  金额单位：万元", "单位：件"]
)
def test_captions_above_a_table_are_no_part_of_the_title(caption: str) -> None:
    table = ("地区\t受理数\t办结数", "成都市\t31\t28", "自贡市\t12\t11")
    found = document("四川省2034年仲裁案件办理情况表", "", caption, "", *table)
    assert (found.title, found.place) == ("四川省2034年仲裁案件办理情况表", "51")


def test_where_the_telephone_was_says_nothing_of_an_article() -> None:
    found = page("一图看懂｜岳阳人社2031年答卷", "原创 岳阳人社 2032年1月8日 09:12 发表于广东")
    assert (found.date, found.issuer, found.place, found.year) == ("2032-01-08", "岳阳人社", "4306", 2031)


def test_those_who_call_themselves_a_city_are_not_the_province_that_their_text_names() -> None:
    """我市 is a city of that province and not the province, whose figures these are not."""
    lines = ("我市发放补贴38万元。", "三个品牌入选“四川省名品库”。", "我市新增就业620人。")
    assert document("就业工作成效明显", "", *lines).place is None
    assert document("四川省督查我市就业工作", "", *lines).place is None
    assert document("宜宾市就业工作总结", "", *lines).place == "5115"
    assert document("就业工作成效明显", "", *(line.replace("我市", "我省") for line in lines)).place == "51"


def test_whom_a_province_quotes_takes_its_place_from_no_document() -> None:
    """我市 in the words of somebody, or in a form that is annexed, is not who speaks."""
    told = ("2033年，全省新增就业62万人。", "一位局长说：“我市新增就业3万人。”")
    assert document("四川省2033年就业工作情况", "", *told).place == "51"
    form = ("附件：承诺书", "我市承诺完成任务。", "我县承诺按时报送。")
    head = ("四川省人力资源和社会保障厅关于做好2033年就业工作的通知", "川人社发〔2033〕5号")
    assert document(*head, "", "各市（州）人力资源和社会保障局：", *told[:1], *form).place == "51"


def test_the_county_that_a_text_goes_on_to_call_that_county() -> None:
    lines = ("近年来，江安县狠抓培训。", "该县与江苏省、浙江省签订协议12份。", "该县培训860人。")
    assert document("培训促增收", "", *lines).place == "511523"
    other = ("屏山县也培训了300人。", *lines)
    assert document("培训促增收", "", *other).place is None


def test_a_line_that_says_to_the_second_when_it_was_put_up_dates_a_page() -> None:
    assert (
        page("宜宾市一季度就业平稳", "川南网李某 2033-04-15 14:42:16", "新增就业8万人。").date == "2033-04-15"
    )
    line = "来源：川南日报 作者：李某 2033-04-15 14:42:16"
    assert page("宜宾市一季度就业平稳", line, "新增就业8万人。").date == "2033-04-15"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["2031年江阳区人力资源和社会保障事业发展统计公", "报"], "2031年江阳区人力资源和社会保障事业发展统计公报"),
        (["江阳区就业创业促进和人才服务中心2031年部门预算公开", "说明"], "江阳区就业创业促进和人才服务中心2031年部门预算公开说明"),
        (["2031年江阳区人力资源和社会保障事业发展统计公报", "江阳区"], "2031年江阳区人力资源和社会保障事业发展统计公报"),
    ],
)  # fmt: skip
def test_a_title_for_whose_last_characters_a_line_had_no_room(lines: list[str], title: str) -> None:
    found = document(*lines, "", TEXT)
    assert found.title == title
    assert found.kind in ("bulletin", "budget")


def test_news_of_a_programme_that_is_called_a_plan_is_no_plan() -> None:
    assert document("“银龄讲学”计划已选派860名教师", "", "来源：川南网", "", "新增860名。").kind != "plan"
    assert document("江阳区技能培训计划", "", "培训860人。").kind == "plan"


@pytest.mark.parametrize(
    "line",
    [
        "泸州日报 2033年5月7日 星期六",
        "某某周刊 2033-05-07 19:28",
        "35次浏览     发布时间:2033-05-07 10:28:00",
        "2033年05月07日 周六 川南融媒",
    ],
)
def test_the_day_in_the_head_of_a_paper_and_of_a_page(line: str) -> None:
    assert page("泸州市举办春季招聘会", line).date == "2033-05-07"


@pytest.mark.parametrize(
    ("said", "place"), [("我市城镇新增就业2万人。", "5101"), ("当地新增就业2万人。", "510182")]
)
def test_a_place_named_in_passing_is_not_that_of_a_paper_that_speaks_of_its_own(
    said: str, place: str
) -> None:
    body = "各部门加强协作，服务能力和水平不断提高，广大群众的获得感明显增强，为经济社会发展提供坚实保障。"
    lines = (
        "就业工作督查组开展督查",
        "2033-05-18 来源：成都新闻网",
        f"在彭州市实地督查后，督查组听取汇报，{said}{body}",
    )
    made = document(*(part for line in lines for part in (line, "")))
    assert made.place == place


@pytest.mark.parametrize(
    ("line", "issuer"),
    [
        ("《川南日报》（2033年05月07日 06版）", "川南日报"),
        ("http://www.example.com.cn 2033年05月07日08:06 川江网-泸州日报", "泸州日报"),
        ("某某政府网站 www.example.gov.cn 2033-05-07 来源：川南晚报", "川南晚报"),
    ],
)
def test_a_line_of_a_paper_its_page_and_a_day_is_no_text(line: str, issuer: str) -> None:
    made = document("泸州市举办春季招聘会", line, TEXT)
    assert (made.title, made.date, made.issuer) == ("泸州市举办春季招聘会", "2033-05-07", issuer)


@pytest.mark.parametrize(
    "line", ["川南日报2033年5月7日报道招聘会", "2033年5月7日，川南日报", "2033年5月7日市人社局疫情日报情况"]
)
def test_a_line_that_says_more_is_no_head_of_a_paper(line: str) -> None:
    assert marks.masthead(line) == ()


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ("在21日举行的人社部一季度新闻发布会上说", "nation"),
        ("在21日举行的财政部新闻通气会上说", "nation"),
        ("在21日举行的会议上说", None),
        ("在21日举行的贵州省民政部门新闻发布会上说", "52"),
    ],
)
def test_news_of_a_press_conference_of_a_ministry_is_of_the_nation(told: str, place: str | None) -> None:
    body = f"“政策共为企业减负36亿元。”负责人{told}，各部门加强协作，服务能力和水平不断提高，广大群众的获得感增强。"
    assert document("阶段性减免为企业减负", "", "2033-05-07", "", body).place == place


@pytest.mark.parametrize(
    ("below", "title", "kind"),
    [
        ("部门预算公开", "2031 年青溪市水利局部门预算公开", "budget"),
        ("2031年度部门决算", "2031 年青溪市水利局2031年度部门决算", "budget"),
        ("部门职责", "2031 年青溪市水利局", "other"),
    ],
)
def test_the_heading_of_a_page_goes_on_in_a_line_that_says_that_it_is_a_budget(
    below: str, title: str, kind: str
) -> None:
    named = (("标题", "2031 年青溪市水利局"),)
    row = document("2031 年青溪市水利局", "", below, "", TEXT, facts=named)
    assert (row.title, row.kind) == (title, kind)


@pytest.mark.parametrize(
    ("lines", "title", "kind"),
    [
        (
            ("预算03表", "2031年部门支出总体情况表", "单位名称：青溪市水利局"),
            "2031年部门支出总体情况表",
            "budget",
        ),
        (("公开01表", "收支总表", "部门：青溪市水利局"), "收支总表", "budget"),
        (("表2", "2031年水库蓄水情况表", "单位名称：青溪市水利局"), "2031年水库蓄水情况表", "other"),
    ],
)
def test_the_number_of_a_form_is_no_title_and_a_table_of_a_budget_is_of_one(
    lines: tuple[str, ...], title: str, kind: str
) -> None:
    row = page(*lines)
    assert (row.title, row.kind) == (title, kind)


@pytest.mark.parametrize(
    ("title", "period", "year", "doc_id"),
    [
        ("人社工作要点", "2036", 2036, "plan-2036"),
        ("2031年人社工作要点", "2036", 2036, "plan-2036"),
        ("2031年人社工作要点", "2036-01/2036-06", 2036, "plan-2036-01-2036-06"),
        ("2031年人社工作要点", "2036-03", 2036, "plan-2036-03"),
        ("2031年人社工作要点", "2036/2038", None, "plan-2036-2038"),
        ("2031年人社工作要点", None, 2031, "plan-2031"),
    ],
)
def test_the_period_that_a_manifest_says_is_that_of_all_that_follows(
    title: str, period: str | None, year: int | None, doc_id: str
) -> None:
    file = SourceFile("a.txt", "0" * 64, "utf-8", (title, "", TEXT))
    row, of_figures = metadata(parse(file)[0], DocumentInfo(kind="plan", period=period))
    assert (row.period, row.year, of_figures, row.doc_id) == (period or "2031", year, year, doc_id)


@pytest.mark.parametrize(
    ("name", "title", "year"),
    [
        ("宜宾市水利局2034年部门预算公开表.xlsx", "宜宾市水利局2034年部门预算公开表", 2034),
        ("宜宾市水利局部门预算公开表.xlsx", "部门收支总表", None),
        ("2034.xlsx", "部门收支总表", None),
    ],
)
def test_a_workbook_is_called_by_its_file_where_its_sheets_name_but_a_table(
    name: str, title: str, year: int | None
) -> None:
    lines = ("部门收支总表", "单位：万元", "项目\t合计", "合计\t30.00", "208\t30.00")
    found = document(*lines, name=name)
    assert (found.title, found.year) == (title, year)
    dated = document("2033年部门收支总表", *lines[1:], name=name)
    assert (dated.title, dated.year) == ("2033年部门收支总表", 2033)


def test_figures_without_a_year_are_of_the_period_that_a_manifest_says(tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_text(
        '[[sources]]\nfile = "source.txt"\ndocuments = [{ period = "2036" }]\n', encoding="utf-8"
    )
    tables = compile_text("人社工作情况\n\n全年城镇新增就业3.1万人。\n", tmp_path)
    assert [row["period"] for row in tables["observations"]] == ["2036"]


@pytest.mark.parametrize(
    ("title", "captioned", "department"),
    [
        ("宜宾市水利局本级2034年单位预算公开", "", "宜宾市水利局本级"),
        ("2034年宜宾市水利局本级部门决算", "", "宜宾市水利局本级"),
        ("宜宾市水利局机关2034年单位预算", "", "宜宾市水利局机关"),
        ("宜宾市水利局机关本级2034年单位预算", "", "宜宾市水利局机关本级"),
        ("宜宾市水利局本级2034年单位预算公开", "宜宾市水利局", "宜宾市水利局本级"),
        ("宜宾市水利局（本级）2034年单位预算", "", "宜宾市水利局（本级）"),
        ("宜宾市水利局2034年市级部门预算", "", "宜宾市水利局"),
        ("宜宾市水利局2034年部门预算", "", "宜宾市水利局"),
    ],
)
def test_the_own_office_of_a_body_is_not_all_of_it(title: str, captioned: str, department: str) -> None:
    caption = (f"编制部门：{captioned}",) if captioned else ()
    lines = (title, "", "部门收入预算表", *caption, "单位：万元", "项目\t合计", "合计\t30.00", "208\t30.00")
    assert document(*lines).department == department


def test_the_name_of_a_programme_says_nothing_of_where_it_is_carried_out() -> None:
    text = "2033年，新增技能人才1248人，“人人持证、技能四川”建设开展培训3423人次，使劳动者的获得感不断增强。"
    assert document("社会民生", "", text).place is None
    assert document("社会民生", "", text.replace("“人人持证、技能四川”", "四川技能")).place == "51"


def test_the_address_of_a_page_is_not_who_issued_it() -> None:
    line = "http://news.example.com.cn/a/1.html 2033年03月05日 14:22 四川工人报"
    assert page("宜宾市举办春季招聘会", f"来源：{line}").issuer == "四川工人报"
