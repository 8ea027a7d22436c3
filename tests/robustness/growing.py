"""Documents that grow: per kind, a text of so many pieces, of everything that an extractor or a check looks for."""

from __future__ import annotations

from collections.abc import Callable

from tests.made_performance import HEADER, form

Text = Callable[[int], str]


def times(piece: str, between: str = "\n\n") -> Text:
    """A text of so many pieces, each with numbers of its own."""
    return lambda n: between.join(
        piece.replace("{n}", str(i + 11)).replace("{m}", str(2 * i + 37)) for i in range(n)
    )


def below(head: str, text: Text, foot: str = "") -> Text:
    """A text with a head and a foot that do not grow."""
    return lambda n: f"{head}\n\n{text(n)}\n{foot}"


TITLE = "南江省人力资源和社会保障厅 2031 年工作报告"
BUDGET = "南江省人力资源和社会保障厅 2031 年部门预算"
TABLE = f"{BUDGET}\n\n表 3\n部门支出总体情况表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出"
PLAN = "关于印发《2031年四川省就业工作要点》的通知\n\n各单位要认真组织实施，加强督促检查，确保全年各项目标任务圆满完成，并按季度报送工作进展情况和存在的问题。"
PLAN_TABLE = (
    "南江省 2031 年就业工作计划\n\n各市城镇新增就业目标\n单位：万人\n地区\t城镇新增就业\t农村劳动力转移就业"
)
NUMERALS = "一二三四五六七八九十"


def _han(number: int) -> str:
    """A number digit by digit, for names that hold no figure."""
    return "".join("零一二三四五六七八九"[int(digit)] for digit in str(number))


def _tables(n: int) -> str:
    """The tables of a budget, each with a row more a piece: functional codes of three levels, the same amounts in all."""
    codes = [(f"208{i // 90 + 1:02}{i % 90 + 1:02}", f"第{i + 11}项支出", 2 * i + 37) for i in range(n)]
    whole = sum(amount for *_, amount in codes)
    groups = {code[:5]: sum(a for c, _, a in codes if c[:5] == code[:5]) for code, *_ in codes}
    lines = [("208", "社会保障和就业支出", whole)]
    for group, amount in groups.items():
        lines += [(group, f"第{group}类事务", amount), *(line for line in codes if line[0].startswith(group))]
    rows = "\n".join(f"{code}\t{name}\t{amount}.00\t{amount}.00\t" for code, name, amount in lines)
    total = f"\t合计\t{whole}.00\t{whole}.00\t"
    head = "科目编码\t科目名称\t合计\t基本支出\t项目支出"
    parts = [BUDGET, "第二部分 2031年部门预算公开表"]
    for number, title in ((3, "部门支出总体情况表"), (5, "一般公共预算支出情况表")):
        parts += [f"表 {number}", title, "单位：万元", f"{head}\n{rows}\n{total}"]
    income = "\n".join(f"{code}\t{name}\t{amount}.00\t{amount}.00" for code, name, amount in lines)
    parts += ["表 2", "部门收入总体情况表", "单位：万元"]
    parts += [f"科目编码\t科目名称\t合计\t一般公共预算\n{income}\n\t合计\t{whole}.00\t{whole}.00"]
    parts += ["表 1", "部门收支总体情况表", "单位：万元"]
    parts += [
        f"收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一般公共预算\t{whole}.00\t社会保障和就业支出\t{whole}.00\n"
        f"上年结转\t0.00\t结转下年\t0.00\n收入总计\t{whole}.00\t支出总计\t{whole}.00"
    ]
    items = "\n\n".join(
        f"{i + 1}.社会保障和就业支出（类）第{code[:5]}类事务（款）{name}（项）{amount}.00万元，主要用于人员经费。"
        for i, (code, name, amount) in enumerate(codes)
    )
    prose = "\n\n".join(
        f"2031年部门支出预算{whole}.00万元，其中：社会保障和就业支出{whole}.00万元。" for _ in range(n)
    )
    told = ["第三部分 2031年部门预算情况说明", "一、关于2031年部门支出预算情况说明", prose]
    return "\n\n".join([*parts, *told, "二、一般公共预算支出说明", items]) + "\n"


