"""From arguments to an exit status: find the command, run it, print what went wrong in one line.

This is the only place that prints errors. Exit status: see `hrss_tui.errors`; `hrss-tui help exit`.
"""

from __future__ import annotations

import os
import sys

from hrss_tui.cli.context import Context, narrate, sentence, standard_output, write_chinese
from hrss_tui.cli.language import asked_in, said, usual
from hrss_tui.cli.names import PROGRAM
from hrss_tui.cli.quick import quick_options
from hrss_tui.cli.registry import COMMANDS, command, formats
from hrss_tui.cli.signals import ending_in_order
from hrss_tui.errors import EXIT_CRASH, EXIT_DONE, EXIT_INTERRUPTED, HrssError, UsageError
from hrss_tui.plain import substituted
from hrss_tui.words import Lang, phrase


class _CrashError(HrssError):
    """An unexpected error of which not even a report can be made."""

    status = EXIT_CRASH


def run(argv: list[str]) -> int:
    """Run one command line; whatever a user can do ends in an exit status and at most one line of error."""
    lang = _language(argv)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            write_chinese(stream)
    try:
        with ending_in_order():
            status = _dispatch(argv, lang)
        if sys.stdout is not None:
            sys.stdout.flush()
    except HrssError as error:
        _complain(error, lang)
        return error.status
    except BrokenPipeError:
        _forget_output()
        return EXIT_DONE
    except KeyboardInterrupt:
        _forget_output()
        return EXIT_INTERRUPTED
    except OSError as error:
        _forget_output()
        from hrss_tui.why import refused

        failed: HrssError = UsageError(
            phrase("error.io", what=refused(error), where=error.filename or _blamed(error))
        )
        _complain(failed, lang)
        return failed.status
    except (SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # noqa: BLE001 - also what a library's panic raises: one line and a report
        failed = _unexpected(error, argv)
        _complain(failed, lang)
        return failed.status
    return status


def _dispatch(argv: list[str], lang: Lang) -> int:
    quick = quick_options(argv)
    if quick is not None:
        from hrss_tui.cli.explore import explore

        return explore(quick, lang)
    from hrss_tui.cli.parser import Parser, add_common, split_command

    name, rest = split_command(argv)
    if name is None:
        return _explore(rest, lang)
    if name not in COMMANDS:
        raise _unknown(name)
    module = command(name)
    parser = Parser(f"{PROGRAM} {name}", lang, f"help.{name}")
    module.arguments(parser)
    add_common(parser, formats(module))
    options = parser.parse(rest)
    if options is None:
        return EXIT_DONE
    if options.crash:
        from hrss_tui.cli.crash import provoke

        provoke()
    return module.run(options, Context(options, lang, parser.words[f"help.{name}"]))


def _explore(arguments: list[str], lang: Lang) -> int:
    if {"-h", "--help"} & set(arguments):
        from hrss_tui.cli.help import program_help

        standard_output().write(program_help(lang))
        return EXIT_DONE
    from hrss_tui.cli.parser import Parser, add_explorer

    parser = Parser(lang=lang)
    add_explorer(parser)
    options = parser.parse(arguments)
    if options is None:
        return EXIT_DONE
    from hrss_tui.cli.explore import explore

    return explore(options, lang)


def _unknown(name: str) -> UsageError:
    from difflib import get_close_matches

    near = get_close_matches(name, COMMANDS, n=2, cutoff=0.5)
    hint = phrase("error.command.near", near=", ".join(near)) if near else phrase("error.command.hint")
    return UsageError(phrase("error.command", name=name), hint)


def _language(argv: list[str]) -> Lang:
    lang, _ = said(asked_in(argv)) or usual()
    return lang


def _blamed(error: OSError) -> str:
    """What an error is about that names no file: standard output, unless the system itself is short of something."""
    import errno

    short = (errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EAGAIN)
    return PROGRAM if error.errno in short else "stdout"


def _unexpected(error: BaseException, argv: list[str]) -> HrssError:
    """What to say of an error nobody foresaw, with a report of it; or of a library or memory that is lacking."""
    if isinstance(error, ModuleNotFoundError) and not (error.name or "").startswith("hrss_tui"):
        return UsageError(phrase("error.missing", library=error.name or ""), phrase("error.missing.hint"))
    if isinstance(error, MemoryError):
        return UsageError(phrase("error.memory"), phrase("error.memory.hint"))
    try:
        from hrss_tui.cli.crash import crashed
    except (ImportError, OSError, MemoryError):
        return _CrashError(phrase("error.crash", kind=type(error).__name__), phrase("error.crash.unwritten"))
    return crashed(error, argv)


def _complain(error: HrssError, lang: Lang) -> None:
    narrate(f"{PROGRAM}: {substituted(' '.join(sentence(error, lang).split()))}")


def _forget_output() -> None:
    """Point standard output at nothing, so that Python does not complain about it once more at exit."""
    try:
        handle = os.open(os.devnull, os.O_WRONLY)
        os.dup2(handle, 1)
        os.close(handle)
    except OSError:
        sys.stdout = None
