"""Of which place each clause is, where several are told of on one line: by short names, names of one character, labels, ranks."""

import pytest

from tests.compile.prose.reader import Built

_CITY = "宿迁市2034年就业工作情况\n\n2035年2月6日\n\n"
_PROVINCE = "安徽省2034年就业工作情况\n\n2035年2月6日\n\n"
_NATION = "2034年全国就业补助资金下达情况\n\n2034年5月6日\n\n"


def test_each_label_of_a_line_begins_the_figures_of_its_own_place(built: Built) -> None:
    text = (
        f"{_CITY}沭阳县：举办专场9场，提供岗位2,300个；泗阳县：举办专场12场，提供岗位3,100个；泗洪县：7场。"
    )
    assert [row[1:] for row in built(text, "subject", "scope", "place_code")] == [
        ("举办专场", "沭阳县", "321322"),
        ("提供岗位", "沭阳县", "321322"),
        ("举办专场", "泗阳县", "321323"),
        ("提供岗位", "泗阳县", "321323"),
        ("举办专场 泗洪县", None, "321324"),
    ]


def test_a_label_without_its_type_is_the_city(built: Built) -> None:
    text = f"{_PROVINCE}阜阳：创业担保贷款发放12.6亿元；亳州：创业担保贷款发放9.3亿元。"
    assert [row[1:] for row in built(text, "indicator_id", "place_code")] == [
        ("startup_loans", "341200"),
        ("startup_loans", "341600"),
    ]


def test_counties_of_one_character_are_places_as_others_are(built: Built) -> None:
    text = f"{_PROVINCE}泾县完成培训4,100人、发证3,900人；黟县完成培训900人、发证810人。"
    assert [row[1] for row in built(text, "place_code")] == ["341823", "341823", "341023", "341023"]
    text = f"{_PROVINCE}2034年，全省城镇新增就业70.2万人，其中霍山县0.71万人，寿县0.62万人。"
    assert [row[1:] for row in built(text, "scope", "place_code")][1:] == [(None, "341525"), (None, "340422")]


@pytest.mark.parametrize("words", ["成县级任务", "该县任务", "高县域任务"])
def test_words_that_end_like_a_county_are_none(built: Built, words: str) -> None:
    assert [row[1] for row in built(f"{_PROVINCE}2034年，{words}3,200人。", "place_code")] != ["621221"]


def test_cities_without_their_types_each_have_all_of_what_they_share(built: Built) -> None:
    text = (
        f"{_PROVINCE}黄山、宣城、池州城镇新增就业分别为3.1万人、3.6万人、2.2万人，分别增长1.1%、2.2%、0.9%。"
    )
    places = ("341000", "341800", "341700")
    assert [row[1:] for row in built(text, "indicator_id", "place_code")] == [
        ("urban_new_jobs", place) for place in (*places, *places)
    ]


def test_two_lists_of_places_each_have_their_own_figures(built: Built) -> None:
    text = (
        f"{_PROVINCE}阜阳、六安、亳州三市外出规模超过100万人，分别为262万人、158万人、131万人；"
        "池州、铜陵规模较小，分别为8.6万人、6.8万人。"
    )
    assert [row[1:] for row in built(text, "subject", "place_code")][1:] == [
        ("外出规模 阜阳", "341200"),
        ("外出规模 六安", "341500"),
        ("外出规模 亳州", "341600"),
        ("外出规模 池州", "341700"),
        ("外出规模 铜陵", "340700"),
    ]


def test_districts_that_rank_have_what_was_told_before_them(built: Built) -> None:
    text = f"{_CITY}失业人员再就业完成2.6万人。其中宿城区、宿豫区完成数位居前列，分别为0.62万人、0.51万人。"
    assert [row[1:] for row in built(text, "indicator_id", "place_code")][1:] == [
        ("unemployed_reemployed", "321302"),
        ("unemployed_reemployed", "321311"),
    ]


