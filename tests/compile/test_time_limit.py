"""Work that takes too long is ended where it stands; what is in time is left alone."""

from __future__ import annotations

import threading
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hrss_tui.compile import one_file
from hrss_tui.compile.basics.facts import Harvest, Source
from hrss_tui.compile.pipeline import Options, compile_folder
from hrss_tui.compile.time_limit import OutOfTime, at_most
from hrss_tui.sources import decode
from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.limits import Limits
from tests.compile.test_pipeline import BULLETIN, folder_of


def endless() -> None:
    while True:
        pass


def test_endless_work_is_ended() -> None:
    with pytest.raises(OutOfTime), at_most(0.01):
        endless()


def test_it_is_ended_in_whichever_thread_it_is() -> None:
    ended = []

    def work() -> None:
        try:
            with at_most(0.01):
                endless()
        except OutOfTime:
            ended.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(30)
    assert ended == [True]


def test_what_is_in_time_is_left_alone_and_no_timer_stays() -> None:
    before = threading.active_count()
    with at_most(1000):
        total = sum(range(1000))
    assert total == 499_500
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer):
            thread.join(30)
    assert threading.active_count() == before


def test_other_errors_pass() -> None:
    with pytest.raises(ZeroDivisionError), at_most(1000):
        _ = 1 // 0


def test_reading_a_file_is_ended_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: Any) -> SourceFile:
        endless()
        raise AssertionError

    monkeypatch.setattr(decode, "decode", slow)
    folder = folder_of(tmp_path, a=BULLETIN.encode())
    limits = msgspec.structs.replace(Limits(), seconds=0.01)
    compiled = one_file.compile_file(one_file.Job(folder / "a.txt", limits=limits))
    assert compiled.error is not None
    assert str(compiled.error.message).startswith("a.txt: 0.01 秒内没有编译完")


def test_what_another_process_reads_is_told_how_long_it_may_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(seconds: float) -> AbstractContextManager[None]:
        raise AssertionError(seconds)

    seen = []
    monkeypatch.setattr(decode, "decode", lambda _data, name, limits, _told: seen.append((name, limits)))
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    decode.read_source(path, Limits(seconds=7.0), within=never)
    assert [(name, limits.seconds) for name, limits in seen] == [("a.pdf", 7.0)]


def test_a_file_that_takes_too_long_is_named_and_the_others_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(source: Source, found: Harvest) -> Harvest:
        if source.document.source_file == "b.txt":
            endless()
        return Harvest()

    folder = folder_of(tmp_path, a=BULLETIN.encode(), b=BULLETIN.encode())
    compile_folder(folder)  # what is loaded at the first use does not count
    monkeypatch.setattr(one_file, "EXTRACTORS", (*one_file.EXTRACTORS, slow))
    limits = msgspec.structs.replace(Limits(), seconds=2.0)
    compiled = compile_folder(folder, options=Options(limits=limits))
    (error,) = compiled.errors
    assert str(error.message).startswith("b.txt")
    assert [document.source.doc_id for document in compiled.documents] == ["bulletin-2030"]
