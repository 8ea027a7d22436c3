"""One source file to the records of its documents.

A pure function of the file and what the manifest says of it, so that files can be compiled in parallel. Whatever is
wrong with a file is its own error, and the others go on.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from hrss_tui.compile.basics.facts import Extractor, Harvest, Source, merge
from hrss_tui.compile.basics.stamping import stamped
from hrss_tui.compile.broken_rows import joined_rows
from hrss_tui.compile.budget import extract as budget_tables
from hrss_tui.compile.changes import extract as changes
from hrss_tui.compile.coverage import reading
from hrss_tui.compile.defects import damage, inconsistencies, misprints
from hrss_tui.compile.documents import blocks, glossary, surroundings
from hrss_tui.compile.documents.described import contradicted
from hrss_tui.compile.documents.metadata import metadata
from hrss_tui.compile.hidden_figures import hidden_figures
from hrss_tui.compile.performance import extract as performance
from hrss_tui.compile.prefectures import extract as prefectures
from hrss_tui.compile.prefectures import money as prefecture_money
from hrss_tui.compile.projects import extract as projects
from hrss_tui.compile.prose import extract as observations
from hrss_tui.compile.prose import nonfacts
from hrss_tui.compile.prose.unread import unread_figures
from hrss_tui.compile.readings import DocumentReading
from hrss_tui.compile.rivals import without_parts
from hrss_tui.compile.stated import extract as stated
from hrss_tui.compile.time_limit import OutOfTime, at_most
from hrss_tui.compile.unread_tables import unread_tables
from hrss_tui.errors import SourceError
from hrss_tui.records import Document
from hrss_tui.sources.decode import read_source, shown_name
from hrss_tui.sources.document import ParsedDocument, parse
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.manifest.said import DocumentInfo
from hrss_tui.sources.parts import joined
from hrss_tui.words import phrase

EXTRACTORS: tuple[Extractor, ...] = (
    blocks.extract,
    surroundings.extract,
    budget_tables.extract,
    prefectures.extract,
    performance.extract,
    projects.extract,
    prefecture_money.extract,
    changes.extract,
    glossary.extract,
    misprints.extract,
    damage.extract,
    inconsistencies.extract,
    stated.extract,
    observations.extract,
    nonfacts.extract,
)
"""In order: each sees what those before it found in the same document."""

Progress = Callable[[int, int, str], None]
"""Hears of files, or of the pages of one: how many are done, how many there are, and a name."""


class Job(msgspec.Struct, frozen=True):
    """A file to be compiled: what is known of its documents, further files of the same one, what it may cost."""

    path: Path
    infos: tuple[DocumentInfo, ...] = ()
    parts: tuple[Path, ...] = ()
    limits: Limits = Limits()


class CompiledDocument(msgspec.Struct, frozen=True):
    """One document with everything that was read from it, and what was and was not; whether a manifest gave its id."""

    source: Source
    harvest: Harvest
    reading: DocumentReading
    named: bool = False


class CompiledFile(msgspec.Struct, frozen=True):
    """The documents of one file, or why it could not be compiled."""

    name: str
    documents: tuple[CompiledDocument, ...] = ()
    notes: tuple[str, ...] = ()
    error: SourceError | None = None


def compile_file(job: Job, told: Progress | None = None) -> CompiledFile:
    """Compile one file; an unusable file, or one that takes too long, is returned as its error, for the others go on."""
    name = shown_name(job.path)
    try:
        return _compiled(job, _read(job, told), name)
    except SourceError as error:
        return CompiledFile(name, error=error)
    except OutOfTime:
        what = phrase("source.slow", name=name, seconds=f"{job.limits.seconds:g}")
        return CompiledFile(name, error=SourceError(what, phrase("source.slow.hint")))
    except OSError:
        raise  # no fault of a file: the machine is short of something, or nobody hears of progress any more
    except Exception as error:  # noqa: BLE001 - one document must not cost the others
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{Path(place.filename).name}:{place.lineno}"
        what = phrase("source.crashed", name=name, kind=type(error).__name__, place=where)
        return CompiledFile(name, error=SourceError(what, phrase("source.crashed.hint")))


def _compiled(job: Job, file: SourceFile, name: str) -> CompiledFile:
    """The documents of a file that was read. Raises SourceError with its name, OutOfTime, and what goes wrong inside."""
    try:
        with at_most(job.limits.seconds):
            documents = tuple(compile_documents(file, job.infos))
    except SourceError as error:
        what = phrase("source.failed", name=name, what=error.message)
        raise SourceError(what, error.hint) from error
    blank = SourceError(phrase("source.empty", name=name), phrase("source.empty.hint"))
    own = (note for document in documents for note in document.source.parsed.notes)
    notes = (*file.notes, *own, *_described_beyond(name, job.infos, documents))
    return CompiledFile(name, documents, notes, None if documents else blank)


def _described_beyond(name: str, infos: Sequence[DocumentInfo], found: Sequence[object]) -> Iterator[str]:
    """A note where more documents are described than there are: each takes what is said of the one in its place."""
    if found and len(infos) > len(found):
        yield phrase("source.manifest.documents", file=name, found=len(found), said=len(infos))


def _read(job: Job, told: Progress | None) -> SourceFile:
    """The file of a job with its parts. Raises SourceError, OutOfTime, and what goes wrong inside."""
    files = []
    for path in (job.path, *job.parts):
        name = shown_name(path)
        hear = (lambda done, total, name=name: told(done, total, name)) if told else None
        files.append(read_source(path, job.limits, hear, at_most))
    return joined(files) if job.parts else files[0]


def compile_documents(file: SourceFile, infos: tuple[DocumentInfo, ...] = ()) -> Iterator[CompiledDocument]:
    """The documents of a decoded file with everything that is read from them."""
    taken: dict[str, int] = {}
    for parsed in parse(file):
        info = infos[parsed.index] if parsed.index < len(infos) else DocumentInfo()
        row, year = metadata(parsed, info)
        if info.id is None:
            row = _numbered(row, taken)
        taken.setdefault(row.doc_id, 1)
        source = Source(parsed, row, year)
        harvest = _harvest(source)
        told = (*harvest.notes, *_contradicted(parsed, info, row))
        whole = msgspec.structs.replace(
            harvest,
            records=without_parts(stamped(source, joined_rows(harvest.records))),
            notes=told,
        )
        yield CompiledDocument(source, whole, reading(source, whole), info.id is not None)


def _contradicted(parsed: ParsedDocument, info: DocumentInfo, row: Document) -> Iterator[str]:
    """Notes on what a manifest says otherwise than the document; none where it says nothing of it."""
    if info != DocumentInfo(id=info.id):
        yield from contradicted(info, metadata(parsed, DocumentInfo())[0], row)


def _numbered(row: Document, taken: dict[str, int]) -> Document:
    """The row with an id of its own among the documents of its file: first article-2030, then article-2030-2.

    `taken` says how far the numbers behind an id have been given away.
    """
    plain = own = row.doc_id
    while own in taken:
        taken[plain] += 1
        own = f"{plain}-{taken[plain]}"
    return msgspec.structs.replace(row, doc_id=own)


def _harvest(source: Source) -> Harvest:
    found = Harvest((source.document,))
    for extract in EXTRACTORS:
        found = merge((found, extract(source, found)))
    left = (*unread_tables(source, found), *hidden_figures(source, found))
    found = merge((found, Harvest(left)))
    return merge((found, Harvest(tuple(unread_figures(source, found)))))
