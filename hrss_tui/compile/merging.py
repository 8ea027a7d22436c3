"""Several folders and packages as one: documents side by side, what compares them computed anew.

A document belongs to one input, and the order of the inputs makes no difference: documents stand in the order of their
files' names. What two inputs read alike from one source is one document, whatever its ids there. Where two inputs have
one of the same id, equal ones count once and different ones are a conflict that names both; the first stays. Reference
rows and checks are those of this program, over all documents together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from hrss_tui.compile import naming, pipeline
from hrss_tui.compile.one_file import CompiledDocument
from hrss_tui.compile.pipeline import Compiled, complete
from hrss_tui.errors import PackError, SourceError
from hrss_tui.pack.read import Pack
from hrss_tui.records import TABLES, Check, Document, Fact, Record, columns
from hrss_tui.sources.manifest.said import Manifest, PackageInfo
from hrss_tui.words import listed, phrase


class Part(msgspec.Struct, frozen=True):
    """One input of a merge and the name it has in messages."""

    name: str
    compiled: Compiled


def of_package(pack: Pack) -> Compiled:
    """A package as if it had just been compiled, with a note of what it holds that this program does not know.

    There is no text behind it to audit.
    Raises SourceError where an older program wrote it without columns that rows must have.
    """
    tables: dict[str, list[Record]] = {}
    for struct in TABLES:
        _check_columns(pack, struct)
        tables[struct.TABLE] = list(pack.rows(struct))
    known = {
        name: pack.package[name]
        for name in PackageInfo.__struct_fields__
        if pack.package.get(name) is not None
    }
    notes = (
        (phrase("note.unknown_left", path=pack.path, names=listed(unknown)),)
        if (unknown := _unknown(pack))
        else ()
    )
    return Compiled(Manifest(package=msgspec.convert(known, PackageInfo)), tables, (), notes, ())


def _unknown(pack: Pack) -> list[str]:
    """The tables of a package, and columns of its other tables, that a program of another version wrote."""
    known = {struct.TABLE: {column.name for column in columns(struct)} for struct in TABLES}
    found = [name for name in pack.tables if name not in known]
    return found + [
        f"{table}.{column['name']}"
        for table, names in known.items()
        for column in pack.schema.get(table, ())
        if column["name"] not in names
    ]


def _check_columns(pack: Pack, struct: type[Record]) -> None:
    if struct.TABLE not in pack.schema or not pack.count(struct.TABLE):
        return
    present = {column["name"] for column in pack.schema[struct.TABLE]}
    lacking = [c.name for c in columns(struct) if c.name not in present and not c.type.endswith("?")]
    if lacking:
        what = phrase("error.older_package", path=pack.path, table=struct.TABLE, column=lacking[0])
        raise SourceError(what, phrase("error.older_package.hint"))


def merged(parts: Sequence[Part]) -> Compiled:
    """One result of several, in their order; conflicts are among its errors."""
    parts = _told_apart(_under_one_id(parts))
    tables: dict[str, list[Record]] = {struct.TABLE: [] for struct in TABLES}
    notes: list[str] = [note for part in parts for note in part.compiled.notes]
    errors: list[SourceError] = [error for part in parts for error in part.compiled.errors]
    documents: list[CompiledDocument] = []
    kept: dict[str, tuple[str, list[Record]]] = {}
    for part in parts:
        taken = set()
        for doc_id, rows in _by_document(part.compiled).items():
            if doc_id not in kept:
                kept[doc_id] = (part.name, rows)
                taken.add(doc_id)
            elif kept[doc_id][1] == rows:
                notes.append(
                    phrase("note.same_document", doc=doc_id, first=kept[doc_id][0], second=part.name)
                )
            else:
                errors.append(_conflict(doc_id, kept[doc_id][0], part.name))
        documents += [document for document in part.compiled.documents if document.source.doc_id in taken]
    for rows in sorted((rows for _, rows in kept.values()), key=_file_and_place):
        for row in rows:
            tables[row.TABLE].append(row)
    notes += _complete(tables, parts)
    manifest = Manifest(package=_package([part.compiled.manifest.package for part in parts]))
    return Compiled(manifest, tables, tuple(documents), tuple(notes), tuple(errors))


def _under_one_id(parts: Sequence[Part]) -> Sequence[Part]:
    """The inputs with one id for what they read alike from one source: an id may depend on the others of its input."""
    read = [_by_document(part.compiled) for part in parts]
    copies: dict[tuple[str, int], list[tuple[Document, int]]] = defaultdict(list)
    for at, part in enumerate(parts):
        for row in part.compiled.tables["documents"]:
            if isinstance(row, Document):
                copies[row.source_sha256, row.line_start].append((row, at))
    ids: dict[naming.Key, str] = {}
    for _, found in sorted(copies.items()):
        new = naming.common_id([row for row, _ in found])
        others = [(row, at) for row, at in found if row.doc_id != new]
        free = new not in ids.values() and not any(new in read[at] for _, at in others)
        if others and free and len({at for _, at in found}) == len(found) and _are_alike(found, new, read):
            ids |= {naming.key(row): new for row, _ in others}
    return _all_renamed(parts, ids)


def _are_alike(
    copies: Sequence[tuple[Document, int]], doc_id: str, read: Sequence[Mapping[str, Sequence[Record]]]
) -> bool:
    """Are all records of the copies of a document the same but for its id?"""
    first, *others = (
        [naming.renamed(each, row.doc_id, doc_id) for each in read[at][row.doc_id]] for row, at in copies
    )
    return all(each == first for each in others)


def _told_apart(parts: Sequence[Part]) -> Sequence[Part]:
    """The inputs with documents of several inputs that share the compiler's id for them renamed."""
    ids = naming.own_ids(
        (row for part in parts for row in part.compiled.tables["documents"] if isinstance(row, Document)),
        {one for part in parts for one in pipeline.given_ids(part.compiled.documents)},
    )
    return _all_renamed(parts, ids)


