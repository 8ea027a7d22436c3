"""Every word a user reads in the command line and the explorer, in Chinese and in English.

`words(lang)` is a frozen mapping from key to text. The texts stand in the modules of this folder, one pair
`(zh, en)` per key; a test proves that no key lacks a language and that none is defined twice.
"""

from __future__ import annotations

from functools import cache
from types import MappingProxyType

from hrss_tui.words import (
    check_kinds,
    cli,
    explorer,
    explorer_amounts,
    explorer_choices,
    explorer_keys,
    files,
    formats,
    help,
    lists,
    packages,
    queries,
    reading,
    safety,
    search,
    system,
    taking,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    # Not imported at run time: every command begins here, and typing alone takes a third of `python -c pass`.
    from collections.abc import Iterable, Mapping
    from typing import Final, Literal

    Lang = Literal["zh", "en"]
else:
    Lang = str
LANGUAGES: Final[tuple[Lang, ...]] = ("zh", "en")

_LONGEST: Final = 400
"""Characters of a text that is quoted whole."""

TABLES: Final[tuple[Mapping[str, tuple[str, str]], ...]] = (
    cli.WORDS,
    help.WORDS,
    packages.WORDS,
    queries.WORDS,
    reading.WORDS,
    safety.WORDS,
    search.WORDS,
    explorer.WORDS,
    explorer_amounts.WORDS,
    explorer_choices.WORDS,
    explorer_keys.WORDS,
    files.WORDS,
    formats.WORDS,
    lists.WORDS,
    check_kinds.WORDS,
    taking.WORDS,
    system.WORDS,
)


class Phrase(str):
    """A sentence whose value is the Chinese one and whose `en` is the English one.

    Errors are raised where nobody knows the language of the user; the front end that prints one does.
    """

    __slots__ = ("en",)
    en: str

    def __new__(cls, zh: str, en: str) -> Phrase:
        """Hold both languages."""
        text = super().__new__(cls, zh)
        text.en = en
        return text

    def __reduce__(self) -> tuple[type[Phrase], tuple[str, str]]:
        """Both languages: an error may come from another process."""
        return Phrase, (str(self), self.en)


@cache
def words(lang: Lang) -> Mapping[str, str]:
    """Key → text in one language."""
    column = LANGUAGES.index(lang)
    return MappingProxyType({key: pair[column] for table in TABLES for key, pair in table.items()})


def phrase(key: str, /, **values: object) -> Phrase:
    """The sentence of a key in both languages, with its `{places}` filled; a value may be a Phrase itself.

    What somebody typed or wrote is quoted in part where it is endless.
    """
    zh, en = (words(lang)[key] for lang in LANGUAGES)
    values = {name: quoted(value) for name, value in values.items()}
    english = {
        name: spoken(value, "en") if isinstance(value, str) else value for name, value in values.items()
    }
    return Phrase(zh.format(**values), en.format(**english))


def named_or(key: str, otherwise: str) -> Phrase:
    """What is called by a key that a package gives, as its kind; a package of another program may hold one without a name."""
    return phrase(key) if key in words("zh") else Phrase(otherwise, otherwise)


def quoted(value: object) -> object:
    """The value; of a text or path that is longer than a sentence can hold its beginning and end."""
    if isinstance(value, Phrase) or not (isinstance(value, str) or hasattr(value, "__fspath__")):
        return value
    text = str(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 4 :]}"


def spoken(text: str, lang: Lang) -> str:
    """A text in the language asked for, where it knows it; always a plain string."""
    return text.en if lang == "en" and isinstance(text, Phrase) else str(text)


def listed(names: Iterable[str], most: int = 12) -> Phrase:
    """Names in a row for a sentence; of more than `most` the first, and how many there are."""
    known = list(names)
    more = f" …({len(known)})" if len(known) > most else ""
    return Phrase(
        "、".join(known[:most]) + more, ", ".join(spoken(name, "en") for name in known[:most]) + more
    )