def _basic(n: int) -> str:
    """Basic spending by economic codes, and the paragraph that lists them."""
    rows = "\n".join(
        f"301{i + 1:02}\t第{i + 11}类工资\t{i + 1}.00\t302{i + 1:02}\t第{i + 11}类费用\t{i + 1}.00"
        for i in range(n)
    )
    whole = n * (n + 1) // 2
    names, costs = ("、".join(f"第{i + 11}类{word}" for i in range(n)) for word in ("工资", "费用"))
    return (
        "某市水务局2031年度部门决算\n\n第二部分 决算表\n\n一般公共预算财政拨款基本支出决算明细表\n\n部门：某市水务局\t\t\t单位：万元\n\n"
        "人员经费\t\t\t公用经费\t\t\n"
        + "\t".join(("科目编码\t科目名称\t决算数",) * 2)
        + f"\n301\t工资福利支出\t{whole}.00\t302\t商品和服务支出\t{whole}.00\n{rows}\n人员经费合计\t\t{whole}.00\t公用经费合计\t\t{whole}.00\n\n"
        f"第三部分 情况说明\n\n一、基本支出决算情况说明\n\n一般公共预算财政拨款基本支出{2 * whole}.00万元。其中：人员经费{whole}.00万元，"
        f"主要包括：{names}；公用经费{whole}.00万元，主要包括：{costs}。\n"
    )


def _performance(n: int) -> str:
    """Forms of performance targets with goals that their rows repeat, and the money of all of them."""
    fields = (
        "预算单位\t\t某省某中心\t\t\t\t\t\t",
        "项目名称\t\t第{n}专项\t\t\t\t项目负责人\t钱小明\t",
        "项目资金(万元)\t\t年度预算总额\t{m}.00\t其中: 财政拨款\t{m}.00\t其他资金\t0.00\t",
        "项目总体目标\t\t2031 年完成培训 {m} 次。\t\t\t\t\t\t",
    )
    rows = (
        "产出指标\t数量指标\t培训次数\t>={m} 次\t历史标准\t{n} 次\t50\t按照完成比例赋分\t工作资料",
        "\t质量指标\t培训合格率\t>=93.5%\t历史标准\t92%\t50\t按照完成比例赋分\t工作资料",
    )
    forms = times(form(rows, fields, HEADER).replace("2033", "2031"))(n)
    prose = f"本部门编报绩效目标的项目{n}个，涉及项目预算资金{sum(2 * i + 37 for i in range(n))}.00万元。"
    return (
        f"2031年某厅部门预算\n\n一、绩效目标设置情况\n\n{prose}\n\n{forms}\n\n第四部分 名词解释\n\n{prose}\n"
    )


def _projects(n: int) -> str:
    """Projects of a narrative with their money and its parts, one of them of a prefecture."""
    piece = (
        "项目名称：第{n}段水库除险加固\n\n设立的政策依据：《关于印发〈第{n}类水库管理办法〉的通知》（水建〔2029〕{n}号）\n\n"
        "预算安排规模：{m}.50万元\n\n项目承担单位：某省水利厅本级\n\n"
        "资金分配情况：项目总额{m}.50万元，其中：勘测费{m}万元、监理费0.50万元。\n\n资金执行时间：2031年3月1日至2032年2月29日"
    )
    head = "某省水利厅2031年部门预算公开\n\n第三部分 2031年部门预算情况说明\n\n七、关于某省水利厅2031年项目支出情况说明"
    bodies = times(piece, "\f")(n).split("\f")
    text = "\n\n".join(f"（{NUMERALS[i % 10]}）{body}" for i, body in enumerate(bodies))
    return f"{head}\n\n{text}\n\n八、关于政府性基金的说明\n\n某省水利厅2031年没有政府性基金预算。\n"


def _funded(n: int) -> str:
    """The same projects in the table of their spending, one in three under another name."""
    names = (f"第{i + 11}段水库{'除险加固' if i % 3 else '整治'}" for i in range(n))
    rows = "\n".join(
        f"2130305\t水利工程建设\t{name}\t{2 * i + 37}.50\t{2 * i + 37}.50" for i, name in enumerate(names)
    )
    table = (
        "第二部分 2031年部门预算公开表\n\n表7\n一般公共预算项目支出情况表\n编制部门：某省水利厅\t单位：万元\n"
        f"科目编码\t科目名称\t项目名称\t项目支出合计\t资本性支出\n\t某省水利厅本级\t\t{n * (n + 36.5)}\t{n * (n + 36.5)}\n{rows}"
    )
    return _projects(n).replace("第三部分", f"{table}\n\n第三部分", 1)