def _all_renamed(parts: Sequence[Part], ids: Mapping[naming.Key, str]) -> Sequence[Part]:
    if not ids:
        return parts
    return [msgspec.structs.replace(part, compiled=_renamed(part.compiled, ids)) for part in parts]


def _renamed(compiled: Compiled, ids: Mapping[naming.Key, str]) -> Compiled:
    return msgspec.structs.replace(
        compiled,
        tables=naming.renamed_rows(compiled.tables, ids),
        documents=tuple(pipeline.renamed(document, ids) for document in compiled.documents),
    )


def _complete(tables: dict[str, list[Record]], parts: Sequence[Part]) -> list[str]:
    """Add what compares documents, see `complete`. A package that verifies may still state what cannot be computed with."""
    try:
        return complete(tables)
    except (ArithmeticError, LookupError, RecursionError, TypeError, ValueError) as error:
        packages = [part.name for part in parts if not part.compiled.documents]
        if not packages:
            raise
        what = phrase("error.senseless", path=listed(packages))
        raise PackError(what, phrase("error.senseless.hint")) from error


def _by_document(compiled: Compiled) -> dict[str, list[Record]]:
    """What was read from each document, in the order of the documents."""
    found: dict[str, list[Record]] = {
        row.doc_id: [] for row in compiled.tables["documents"] if isinstance(row, Document)
    }
    for rows in compiled.tables.values():
        for row in rows:
            if isinstance(row, Fact) and not isinstance(row, Check) and row.doc_id in found:
                found[row.doc_id].append(row)
    return found


def _file_and_place(rows: Sequence[Record]) -> tuple[str, str, int, str]:
    """Where the document of these rows stands among those of all inputs."""
    row = next(row for row in rows if isinstance(row, Document))
    return row.source_file, row.source_sha256, row.line_start, row.doc_id


def _conflict(doc_id: str, first: str, second: str) -> SourceError:
    what = phrase("error.conflict", doc=doc_id, first=first, second=second)
    return SourceError(what, phrase("error.conflict.hint"))


def _package(infos: Sequence[PackageInfo]) -> PackageInfo:
    """What the whole is called: what all agree on, else the names together and no version.

    An input without a manifest has no say.
    """
    saying = [info for info in infos if msgspec.structs.replace(info, created=None) != PackageInfo()]
    infos = sorted(saying or infos, key=lambda info: (info.name, info.title))
    names = _distinct(info.name for info in infos)
    version = _agreed(info.version for info in infos) if len(names) == 1 else None
    days = [info.created for info in infos]
    return PackageInfo(
        name="+".join(names),
        title=" + ".join(_distinct(info.title for info in infos)),
        title_en=" + ".join(_distinct(info.title_en for info in infos)),
        version=version or PackageInfo().version,
        created=max(day for day in days if day) if all(days) else None,
        licence="\n".join(_distinct(info.licence for info in infos)),
        homepage=_agreed(info.homepage for info in infos) or "",
        contributors=tuple(_distinct(name for info in infos for name in info.contributors)),
    )


def _distinct(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]


def _agreed(texts: Iterable[Any]) -> Any:
    found = set(texts)
    return found.pop() if len(found) == 1 else None
