"""Which release is the latest, also when files of the output are not as a run left them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from publishers_tables import document, tables

from extractors.errors import UsageError
from publishers import catalog
from publishers.release import Published

Release = Callable[..., Published]


@pytest.fixture
def output(release: Release, some: dict[str, pa.Table], tmp_path: Path) -> Path:
    release(some)
    release(tables(documents=[document("plan-a"), document("plan-b", "facts"), document("plan-c")]))
    return tmp_path / "out"


def test_an_empty_output_has_no_latest_release(tmp_path: Path) -> None:
    assert catalog.latest(tmp_path / "nothing") is None


def test_the_latest_is_the_one_that_is_named(output: Path) -> None:
    catalog.point_to(output, "1.0.0")
    last = catalog.latest(output)
    assert last is not None
    assert (last.version, last.redistribution, len(last.datasets())) == ("1.0.0", "allowed", 17)


def test_without_a_pointer_the_highest_version_is_the_latest(output: Path) -> None:
    (output / "latest.json").unlink()
    last = catalog.latest(output)
    assert last is not None
    assert last.version == "2.0.0"
    assert catalog.versions(output) == [(1, 0, 0), (2, 0, 0)]


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"version": "../../x"}', '{"version": null}', "\x00"])
def test_a_pointer_to_nothing_is_told(output: Path, content: str) -> None:
    (output / "latest.json").write_text(content)
    with pytest.raises(UsageError, match=r"latest\.json: does not name a release. Delete it"):
        catalog.latest(output)


def test_a_release_that_is_not_there_is_told(output: Path) -> None:
    (output / "latest.json").write_text('{"version": "9.0.0"}')
    with pytest.raises(UsageError, match=r"release 9\.0\.0 is damaged"):
        catalog.latest(output)


def test_a_note_of_a_move_that_never_happened_is_forgotten(output: Path) -> None:
    for content in ('{"version": "7.0.0"}', "half a n"):
        (output / "releases/.moving.json").write_text(content)
        (output / "releases/.tmp-1/data").mkdir(parents=True)
        catalog.put_right(output)
        assert sorted(p.name for p in (output / "releases").iterdir()) == ["1.0.0", "2.0.0"]
        last = catalog.latest(output)
        assert last is not None
        assert last.version == "2.0.0"
