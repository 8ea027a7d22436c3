"""What a monkey does at a terminal: the bytes of keys, of a mouse, of pasted text and of noise, and other sizes.

The same seed gives the same acts. Nothing is left out but ending: keys that end the program are rare.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import NamedTuple

WORDS = (
    "就业", "南疆", "技能大师工作室", "喀什", "培训 OR 创业", "就业 -培训", '"高校毕业生"', "code:208 year:2026", "py:xj", "jiuye",
    "doc:plan-2021", "kind:heading 就业", "/(a+)+$/", "/就.{0,9}业/", "((((((", "[/", "[b]x[/b] [@click=app.quit]q[/]", "\\", '"', "~",
    "～１２３", "x.csv", "x.json", "x.md", "./y.csv", "no/folder.md", "~nobody-is-called-so/z.csv", "20801", "6531", "2021", "99999999999999999999",
    "e\u0301\u0336", "\u202e\u200b", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "新疆生产建设兵团" * 40, "a" * 3000, " " * 50,
)  # fmt: skip
"""What is typed and pasted into whatever takes text."""
KEYS = (
    *"1234567", *"1234567", *"/fsyeu[]nNtTbmgl?kjhG", *"/fsyeubmgtnl[]", "\r", "\r", "\r", "\r", "\x7f", "\x7f", "\t", "\t", "\x1b[Z", " ",
    "\x10", "\x1b[27u", "\x1b[27u", "\x1b[27u", *["\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"] * 4,
    "\x1b[5~", "\x1b[6~", "\x1b[H", "\x1b[F", "\x1b[1;5D", "\x1b[1;5C", "\x1b[1;3D", "\x1b[1;3C", "\x1bOP",
)  # fmt: skip
"""What the program has a use for; 27u is Esc as newer terminals send it, without a pause to tell it by."""
ENDING = ("q", "\x11", "\x03")
_SIZES = (
    (80, 24),
    (80, 24),
    (120, 40),
    (200, 60),
    (56, 14),
    (55, 13),
    (100, 30),
    (39, 10),
    (1, 1),
    (2, 1),
    (1, 50),
    (300, 3),
    (3, 100),
)
_MODES = (0, 0, 0, 0, 4, 8, 16)
"""Shift, Alt and Ctrl of a mouse report."""
_WHEEL = (64, 65, 66, 67)
_FOCUS = ("\x1b[I", "\x1b[O")
_OTHER_LETTERS = "QRSABCDEFHPZ~u"


class Act(NamedTuple):
    """Bytes that a terminal sends, or another size of it in columns and rows."""

    kind: str
    text: str = ""
    size: tuple[int, int] = (0, 0)


def acts(chance: Random) -> Iterator[Act]:
    """Endlessly what a monkey does next."""
    size = _SIZES[0]
    kinds = (
        _known,
        _known,
        _known,
        _any_key,
        _typed,
        _pasted,
        _clicked,
        _wheeled,
        _dragged,
        _noise,
        _resized,
        _end,
    )
    weights = (50, 40, 30, 12, 6, 2, 14, 6, 3, 2, 4, 0.2)
    while True:
        act = chance.choices(kinds, weights)[0](chance, size)
        if act.kind == "size":
            size = act.size
        yield act


def _known(chance: Random, size: tuple[int, int]) -> Act:
    """One key, or several so fast that the program has not yet answered the first."""
    return Act("key", "".join(chance.choices(KEYS, k=chance.choice((1, 1, 1, 1, 2, 5)))))


def _any_key(chance: Random, size: tuple[int, int]) -> Act:
    """Any key with any modifiers, in either protocol."""
    code = chance.choice(
        (chance.randint(1, 126), chance.randint(0x4E00, 0x9FFF), chance.randint(57344, 57454))
    )
    modified = chance.randint(1, 16)
    old = (
        f"\x1b[1;{modified}{chance.choice('ABCDFHPQRS')}",
        f"\x1b{chr(chance.randint(33, 126))}",
        chr(chance.randint(1, 31)),
    )
    text = chance.choice((*old, f"\x1b[{code};{modified}u", f"\x1b[{chance.randint(1, 34)};{modified}~"))
    return Act("any key", "x" if text in ENDING or text == "\x1a" else text)


def _typed(chance: Random, size: tuple[int, int]) -> Act:
    """Into a box, where the key that opens one is pressed before, and perhaps Enter after."""
    text = "".join(chance.choices(WORDS, k=chance.randint(1, 2)))[: chance.choice((1, 4, 60))]
    return Act(
        "text",
        chance.choice(("/", "f", "\x10", "e", "")) + text + chance.choice(("\r", "", "\x1b[B", "\x7f\x7f")),
    )


def _pasted(chance: Random, size: tuple[int, int]) -> Act:
    return Act("paste", f"\x1b[200~{chance.choice(WORDS)}\x1b[201~")


def _clicked(chance: Random, size: tuple[int, int]) -> Act:
    """One to three clicks of any button anywhere, now and then beside the screen."""
    button, at = chance.choice((0, 0, 0, 0, 1, 2)) + chance.choice(_MODES), _place(chance, size)
    return Act("click", f"\x1b[<{button};{at}M\x1b[<{button};{at}m" * chance.choice((1, 1, 2, 3)))


def _wheeled(chance: Random, size: tuple[int, int]) -> Act:
    code = chance.choice(_WHEEL) + chance.choice(_MODES)
    return Act("wheel", f"\x1b[<{code};{_place(chance, size)}M" * chance.randint(1, 5))


def _dragged(chance: Random, size: tuple[int, int]) -> Act:
    """Press, move, and mostly let go."""
    moves = "".join(f"\x1b[<32;{_place(chance, size)}M" for _ in range(chance.randint(1, 4)))
    return Act(
        "drag",
        f"\x1b[<0;{_place(chance, size)}M{moves}" + chance.choice((f"\x1b[<0;{_place(chance, size)}m", "")),
    )


def _place(chance: Random, size: tuple[int, int]) -> str:
    beyond = chance.choice((0,) * 20 + (1, 500))
    return f"{chance.randint(1, size[0]) + beyond};{chance.randint(1, size[1]) + beyond}"


def _noise(chance: Random, size: tuple[int, int]) -> Act:
    """Sequences that no key sends; the last closes what may be left open."""
    numbers = ";".join(
        str(chance.randint(0, 10 ** chance.randint(1, 9))) for _ in range(chance.randint(1, 4))
    )
    sequence = f"\x1b[{chance.choice(('', '<', '?', '200', '48;'))}{numbers}{chance.choice(_OTHER_LETTERS)}"
    return Act("noise", chance.choice((*_FOCUS, sequence, sequence)) + "\x1b[201~\x1b[27u")


def _resized(chance: Random, size: tuple[int, int]) -> Act:
    columns, rows = chance.choice((*_SIZES, (chance.randint(1, 250), chance.randint(1, 70))))
    return Act("size", size=(columns, rows))


def _end(chance: Random, size: tuple[int, int]) -> Act:
    return Act("end", chance.choice(ENDING))