@pytest.mark.parametrize("ranks", ["前两位是", "前2位分别为", "位列前两位的是"])
def test_the_first_of_those_that_rank_is_of_its_own_place(built: Built, ranks: str) -> None:
    text = f"{_PROVINCE}从各市看，失业人员再就业{ranks}阜阳市3.6万人、宿州市3.1万人。"
    assert [row[1:] for row in built(text, "indicator_id", "place_code")] == [
        ("unemployed_reemployed", "341200"),
        ("unemployed_reemployed", "341300"),
    ]


def test_a_region_in_a_list_of_provinces_is_none_of_those_before_it(built: Built) -> None:
    text = f"{_NATION}2034年，下达就业补助资金660亿元，其中安徽38.2亿元、新疆27.1亿元。"
    assert [row[1:] for row in built(text, "subject", "scope", "place_code")][1:] == [
        ("下达就业补助资金 安徽", None, "340000"),
        ("下达就业补助资金 新疆", None, "650000"),
    ]


def test_towns_that_are_called_like_a_county_or_a_province_lie_where_the_text_tells_of(built: Built) -> None:
    text = "2034年易县乡村岗位情况\n\n梁格庄镇120人，代县镇80人，海南乡60人，吉林街道9人。"
    assert {row[1] for row in built(text, "place_code")} <= {"130633", None}


def test_a_banner_is_known_by_its_short_name(built: Built) -> None:
    text = "2034年通辽市科左中旗就业工作情况\n\n全旗转移就业5.2万人。"
    assert [row[1] for row in built(text, "place_code")] == ["150521"]


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("滁州、蚌埠两市城镇新增就业", "滁州、蚌埠两市"),
        ("滁州市、蚌埠市城镇新增就业", "滁州市、蚌埠市"),
        ("滁州市等3市城镇新增就业", "滁州市等3市"),
        ("其余各市城镇新增就业", "其余各市"),
        ("皖北地区城镇新增就业", "皖北地区"),
    ],
)
def test_what_is_of_several_places_is_of_none_and_says_of_which(built: Built, words: str, scope: str) -> None:
    text = f"{_PROVINCE}2034年，全省城镇新增就业70.2万人，失业保险参保612万人。{words}合计12.6万人。"
    assert built(text, "scope", "place_code")[-1][1:] == (scope, None)


@pytest.mark.parametrize("inner", ["市区", "中心城区", "主城区"])
def test_the_inner_part_of_a_city_is_not_the_city(built: Built, inner: str) -> None:
    text = f"{_CITY}{inner}城镇居民人均可支配收入42,360元，泗洪县33,210元。"
    assert [row[1:] for row in built(text, "scope", "place_code")] == [(inner, None), (None, "321324")]


@pytest.mark.parametrize("inner", ["市区", "主城区"])
@pytest.mark.parametrize("joint", ["，", "；"])
def test_what_other_parts_have_behind_the_inner_part_is_not_of_it(
    built: Built, inner: str, joint: str
) -> None:
    text = f"{_CITY}{inner}居民人均可支配收入42,360元{joint}农村居民人均可支配收入23,150元。"
    assert built(text, "scope", "place_code")[-1][1:] == (None, "321300")


@pytest.mark.parametrize("name", ["皖南医学院毕业生", "皖北交通集团", "皖西日报社"])
def test_a_body_that_is_called_after_a_region_is_not_the_region(built: Built, name: str) -> None:
    text = f"{_PROVINCE}{name}留省就业62人，参加技能大赛获奖3人。"
    assert {row[1:] for row in built(text, "scope", "place_code")} == {(None, "340000")}


def test_a_town_told_with_an_indicator_is_not_the_county_around_it(built: Built) -> None:
    text = "2034年沛县就业工作情况\n\n全县城镇新增就业1.21万人。安国镇城镇新增就业310人。"
    assert [row[1:] for row in built(text, "scope", "place_code")] == [
        ("全县", "320322"),
        ("安国镇", None),
    ]


def test_towns_that_are_counted_are_no_town(built: Built) -> None:
    text = "2034年沛县基本情况\n\n全县下辖镇13个、街道4个。"
    assert {row[1] for row in built(text, "place_code")} == {"320322"}


