"""A folder of sources to the tables of a package.

Per file everything is a pure function of the file and its manifest entry, so files can be compiled in
parallel; what compares documents (duplicate ids, checks, joins) runs once at the end. Files are taken in the
order of their names and documents in printed order, so the result does not depend on anything else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor, Executor
from contextlib import ExitStack
from itertools import accumulate, chain, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from hrss_tui.compile import derived, indicators, keys, naming
from hrss_tui.compile.checks import checks
from hrss_tui.compile.distinct import keep_first
from hrss_tui.compile.one_file import CompiledDocument, CompiledFile, Job, Progress, compile_file
from hrss_tui.compile.prefectures import reference as prefecture_rows
from hrss_tui.compile.projects import joins, tabled
from hrss_tui.errors import SourceError
from hrss_tui.records import TABLES, Record
from hrss_tui.sources.decode import shown_name
from hrss_tui.sources.document import ParsedDocument
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.inputs import is_archive, members, source_paths, unpacked, unread_members
from hrss_tui.sources.manifest.read import has_manifest, read_manifest, unknown_files
from hrss_tui.sources.manifest.said import Manifest, SourceInfo
from hrss_tui.words import phrase


class Options(msgspec.Struct, frozen=True):
    """How sources are looked for and read.

    `told` hears of the pages of a file: its name, pages done, pages in all. `folder` is where the manifest stands: of
    several files of one name it speaks of the one beside it.
    """

    recursive: bool = False
    limits: Limits = Limits()
    told: Progress | None = None
    folder: Path | None = None


class Compiled(msgspec.Struct, frozen=True):
    """A whole folder: rows per table, the documents they came from, notes and errors for the builder."""

    manifest: Manifest
    tables: dict[str, list[Record]]
    documents: tuple[CompiledDocument, ...]
    notes: tuple[str, ...]
    errors: tuple[SourceError, ...]


_USUAL = Options()
_NAMED = 8
"""Files of an archive that are not read and named."""
_NOTHING_SAID = Manifest()
_NO_SOURCE = SourceInfo("")


def compile_folder(
    folder: Path, crew: Crew | None = None, progress: Progress | None = None, options: Options = _USUAL
) -> Compiled:
    """Compile every source of a folder, by a crew where there is one."""
    manifest = read_manifest(folder)
    paths = source_paths(folder, options.recursive)
    compiled = compile_paths(paths, manifest, crew, progress, msgspec.structs.replace(options, folder=folder))
    archived = {name for path in paths if is_archive(path) for name in members(path)}
    unknown = [
        *unknown_files(manifest, {path.name for path in paths} | archived),
        *unheard({path.parent for path in paths} - {folder}),
    ]
    return msgspec.structs.replace(compiled, notes=(*unknown, *compiled.notes))


def unheard(folders: Iterable[Path]) -> Iterator[str]:
    """A note for each of some folders whose manifest is not heard."""
    for folder in sorted(folders):
        if has_manifest(folder):
            yield phrase("source.manifest.unheard", place=folder)


def compile_paths(
    paths: Sequence[Path],
    manifest: Manifest = _NOTHING_SAID,
    crew: Crew | None = None,
    progress: Progress | None = None,
    options: Options = _USUAL,
) -> Compiled:
    """Compile files, and the files of archives among them, by a crew where there is one.

    A file that cannot be used is an error of the result; SourceError where a process of the crew broke.
    """
    with ExitStack() as stack:
        files, errors = _without_archives(paths, stack, options.limits)
        notes = [note for path in paths if is_archive(path) for note in _left_in(path)]
        meant = _meant(files, manifest, options.folder)
        notes += _same_names(files, meant, manifest)
        jobs = _jobs(files, meant, options.limits)
        found = crew.compile(jobs) if crew else (compile_file(job, options.told) for job in jobs)
        try:
            compiled = assemble(manifest, list(_watched(found, len(jobs), progress)))
        except BrokenExecutor as error:
            raise SourceError(phrase("source.worker"), phrase("source.worker.hint")) from error
    return msgspec.structs.replace(
        compiled, notes=(*notes, *compiled.notes), errors=(*errors, *compiled.errors)
    )


def _left_in(archive: Path) -> Iterator[str]:
    """What of an archive is not read, for a person to be told."""
    name = shown_name(archive)
    others, described = unread_members(archive)
    if others:
        shown = " ".join(others[:_NAMED]) + (" …" if len(others) > _NAMED else "")
        yield phrase("reading.passed_over", folder=name, count=len(others), names=shown)
    if described:
        yield phrase("source.manifest.unheard", place=name)


def _without_archives(
    paths: Sequence[Path], stack: ExitStack, limits: Limits
) -> tuple[list[Path], list[SourceError]]:
    """The files with archives replaced by what they hold, unpacked as long as the stack lasts."""
    files: list[Path] = []
    errors: list[SourceError] = []
    for path in paths:
        if not is_archive(path):
            files.append(path)
            continue
        scratch = stack.enter_context(TemporaryDirectory(prefix="hrss-tui-", ignore_cleanup_errors=True))
        try:
            found, unusable = unpacked(path, Path(scratch), limits)
        except SourceError as error:
            errors.append(error)
        else:
            files += found
            errors += unusable
    return files, errors


def _meant(paths: Sequence[Path], manifest: Manifest, folder: Path | None) -> dict[Path, SourceInfo]:
    """The files that a manifest speaks of: one beside it, else the only one of its name in folders below or an archive."""
    named: dict[str, list[Path]] = {}
    for path in paths:
        named.setdefault(path.name, []).append(path)
    found = {}
    for source in manifest.sources:
        same = named.get(source.file, [])
        own = [path for path in same if path.parent == folder] or same
        if len(own) == 1:
            found[own[0]] = source
    return found


def _same_names(paths: Sequence[Path], meant: Mapping[Path, SourceInfo], manifest: Manifest) -> Iterator[str]:
    """A note for every file of a manifest of which there are several: of which of them it is not heard."""
    names = Counter(path.name for path in paths)
    used = {source.file for source in meant.values()}
    for source in manifest.sources:
        if names[source.file] > 1:
            key = "one" if source.file in used else "none"
            yield phrase(f"source.manifest.same.{key}", file=source.file, count=names[source.file])


def _jobs(paths: Sequence[Path], meant: Mapping[Path, SourceInfo], limits: Limits) -> list[Job]:
    """One job a file, but for those that are parts of the document of another."""
    by_place = {(path.parent, path.name): path for path in paths}
    taken: set[Path] = set()
    jobs = []
    for path in paths:
        said = meant.get(path, _NO_SOURCE)
        parts = tuple(by_place[path.parent, name] for name in said.parts if (path.parent, name) in by_place)
        taken.update(parts)
        jobs.append(Job(path, said.documents, parts, limits))
    return [job for job in jobs if job.path not in taken]


class Crew(msgspec.Struct, frozen=True):
    """Others who compile: an executor and how many work there at once.

    Files go out by path, several at a time: one by one the way there and back costs more than a second worker
    gains. Without `whole`, text and claims stay behind: nothing but an audit needs them.
    """

    executor: Executor
    workers: int
    whole: bool = False

    def compile(self, jobs: Sequence[Job]) -> Iterator[CompiledFile]:
        """What `compile_file` gives for each job, in order."""
        ends = list(accumulate(batch_sizes(len(jobs), self.workers)))
        batches = [jobs[start:end] for start, end in pairwise((0, *ends))]
        return chain.from_iterable(self.executor.map(compile_batch, batches, [self.whole] * len(batches)))


_BATCH = 20
"""Files that go out together, at most."""
_SHARES = 2
"""Batches per worker into which what is left would be cut."""


def batch_sizes(files: int, workers: int) -> Iterator[int]:
    """How many files go out together: ever fewer, so that nobody waits long for who has the last ones."""
    while files:
        size = min(max(files // (_SHARES * workers), 1), _BATCH)
        yield size
        files -= size


def compile_batch(jobs: Sequence[Job], whole: bool) -> list[CompiledFile]:
    """Compile several files where this runs."""
    files = map(compile_file, jobs)
    return list(files) if whole else list(map(_lean, files))


def _lean(file: CompiledFile) -> CompiledFile:
    """A compiled file without its text and claims."""
    return msgspec.structs.replace(file, documents=tuple(map(_lean_document, file.documents)))


def _lean_document(document: CompiledDocument) -> CompiledDocument:
    parsed = document.source.parsed
    file = msgspec.structs.replace(parsed.file, lines=())
    bare = ParsedDocument(file, parsed.index, blocks=(), tables=(), repeated=())
    source = msgspec.structs.replace(document.source, parsed=bare)
    harvest = msgspec.structs.replace(document.harvest, claims=())
    return msgspec.structs.replace(document, source=source, harvest=harvest)


def _watched(files: Iterable[CompiledFile], total: int, progress: Progress | None) -> Iterator[CompiledFile]:
    for done, file in enumerate(files, 1):
        if progress:
            progress(done, total, file.name)
        yield file


def assemble(manifest: Manifest, files: list[CompiledFile]) -> Compiled:
    """Rows of all documents per table, with what only all documents together can say."""
    documents, errors = _distinct(files)
    tables: dict[str, list[Record]] = {struct.TABLE: [] for struct in TABLES}
    for document in documents:
        for record in document.harvest.records:
            tables[record.TABLE].append(record)
    notes = [note for file in files for note in file.notes]
    notes += [note for document in documents for note in document.harvest.notes]
    notes += complete(tables)
    errors = [file.error for file in files if file.error is not None] + errors
    return Compiled(manifest, tables, tuple(documents), tuple(notes), tuple(errors))


def complete(tables: dict[str, list[Record]]) -> list[str]:
    """Fill what is known when all is read: what follows from other columns, projects of rows, reference rows, the checks.

    A row whose key another has is left out; the notes name it.
    """
    notes = keep_first(tables)
    tabled.drop(tables)
    derived.fill(tables)
    joins.join(tables)
    tables["prefectures"] = list(prefecture_rows.rows(tables))
    tables["indicators"] = list(indicators.rows(tables))
    tables["measures"] = list(keys.measures(tables))
    tables["metrics"] = list(keys.metrics(tables))
    tables["checks"] = list(checks(tables))
    tabled.fill(tables)
    return notes


def _distinct(files: list[CompiledFile]) -> tuple[list[CompiledDocument], list[SourceError]]:
    """Documents whose ids are their own; a second document of the same id is an error that names both files."""
    found = [document for file in files for document in file.documents]
    ids = naming.own_ids((document.source.document for document in found), given_ids(found))
    seen: dict[str, str] = {}
    documents, errors = [], []
    for file in files:
        for document in (renamed(document, ids) for document in file.documents):
            doc_id = document.source.doc_id
            if doc_id in seen:
                errors.append(
                    SourceError(
                        phrase("source.same_id", name=file.name, doc=doc_id, other=seen[doc_id]),
                        phrase("source.same_id.hint"),
                    )
                )
                continue
            seen[doc_id] = file.name
            documents.append(document)
    return documents, errors


def given_ids(documents: Iterable[CompiledDocument]) -> set[naming.Key]:
    """The documents whose id a manifest gave."""
    return {naming.key(document.source.document) for document in documents if document.named}


def renamed(document: CompiledDocument, ids: Mapping[naming.Key, str]) -> CompiledDocument:
    """The document under the id it has among all of a build."""
    row = document.source.document
    new = ids.get(naming.key(row))
    if new is None:
        return document
    harvest = msgspec.structs.replace(
        document.harvest,
        records=tuple(naming.renamed(record, row.doc_id, new) for record in document.harvest.records),
        claims=tuple(naming.renamed_claim(claim, row.doc_id, new) for claim in document.harvest.claims),
    )
    own = msgspec.structs.replace(row, doc_id=new)
    told = msgspec.structs.replace(document.reading, doc_id=new)
    return CompiledDocument(
        msgspec.structs.replace(document.source, document=own), harvest, told, document.named
    )
