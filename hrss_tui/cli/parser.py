"""argparse that speaks the user's language, wraps help by terminal cells and raises instead of exiting.

Sub-parsers are not used to run a command: its name is taken out of the arguments first, so that options may
stand before and after it and only its own module is imported. `full_parser` has them all, for help and for
shell completion.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from functools import partial

from hrss_tui.cli.cells import wrap
from hrss_tui.cli.context import standard_output
from hrss_tui.cli.names import PROGRAM
from hrss_tui.errors import UsageError
from hrss_tui.plain import BEYOND, readable, whole_number
from hrss_tui.version import __version__
from hrss_tui.words import LANGUAGES, Lang, Phrase, phrase, words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any, Final, NoReturn

VALUED: Final = ("--pack", "--format", "--lang", "--view", "--theme")
"""Options of the program that take the next argument as their value."""
CRASH: Final = "--crash"
"""In no help: raises an unexpected error, so that a test can see what comes of one."""

_FILES: Final = frozenset(("pack", "file", "old", "new", "sources", "output"))
"""Options that name files: these may be any bytes."""
_USUAL_COLUMNS: Final = 80
_COMPLAINTS: Final = (
    ("error.args.required", r"the following arguments are required: (?P<names>.+)"),
    ("error.args.unknown", r"unrecognized arguments: (?P<names>.*)"),
    ("error.args.choice", r"argument (?P<name>.+?): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<names>.+)\)"),
    ("error.args.number", r"argument (?P<name>.+?): invalid (?:int|number|positive) value: '?(?P<value>.*?)'?$"),
    ("error.args.value", r"argument (?P<name>.+?): (?:expected .*|invalid named(?:_path)? value: '')"),
)  # fmt: skip
"""How argparse complains, and the word that says the same in the user's language."""


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with Chinese text in it: lines are broken where the terminal would."""

    def __init__(self, prog: str, usage: str) -> None:
        super().__init__(prog, width=_columns() - 2)
        self.usage = usage

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Say `usage` in the language of the rest."""
        super().add_usage(usage, actions, groups, self.usage if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(text, width)


_FITTING: Final = argparse.HelpFormatter(PROGRAM, width=_USUAL_COLUMNS)
"""Says whether the names of an argument fit what it takes, for every parser."""


def _columns() -> int:
    """Columns of the terminal. argparse would ask shutil, whose import takes longer than parsing."""
    asked = whole_number(os.environ.get("COLUMNS", ""))
    if asked:
        return asked
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else _USUAL_COLUMNS
    except (ValueError, OSError):
        return _USUAL_COLUMNS


class _Typed(argparse.Action):
    """Keeps a value and that it was typed: a default cannot be told from the same value by itself."""

    def __call__(self, parser: Any, namespace: argparse.Namespace, values: Any, option: Any = None) -> None:
        setattr(namespace, self.dest, values)
        setattr(namespace, f"{self.dest}_typed", True)


class _Given(str):
    """An argument behind `--`: no option, whatever it begins with.

    Two dashes behind the first are a word like others: argparse drops what is equal to them.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """No mark of argparse's is equal to it."""
        return isinstance(other, _Given) and super().__eq__(other)

    __hash__ = str.__hash__


def _marked(arguments: list[str]) -> list[str]:
    """The arguments without the first `--`, and what follows it marked: argparse forgets it where options stand before."""
    if "--" not in arguments:
        return arguments
    at = arguments.index("--")
    return arguments[:at] + [_Given(argument) for argument in arguments[at + 1 :]]


class Parser(argparse.ArgumentParser):
    """A parser of one command; `words` are those of the user's language."""

    _adding = False

    def __init__(self, prog: str = PROGRAM, lang: Lang = "zh", summary: str = "", **other: Any) -> None:
        said = words(lang)
        super().__init__(
            prog=prog,
            description=said.get(summary, ""),
            add_help=False,
            allow_abbrev=False,
            formatter_class=partial(Formatter, usage=said["help.usage"]),
            **other,
        )
        self.words: Mapping[str, str] = said
        self.leaves_out = False
        self._positionals.title = said["help.arguments"]
        self._optionals.title = said["help.options"]

    def add_argument(self, *names: Any, **other: Any) -> Any:
        """Make no formatter for each, as argparse does: it asks how wide the terminal is, only to see whether its names fit."""
        self._adding = True
        try:
            return super().add_argument(*names, **other)
        finally:
            self._adding = False

    def _get_formatter(self) -> argparse.HelpFormatter:
        return _FITTING if self._adding else super()._get_formatter()

    def _parse_optional(self, arg_string: str) -> Any:
        """A word that is left out of a search (-教育) is no option: no option begins with a Chinese character.

        Where words may be left out (`leaves_out`), neither is a phrase, an expression or a filter (-doc:ID).
        """
        if isinstance(arg_string, _Given) or not arg_string[1:2].isascii():
            return None
        own = arg_string.startswith("--") or arg_string[:2] in self._option_string_actions
        return super()._parse_optional(arg_string) if own or not self.leaves_out else None

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        """A value is a plain text again: not every library takes another kind."""
        return super()._get_value(action, str(arg_string))

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
        """The value of an option may be two dashes (`--pack=--`); argparse drops them and stumbles."""
        if action.option_strings and action.nargs is None and arg_strings == ["--"]:
            value = self._get_value(action, "--")
            self._check_value(action, value)
            return value
        return super()._get_values(action, arg_strings)

    def parse(self, arguments: list[str]) -> argparse.Namespace | None:
        """The options, or None where help or the version was asked for and printed. Raises UsageError."""
        # argparse would put its usage together for every run; it is only shown in help
        wanted = not {"-h", "--help"}.isdisjoint(arguments)
        self.usage = self.format_usage().removeprefix(self.words["help.usage"]) if wanted else ""
        if wanted:
            self.show_examples()
        try:
            options = self.parse_intermixed_args(_marked(arguments))
        except SystemExit:
            return None
        if not "".join(arguments).isprintable():
            for name in vars(options).keys() - _FILES:
                setattr(options, name, _readable(getattr(options, name)))
        return options

    def error(self, message: str) -> NoReturn:
        """Raise UsageError in the user's words; argparse would print several lines and exit."""
        raise UsageError(_translated(message), phrase("error.args.hint", command=self.prog))

    def _print_message(self, message: str, file: Any = None) -> None:
        """Help and the version are results: in an encoding that has their characters, or a complaint."""
        standard_output().write(message)

    def add(self, *names: str, key: str, **other: Any) -> None:
        """Add an argument whose help is the word of `key`; the action keeps it."""
        action: Any = self.add_argument(*names, help=self.words[f"help.{key}"], **other)
        action.key = key

    def show_examples(self) -> None:
        """Let help end with examples of the command."""
        from hrss_tui.cli.examples import example_lines

        name = self.prog.removeprefix(PROGRAM).strip()
        lang: Lang = "en" if self.words is words("en") else "zh"
        self.epilog = "\n".join([f"{self.words['help.examples']}:", *example_lines(name, lang)])


def _translated(message: str) -> Phrase:
    for key, pattern in _COMPLAINTS:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return phrase(
                key, **{name: text.replace("'", "") or '""' for name, text in match.groupdict().items()}
            )
    return phrase("error.args.other", message=message)


def _readable(value: Any) -> Any:
    """The value of an option with its texts readable, see `hrss_tui.plain.readable`."""
    if isinstance(value, list):
        return [_readable(item) for item in value]
    return readable(value) if isinstance(value, str) else value


def positive(text: str) -> int:
    """A whole number from 0 on, at most BEYOND, which is as good as any above. Raises ValueError, which argparse reports."""
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return min(number, BEYOND)


def named(text: str) -> str:
    """The path of a file or folder, which has a name: "" is not this folder. Raises ValueError, which argparse reports."""
    if not text:
        raise ValueError(text)
    return text


def add_common(parser: Parser, formats: Iterable[str]) -> None:
    """The options every command takes; `formats` is what its --format may be."""
    names = tuple(formats)
    parser.set_defaults(format_typed=False)
    parser.add("-h", "--help", key="help", action="help")
    parser.add("--pack", key="pack", metavar="FILE")
    if names:
        shown = "|".join(names)
        parser.add("--format", key="format", action=_Typed, choices=names, default=names[0], metavar=shown)
    else:
        parser.set_defaults(format="table")
    parser.add("--lang", key="lang", choices=LANGUAGES, metavar="|".join(LANGUAGES))
    parser.add_argument(CRASH, action="store_true", help=argparse.SUPPRESS)


def add_explorer(parser: Parser) -> None:
    """The options of the program without a command."""
    parser.add("-h", "--help", key="help", action="help")
    parser.add("-V", "--version", key="version", action="version", version=f"{PROGRAM} {__version__}")
    parser.add("--pack", key="pack", metavar="FILE")
    parser.add("--view", key="view", metavar="VIEW")
    parser.add("--theme", key="theme", metavar="NAME")
    parser.add("--ascii", key="ascii", action="store_true")
    parser.add("--lang", key="lang", choices=LANGUAGES, metavar="|".join(LANGUAGES))
    parser.add_argument(CRASH, action="store_true", help=argparse.SUPPRESS)


def split_command(argv: list[str]) -> tuple[str | None, list[str]]:
    """The first argument that is neither an option nor an option's value, and the others in order."""
    skip = False
    for index, argument in enumerate(argv):
        if skip:
            skip = False
        elif argument == "--":
            return None, argv
        elif argument.startswith("-") and argument != "-":
            skip = argument in VALUED
        else:
            return argument, argv[:index] + argv[index + 1 :]
    return None, argv
