"""What `hrss-tui build` does: source documents, and packages to be joined with them, compiled, told of and written."""

from __future__ import annotations

import os
import threading
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from hrss_tui.cli.context import Context
from hrss_tui.cli.output import Field, attribute, print_records
from hrss_tui.cli.progress import Progress
from hrss_tui.cli.reading import narrate_passed_over, narrate_reading
from hrss_tui.cli.signals import in_background
from hrss_tui.compile.audit import audit, summary, unclaimed
from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.lookup import check_libraries
from hrss_tui.compile.merging import Part, merged, of_package
from hrss_tui.compile.pipeline import Compiled, Crew, Options, compile_folder, compile_paths, unheard
from hrss_tui.compile.readings import AuditToken
from hrss_tui.errors import EXIT_DONE, EXIT_FOUND, EXIT_USAGE, SourceError, UsageError
from hrss_tui.pack.compressed import compressed
from hrss_tui.pack.open import LightPack, open_light
from hrss_tui.pack.place import place_for_package
from hrss_tui.pack.read import open_pack
from hrss_tui.pack.write import write_atomic
from hrss_tui.query.search.index_format import index_path, is_large
from hrss_tui.query.search.index_write import check_place, write_index
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.inputs import is_beside
from hrss_tui.sources.manifest.read import read_manifest
from hrss_tui.sources.manifest.said import Manifest
from hrss_tui.words import Phrase, phrase, spoken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_MEGA = 2**20
_FORMAT, _HEAD = b"hrss-datapack", 256
"""What stands in the first bytes of a package."""
_PROCESSES = 4
"""Processes at most for each processor, whatever --jobs says: all of them are started at once."""


def build(options: Namespace, context: Context) -> int:
    """Compile and write; say of every document what was read and what was not, as data with --format json.

    With --audit the numbers that no record accounts for are printed instead. Exit status 2 where a source could not be
    used (with --strict nothing is written), 1 where the audit found a number or, with --strict, something was not read.
    """
    place_for_package(options.output)
    check_libraries()
    packed = options.gzip or options.output.suffix == ".gz"
    if packed and options.index:
        raise UsageError(
            phrase("find.error.no_index", path=options.output), phrase("find.error.no_index.hint")
        )
    if options.index:
        check_place(str(options.output))
    with _crew(options) as crew:
        parts = list(_parts(options, crew, context))
    compiled = merged(parts) if len(parts) > 1 else parts[0].compiled
    _narrate(context, compiled)
    documents = len(compiled.tables["documents"])
    if not documents or (options.strict and compiled.errors):
        raise SourceError(phrase("error.not_built", path=options.output), phrase("error.not_built.hint"))
    data = package_bytes(compiled)
    if packed:
        data = compressed(data)
    older = options.output.exists()
    write_atomic(options.output, data)
    _index(context, str(options.output), options.index)
    rows = sum(map(len, compiled.tables.values()))
    context.note(_summary(options.output, documents, rows, len(data)))
    if older:
        context.note(phrase("note.replaced", path=options.output))
    readings = [document.reading for document in compiled.documents]
    left = _audit(context, compiled) if options.audit else 0
    if context.format != "table" and not options.audit:
        print_records(context, readings, ())
    lacking = options.strict and any(not one.whole for one in readings)
    return EXIT_USAGE if compiled.errors else EXIT_FOUND if left or lacking else EXIT_DONE


def _index(context: Context, path: str, asked: bool) -> None:
    """Write the index of a package for which it is asked, which is large, or which had one.

    Raises UsageError where it is asked for and cannot be written; else that is a note.
    """
    pack = open_light(path)
    had_one = os.path.exists(index_path(path))  # noqa: PTH110 - a name may be too long for one
    wanted = isinstance(pack, LightPack) and (is_large(pack) or had_one)
    if not (asked or wanted):
        return
    try:
        written = write_index(
            path, lambda done, total: Progress("").file(done, total, context.words["find.indexing"])
        )
    except UsageError as error:
        if asked:
            raise
        context.note(error.message)
        return
    context.note(phrase("find.indexed", path=written, size=f"{Path(written).stat().st_size:,}"))


def _audit(context: Context, compiled: Compiled) -> int:
    """Print what nothing accounts for, and on stderr what accounts for the rest; how many are left."""
    tokens = audit(compiled)
    left = unclaimed(tokens)
    print_records(context, left, _fields(context), of=AuditToken)
    classes = ", ".join(f"{name} {count:,}" for name, count in summary(tokens).items())
    context.note(phrase("note.audited", numbers=f"{len(tokens):,}", classes=classes, left=len(left)))
    return len(left)


