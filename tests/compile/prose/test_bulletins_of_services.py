"""Bulletins of health, schools and welfare as others print them: made-up sentences to observations."""

import pytest

from hrss_tui.compile.one_file import compile_documents
from hrss_tui.compile.prose.squeezed import squeeze
from hrss_tui.records import Observation
from hrss_tui.sources.decode import decode
from tests.compile.prose.reader import observe, source

Row = tuple[object, ...]

TOLD: dict[str, tuple[str, tuple[str, ...], list[Row]]] = {
    "a share in a bracket behind a part is of the whole": (
        "年末病床6200张，其中：综合医院3100张（占50.0%），专科医院1240张（占20.0%）。",
        ("subject", "against"),
        [
            ("6200", "病床", None),
            ("3100", "病床 综合医院", None),
            ("50.0", "综合医院占病床", "病床"),
            ("1240", "病床 专科医院", None),
            ("20.0", "专科医院占病床", "病床"),
        ],
    ),
    "a share in a bracket behind what is no part has no whole": (
        "专科医院1240张（占20.0%）。",
        ("subject", "against"),
        [("1240", "专科医院", None), ("20.0", "专科医院占", None)],
    ),
    "a rate of so many persons": (
        "新生儿访视死亡率从21.4/10万下降到20.6/10万，结核病发病率48.05/10万，比上年下降2.1/10万。",
        ("unit", "change"),
        [("21.4", "/10万", None), ("20.6", "/10万", None), ("48.05", "/10万", None), ("2.1", "/10万", "decrease")],
    ),
    "counts of things side by side have each its own": (
        "全县辖9个乡镇4个街道132个村，建成2个省级工作站11个市级工作站。",
        ("subject",),
        [("9", "辖乡镇"), ("4", "辖街道"), ("132", "辖村"), ("2", "建成省级工作站"), ("11", "建成市级工作站")],
    ),
    "what was done for several is of all of them": (
        "为14家单位6个社区办理参保登记，87个行政村共设93个村卫生室，31个县公布了45个项目的目标。",
        ("subject",),
        [
            ("14", "为单位社区办理参保登记"),
            ("6", "为单位社区办理参保登记"),
            ("87", "行政村"),
            ("93", "行政村共设村卫生室"),
            ("31", "县公布了项目的目标"),
            ("45", "县公布了项目的目标"),
        ],
    ),
    "what a year was measured against may say its year": (
        "2033年居民收入增长6.1%，低于2032年全体居民收入增速0.7个百分点。失业率5.2%，高于2031年0.3个百分点。",
        ("subject", "change", "against", "period"),
        [
            ("6.1", "居民收入增长", "increase", None, "2033"),
            ("0.7", "居民收入低于2032年全体居民收入增速", "decrease", "2032年全体居民收入增速", "2033"),
            ("5.2", "失业率", None, None, "2033"),
            ("0.3", "失业率高于2031年", "increase", "2031年", "2033"),
        ],
    ),
    "how old people grow is no age of those counted": (
        "居民平均预期寿命由2032年的77.4岁提高到2033年的78岁。",
        ("period", "unit"),
        [("77.4", "2032", "岁"), ("78", "2033", "岁")],
    ),
    "what a bulletin says will be holds for its sentence alone": (
        "从2034年3月1日起，居民将享受门诊报销。全县球场41个，其中标准场地17个。",
        ("period",),
        [("41", "2033"), ("17", "2033")],
    ),
    "a series with a sign in it": (
        "三次产业对经济增长的贡献分别为0.21、-3.07、1.16个百分点。",
        ("subject",),
        [("0.21", "第一产业对经济增长的贡献"), ("-3.07", "第二产业对经济增长的贡献"), ("1.16", "第三产业对经济增长的贡献")],
    ),
    "several have what the last says": (
        "公办园幼儿数和教师数占比分别由2032年的41.5%和44.2%提高到43.1%和46.0%。",
        ("subject",),
        [
            ("41.5", "公办园幼儿数占比由"),
            ("44.2", "教师数占比由"),
            ("43.1", "公办园幼儿数占比提高到"),
            ("46.0", "教师数占比提高到"),
        ],
    ),
    "the mean since the year of which a level is so many times": (
        "2033年完成税收8.12亿元，是2028年的1.61倍，年均增长10%。",
        ("period",),
        [("8.12", "2033"), ("1.61", "2033"), ("10", "2029/2033")],
    ),
    "the state of things is no whole of those in it": (
        "全县就业形势基本稳定。年末从业人员41万人。在单位从业人员中，在岗职工12.6万人。",
        ("subject",),
        [("41", "从业人员"), ("12.6", "在岗职工")],
    ),
    "the least of one person is no bound of the households": (
        "帮扶家庭至少有一人实现就业的家庭460户。",
        ("operator",),
        [("460", "=")],
    ),
    "what stands before grades is of each of them": (
        "居民门诊费用在三级、二级、一级及以下医院的支付比例分别为52.5%、61.4%、70.2%。",
        ("subject",),
        [
            ("52.5", "居民门诊费用在三级医院的支付比例"),
            ("61.4", "居民门诊费用在二级医院的支付比例"),
            ("70.2", "居民门诊费用在一级及以下医院的支付比例"),
        ],
    ),
    "those counted twice are who is paid": (
        "为农村低保对象812户、1374人发放补助金96万元。",
        ("subject",),
        [("812", "为农村低保对象"), ("1374", "为农村低保对象"), ("96", "发放补助金")],
    ),
    "names with numbers in them": (
        "出台“促创业12条”，在“9·16”活动中上线系统3.2版，推广案例21篇次。",
        ("subject",),
        [("21", "推广案例")],
    ),
    "a mark behind a change is no part of its name": (
        "参保人数6.4万人，同比下降2.7%[4]，缴费4.9万人。",
        ("subject",),
        [("6.4", "参保人数"), ("2.7", "参保人数同比下降"), ("4.9", "缴费")],
    ),
    "the label of a paragraph before a blank": (
        "——参保情况 截至2033年10月底，全市失业保险参保8.3万人，比上年末增加0.2万人。",
        ("period", "subject"),
        [("8.3", "2033-10-31", "失业保险参保"), ("0.2", "2033-10-31", "失业保险参保比上年末增加")],
    ),
    "what was done in a month within a sentence": (
        "全年慰问教师206人，10月份对两所山区小学实施营养改善。同时，为37名儿童送教上门，选派讲师团17所次。",
        ("period", "unit"),
        [("206", "2033", "人"), ("37", "2033", "名"), ("17", "2033", "所次")],
    ),
    "when a school opened": (
        "2月18日顺利开学。新增学位900个。",
        ("period",),
        [("900", "2033")],
    ),
    "money for each pupil": (
        "落实公办园生均720元补助政策。",
        ("subject",),
        [("720", "落实公办园生均补助政策")],
    ),
    "insurances of the same persons": (
        "参加城镇职工基本养老、医疗保险人数分别为9.1万人和6.2万人。",
        ("subject", "indicator_id"),
        [
            ("9.1", "参加城镇职工基本养老保险人数", "employee_pension_insured"),
            ("6.2", "参加城镇职工基本医疗保险人数", "employee_medical_insured"),
        ],
    ),
    "of an insurance no other is a part": (
        "全县基本养老保险覆盖31万人，基本医疗保险覆盖33万人。其中，职工养老保险参保9万人。",
        ("subject",),
        [("31", "基本养老保险覆盖"), ("33", "基本医疗保险覆盖"), ("9", "职工养老保险参保")],
    ),
    "money of a person and a month run together": (
        "农村低保标准提高到415元/人月，门诊缴费12元/人次。",
        ("unit",),
        [("415", "元/人/月"), ("12", "元/人次")],
    ),
    "those served are named behind their second number": (
        "对3.1万户次、5.6万人次困难群众发放救助金2140万元。",
        ("subject",),
        [("3.1", "困难群众"), ("5.6", "困难群众发放救助金"), ("2140", "困难群众发放救助金")],
    ),
    "what homes and schools have is told in one breath": (
        "全县养老机构23家床位1700张，另有技工学校4所在校生2600人。",
        ("subject",),
        [("23", "养老机构"), ("1700", "养老机构 床位"), ("4", "另有技工学校"), ("2600", "另有技工学校 在校生")],
    ),
    "who were told in short have changed in full": (
        "社区医院64个，床位2100张，技术人员3800人，与上年比较，床位增加90张，人员增加170人。中医院12个，技术人员900人，技术人员数比上年增加40人。",
        ("subject", "change"),
        [
            ("64", "社区医院", None),
            ("2100", "社区医院 床位", None),
            ("3800", "社区医院 技术人员", None),
            ("90", "社区医院 床位与上年比较增加", "increase"),
            ("170", "社区医院 技术人员与上年比较增加", "increase"),
            ("12", "中医院", None),
            ("900", "中医院 技术人员", None),
            ("40", "中医院 技术人员比上年增加", "increase"),
        ],
    ),
    "sectors that were told have each their rate": (
        "三次产业结构为9.1:38.6:52.3，对经济增长贡献率分别为7.2%、31.5%、61.3%。第一、二、三产业分别拉动经济增长0.4、1.9和3.7个百分点。",
        ("subject",),
        [
            ("9.1", "第一产业结构"),
            ("38.6", "第二产业结构"),
            ("52.3", "第三产业结构"),
            ("7.2", "第一产业 对经济增长贡献率"),
            ("31.5", "第二产业 对经济增长贡献率"),
            ("61.3", "第三产业 对经济增长贡献率"),
            ("0.4", "第一产业拉动经济增长"),
            ("1.9", "第二产业拉动经济增长"),
            ("3.7", "第三产业拉动经济增长"),
        ],
    ),
    "a definition counts nothing": (
        "注：限额以上住宿业是指年末从业人员100人以上、年营业收入200万元及以上的法人企业。",
        ("subject",),
        [],
    ),
    "for how many years and this figure are no names": (
        "失业率连续4年控制在3.9%以内，新增就业3.4万人，这一数字比上年增长2.6%，连续3年突破3万人。",
        ("subject", "period"),
        [
            ("3.9", "失业率", None),
            ("3.4", "新增就业", "2033"),
            ("2.6", "新增就业比上年增长", "2033"),
            ("3", "新增就业", None),
        ],
    ),
    "what was done in the year is of no day": (
        "年末全县有技工学校4所，培训学员5100人次。年末失业率3.2%。支持7200人自主创业。",
        ("period",),
        [("4", "2033-12-31"), ("5100", "2033"), ("3.2", "2033-12-31"), ("7200", "2033")],
    ),
    "so many years, the first years of a plan, and what was summed up at its end": (
        "八年间在册人数增加了1.7万人。“十四五”期间，失业率前三年均值为4.8%。“十三五”期末，累计培训6.2万人，实现再就业1.3万人。",
        ("period",),
        [("1.7", "2026/2033"), ("4.8", "2021/2023"), ("6.2", "2016/2020"), ("1.3", "2016/2020")],
    ),
    "what was won in one contest was not won in the other": (
        "选手共获奖牌61枚。其中，在国家级比赛中获得金牌4枚、银牌9枚；在省级比赛中获得金牌17枚、银牌31枚。",
        ("subject",),
        [
            ("61", "选手共获奖牌"),
            ("4", "选手共获奖牌 在国家级比赛中获得金牌"),
            ("9", "选手共获奖牌 在国家级比赛中获得银牌"),
            ("17", "选手共获奖牌 在省级比赛中获得金牌"),
            ("31", "选手共获奖牌 在省级比赛中获得银牌"),
        ],
    ),
    "what a sentence of one part compares is that part": (
        "参保人数71.4万人。其中，农民工8.3万人，占参保总人数的11.6%；比上年末减少0.9万人。",
        ("subject", "change"),
        [
            ("71.4", "参保人数", None),
            ("8.3", "参保人数 农民工", None),
            ("11.6", "参保人数 农民工占参保总人数", None),
            ("0.9", "参保人数 农民工比上年末减少", "decrease"),
        ],
    ),
    "two deeds for two groups": (
        "为全县3.4万名妇女免费检查、为全县5.1万名老人体检。",
        ("subject",),
        [("3.4", "妇女免费检查"), ("5.1", "老人体检")],
    ),
    "the place that has most has what was told": (
        "全市参保人数90万人，其中灵武市最多，达到31万人。",
        ("subject", "scope"),
        [("90", "参保人数", "全市"), ("31", "参保人数", "灵武市")],
    ),
    "what was summed up is of the plan whose end was named before": (
        "“十一五”末，城乡就业460万人。城镇累计新增就业33万人。",
        ("period", "kind"),
        [("460", "2010-12-31", "actual"), ("33", "2006/2010", "cumulative")],
    ),
    "what is printed right behind its name is a figure": (
        "年末从业人员9.7万人，城镇新增就业3140人，其中下岗失业再就业1260人。人均GDP7.3万元，折合人均GDP10260美元，存贷款余额分别增长6.2%、8.4%。",
        ("subject", "period"),
        [
            ("9.7", "从业人员", "2033-12-31"),
            ("3140", "城镇新增就业", "2033"),
            ("1260", "城镇新增就业 下岗失业再就业", "2033"),
            ("7.3", "人均GDP", "2033"),
            ("10260", "折合人均GDP", "2033"),
            ("6.2", "存款余额增长", "2033"),
            ("8.4", "贷款余额增长", "2033"),
        ],
    ),
    "all that were set up are of what was set up this year": (
        "新建创业基地9个，累计创建147个，馆藏档案26万卷。",
        ("subject", "unit"),
        [("9", "新建创业基地", "个"), ("147", "新建创业基地 累计创建", "个"), ("26", "馆藏档案", "万卷")],
    ),
    "among what, and with what, is the area of no other figure": (
        "总量在全省58个县中居第6位；固定资产投资240亿元。已同全国27个省份联网，结算1.9万人次。",
        ("scope",),
        [("58", "全省"), ("240", None), ("27", "全国"), ("1.9", None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "columns", "rows"), TOLD.values(), ids=TOLD)
def test_what_a_bulletin_tells(text: str, columns: tuple[str, ...], rows: list[Row]) -> None:
    found = [(row.printed, *(getattr(row, column) for column in columns)) for row in observe(text + "\n")]
    assert found == rows


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        (
            "6月18日，民政部发布《2032年民政事业发展统计公报》。公报显示，登记结婚9.1万对。",
            "bulletin",
            [("9.1", "2032", "actual")],
        ),
        (
            "中州今年力争新增就业4.7万人\n\n2033年3月2日\n\n青海今年力争新增就业6.3万人。",
            "other",
            [("4.7", "2033", "target"), ("6.3", "2033", "target")],
        ),
        (
            "一、2033年工作回顾\n\n人均收入预计3.8万元，增长6%；失业率为3.1%。",
            "report",
            [("3.8", "2033", "target"), ("6", "2033", "target"), ("3.1", "2033", "actual")],
        ),
        (
            "东河市2033年民生实事出炉\n\n2033年3月6日\n\n今年，全市将着力办好以下“八件民生实事”。\n\n（一）新建幼儿园14所。\n\n（二）培训学员2.6万人次，改造住房900户。",
            "other",
            [("14", "2033", "target"), ("2.6", "2033", "target"), ("900", "2033", "target")],
        ),
        (
            "东河市2033年民生实事项目清单\n\n1.新建幼儿园14所。\n\n2.培训学员2.6万人次，改造住房900户。",
            "other",
            [("14", "2033", "target"), ("2.6", "2033", "target"), ("900", "2033", "target")],
        ),
        (
            "东河市2033年民生实事项目清单完成情况\n\n1.新建幼儿园14所。",
            "other",
            [("14", "2033", "actual")],
        ),
        (
            "省政府工作报告解读：今年为群众办好20件实事\n\n2033-01-10\n\n全年培训5.2万人。新建公厕40座，去年新建公厕31座。",
            "report",
            [
                ("20", "2033", "target"),
                ("5.2", "2033", "target"),
                ("40", "2033", "target"),
                ("31", "2032", "actual"),
            ],
        ),
        (
            "公报显示2032年民生建设取得新成绩。群众生活改善。新增就业2.9万人。",
            "other",
            [("2.9", "2032", "actual")],
        ),
        (
            "“十三五”期间，2032年起每年超百万。系统上下合力，建成驿站720家。",
            "other",
            [("720", "2016/2020", "cumulative")],
        ),
        (
            "我办根据区委工作要点，对照通知要求，汇报如下：\n\n我办对照上级通知要求，立案61起，办结率98%。",
            "report",
            [("61", None, "actual"), ("98", None, "actual")],
        ),
        (
            "2033年发放补贴640万元，上年为510万元。年末在册2.3万人。",
            "report",
            [("640", "2033", "actual"), ("510", "2032", "actual"), ("2.3", "2033-12-31", "actual")],
        ),
        (
            "2033年末在册2.3万人，上年末为2.1万人。年末在训0.4万人。全年收入6.4亿元，2032年为5.1亿元，年末结余1.2亿元。",
            "bulletin",
            [
                ("2.3", "2033-12-31", "actual"),
                ("2.1", "2032-12-31", "actual"),
                ("0.4", "2033-12-31", "actual"),
                ("6.4", "2033", "actual"),
                ("5.1", "2032", "actual"),
                ("1.2", "2033-12-31", "actual"),
            ],
        ),
    ],
)
def test_who_tells_it_gives_no_time_and_no_aim(text: str, kind: str, told: list[Row]) -> None:
    assert [(row.printed, row.period, row.kind) for row in observe(text + "\n", kind=kind)] == told


def test_a_school_year_is_one_and_nothing_is_added_up_in_it() -> None:
    text = "2032—2033学年度临江市教育统计公报\n\n小学在校生51306人，比上年增加820人。\n"
    (compiled,) = compile_documents(decode(text.encode(), "a.txt"))
    rows = [one for one in compiled.harvest.records if isinstance(one, Observation)]
    assert {(row.period, row.kind) for row in rows} == {("2032-09/2033-08", "actual")}


def test_marks_of_half_a_width_part_clauses_as_wide_ones_do() -> None:
    (block,) = source("其中:参保1,204人,增长5%;比例3:2,8:30,详见A,B。\n").blocks
    assert squeeze(block.text).folded == "其中：参保1,204人，增长5%；比例3:2,8:30，详见A,B。"
