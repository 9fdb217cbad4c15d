from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.errors import UsageError
from flows.errors import OutputHeldError
from flows.outcome import RunOutcome
from flows.output_folder import check_writable, held
from flows.settings import RunSettings

Describe = Callable[..., Path]


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "output").write_text("I was here first")
    with pytest.raises(UsageError, match=r"output.*A file is in the way"):
        check_writable(tmp_path / "output" / ".state")
    assert (tmp_path / "output").read_text() == "I was here first"


def test_a_limit_on_file_sizes_is_told_before_the_work(tmp_path: Path) -> None:
    code = (
        "import resource, sys; from pathlib import Path; from flows.output_folder import check_writable\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)); check_writable(Path(sys.argv[1]))"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path / "out"], capture_output=True, text=True, check=False)
    assert "UsageError" in done.stderr
    assert "ulimit -f" in done.stderr
    assert not list((tmp_path / "out").glob(".probe*"))


@pytest.mark.parametrize("limit", [1_000, 20_000, 60_000])
def test_a_limit_that_is_hit_while_publishing_leaves_the_last_release(
    folder: Path, output: Path, describe: Describe, quick: Callable[..., RunOutcome],
    monkeypatch: pytest.MonkeyPatch, limit: int,
) -> None:  # fmt: skip
    """The probe passes and the disk fills up afterwards: the last release stays whole."""
    describe("a")
    quick(RunSettings((folder,), output))
    before = {p: p.read_bytes() for p in sorted(output.glob("releases/*/**/*")) if p.is_file()}
    latest = (output / "latest.json").read_bytes()
    many = "".join(f"\n\nWe will build {n} kilometers of roads by 2025." for n in range(10, 300))
    describe("b", "Plan of Oak County (2021-2025)\n" + many)
    monkeypatch.setattr("flows.run.check_writable", lambda _state: None)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        with pytest.raises((UsageError, OSError), match=r"File too large|ulimit"):
            quick(RunSettings((folder,), output))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (output / "latest.json").read_bytes() == latest
    assert {p: p.read_bytes() for p in sorted(output.glob("releases/*/**/*")) if p.is_file()} == before
    assert quick(RunSettings((folder,), output)).version == "1.1.0"


def test_only_one_holds_an_output(tmp_path: Path) -> None:
    with held(tmp_path), pytest.raises(OutputHeldError, match=rf"process {os.getpid()} on .*Wait"), held(tmp_path):
        pass


def test_it_is_free_again_afterwards(tmp_path: Path) -> None:
    for _ in range(2):
        with held(tmp_path):
            pass
    assert not (tmp_path / "run.holder.json").exists()


def test_a_run_that_was_killed_lets_go(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path; from flows.output_folder import held\n"
        "with held(Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    with held(tmp_path):
        pass


def test_a_disk_that_takes_nothing_is_told_by_the_output_that_was_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _content: bytes) -> int:
        raise OSError(errno.EROFS, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "write_bytes", refuse)
    with pytest.raises(UsageError, match=r"output: cannot be written \(Read-only") as told:
        check_writable(tmp_path / "output" / ".state")
    assert ".probe" not in str(told.value)