def _fields(context: Context) -> list[Field]:
    said = context.words
    return [
        attribute(said["head.file"], "source_file"),
        Field(said["head.lines"], lambda token: f"{token.line}.{token.column}", right=True),
        attribute(said["head.value"], "text", right=True),
        attribute(said["head.documents"], "doc_id"),
    ]


def _parts(options: Namespace, crew: Crew | None, context: Context) -> Iterator[Part]:
    """What each folder and package gives, and all files that are named, together."""
    progress = Progress(context.words["note.page"], context.words["note.left"])
    limits = Limits(
        size=options.max_megabytes * _MEGA, pages=options.max_pages, seconds=float(options.limit_seconds)
    )
    how = Options(options.recursive, limits, progress.page)
    sources = list(dict.fromkeys(options.sources))
    named = [path for path in sources if not (is_beside(path) and path.is_file())] or sources
    files = [path for path in named if path.is_file() and not _is_package(path)]
    for path in named:
        if not os.path.exists(path):  # noqa: PTH110 - a name may be too long for one
            raise SourceError(phrase("pack.absent", name=path), phrase("source.no_folder.hint"))
        if path in files[:1]:
            yield Part(str(path), _of_files(files, crew, progress, how))
        elif path.is_file() and path not in files:
            yield Part(str(path), of_package(open_pack(path)))
        elif path not in files:
            narrate_passed_over(context, path, options.recursive)
            yield Part(str(path), compile_folder(path, crew, progress.file, how))


def _of_files(files: Sequence[Path], crew: Crew | None, progress: Progress, how: Options) -> Compiled:
    """What files give that were named one by one, in whatever order; a manifest beside them is heard where they are of one folder."""
    paths = sorted(dict.fromkeys(files), key=lambda path: (path.name, path))
    folders = {path.parent for path in paths}
    alone = len(folders) == 1
    manifest = read_manifest(paths[0].parent) if alone else Manifest()
    compiled = compile_paths(
        paths, manifest, crew, progress.file, msgspec.structs.replace(how, folder=paths[0].parent)
    )
    notes = () if alone else unheard(folders)
    return msgspec.structs.replace(compiled, notes=(*notes, *compiled.notes))


def _is_package(path: Path) -> bool:
    """Is a file a data package, by its name or its first bytes?"""
    if path.suffix in (".msgpack", ".gz"):
        return True
    try:
        with path.open("rb") as file:
            return _FORMAT in file.read(_HEAD)
    except OSError:
        return False


@contextmanager
def _crew(options: Namespace) -> Iterator[Crew | None]:
    """A cluster where one is named, processes where more than one is asked for, else this process alone.

    An interruption drops what has not begun and ends what has: a batch may take half a minute.
    """
    if options.scheduler:
        from hrss_tui.compile.cluster import cluster_crew

        with cluster_crew(options.scheduler, options.audit) as crew:
            yield crew
        return
    if options.jobs < 2:
        yield None
        return
    from concurrent.futures import ProcessPoolExecutor

    jobs = min(options.jobs, _PROCESSES * (os.cpu_count() or 1))
    executor = ProcessPoolExecutor(jobs, initializer=in_background)
    try:
        yield Crew(executor, jobs, options.audit)
    except (KeyboardInterrupt, SystemExit):
        hook, threading.excepthook = threading.excepthook, _unsaid
        _dismiss(executor)
        executor.shutdown(cancel_futures=True)
        threading.excepthook = hook
        raise
    finally:
        executor.shutdown(cancel_futures=True)


def _unsaid(failed: threading.ExceptHookArgs) -> None:
    """The executor's own thread stumbles over what was cancelled just before its processes were gone."""


def _dismiss(executor: ProcessPoolExecutor) -> None:
    """End the processes at once, whatever they are at.

    One may be gone in the middle of a result, and the thread that reads results would wait for the rest of it: it
    is told that there is none, by closing the end of the pipe that is left.
    """
    from multiprocessing import active_children

    for worker in active_children():
        worker.kill()
    writer = getattr(getattr(executor, "_result_queue", None), "_writer", None)
    if writer is not None:
        writer.close()


def _summary(path: Path, documents: int, rows: int, size: int) -> Phrase:
    return phrase("note.built", path=path, documents=documents, rows=f"{rows:,}", size=f"{size:,}")


def _narrate(context: Context, compiled: Compiled) -> None:
    """Notes, what was read of each document, and errors of the sources, one line each."""
    for note in compiled.notes:
        context.note(note)
    for document in compiled.documents:
        narrate_reading(context, document.reading)
    for error in compiled.errors:
        hint = spoken(error.hint, context.lang)
        context.note(spoken(error.message, context.lang) + (f" ({hint})" if hint else ""))
