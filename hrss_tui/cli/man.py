"""The man page, made from the parser: `hrss-tui help man`. Plain roff (man macros), in either language."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import Any

from hrss_tui.cli.examples import EXAMPLES
from hrss_tui.cli.help import full_parser
from hrss_tui.cli.language import LOCALE
from hrss_tui.cli.names import PROGRAM
from hrss_tui.cli.parser import Parser
from hrss_tui.version import __version__
from hrss_tui.words import Lang, words


def man_page(lang: Lang) -> str:
    """The page as roff."""
    said, parser = words(lang), full_parser(lang)
    lines = [
        f'.TH {PROGRAM.upper()} 1 "" "{PROGRAM} {__version__}"',
        ".ad l",  # lines of Chinese have too few blanks to be stretched at
        *_section(said["man.name"], [f"{PROGRAM} \\- {_text(said['man.what'])}"]),
        *_section(said["man.synopsis"], [f".B {PROGRAM}", "[COMMAND] [OPTIONS]"]),
        *_section(said["man.description"], [_text(said["help.program"]), ".PP", _text(said["help.more"])]),
        *_section(said["help.options"], _options(parser)),
        *_section(said["help.commands"], _commands(parser, said["help.examples"], lang)),
        *_section(
            said["man.environment"],
            _terms(said, "HRSS_TUI_PACK", "HRSS_TUI_LANG", "HRSS_TUI_CONFIG", *LOCALE, "NO_COLOR"),
        ),
        *_section(said["man.exit"], _terms(said, "0", "1", "2", "3", "70", "130")),
        *_section(said["man.see"], [_text(said["man.see.also"])]),
    ]
    return "\n".join(lines) + "\n"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    yield f'.SH "{title.upper()}"'
    yield from lines


def _options(parser: Parser) -> Iterator[str]:
    """A paragraph per argument that is shown in help."""
    for action in parser._actions:
        if action.help is argparse.SUPPRESS or isinstance(action, argparse._SubParsersAction):
            continue
        yield ".TP"
        yield _called(action)
        yield _text(action.help or "")


def _called(action: Any) -> str:
    """The names of an argument in bold, what it takes in italics."""
    takes = action.metavar or ""
    value = f" \\fI{_text(takes)}\\fR" if takes and action.nargs != 0 else ""
    if not action.option_strings:
        return f"\\fI{_text(takes or action.dest)}\\fR"
    return ", ".join(f"\\fB{_text(name)}\\fR" for name in action.option_strings) + value


def _commands(parser: Parser, examples: str, lang: Lang) -> Iterator[str]:
    (commands,) = (one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    for name, child in commands.choices.items():
        yield f'.SS "{PROGRAM} {name}"'
        yield _text(child.description or "")
        yield from _options(child)
        yield from (".PP", f"{examples}:", ".RS", ".nf")
        for typed, zh, en in EXAMPLES.get(name, ()):
            yield _text(f"{PROGRAM} {name} {typed}".strip() + f"   # {zh if lang == 'zh' else en}")
        yield from (".fi", ".RE")


def _terms(said: Any, *names: str) -> Iterator[str]:
    for name in names:
        yield from (".TP", f".B {_text(name)}", _text(said[f"man.{name}"]))


def _text(text: str) -> str:
    """A text that roff takes for nothing but text."""
    plain = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
