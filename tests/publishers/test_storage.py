"""Files are there whole or not at all, and what the system refuses is told with a remedy."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from extractors.errors import ContractError, UsageError
from publishers import storage


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.ENOTDIR, "A file is in the way"),
        (errno.EACCES, "Give this user the right"),
        (errno.EROFS, "read-only"),
        (errno.ENOSPC, "The disk is full"),
        (errno.EFBIG, "ulimit -f"),
        (errno.EIO, "Check the folder and its disk"),
    ],
)
def test_what_the_system_says_becomes_a_sentence_with_a_remedy(number: int, remedy: str) -> None:
    with pytest.raises(UsageError, match=remedy) as told, storage.writing(Path("out/file")):
        raise OSError(number, os.strerror(number), "out/file")
    assert str(told.value).startswith(f"out/file: cannot be written ({os.strerror(number)}). ")


def test_a_file_is_replaced_at_once_or_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "latest.json"
    storage.replace(file, b"old")

    def refuse(self: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(target))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(UsageError, match="disk is full"):
            storage.replace(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]
    storage.replace(file, b"new")
    assert file.read_bytes() == b"new"


@pytest.mark.parametrize("name", ["../x", "/etc/x", "texts/../../x", "a\nb", "a\\b"])
def test_no_file_of_a_release_lies_outside_it(tmp_path: Path, name: str) -> None:
    with pytest.raises(ContractError, match="does not lie in the release"):
        storage.write(tmp_path / "release", name, b"x")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["out", "a/b:c", "C:/plans", "./s3"])
def test_a_folder_is_taken_for_a_folder(name: str) -> None:
    assert storage.local_folder(name, for_own_use=True) == Path(name)