def _accounts(n: int) -> str:
    """Final accounts with items that the text repeats, planned and spent, and a note that calls the table empty."""
    rows = "\n".join(f"21303{i % 90 + 10}\t第{_han(i + 11)}项支出\t{i + 1}.00" for i in range(n))
    whole = n * (n + 1) // 2
    items = "\n\n".join(
        f"{i + 1}、农林水支出（类）水利（款）第{_han(i + 11)}项支出（项）。年初预算为{i + 2}.00万元，支出决算为{i + 1}.00万元，增加（减少）{i}.00万元。"
        for i in range(n)
    )
    notes = "\n\n".join(f"注：本表数据为零，第{i + 11}项除外。" for i in range(n))
    return (
        "青溪市水务和渔业局2031年度部门决算\n\n第二部分 决算表\n\n一般公共预算财政拨款支出决算表\n\n部门：青溪市水务和渔业局\t\t单位：万元\n\n"
        f"科目编码\t科目名称\t合计\n213\t农林水支出\t{whole}.00\n21303\t水利\t{whole}.00\n{rows}\n合计\t\t{whole}.00\n\n{notes}\n\n"
        f"第三部分 情况说明\n\n一、支出情况\n\n一般公共预算财政拨款支出年初预算为{whole + n}.00万元，支出决算为{whole}.00万元。其中：\n\n{items}\n\n"
        + times("青溪市水务与渔业局办理第{n}项工作{m}件。")(n)
    )


def _carried(n: int) -> str:
    """An overview that tells this year from what is carried over, and spending on travel, vehicles and hospitality of units."""
    income = "\n".join(f"第{i + 11}类收入\t{i + 1}.00\t第{i + 11}类支出\t{i + 1}.00" for i in range(n))
    whole = n * (n + 1) // 2
    units = "\n".join(
        f"第{i + 11}中心\t{3 * i + 3}.00\t0.00\t{2 * i + 2}.00\t0.00\t{2 * i + 2}.00\t{i + 1}.00"
        for i in range(n)
    )
    return (
        "青溪市水务局2031年度部门决算\n\n第二部分 决算表\n\n收入支出决算总表\n\n部门：青溪市水务局\t\t单位：万元\n\n收入\t\t支出\t\n项目\t决算数\t项目\t决算数\n"
        f"{income}\n本年收入合计\t{whole}.00\t本年支出合计\t{whole}.00\n年初结转和结余\t1.00\t年末结转和结余\t1.00\n总计\t{whole + 1}.00\t总计\t{whole + 1}.00\n\n"
        "一般公共预算财政拨款基本支出决算明细表\n\n部门：青溪市水务局\t\t\t单位：万元\n\n科目编码\t科目名称\t决算数\n302\t商品和服务支出\t9.00\n30217\t公务接待费\t1.00\n"
        "30231\t公务用车运行维护费\t8.00\n\n财政拨款“三公”经费支出决算表\n\n部门：青溪市水务局\t\t单位：万元\n\n"
        f"项目\t决算数\n因公出国（境）费\t0.00\n公务接待费\t1.00\n公务用车购置及运行费\t8.00\n公务用车运行维护费\t8.00\n合计\t9.00\n\n{units}\n"
    )


def _compared(n: int) -> str:
    """A table of a budget with last year's amounts, what changed and by how many per cent."""
    rows = "\n".join(
        f"208{i // 90 + 1:02}{i % 90 + 10}\t第{_han(i + 11)}项支出\t{i + 11}.00\t{i + 20}.00\t9.00\t{900 / (i + 11):.2f}"
        for i in range(n)
    )
    return (
        f"{BUDGET}\n\n第二部分 2031年部门预算公开表\n\n表5\n一般公共预算支出情况表\n单位：万元\n"
        f"科目编码\t科目名称\t2030年预算数\t2031年预算数\t增减额\t增减%\n{rows}\n"
    )


def _shared(n: int) -> str:
    """Items line by line, each with its share of a whole that nobody names."""
    items = "\n\n".join(
        f"{i + 1}.第{_han(i + 11)}类支出{i + 1}.00万元，占{(i + 1) / 20:.2f}%。" for i in range(n)
    )
    return f"{BUDGET}\n\n第三部分 2031年部门预算情况说明\n\n{items}\n"


