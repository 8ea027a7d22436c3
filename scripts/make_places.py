"""Make hrss_tui/reference/places.tsv and places_former.tsv: all divisions of GB/T 2260 and the names they had.

    git clone https://github.com/mumuy/data_location && git clone https://github.com/cn/GB2260
    python scripts/make_places.py data_location GB2260

Sources, both collected from the publications of the Ministry of Civil Affairs and the Bureau of Statistics:

- mumuy/data_location (MIT, Copyright (c) 2024 Haole Zheng), commit a40c560 of 2026-04-18: `list.json`, the codes in
  force; `diff.json`, by which codes an abolished one was followed. Its codes for streets, and for divisions of Hong Kong, Macao
  and Taiwan (which are not of the standard), are left out.
- cn/GB2260, commit 1173e8b: `mca/YYYY12.tsv`, the codes in force at the end of each year from 1980 to 2018 (public
  documents; the repository states no licence of its own). Only names, codes and years are taken from it.

Pinyin is from pypinyin, corrected by READINGS. English names are the pinyin with the apostrophes of the standard, but
for those divisions whose names are of other languages (ENGLISH). The corps (兵团) is no division of GB/T 2260: its
number 66, and 66NN for its divisions, is the one that ministries use beside that standard.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from pypinyin import lazy_pinyin

FOLDER = Path(__file__).parent.parent / "hrss_tui" / "reference"
FIRST_YEAR = 1995
"""Names that went out of use before are of no document of the kinds that are read."""

PEOPLES = [
    "阿昌",
    "白",
    "保安",
    "布朗",
    "布依",
    "藏",
    "朝鲜",
    "达斡尔",
    "傣",
    "德昂",
    "东乡",
    "侗",
    "独龙",
    "鄂伦春",
    "鄂温克",
    "高山",
    "仡佬",
    "哈尼",
    "哈萨克",
    "赫哲",
    "回",
    "基诺",
    "京",
    "景颇",
    "柯尔克孜",
    "拉祜",
    "黎",
    "傈僳",
    "珞巴",
    "满",
    "毛南",
    "门巴",
    "蒙古",
    "苗",
    "仫佬",
    "纳西",
    "怒",
    "普米",
    "羌",
    "撒拉",
    "畲",
    "水",
    "塔吉克",
    "塔塔尔",
    "土",
    "土家",
    "佤",
    "维吾尔",
    "乌孜别克",
    "锡伯",
    "瑶",
    "彝",
    "裕固",
    "壮",
    "各",
]
_PEOPLE = "|".join(sorted((f"{name}族" for name in PEOPLES), key=len, reverse=True))
_SHORT = "|".join(name for name in PEOPLES if len(name) > 1)
_AUTONOMOUS = re.compile(rf"(?:(?:{_PEOPLE}|(?<!内)(?:{_SHORT}))+)?自治(?:区|州|县|旗)$|(?:{_PEOPLE})区$")
_TYPE = re.compile(r"(?:特别行政区|林区|特区|省|地区|州|盟|市|区|县|旗)$")

READINGS = {
    "喀什": "ka shi", "蚌埠": "beng bu", "六安": "lu an", "亳州": "bo zhou", "厦门": "xia men", "重庆": "chong qing",
    "台州": "tai zhou", "丽水": "li shui", "尉犁": "yu li", "蔚": "yu", "乐清": "yue qing", "乐亭": "lao ting", "洪洞": "hong tong",
    "浚": "xun", "监利": "jian li", "荥阳": "xing yang", "荥经": "ying jing", "大埔": "da bu", "犍为": "qian wei", "歙": "she",
    "黟": "yi", "枞阳": "zong yang", "涡阳": "guo yang", "武陟": "wu zhi", "泌阳": "bi yang", "渑池": "mian chi", "耒阳": "lei yang",
    "东莞": "dong guan", "蠡": "li", "井陉": "jing xing", "大城": "dai cheng", "莘": "shen", "茌平": "chi ping", "任丘": "ren qiu",
    "华阴": "hua yin", "珲春": "hun chun", "穆棱": "mu ling", "盱眙": "xu yi", "睢": "sui", "睢宁": "sui ning", "召陵": "shao ling",
    "牟平": "mu ping", "牟定": "mou ding", "中牟": "zhong mu", "万载": "wan zai", "余干": "yu gan", "柞水": "zha shui",
    "吴堡": "wu bu", "宕昌": "tan chang", "行唐": "xing tang", "柏乡": "bai xiang", "长子": "zhang zi", "长垣": "chang yuan",
    "都匀": "du yun", "都昌": "du chang", "都江堰": "du jiang yan", "成都": "cheng du", "大足": "da zu", "六合": "lu he",
    "六枝": "liu zhi", "六盘水": "liu pan shui", "卢氏": "lu shi", "猇亭": "xiao ting", "铅山": "yan shan", "东阿": "dong e",
    "单": "shan", "番禺": "pan yu", "阿克苏": "a ke su", "阿勒泰": "a le tai", "济南": "ji nan", "济宁": "ji ning", "朝阳": "chao yang",
    "长治": "chang zhi", "乐山": "le shan", "乐陵": "le ling", "陕西": "shaan xi", "山西": "shan xi", "巴音郭楞": "ba yin guo leng",
    "博尔塔拉": "bo er ta la", "克孜勒苏": "ke zi le su", "和田": "he tian", "疏勒": "shu le", "伽师": "jia shi", "鄯善": "shan shan",
    "且末": "qie mo", "焉耆": "yan qi", "若羌": "ruo qiang", "莎车": "sha che", "会东": "hui dong", "呼和浩特": "hu he hao te",
    "掇刀": "duo dao", "嵊州": "sheng zhou", "解放": "jie fang", "郧西": "yun xi", "曲阜": "qu fu", "隰": "xi", "郏": "jia",
    "句容": "ju rong", "长乐": "chang le", "夏津": "xia jin", "大冶": "da ye", "兴国": "xing guo", "尖扎": "jian zha",
    "天等": "tian deng", "兴化": "xing hua", "盂": "yu", "乾": "qian", "弋阳": "yi yang", "合阳": "he yang", "麻阳": "ma yang",
    "筠连": "jun lian", "珙": "gong", "甘德": "gan de", "达日": "da ri", "大通": "da tong", "那曲": "na qu", "曲松": "qu song",
    "塔什库尔干": "ta shi ku er gan", "三都": "san du", "乌什": "wu shi", "什邡": "shi fang",
}  # fmt: skip
"""Proper names (without their type) that are read otherwise than their characters suggest."""

CHARACTERS = {"什": "shi", "都": "du", "长": "chang", "乐": "le", "曾": "zeng", "蚌": "beng"}
"""Characters that are read so in all names of places but those of READINGS."""

ENGLISH = {
    "11": "Beijing", "12": "Tianjin", "13": "Hebei", "14": "Shanxi", "15": "Inner Mongolia", "21": "Liaoning", "22": "Jilin",
    "23": "Heilongjiang", "31": "Shanghai", "32": "Jiangsu", "33": "Zhejiang", "34": "Anhui", "35": "Fujian", "36": "Jiangxi",
    "37": "Shandong", "41": "Henan", "42": "Hubei", "43": "Hunan", "44": "Guangdong", "45": "Guangxi", "46": "Hainan",
    "50": "Chongqing", "51": "Sichuan", "52": "Guizhou", "53": "Yunnan", "54": "Tibet", "61": "Shaanxi", "62": "Gansu",
    "63": "Qinghai", "64": "Ningxia", "65": "Xinjiang", "71": "Taiwan", "81": "Hong Kong", "82": "Macao",
    "1501": "Hohhot", "1502": "Baotou", "1506": "Ordos", "1507": "Hulunbuir", "1508": "Bayannur", "1509": "Ulanqab",
    "1522": "Hinggan League", "1525": "Xilingol League", "1529": "Alxa League", "2224": "Yanbian Korean Autonomous Prefecture",
    "2301": "Harbin", "2302": "Qiqihar", "2327": "Da Hinggan Ling Prefecture",
    "4228": "Enshi Tujia and Miao Autonomous Prefecture", "4331": "Xiangxi Tujia and Miao Autonomous Prefecture",
    "5132": "Ngawa Tibetan and Qiang Autonomous Prefecture", "5133": "Garzê Tibetan Autonomous Prefecture",
    "5134": "Liangshan Yi Autonomous Prefecture", "5223": "Qianxinan Buyei and Miao Autonomous Prefecture",
    "5226": "Qiandongnan Miao and Dong Autonomous Prefecture", "5227": "Qiannan Buyei and Miao Autonomous Prefecture",
    "5323": "Chuxiong Yi Autonomous Prefecture", "5325": "Honghe Hani and Yi Autonomous Prefecture",
    "5326": "Wenshan Zhuang and Miao Autonomous Prefecture", "5328": "Xishuangbanna Dai Autonomous Prefecture",
    "5329": "Dali Bai Autonomous Prefecture", "5331": "Dehong Dai and Jingpo Autonomous Prefecture",
    "5333": "Nujiang Lisu Autonomous Prefecture", "5334": "Dêqên Tibetan Autonomous Prefecture",
    "5401": "Lhasa", "5402": "Xigazê", "5403": "Qamdo", "5404": "Nyingchi", "5405": "Shannan", "5406": "Nagqu",
    "5425": "Ngari Prefecture", "6229": "Linxia Hui Autonomous Prefecture", "6230": "Gannan Tibetan Autonomous Prefecture",
    "6322": "Haibei Tibetan Autonomous Prefecture", "6323": "Huangnan Tibetan Autonomous Prefecture",
    "6325": "Hainan Tibetan Autonomous Prefecture", "6326": "Golog Tibetan Autonomous Prefecture",
    "6327": "Yushu Tibetan Autonomous Prefecture", "6328": "Haixi Mongol and Tibetan Autonomous Prefecture",
    "6501": "Ürümqi", "6502": "Karamay", "6504": "Turpan", "6505": "Hami", "6523": "Changji Hui Autonomous Prefecture",
    "6527": "Bortala Mongol Autonomous Prefecture", "6528": "Bayingolin Mongol Autonomous Prefecture",
    "6529": "Aksu Prefecture", "6530": "Kizilsu Kyrgyz Autonomous Prefecture", "6531": "Kashgar Prefecture",
    "6532": "Hotan Prefecture", "6540": "Ili Kazakh Autonomous Prefecture", "6542": "Tacheng Prefecture",
    "6543": "Altay Prefecture", "659001": "Shihezi", "659002": "Aral", "659003": "Tumxuk", "659004": "Wujiaqu",
}  # fmt: skip
"""Names in English of provinces, and of what is not called by the pinyin of its Chinese name."""

OUTSIDE = {"71": "71", "81": "81", "82": "82", "83": "71"}
"""Provinces of which the standard has no divisions; the source numbers Taiwan 83."""

CORPS = ("66", "新疆生产建设兵团", "兵团", "bing tuan", "Xinjiang Production and Construction Corps")
SEATS = [
    "阿拉尔",
    "铁门关",
    "图木舒克",
    "可克达拉",
    "双河",
    "五家渠",
    "胡杨河",
    "石河子",
    "白杨",
    "北屯",
    "-",
    "-",
    "新星",
    "昆玉",
]
NUMERALS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四"]


def trimmed(code: str) -> str:
    """A code without its trailing pairs of zeros: 320000 is 32."""
    while code.endswith("00"):
        code = code[:-2]
    return code


def proper(name: str) -> str:
    """The name without peoples and type: 红河哈尼族彝族自治州 is 红河, 单县 stays."""
    bare = _AUTONOMOUS.sub("", name) if _AUTONOMOUS.search(name) else _TYPE.sub("", name)
    if not bare and name.startswith(tuple(PEOPLES)):
        bare = next(people for people in sorted(PEOPLES, key=len, reverse=True) if name.startswith(people))
    return bare if len(bare) > 1 else name


def reading(name: str) -> str:
    """Syllables of a proper name, separated by spaces."""
    key = name[:1] if len(name) == 2 and name[1] in "县区市旗" else name
    if key in READINGS:
        rest = "" if key == name else " " + " ".join(lazy_pinyin(name[1:]))
        return READINGS[key] + rest
    return " ".join(CHARACTERS.get(char, each) for char, each in zip(name, lazy_pinyin(name), strict=True))


def spelt(syllables: str) -> str:
    """Syllables as one word of English text: xi an is Xi'an."""
    parts = syllables.split()
    joined = parts[0] + "".join(f"'{each}" if each[0] in "aeo" else each for _, each in pairwise(parts))
    return joined.capitalize()