def test_classes_of_areas_are_each_of_the_places_before_them(built: Built) -> None:
    text = (
        "关于调整宝鸡市最低工资标准的通知\n\n2034年3月12日\n\n"
        "一、渭滨区、金台区、陈仓区执行一类标准，月最低工资标准为2,160元，小时最低工资标准为21元。\n"
        "二、岐山县、眉县、凤翔区执行二类标准，月最低工资标准为2,050元，小时最低工资标准为20元。\n"
        "三、其他县执行三类标准，月最低工资标准为1,950元，小时最低工资标准为19元。"
    )
    groups = ("渭滨区、金台区、陈仓区", "岐山县、眉县、凤翔区", "其他县")
    assert [row[1:] for row in built(text, "scope", "place_code")] == [
        (group, None) for group in groups for _ in range(2)
    ]


def test_what_several_counties_did_is_of_none_of_them_alone(built: Built) -> None:
    text = f"{_CITY}沭阳县等3个县实现动态清零，追发工资620万元。"
    assert built(text, "place_code")[-1] == ("620", None)


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("泗洪城镇新增就业0.42万人，泗阳城镇新增就业0.51万人", ["321324", "321323"]),
        ("与2033年相比，宿城增加0.2万人，宿豫减少0.1万人", ["321302", "321311"]),
        ("新建驿站36个，服务12.6万人次", ["321300", "321300"]),
    ],
)
def test_districts_without_their_type_are_places_and_words_are_none(
    built: Built, words: str, places: list[str]
) -> None:
    assert [row[1] for row in built(f"{_CITY}2034年，{words}。", "place_code")] == places


def test_a_word_that_is_a_district_as_well_is_none_by_what_is_done(built: Built) -> None:
    text = "南昌市2034年就业工作情况\n\n2034年，新建新增驿站36个。"
    assert [row[1] for row in built(text, "place_code")] == ["360100"]


def test_the_district_in_the_bracket_of_its_zone_is_meant(built: Built) -> None:
    text = "乌鲁木齐市2034年就业工作情况\n\n走访企业：天山区600家、高新区（新市区）800家、经开区（头屯河区）350家。"
    assert [row[1] for row in built(text, "place_code")] == ["650102", "650104", "650106"]


def test_what_another_place_has_is_no_figure_of_the_first(built: Built) -> None:
    text = f"{_CITY}沭阳县城镇新增就业1.31万人，较泗阳县（0.82万人）多0.49万人。"
    assert [row[1:] for row in built(text, "indicator_id", "place_code")][:2] == [
        ("urban_new_jobs", "321322"),
        ("urban_new_jobs", "321323"),
    ]
    text = f"{_CITY}与徐州（38.6万人）相比，我市失业保险参保少6.2万人。"
    assert built(text, "place_code")[0] == ("38.6", None)


def test_cities_of_a_list_in_a_text_of_the_nation_have_their_own_places(built: Built) -> None:
    text = f"{_NATION}2034年，大连、青岛、深圳3个市新增就业98.6万人，其中深圳21.3万人。"
    rows = built(text, "place_code")
    assert rows[-1] == ("21.3", "440300")
    assert rows[-2][1] is None


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("国家统计局三明调查队：2034年三明市农民工监测情况", "350400"),
        ("国家税务总局三明市税务局2034年社会保险费征收情况", "350400"),
        ("国家统计局：2034年农民工监测调查情况", None),
    ],
)
def test_what_the_branch_of_a_body_of_the_nation_tells_is_of_its_place(
    built: Built, title: str, place: str | None
) -> None:
    assert [row[1] for row in built(f"{title}\n\n外出农民工月均收入6,120元。", "place_code")] == [place]


def test_words_that_begin_like_a_region_are_none(built: Built) -> None:
    text = "内蒙古自治区2034年卫生工作情况\n\n2034年，蒙中医院新增床位3,200张。"
    assert [row[1:] for row in built(text, "scope", "place_code")] == [(None, "150000")]