def _headed(n: int) -> str:
    """A list of items below the total that heads it."""
    items = "\n\n".join(f"{i + 1}.第{_han(i + 11)}类补助{i + 11}.00万元；" for i in range(n))
    return f"{BUDGET}\n\n第三部分 2031年部门预算情况说明\n\n补助支出{n * (n + 21) // 2}.00万元，具体如下：\n\n{items}\n"


def _quarterly(n: int) -> str:
    """A table of indicators with the quarters of a year and what they make up."""
    rows = "\n".join(
        f"第{_han(i + 11)}类岗位数\t{i + 11}\t{i + 12}\t{i + 13}\t{i + 14}\t{4 * i + 50}" for i in range(n)
    )
    head = "项目\t一季度\t二季度\t三季度\t四季度\t全年"
    return f"{TITLE}\n\n2030年主要指标情况表\n单位：个\n{head}\n{rows}\n"


_MISPRINTED = "某省住房和城乡建设管理厅2031年部门预算公开\n\n第一部分 概况\n\n一、说明"


PLACES = ("成都市", "自贡市", "泸州市", "德阳市", "绵阳市")


def _placed(number: int) -> str:
    """One table of targets by place, with what some of the places make up and all of them."""
    sizes = {"西部小计": 2, "东部小计": 3, "合计": 5}
    rows = [*PLACES[:2], "西部小计", *PLACES[2:], "东部小计", "合计"]
    told = [
        f"{row}\t{(2 * number + 37) * sizes.get(row, 1)}\t{(number + 11) * sizes.get(row, 1)}" for row in rows
    ]
    batch = number + 11
    head = f"附件{batch}\n\n2031年各市州第{batch}批目标任务分解表\n\n单位：人\n\n市（州）\t城镇新增就业人数\t第{batch}类就业人数"
    return "\n".join([head, *told])