def rows(current: dict[str, str]) -> Iterator[tuple[str, str, str, str, str]]:
    """Code, name, proper name, pinyin and (provinces and prefectures) English name of every division and of the corps."""
    for number, name in sorted(current.items()):
        code = trimmed(number)
        if number[:2] in OUTSIDE and len(code) > 2:
            continue
        code = OUTSIDE.get(code, code)
        bare = proper(name)
        syllables = reading(bare)
        english = ENGLISH.get(code, spelt(syllables) if len(code) == 4 else "")
        yield code, name, bare, syllables, english
    yield CORPS
    for at, (numeral, seat) in enumerate(zip(NUMERALS, SEATS, strict=True), 1):
        name = f"第{numeral}师"
        full = name if seat == "-" else f"{name}{seat}市"
        yield f"66{at:02}", full, name, reading(name), f"{at}th Division" if at > 3 else f"Division {at}"


def former(current: dict[str, str], after: dict[str, list[str]], folder: Path) -> Iterator[tuple[str, ...]]:
    """Code, name, first and last year, and the codes that followed, of every name that is no longer in force."""
    years: dict[tuple[str, str], list[int]] = {}
    for path in sorted((folder / "mca").glob("????12.tsv")):
        year = int(path.stem[:4])
        for line in path.read_text("utf-8").splitlines()[1:]:
            _, _, code, name = line.split("\t")
            years.setdefault((code, name.strip()), []).append(year)
    newest = max(max(found) for found in years.values())
    for (code, name), found in sorted(years.items()):
        plain = name not in ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖行政单位")
        if current.get(code) == name or max(found) < FIRST_YEAR or not plain or len(name) < 2:
            continue
        followed = [code] if code in current else [each for each in after.get(code, []) if each in current]
        first = "" if min(found) == 1980 else str(min(found))
        last = "" if max(found) == newest else str(max(found))
        yield trimmed(code), name, first, last, " ".join(map(trimmed, followed))


def write(name: str, header: str, found: Iterator[tuple[str, ...]]) -> None:
    """A table of tab-separated lines."""
    lines = ["\t".join(row) for row in found]
    (FOLDER / name).write_text("\n".join([header.replace(" ", "\t"), *lines]) + "\n", "utf-8")


def main() -> None:
    """Read both checkouts and write both tables."""
    places, history = map(Path, sys.argv[1:3])
    current = json.loads((places / "list.json").read_text("utf-8"))
    after = json.loads((places / "diff.json").read_text("utf-8"))
    write("places.tsv", "code name proper pinyin english", rows(current))
    write("places_former.tsv", "code name first last followed", former(current, after, history))


if __name__ == "__main__":
    main()
