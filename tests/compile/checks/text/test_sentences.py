"""What a text says of itself: percentages, balances and lists hold, or the check names the two sides."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import Check

TITLE = "2031年青溪市就业工作情况\n\n"


def checked(text: str, folder: Path) -> list[Check]:
    (folder / "a.txt").write_text(TITLE + text + "\n", "utf-8")
    return [row for row in compile_folder(folder).tables["checks"] if isinstance(row, Check)]


def of(kind: str, found: list[Check]) -> list[tuple[str, float | None, float | None]]:
    return [(row.status, row.left, row.right and round(row.right, 2)) for row in found if row.kind == kind]


def test_a_number_that_has_lost_a_digit_is_in_no_check(tmp_path: Path) -> None:
    found = checked("说明如下。项目支出\ufffd5.00万元，比上年增加65.00万元，增长25.00%。", tmp_path)
    assert of("stated_growth", found) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("失业保险参保3.4万人，增长2%，完成扩面任务0.5万人的64%。", "stated_completion"),
        ("城镇新增就业2600人，技能培训7200人，增长4%，完成年度任务8000人的32%。", "stated_completion"),
        ("基金收入3100万元，支出2900万元，剔除财政补贴后当期缺口800万元。", "stated_balance"),
        ("渔民60万人、牧民20万人，分别占户籍总数80万人的75%和25%。", "stated_share"),
        ("渔民60万人，牧民20万人，两项合计占常住人口100万人的80%。", "stated_share"),
        ("累计调解案件5200件，增长3%，今年完成任务3000件的87%。", "stated_completion"),
        ("一般公共预算收入31亿元，支出190亿元，当年赤字0.3亿元。", "stated_balance"),
        (
            "公共收入31亿元；公共支出190亿元；收支缺口靠转移支付解决150亿元，当年赤字0.3亿元。",
            "stated_balance",
        ),
        (
            "工伤保险基金收入31亿元，支出29亿元，上年结余20亿元，当期结余2亿元，滚存结余22亿元。",
            "stated_parts",
        ),
        ("累计调解案件5200件，增长3%，今年完成任务3000件的87%。", "stated_completion"),
        ("一般公共预算收入31亿元，支出190亿元，当年赤字0.3亿元。", "stated_balance"),
        (
            "公共收入31亿元；公共支出190亿元；收支缺口靠转移支付解决150亿元，当年赤字0.3亿元。",
            "stated_balance",
        ),
        (
            "工伤保险基金收入31亿元，支出29亿元，上年结余20亿元，当期结余2亿元，滚存结余22亿元。",
            "stated_parts",
        ),
        (
            "甲基金收入3100万元，支出2900万元；乙基金收入900万元，支出800万元；当期结余250万元。",
            "stated_balance",
        ),
        (
            "2031年“三公”经费63.00万元，比上年决算减少17.00万元；其中：因公出国（境）费4.00万元，与上年持平；公务用车购置及运行费47.00万元，比上年预算减少9.00万元；公务接待费12.00万元，减少10.00万元。",
            "change_sum",
        ),
        ("巡查费上年为48.00万元，今年增加2.00万元，增长4.50%。", "growth_rate"),
        ("巡查费累计900.00万元，本年增加18.00万元，增长4.00%。", "growth_rate"),
    ],
)
def test_what_is_not_surely_of_these_two_is_not_checked(text: str, kind: str, tmp_path: Path) -> None:
    assert [row for row in of(kind, checked(text, tmp_path)) if row[0] == "fails"] == []


def test_a_rate_behind_a_list_may_be_that_of_its_sum(tmp_path: Path) -> None:
    listed = "补贴渔民0.8万人次、牧民0.4万人次，比上年的1.0万人次增长20%。"
    assert of("stated_growth", checked(listed, tmp_path)) == []
    parted = "补贴渔民0.8万人次，培训牧民0.4万人次，比上年的1.0万人次增长20%。"
    assert of("stated_growth", checked(parted, tmp_path)) == [("fails", 20.0, -60.0)]


@pytest.mark.parametrize(
    ("sentence", "kind", "expected"),
    [
        ("项目支出年初预算640.00万元，支出决算480.00万元，完成预算的75.0%。", "stated_completion", ("exact", 75.0, 75.0)),
        ("项目支出年初预算640.00万元，支出决算480.00万元，完成预算的57.0%。", "stated_completion", ("fails", 57.0, 75.0)),
        ("抗旱支出年初预算为160.00万元，调整预算为200.00万元，支出决算为180.00万元，完成调整预算的80.00%。", "stated_completion", ("fails", 80.0, 90.0)),
        ("年初预算为32.10万元，支出决算为30.20万元，完成年初预算的94.08%。", "stated_completion", ("exact", 94.08, 94.08)),
        ("年初预算为32.00万元，支出决算为30.38万元，完成年初预算的94.93%。", "stated_completion", ("rounding", 94.93, 94.94)),
        ("全市新增就业7200人，完成全年目标任务8000人的90%。", "stated_completion", ("exact", 90.0, 90.0)),
        ("全市新增就业7200人，完成全年目标任务8000人的80%。", "stated_completion", ("fails", 80.0, 90.0)),
        ("全市再就业7200人，完成年度任务（8000人）的90%。", "stated_completion", ("exact", 90.0, 90.0)),
        ("全市再就业7200人，完成全年目标任务（8000人）的80%。", "stated_completion", ("fails", 80.0, 90.0)),
        ("创业培训1800人，完成市定任务（1500人）的120%、县定任务2000人的95%。", "stated_completion", ("exact", 120.0, 120.0)),
        ("技能培训1.8万人次，为年度计划（2万人次）的90%。", "stated_completion", ("exact", 90.0, 90.0)),
        ("农林水支出30亿元，完成调整预算（32亿元）的93.75%。", "stated_completion", ("exact", 93.75, 93.75)),
        ("农林水支出30亿元，为预算（32亿元）的97.35%。", "stated_completion", ("fails", 97.35, 93.75)),
        ("年末全市就业人员20.00万人，其中第三产业就业人员9.00万人，占全市就业人员的54.0%。", "stated_share", ("fails", 54.0, 45.0)),
        ("2031年支出预算500.00万元。项目支出150.00万元，占35.0%。", "stated_share", ("fails", 35.0, 30.0)),
        ("年末从业人员8.00万人，其中渔民5.00万人，所占比重为26.5%。", "stated_share", ("fails", 26.5, 62.5)),
        ("年末从业人员8.00万人，其中渔民5.00万人，所占比例为62.5%。", "stated_share", ("exact", 62.5, 62.5)),
        ("发放三项补贴820万元，其中培训补贴340万元、社保补贴270万元、岗位补贴120万元。", "stated_parts", ("fails", 8_200_000.0, 7_300_000.0)),
        ("三项社会保险基金支出73亿元，其中养老保险基金68亿元，失业保险基金3亿元，工伤保险基金2亿元。", "stated_parts", ("exact", 7_300_000_000.0, 7_300_000_000.0)),
        ("全年制发社保卡690万张，比上年的600万张增长51%。", "stated_growth", ("fails", 51.0, 15.0)),
        ("全年制发社保卡690万张，比上年的600万张增长15%。", "stated_growth", ("exact", 15.0, 15.0)),
        ("全年制发社保卡690万张（含第三代卡210万张），比上年的600万张增长15%。", "stated_growth", ("exact", 15.0, 15.0)),
        ("标准由每月500元提高到550元，增长10%。", "stated_growth", ("exact", 10.0, 10.0)),
        ("毕业生由2030年的800人增至2031年的900人，增长22.5%。", "stated_growth", ("fails", 22.5, 12.5)),
        ("毕业生从2030年的800人减少到2031年的600人，减幅达25%。", "stated_growth", ("exact", 25.0, 25.0)),
        ("驿站由80个扩大到90个，增幅达到22.5%。", "stated_growth", ("fails", 22.5, 12.5)),
        ("2030年当年预算执行数为50.00万元，2031年预算安排60.00万元，比2030年预算执行数增加30.00%。", "stated_growth", ("fails", 30.0, 20.0)),
        ("预算数为640.00万元，决算数为480.00万元，预算完成率57.0%。", "stated_completion", ("fails", 57.0, 75.0)),
        ("再就业1.20万人，占新增就业4.80万人的35%。", "share", ("fails", 35.0, 25.0)),
        ("全年制发社保卡690万张，上年为600万张，增长51%。", "stated_growth", ("fails", 51.0, 15.0)),
        ("说明如下。项目支出325.00万元，比上年增加65.00万元，增长52.00%。", "growth_rate", ("fails", 52.0, 25.0)),
        ("宣传费31.00万元，同比减少4.00万元，下降13.43%。", "growth_rate", ("fails", -13.43, -11.43)),
        ("项目支出46.00万元。其中：资本性支出23.00万元，占项目支出预算的52.00%。", "share", ("fails", 52.0, 50.0)),
        ("巡查费36.00万元，比上年减少5.00万元，其中：车辆27.00万元，比上年减少6.00万元；人工9.00万元，增加1.00万元。", "change_sum", ("exact", -50_000.0, -50_000.0)),
        ("巡查费36.00万元，比上年减少5.00万元，其中：车辆27.00万元，比上年减少9.00万元；人工9.00万元，增加1.00万元。", "change_sum", ("fails", -50_000.0, -80_000.0)),
        ("巡查费36.00万元，比上年减少5.00万元，其中：车辆27.00万元，比上年减少2.00万元；人工9.00万元，增加1.00万元。", "change_sum", ("not_checkable", -50_000.0, None)),
        ("基本支出比上年增加20.00万元。其中：人员经费增加30.00万元，主要原因是工资增加25.00万元；公用经费减少12.00万元。", "change_sum", ("fails", 200_000.0, 180_000.0)),
        ("收入比上年增加20.00万元，其中：拨款增加30.00万元，经营收入减少11.00万元。", "change_sum", ("not_checkable", 200_000.0, None)),
        ("疏浚费36.00万元，比上年调减5.00万元，其中：挖泥费27.00万元，比上年削减9.00万元；运泥费9.00万元，调增1.00万元。", "change_sum", ("fails", -50_000.0, -80_000.0)),
        ("疏浚费36.00万元，比上年降5.00万元，其中：挖泥费27.00万元，比上年上涨9.00万元；运泥费9.00万元，下调14.00万元。", "change_sum", ("exact", -50_000.0, -50_000.0)),
        ("“三公”经费63.00万元，比上年80.00万元减少17.00万元；其中：因公出国（境）费4.00万元，与上年持平；公务用车购置及运行费47.00万元，减少9.00万元，其中：购置费0.00万元，减少12.00万元，运行费47.00万元，增加3.00万元；公务接待费12.00万元，减少8.00万元。", "change_sum", ("exact", -170_000.0, -170_000.0)),
        ("“三公”经费63.00万元，比上年减少17.00万元；其中：因公出国（境）费8.00万元，与上年持平；公务用车购置及运行费47.00万元，减少9.00万元；公务接待费12.00万元，减少8.00万元。", "stated_parts", ("fails", 630_000.0, 670_000.0)),
        ("2031年“三公”经费63.00万元，较2030年年初预算的80.00万元减少17.00万元。其中：公务用车购置及运行费47.00万元（包括购置费9.00万元、运行费38.00万元），较上年减少9.00万元；公务接待费12.00万元，减少8.00万元；因公出国费4.00万元，与上年无变化。", "change_sum", ("exact", -170_000.0, -170_000.0)),
        ("财政拨款收支总预算64.00万元。收入包括：一般公共预算拨款64.00万元；支出包括：农林水支出42.00万元、住房保障支出21.00万元。", "stated_parts", ("fails", 640_000.0, 630_000.0)),
        ("甲类补贴120万元，乙类补贴80万元，合计210万元。", "stated_parts", ("fails", 2_100_000.0, 2_000_000.0)),
        ("全市转移就业7200人，同比增长4%，完成全年任务8000人的80%。", "stated_completion", ("fails", 80.0, 90.0)),
        ("全市转移就业7200人，同比增长4%，完成全年任务8000人的90%。", "stated_completion", ("exact", 90.0, 90.0)),
        ("失业保险基金收入3100万元，支出3300万元，当期收支缺口250万元。", "stated_balance", ("fails", 2_500_000.0, 2_000_000.0)),
        ("2031年基本支出620.50万元，项目支出310.20万元，支出预算合计950.70万元。", "stated_parts", ("fails", 9_507_000.0, 9_307_000.0)),
        ("2031年项目支出300.00万元、基本支出600.00万元，支出合计为900.00万元。", "stated_parts", ("exact", 9_000_000.0, 9_000_000.0)),
        ("工伤保险基金当年结余250万元，其中：收入3100万元，支出2900万元。", "stated_balance", ("fails", 2_500_000.0, 2_000_000.0)),
        ("本年收支结余200万元，其中基金收入3100万元、基金支出2900万元。", "stated_balance", ("exact", 2_000_000.0, 2_000_000.0)),
        ("失业保险基金当期缺口200万元（其中收入2900万元，支出3100万元）。", "stated_balance", ("exact", 2_000_000.0, 2_000_000.0)),
        ("失业保险总收入3100万元，增长4%；总支出3300万元，增长6%；当年赤字200万元。", "stated_balance", ("exact", 2_000_000.0, 2_000_000.0)),
        ("失业保险总收入3100万元，增长4%；总支出2900万元，增长6%；当期结余250万元。", "stated_balance", ("fails", 2_500_000.0, 2_000_000.0)),
        ("工伤保险基金收入3100万元，支出2900万元，本年收支结余250万元。", "stated_balance", ("fails", 2_500_000.0, 2_000_000.0)),
        ("工伤保险基金收入3100万元，支出2900万元，本年收支结余200万元。", "stated_balance", ("exact", 2_000_000.0, 2_000_000.0)),
        ("支出就业补助资金900万元：培训补贴300万元，社保补贴400万元，岗位补贴150万元，共三项。", "stated_parts", ("fails", 9_000_000.0, 8_500_000.0)),
        ("工伤保险基金上年结余500万元，本年收入310万元，本年支出290万元，年末滚存结余540万元。", "stated_balance", ("fails", 5_400_000.0, 5_200_000.0)),
        ("居民养老保险年初结余500万元，收入310万元，支出290万元，年末累计结余520万元。", "stated_balance", ("exact", 5_200_000.0, 5_200_000.0)),
        ("年初结转和结余50.00万元，本年收入310.00万元，本年支出290.00万元，年末结转和结余70.00万元。", "stated_balance", ("exact", 700_000.0, 700_000.0)),
        ("年初结转和结余50.00万元，本年收入310.00万元，本年支出290.00万元，年末结转和结余90.00万元。", "stated_balance", ("not_checkable", 900_000.0, None)),
        ("年初财政拨款结转和结余50万元，财政拨款收入310万元，财政拨款支出290万元，年末财政拨款结转和结余90万元。", "stated_balance", ("fails", 900_000.0, 700_000.0)),
        ("工伤保险基金收入三千一百万元，支出二千九百万元，本年收支结余三百万元。", "stated_balance", ("fails", 3_000_000.0, 2_000_000.0)),
        ("工伤保险基金收入1亿3千万元，支出1亿1千万元，本年收支结余2千万元。", "stated_balance", ("exact", 20_000_000.0, 20_000_000.0)),
        ("全市转移就业七千二百人，完成全年任务八千人的百分之八十。", "stated_completion", ("fails", 80.0, 90.0)),
        ("从业人员8.00万人，渔民4.00万人，牧民1.00万人，农民3.00万人，占比分别为50.0%、12.5%和39.5%。", "stated_share", ("fails", 39.5, 37.5)),
        ("从业人员8.00万人，其中渔民4.00万人、牧民4.00万人，比重分别为50.0%、50.0%。", "stated_share", ("exact", 50.0, 50.0)),
        ("今年计划安排就业资金900万元，其中培训补贴300万元、岗位补贴700万元。", "stated_parts", ("fails", 9_000_000.0, 10_000_000.0)),
        ("政府采购预算160.00万元，其中货物70.00万元、工程40.00万元、服务30.00万元。", "stated_parts", ("fails", 1_600_000.0, 1_400_000.0)),
        ("2031年支出预算650.00万元，其中基本支出240.00万元，项目支出380.00万元。", "stated_parts", ("fails", 6_500_000.0, 6_200_000.0)),
        ("拨付稳岗资金900万元，包括：返还500万元、扩岗补助250万元、培训补贴100万元。", "stated_parts", ("fails", 9_000_000.0, 8_500_000.0)),
        ("本年收入合计700.00万元。其中：财政拨款收入600.00万元，其他收入80.00万元。", "stated_parts", ("fails", 7_000_000.0, 6_800_000.0)),
        ("2031年度收、支总计均为325.00万元。与2030年度相比，收、支总计各增加65.00万元，增长25.00%。", "growth_rate", ("exact", 25.0, 25.0)),
        ("2031年度收、支总计均为325.00万元。与2030年度相比，收、支总计各增加65.00万元，增长52.00%。", "growth_rate", ("fails", 52.0, 25.0)),
        ("2031年收入预算500.00万元。财政拨款400.00万元，占80.0%。单位资金100.00万元，占35.0%。", "stated_share", ("fails", 35.0, 20.0)),
        ("2031年收入预算500.00万元。财政拨款400.00万元，占60.0%。单位资金100.00万元，占20.0%。", "stated_share", ("exact", 20.0, 20.0)),
        ("年末全市户籍人口50.00万人，其中老年人口10.00万人，占户籍总人口的25.0%。", "stated_share", ("fails", 25.0, 20.0)),
        ("年末全市参加失业保险人数为5.00万人，其中务工人员1.00万人，占参保人数的35.0%。", "stated_share", ("fails", 35.0, 20.0)),
        ("2031年，全市托位由2030年的500个增至600个，增长51%。", "stated_growth", ("fails", 51.0, 20.0)),
        ("2031年，全市托位由2029年的500个增至600个，两年累计增长20%。", "stated_growth", ("exact", 20.0, 20.0)),
        ("2031年，案件由上年的500件降至400件，下降20%。", "stated_growth", ("exact", 20.0, 20.0)),
        ("项目预算安排规模90.00万元，分配明细：东街道40.00万元，西街道30.00万元，北街道15.00万元。", "stated_parts", ("fails", 900_000.0, 850_000.0)),
        ("福利机构收住老人900人，其中失能老人400人、自理老人500人，评估能力等级1300人。", "stated_parts", ("exact", 900.0, 900.0)),
        ("分配补助资金900万元，具体如下：\n\n1.渔民400万元；\n\n2.牧民350万元；\n\n3.农民100万元。", "stated_parts", ("fails", 9_000_000.0, 8_500_000.0)),
        ("分配补助资金900万元，具体如下：\n\n1.渔民400万元；\n\n2.牧民500万元；\n\n3.其中草原牧民100万元。", "stated_parts", ("exact", 9_000_000.0, 9_000_000.0)),
        ("安排补助资金500万元，其中省级资金400万元，支出300万元，支出进度75%。", "stated_completion", ("exact", 75.0, 75.0)),
        ("救助老人900人，其中失能老人400人、自理老人500人、特困老人0人，评估能力等级1300人。", "stated_parts", ("exact", 900.0, 900.0)),
        ("支出预算500.00万元，其中：\n\n基本支出400.00万元，占总支出的80.00%。\n\n项目支出100.00万元，占总支出的35.00%。", "stated_share", ("fails", 35.0, 20.0)),
        ("年末全市参保单位500家，其中小微企业100家，占全部参保单位的35%。", "stated_share", ("fails", 35.0, 20.0)),
        ("转移就业5.0万人次，其中省外1.0万人次，占比达35%。", "stated_share", ("fails", 35.0, 20.0)),
        ("安排补助资金500万元，支出400万元，支出进度75%。", "stated_completion", ("fails", 75.0, 80.0)),
        ("新增就业660人，超额完成全年600人目标任务，完成率120%。", "stated_completion", ("fails", 120.0, 110.0)),
        ("一般公共预算支出500.00万元，其中：基本支出300.00万元，项目支出80.00万元。", "stated_parts", ("fails", 5_000_000.0, 3_800_000.0)),
        ("2031年度支出合计500.00万元，其中：项目支出150.00万元。\n\n项目支出150.00万元，占本年支出合计的35.00%。", "stated_share", ("fails", 35.0, 30.0)),
    ],
)  # fmt: skip
def test_a_sentence_is_held_against_its_own_figures(
    sentence: str, kind: str, expected: tuple[str, float, float], tmp_path: Path
) -> None:
    assert expected in of(kind, checked(sentence, tmp_path))


def test_what_money_is_for_is_no_change_though_its_name_ends_like_one(tmp_path: Path) -> None:
    listed = "36.00万元，其中：挖泥费27.00万元，增加9.00万元；运泥费9.00万元，增加1.00万元。"
    assert of("change_sum", checked(f"港口功能提升{listed}", tmp_path)) == []
    assert of("change_sum", checked(f"港口费用增加{listed}", tmp_path)) != []


@pytest.mark.parametrize(
    "sentence",
    [
        "工伤保险基金收入3100万元，支出2900万元，年末滚存结余5250万元。",
        "年末结余500万元，其中收入310万元，支出290万元。",
        "当年结余500万元，其中征缴收入310万元，利息收入290万元，支出100万元。",
        "收入合计900.00万元，基本支出620.50万元，项目支出310.20万元，收入合计900.00万元。",
        "工资支出20.00万元，培训支出30.00万元，支出合计900.00万元。",
        "工伤保险基金上年结余500万元，本年收入310万元，本年支出290万元，上解调剂金后年末滚存结余440万元。",
        "工伤保险基金上年结余500万元，征缴收入310万元，待遇支出290万元，年末滚存结余540万元。",
        "居民医疗保险年初结余500万元，收入310万元，支出290万元，年末统筹基金累计结余340万元。",
        "从业人员8.00万人，渔民3.00万人，牧民1.00万人，占比分别为80.0%、20.0%。",
        "2031年支出预算650.00万元，其中财政拨款基本支出240.00万元，财政拨款项目支出380.00万元。",
        "差旅费年初预算30.00万元，决算数38.00万元，与调整预算数的差异率5%。",
        "维修费预算100.00万元，决算数112.00万元，预决算差异率10%以上。",
        "支出就业补助资金900万元，其中：培训补贴300万元，社保补贴400万元。",
        "全市外出务工人员90.00万人，其中：省外务工50.00万人，省内务工40.00万人，女性务工38.00万人。",
        "全年三项基金总收入80.00亿元，其中：甲险60.00亿元、乙险20.00亿元；基金总支出70.00亿元。",
        "基金运行平稳，本年总收入80.00亿元，其中：征缴收入64.00亿元；基金总支出61.00亿元，累计结存40.00亿元。",
        "全年社会保险基金总收入80.00亿元，其中：甲险35.00亿元、乙险20.00亿元。",
        "支出就业补助资金900万元：培训补贴300万元，社保补贴400万元等。",
        "支出就业补助资金900万元，其中：\n\n1.培训补贴300万元；\n\n2.社保补贴400万元。",
        "支出就业补助资金900万元，具体如下：\n\n1.培训补贴300万元；\n\n2.社保补贴200万元。",
        "支出就业补助资金900万元，具体如下：\n\n1.培训补贴500万元；\n\n2.社保补贴350万元等。",
        "支出就业补助资金900万元，具体如下：\n\n1.培训补贴500万元；\n\n2.社保补贴350万元；\n\n3.岗位补贴50万元，其中公益岗位20万元。",
        "支出就业补助资金900万元，具体如下：\n\n1.培训补贴500万元；\n\n（1）企业培训20万元；\n\n2.社保补贴400万元。",
        "支出就业补助资金900万元，主要情况如下：\n\n1.培训补贴500万元；\n\n2.社保补贴350万元。",
        "支出就业补助资金900万元，具体如下：\n\n1.培训补贴900万元；\n\n2.社保补贴850万元。",
        "支出就业补助资金900万元，具体如下：\n\n培训补贴500万元。\n\n社保补贴350万元。\n\n岗位补贴50万元，其中公益岗位20万元。",
        "安排培训资金200万元、补贴资金300万元，支出400万元，支出进度80%。",
        "下达就业资金2000万元，其中省级1500万元，支出1200万元。",
        "支出就业补助资金900万元，包括培训补贴200万元，社保补贴300万元。",
        "支出就业补助资金900万元，包括培训补贴500万元，社保补贴350万元等。",
        "全市新增就业7200人，其中困难人员900人，占五成以上；失业人员再就业2000人，占比提高3个百分点。",
        "2031年培训3.2万人次，比上年增加0.2万人次，增长6.7%。",
        "城镇就业12.0万人，乡村就业8.0万人，城镇登记失业率3.1%，占全省的5%。",
        "完成年度投资12.5亿元，完成年度计划的104%。",
        "其中一产2.0万人、二产3.0万人、三产5.0万人，分别占20%、30%、50%。",
        "全年目标任务8000人，上半年完成3900人，下半年完成4500人，完成全年目标的105%。",
    ],
)
def test_what_is_not_surely_said_is_not_said_to_fail(sentence: str, tmp_path: Path) -> None:
    assert [row.description for row in checked(sentence, tmp_path) if row.status == "fails"] == []


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("公用经费41.00万元，比上年下降（增长）2.00万元，原因见下。", "二选一"),
        ("公用经费41.00万元，比上年增加2.00万元，主要原因是。", "没有写明"),
        ("公用经费41.00万元，比上年增加2.00万元，主要是（增加内容）。", "没有填写"),
        ("购置费0万元，与2030年预算一致0万元，没有购车。", "没有变动"),
        ("公用经费41.00万元，比上年增长5.13。主要是培训。", "百分号"),
        ("公用经费XX万元，用于培训。", "没有填写"),
        ("公用经费X万元，用于培训。", "没有填写"),
        ("公用经费41.00万元，比上年增长×%。", "没有填写"),
        ("公用经费41.00万元，比上年增加2.00万元，主要原因是……。", "没有写明"),
        ("公用经费41.00万元，比上年增加（或减少）2.00万元，因培训增多。", "二选一"),
        ("公用经费41.00万元，比上年增加2.00万元，主要是（简要说明原因）。", "没有填写"),
    ],
)
def test_remnants_of_a_template_are_found(sentence: str, reason: str, tmp_path: Path) -> None:
    (row,) = [row for row in checked(sentence, tmp_path) if row.kind == "wording"]
    assert row.status == "fails"
    assert reason in (row.reason or "")


@pytest.mark.parametrize(
    "sentence",
    [
        "因人员变动的原因，公用经费减少2.00万元，主要原因是人员减少。",
        "本表金额单位转换时可能存在尾数误差，增加（减少）以正负号表示。",
        "与上年持平，主要用于培训。",
        "比上年增长5.13%。",
        "编号为 A-12 的设备没有采购。",
    ],
)
def test_ordinary_words_are_no_remnants(sentence: str, tmp_path: Path) -> None:
    assert [row.description for row in checked(sentence, tmp_path) if row.kind == "wording"] == []


@pytest.mark.parametrize(
    ("said", "words"),
    [("80.0", "10 倍"), ("0.80", "10 分之一"), ("8.00", None)],
)
def test_a_slip_of_a_digit_is_named(said: str, words: str | None, tmp_path: Path) -> None:
    text = f"公用经费108.00万元，比上年增加8.00万元，增长{said}%。"
    failed = [row for row in checked(text, tmp_path) if row.status == "fails"]
    if words is None:
        assert failed == []
    else:
        assert any(words in (row.reason or "") for row in failed), [row.reason for row in failed]


@pytest.mark.parametrize(
    "text",
    [
        "财政收入由38亿元增加到91亿元，年均增长19%。",
        "掌上办事项由去年的8项增加到13项，平均办理时限压缩55%。",
        "受理窗口由5个减少到2个，群众满意度提高12%。",
        "全省累计引进人才62万人，其中去年引进12万人，35岁以下的占72%。",
        "政府采购安排640万元，其中货物类采购预算100万元，服务类采购预算540万元。面向小微企业预留512万元，占政府采购预算的80%。",
        "城镇新增就业7.2万人，占年任务6万人的120%；失业人员再就业1.3万人，占年任务的54%。",
        "全县林业收入完成840万元，占预算的100%，其中育苗收入630万元，占预算的104.6%，林果收入210万元，占调整预算的96.2%。",
        "本单位支出预算90万元，支出决算80万元。其中：基本支出预算60万元，支出决算55万元；项目支出预算30万元，支出决算25万元。",
        "全年补助和贷款90.0亿元。创业贷款20.0亿元，占贷款总额的40%。助学贷款30.0亿元，占贷款总额的60%。",
    ],
)
def test_rates_of_something_else_are_not_measured(text: str, tmp_path: Path) -> None:
    assert [check for check in checked(text, tmp_path) if check.status == "fails"] == []


def test_a_template_that_nobody_filled_in_is_said_once(tmp_path: Path) -> None:
    text = "\n\n".join(f"{number}.XX单位共有编制XX人。" for number in range(1, 11))
    (row,) = [row for row in checked(text, tmp_path) if row.kind == "wording"]
    assert (row.status, "全文 20 处" in (row.reason or "")) == ("fails", True)


@pytest.mark.parametrize("sort", ["prose", "table"])
@pytest.mark.parametrize(
    ("said", "note", "status"),
    [
        ("增长12.5%", "", "fails"),
        ("同口径增长12.5%", "", "not_checkable"),
        ("可比口径增长12.5%", "", "not_checkable"),
        ("剔除政策因素后增长12.5%", "", "not_checkable"),
        ("增长12.5%", "注：增速均按可比口径计算。", "not_checkable"),
        ("增长12.5%", "说明：同比增幅按同一口径计算。", "not_checkable"),
        ("增长12.5%", "注：地区生产总值绝对数按现价计算，增长速度按不变价格计算。", "fails"),
        ("增长12.5%", "注：失业保险参保人数比上年同口径增长3.0%。", "fails"),
    ],
)
def test_growth_between_figures_made_alike_is_not_held_against_those_printed(
    sort: str, said: str, note: str, status: str, tmp_path: Path
) -> None:
    prose = f"2031年，全市林场收入220亿元，比上年增加20亿元，{said}。\n\n{note}"
    label = said.removesuffix("12.5%")
    table = f"指标\t单位\t2031年\t2030年\t{label}（%）\n林场收入\t亿元\t220.0\t200.0\t12.5\n苗圃收入\t亿元\t110.0\t100.0\t10.0\n\n{note}"
    found = checked(prose if sort == "prose" else table, tmp_path)
    assert [
        row.status for row in found if row.kind in ("stated_growth", "growth_rate") and row.left == 12.5
    ] == [status]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("采购支出48.30万元，其中：货物支出12.30万元、工程支出0万元、服务支出36.30万元。", "fails"),
        ("采购支出48.60万元，其中：货物支出12.30万元、工程支出0万元、服务支出36.30万元。", "exact"),
        ("采购支出49万元，其中：货物支出12万元、工程支出0万元、服务支出36万元。", "rounding"),
    ],
)
def test_a_bare_nothing_is_as_exact_as_the_amounts_beside_it(
    sentence: str, status: str, tmp_path: Path
) -> None:
    found = [row.status for row in checked(sentence, tmp_path) if "其中" in row.description]
    assert found == [status]


@pytest.mark.parametrize(
    "text",
    [
        "全年受理案件240件，其中调解150件，裁决60件，比上年增加30件。",
        "全市共有渔船90艘，其中木船50艘，铁船30艘，上年10艘。",
        "会议经费40.00万元，其中场租25.00万元，印刷12.00万元，比预算节约3.00万元。",
        "2031年培训支出70.00万元，其中：讲课费50.00万元，与上年持平；场地费16.00万元，比上年增加4.00万元。",
    ],
)
def test_what_changed_or_was_before_is_no_part_that_makes_a_sum_hold(text: str, tmp_path: Path) -> None:
    """The parts fall short of the whole by as much: no sum holds."""
    assert "exact" not in [status for status, *_ in of("stated_parts", checked(text, tmp_path))]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("2031年收入总计70.00万元，其中：本年收入66.00万元，上年结转4.00万元。", "exact"),
        ("全年安排补助90万元，其中甲县50万元，乙县30万元；丙县10万元。", "exact"),
        (
            "2031年支出预算70.00万元，其中：基本支出50.00万元，与上年持平；项目支出16.00万元，增加4.00万元。",
            "fails",
        ),
    ],
)
def test_what_was_left_and_what_follows_a_semicolon_is_a_part(text: str, status: str, tmp_path: Path) -> None:
    assert {found for found, *_ in of("stated_parts", checked(text, tmp_path))} == {status}


@pytest.mark.parametrize(
    ("told", "outcome"),
    [
        ("全年城镇新增就业2,310人。", "exact"),
        ("全年城镇新增就业0.23万人。", "rounding"),
        ("全年城镇新增就业2,130人。", "fails"),
        ("全年城镇新增就业约2,130人。", None),
        ("上半年城镇新增就业2,130人。", None),
        ("全年枫桥镇城镇新增就业2,130人。", None),
        ("全年城镇新增就业目标2,130人。", None),
        ("全年城镇新增就业2,310人。全年城镇新增就业2,130人。", None),
    ],
)
def test_the_text_is_held_against_the_table_of_its_document(
    told: str, outcome: str | None, tmp_path: Path
) -> None:
    table = "2031年主要指标情况表\n单位：人\n指标\t2030年\t2031年\n城镇新增就业\t2280\t2310\n失业人员再就业\t410\t430"
    kept = [status for status, *_ in of("narrative_amount", checked(f"{told}\n\n{table}", tmp_path))]
    assert kept == ([outcome] if outcome else [])


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("全市再就业7200人，完成年度目标的61.3%。", "没有说明总数的数额"),
        ("全市农林水支出完成158亿元，为预算的103.2%。", "没有说明总数的数额"),
        ("全市完成目标任务的98%。", "没有说明部分的数额"),
    ],
)
def test_what_a_rate_of_completion_lacks_is_said_rightly(sentence: str, reason: str, tmp_path: Path) -> None:
    found = [check for check in checked(sentence, tmp_path) if check.kind == "share"]
    assert [(check.status, check.reason) for check in found] == [("not_checkable", reason)]


def test_each_of_two_tasks_is_held_against_what_was_done(tmp_path: Path) -> None:
    found = checked("全市再就业7200人，完成省定任务8000人的90%、市定任务9000人的81%。", tmp_path)
    assert of("stated_completion", found) == [("exact", 90.0, 90.0), ("fails", 81.0, 80.0)]


@pytest.mark.parametrize(
    ("whole", "statuses"),
    [("市本级国有资本经营预算支出总计", []), ("社会保险基金预算收入合计", []), ("部门支出总计", ["fails"])],
)
def test_an_area_need_not_name_all_that_its_total_holds(
    whole: str, statuses: list[str], tmp_path: Path
) -> None:
    found = checked(
        f"{whole}60.00亿元，其中：本级项目4.00亿元，调出资金54.00亿元，结转下年1.00亿元。", tmp_path
    )
    assert [row.status for row in found if row.status == "fails"] == statuses


@pytest.mark.parametrize(
    "text",
    [
        "三项社会保险基金收入72亿元，其中征缴收入55亿元，财政补助12亿元，利息收入2亿元。",
        "前三项补贴支出820万元，其中培训补贴340万元、社保补贴270万元、岗位补贴120万元。",
        "发放四项补贴820万元，其中培训补贴340万元、社保补贴270万元、岗位补贴120万元。",
    ],
)
def test_parts_that_are_not_the_kinds_a_whole_counts_need_not_make_it_up(tmp_path: Path, text: str) -> None:
    assert {status for status, _, _ in of("stated_parts", checked(text, tmp_path))} <= {"not_checkable"}


def test_a_share_of_others_beside_a_part_is_not_that_of_the_part(tmp_path: Path) -> None:
    text = "年末从业人员8.00万人，其中渔民5.00万人，妇女所占比重为26.5%。"
    assert of("stated_share", checked(text, tmp_path)) == []