_DONE = "\n".join(f"{place}\t200\t{{m}}\t80.5" for place in PLACES)
_SHARES = "、".join(f"{place}{{n}}万元" for place in ("乌鲁木齐市", "伊犁州", "喀什地区"))
GROWING: dict[str, Text] = {
    "budget tables that repeat each other": _tables,
    "basic spending": _basic,
    "final accounts with items and notes": _accounts,
    "what is carried over": _carried,
    "performance forms": _performance,
    "projects of a narrative": _projects,
    "projects and the table of their spending": _funded,
    "projects of prefectures": below(
        "新疆维吾尔自治区水利厅2031年部门预算公开\n\n第三部分 2031年部门预算情况说明\n\n七、关于新疆维吾尔自治区水利厅2031年项目支出情况说明",
        times(
            "（一）项目名称：第{n}段水库除险加固\n\n设立的政策依据：《水法》\n\n预算安排规模：{m}万元\n\n项目承担单位：新疆维吾尔自治区水利厅\n\n"
            f"资金分配情况：项目总额{{m}}万元，其中：{_SHARES}。\n\n资金执行时间：2031年1月至2031年12月"
        ),
    ),
    "prefecture tables": below(
        f"{PLAN}\n\n2031年，全省城镇新增就业目标 90 万人。",
        lambda n: "\n\n".join(_placed(i) for i in range(n)),
        "2031年城镇新增就业目标 90 万人。",
    ),
    "outcomes by place": below(
        PLAN,
        times(
            f"附件{{n}}\n\n2031年各市州第{{n}}批目标完成情况表\n\n单位：人\n\n市（州）\t第{{n}}类就业 目标\t第{{n}}类就业 完成数\t第{{n}}类就业 完成率（%）\n{_DONE}"
        ),
    ),
    "columns that compare": _compared,
    "tables of indicators": below(
        f"{TITLE}\n\n2030年主要指标情况表\n单位：万元\n项目\t2030年\t2029年\t增减额\t增长（%）",
        times("{n}.第{n}项支出\t{m}\t{n}\t8\t9.5", "\n"),
        "合计\t999\t999\t8\t9.5",
    ),
    "short numbers below amounts": lambda n: "\n".join(
        [
            TABLE,
            *(f"2080{i + 11}\t第{i + 11}类事务\t{i + 37}.00\t{i + 37}.00\t" for i in range(n)),
            *(f"\t\t{i % 90 + 1}\t\t" for i in range(n)),
        ]
    ),
    "cells a line": below(
        "表3\n部门支出总体情况表\n单位：万元\n科目编码\n科目名称\n合计\n基本支出",
        times("2080{n}\n第{n}类事务\n{m}.00\n{n}.00", "\n"),
    ),
    "cells a line of one code": below(
        "表3\n部门支出总体情况表\n单位：万元\n科目编码\n科目名称\n合计\n基本支出",
        times("208\n社会保障\n{m}.00\n20805\n第{n}类事务\n{m}.00", "\n"),
    ),
    "changes of parts": below(
        f"{BUDGET}\n\n第三部分 2031年部门预算情况说明",
        times(
            "2031年第{n}类支出{m}万元，比上年增加{n}万元，其中：甲{m}万元，增加{n}万元；乙{m}万元，与上年持平。",
            "",
        ),
    ),
    "rates between budgets and outcomes": below(
        f"{BUDGET}\n\n第三部分 2031年部门预算情况说明",
        times("第{n}类支出全年预算数{m}万元，决算数{n}万元，预决算差异率-50.00%；", ""),
    ),
    "shares line by line": _shared,
    "shares told at once": below(
        TITLE,
        lambda n: "\n\n".join(
            f"全省第{_han(i + 11)}类人员{2 * i + 22}万人，甲类{i + 11}万人，乙类{i + 11}万人，占比分别为50.0%、50.0%。"
            for i in range(n)
        ),
    ),
    "figures in words": below(TITLE, times("全省第{n}类支出六百万元，1亿2千万元，合格率百分之九十五。")),
    "text beside a table": below(
        TITLE,
        lambda n: (
            "\n\n".join(f"{2001 + i} 年，全省城镇新增就业 {i + 11} 万人。" for i in range(n))
            + "\n\n城镇新增就业情况表\n单位：万人\n年份\t城镇新增就业\t失业人员再就业\n"
            + "\n".join(f"{2001 + i}年\t{i + 11}\t{i + 5}" for i in range(n))
        ),
    ),
    "items below their total": _headed,
    "misprints": below(
        _MISPRINTED,
        times(
            "（一十一）第{n}项\n\n某省住房和城镇建设管理厅负责第{n}项工作，社会保险缴费缴费基数变动。后者为社会保险缴费基数。"
        ),
        "\n\n某省住房和城乡建设管理厅\n\n2031年2月3日",
    ),
    "words printed twice in one paragraph": below(
        TITLE, times("第{n}批社会保险缴费缴费基数变动", "，"), "\n\n后者为社会保险缴费基数。"
    ),
    "units that differ": lambda n: (
        _performance(n).replace(" 次\t历史标准\t", " 次\t历史标准\t>=").replace(" 次\t50", " 场\t50")
    ),
    "places behind what they have": below(
        PLAN,
        times(
            "城镇新增就业成都市 {n} 万人、绵阳市 {m} 万人，宜宾市增长 {n}%。第{n}类培训：成都 {m} 人、绵阳 {n} 人。"
        ),
    ),
    "parts of a whole": below(
        TITLE,
        times(
            "2030 年末，全省第{n}类保险参保 {m} 万人，其中：企业 {n} 万人、机关 20 万人。第{n}类两项合计 {m} 万人。"
        ),
    ),
    "wholes of more than the year of their parts": below(
        TITLE,
        times("累计培训第{n}类人员 {m} 万人，就业 {n} 万人，其中 2030 年培训 {n} 人、2029 年 {m} 人。"),
    ),
    "things that are counted": below(
        BUDGET, times("预算安排项目 {n} 个，整体绩效目标 {m} 个，上年结转项目 {n} 个，下属预算单位 {m} 家。")
    ),
    "quarters beside their year": _quarterly,
    "several years": below(
        TITLE,
        times(
            "截至 2030 年末，全省城镇职工养老保险参保人数 {m} 万人，比上年末增加 {n} 万人。基本养老保险参保人数 {m} 万人，比上年末增长 {n}.5%。2031 年城镇新增就业 {m} 万人。目标：2031 年城镇新增就业 {m} 万人以上。"
        ),
    ),
}
"""Per kind, a text of so many pieces."""
