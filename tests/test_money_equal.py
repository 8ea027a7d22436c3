"""Format 2 counts 分 where format 1 counted 元: no amount changed with it, and the script would see one that did."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from scripts import money_equal


def test_every_amount_of_the_first_release_is_the_same_in_yuan(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["money_equal.py"])
    with pytest.raises(SystemExit) as ended:
        money_equal.main()
    assert ended.value.code == 0
    total = capsys.readouterr().out.splitlines()[-1]
    assert total.endswith("amounts equal in 元, 0 differ")
    assert int(total.split()[0].replace(",", "")) > 900


def test_one_fen_more_is_seen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    package: dict[str, Any] = money_equal.raw(money_equal.USUAL[1])
    package["tables"]["projects"]["amount"][0] += 1
    path = tmp_path / "new.msgpack"
    path.write_bytes(msgspec.msgpack.encode(package))
    monkeypatch.setattr("sys.argv", ["money_equal.py", str(money_equal.USUAL[0]), str(path)])
    with pytest.raises(SystemExit) as ended:
        money_equal.main()
    assert ended.value.code == 1
    assert package["tables"]["projects"]["project_id"][0] in capsys.readouterr().out
