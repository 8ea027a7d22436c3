"""Signs that Word writes as a place in a font: ≥ and ≤ of performance targets, boxes that forms are ticked with."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.plain import SUBSTITUTE


class Lost(str):
    """What stays of a sign that only its font knows: a mark of loss, to be kept beside a figure."""

    __slots__ = ()


_LOST = Lost(SUBSTITUTE)
_SYMBOL = {
    0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "-", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥", 0x7E: "~",
    0xA2: "′", 0xA3: "≤", 0xA4: "/", 0xA5: "∞", 0xA6: "ƒ", 0xA7: "♣", 0xA8: "♦", 0xA9: "♥", 0xAA: "♠",
    0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×",
    0xB5: "∝", 0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC7: "∩", 0xC8: "∪",
    0xCE: "∈", 0xCF: "∉", 0xD0: "∠", 0xD5: "∏", 0xD6: "√", 0xD7: "·", 0xD8: "¬", 0xD9: "∧", 0xDA: "∨", 0xDE: "⇒",
    0xE5: "∑", 0xF2: "∫",
}  # fmt: skip
"""Places of the font Symbol that are none of ASCII and no letters."""
_GREEK = dict(
    zip(
        "abgdezhqiklmnxoprVstujcywJABGDEZHQIKLMNXOPRSTUFCYWf",
        "αβγδεζηθικλμνξοπρςστυϕχψωϑΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩφ",
        strict=True,
    )
)
_DINGBATS = {
    0xA8: "□", 0x6F: "□", 0xA3: "□", 0x71: "□", 0xFE: "☑", 0x52: "☑", 0xFD: "☒", 0xFC: "√", 0x50: "√",
    0x6C: "●", 0x6E: "■", 0x75: "◆", 0xD8: "➢", 0xA7: "▪", 0x9F: "•", 0xE0: "→", 0xDF: "←", 0xE1: "↑", 0xE2: "↓",
    0xE8: "→", 0xE7: "←", 0xE9: "↑", 0xEA: "↓", 0xFB: "×",
    **{0x81 + place: sign for place, sign in enumerate("①②③④⑤⑥⑦⑧⑨⑩")},
    **{0x8C + place: sign for place, sign in enumerate("❶❷❸❹❺❻❼❽❾❿")},
}  # fmt: skip
"""Places of the Wingdings fonts."""
_PRIVATE, _PAGE = range(0xF000, 0xF100), 0xFF


def is_of_signs(font: str) -> bool:
    """Does a font have signs where others have letters?"""
    name = font.strip().lower()
    return name == "symbol" or name.startswith(("wingdings", "webdings"))


def is_sign(char: str, font: str) -> bool:
    """Is a character of a text one that only its font knows?"""
    return ord(char) in _PRIVATE or (font != "" and "!" <= char <= "\xff")


def sign(font: str, code: str) -> str:
    """The character of a sign; `Lost` for one that only its font knows, nothing for a place that is none."""
    known = 0 < len(code) < 6 and all(char in "0123456789ABCDEF" for char in code)
    number = int(code, 16) if known else 0
    if number in _PRIVATE:
        number &= _PAGE
        return _of_symbol(number) if font.strip().lower() == "symbol" else _DINGBATS.get(number, _LOST)
    if font.strip().lower() == "symbol" and 0x20 <= number <= _PAGE:
        return _of_symbol(number)
    return chr(number) if 0x20 <= number < 0xD800 else _LOST if number else ""


def _of_symbol(place: int) -> str:
    """A character of the font Symbol."""
    if place in _SYMBOL:
        return _SYMBOL[place]
    char = chr(place)
    if char in _GREEK:
        return _GREEK[char]
    return char if 0x20 <= place < 0x7F and not char.isalpha() else _LOST


def without_ornaments(parts: Sequence[str]) -> list[str]:
    """The stretches of a paragraph; of signs that only their font knows those beside a figure, where they may mean something."""
    found: list[str] = []
    for at, part in enumerate(parts):
        before, after = "".join(found[-1:])[-1:], "".join(parts[at + 1 : at + 2])[:1]
        if not isinstance(part, Lost) or before.isdigit() or after.isdigit():
            found.append(part)
    return found
