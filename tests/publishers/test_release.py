"""What a release holds, when there is a new one, and what a run that cannot finish leaves behind."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from publishers_tables import document, tables, target

from extractors.errors import ContractError, UsageError
from publishers import storage
from publishers.formats import read_csv
from publishers.release import Published
from publishers.verify import verify

Release = Callable[..., Published]


def files(root: Path) -> list[str]:
    return sorted(p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file())


def data(release: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in (release / "data").iterdir()}


def test_a_release_has_the_layout_that_users_read(release: Release, some: dict[str, pa.Table], tmp_path: Path) -> None:
    done = release(some, {"plan-a": "Build 70 million kilowatts.", "plan-b": "kept"}, quality={"report.html": "<p>"})
    assert (done.version, done.changed, done.path) == ("1.0.0", True, tmp_path / "out/releases/1.0.0")
    assert json.loads((tmp_path / "out/latest.json").read_text()) == {"version": "1.0.0", "path": "releases/1.0.0"}
    there = set(files(done.path))
    assert {"CHANGES.md", "SHA256SUMS", "datapackage.json", "release.json", "quality/report.html"} <= there
    assert {f"data/{name}.{end}" for name in some for end in ("csv", "parquet")} <= there
    assert {f for f in there if f.startswith("texts/")} == {"texts/plan-a.txt"}
    assert verify(done.path) == ()


def test_every_dataset_says_the_same_as_csv_and_as_parquet(release: Release, some: dict[str, pa.Table]) -> None:
    done = release(some)
    for name in some:
        table = pq.read_table(done.path / f"data/{name}.parquet")
        assert read_csv((done.path / f"data/{name}.csv").read_bytes(), table.schema).equals(table)


def test_release_json_tells_the_run(release: Release, some: dict[str, pa.Table]) -> None:
    done = release(some, settings={"workers": 2}, code_version="0.1.0", checks={"passed": 3})
    record = json.loads((done.path / "release.json").read_text())
    assert record["released_at"] == "2026-01-02T03:04:05Z"
    assert record["previous"] is None
    assert record["redistribution"] == "allowed"
    assert (record["settings"], record["code_version"], record["checks"]) == ({"workers": 2}, "0.1.0", {"passed": 3})
    assert record["sources"][0]["id"] == "plan-a"
    assert record["sources"][0]["sha256"] == "0" * 64
    assert record["datasets"]["numeric_targets"] == {"rows": 2, "quarantined": 0}


def test_the_same_tables_make_no_second_release(release: Release, some: dict[str, pa.Table], tmp_path: Path) -> None:
    release(some)
    again = release({k: some[k] for k in reversed(some)}, released_at="2027-01-01T00:00:00Z")
    assert (again.version, again.changed) == ("1.0.0", False)
    assert files(tmp_path / "out/releases") == [f"1.0.0/{name}" for name in files(tmp_path / "out/releases/1.0.0")]


def test_a_corrected_value_is_a_patch_and_the_old_release_stays(
    release: Release, some: dict[str, pa.Table], tmp_path: Path
) -> None:
    first = release(some)
    before = {name: (first.path / name).read_bytes() for name in files(first.path)}
    rows = [target("plan-a-t-1", "plan-a", 8e7), target("plan-b-t-1", "plan-b")]
    second = release({**some, "numeric_targets": tables(numeric_targets=rows)["numeric_targets"]})
    assert (second.version, second.reason) == ("1.0.1", "Values of 1 row of numeric_targets were corrected.")
    assert "value `70000000.0` → `80000000.0`" in (second.path / "CHANGES.md").read_text()
    assert {name: (first.path / name).read_bytes() for name in files(first.path)} == before
    assert json.loads((tmp_path / "out/latest.json").read_text())["version"] == "1.0.1"


def test_own_use_is_another_release_and_every_file_says_so(release: Release, some: dict[str, pa.Table]) -> None:
    public = release(some)
    private = release(some, {"plan-b": "its text"}, for_own_use=True)
    assert private.changed
    assert (private.path / "texts/plan-b.txt").read_text() == "its text"
    assert json.loads((private.path / "release.json").read_text())["redistribution"] == "not for redistribution"
    package = json.loads((private.path / "datapackage.json").read_text())
    assert {r["redistribution"] for r in package["resources"]} == {"not for redistribution"}
    for path in (private.path / "data").glob("*.parquet"):
        assert pq.read_schema(path).metadata[b"redistribution"] == b"not for redistribution"
    back = release(some)
    assert back.changed
    assert data(back.path) == data(public.path)


def test_own_use_differs_even_where_no_value_does(release: Release) -> None:
    open_to_all = tables(documents=[document("plan-a", "full")])
    assert release(open_to_all).version == "1.0.0"
    own = release(open_to_all, for_own_use=True)
    assert (own.version, own.changed) == ("1.0.1", True)
    assert "own use only" in own.reason


@pytest.mark.parametrize("address", ["s3://bucket/plans", Path("s3://bucket/plans"), "gs://b", "memory://x"])
def test_a_release_for_own_use_goes_nowhere_but_to_a_local_folder(
    release: Release, some: dict[str, pa.Table], address: str | Path
) -> None:
    with pytest.raises(UsageError, match="not for redistribution"):
        release(some, output=address, for_own_use=True)
    with pytest.raises(UsageError, match="local folder"):
        release(some, output=address)


def test_tables_that_the_contract_does_not_know_are_refused(release: Release, some: dict[str, pa.Table]) -> None:
    with pytest.raises(ContractError, match="no table for coverage"):
        release({k: v for k, v in some.items() if k != "coverage"})
    with pytest.raises(ContractError, match="columns of boxes"):
        release({**some, "boxes": some["boxes"].append_column("more", pa.array([], pa.string()))})
    with pytest.raises(ContractError, match="no document"):
        release(tables())


def test_an_interrupted_run_leaves_the_last_release(
    release: Release, some: dict[str, pa.Table], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    release(some)
    more = {
        **some,
        "documents": tables(documents=[document("plan-a"), document("plan-b", "facts"), document("c")])["documents"],
    }
    for step in ("write", "seal", "move", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(storage, step, _killed)
            with pytest.raises(KeyboardInterrupt):
                release(more)
        assert json.loads((out / "latest.json").read_text())["version"] == "1.0.0"
        assert [p.name for p in (out / "releases").iterdir() if not p.name.startswith(".")] == ["1.0.0"]
    assert release(more).version == "1.1.0"
    assert sorted(p.name for p in (out / "releases").iterdir()) == ["1.0.0", "1.1.0"]


def _killed(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_a_run_killed_after_the_move_is_finished_by_the_next(
    release: Release, some: dict[str, pa.Table], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("publishers.catalog.point_to", _killed)
        with pytest.raises(KeyboardInterrupt):
            release(some)
    assert not (tmp_path / "out/latest.json").exists()
    again = release(some)
    assert (again.version, again.changed) == ("1.0.0", False)
    assert json.loads((tmp_path / "out/latest.json").read_text())["version"] == "1.0.0"
    assert [p.name for p in (tmp_path / "out/releases").iterdir()] == ["1.0.0"]


def test_a_version_that_someone_went_back_from_is_not_used_again(
    release: Release, some: dict[str, pa.Table], tmp_path: Path
) -> None:
    release(some)
    release(tables(documents=[document("plan-a"), document("plan-c")]))
    (tmp_path / "out/latest.json").write_text('{"version": "1.0.0", "path": "releases/1.0.0"}')
    assert not release(some).changed
    assert release(tables(documents=[document("plan-a"), document("plan-b", "facts")])).version == "3.0.0"


def test_a_process_killed_in_the_middle_leaves_nothing_visible_and_the_next_run_clears_up(
    release: Release, some: dict[str, pa.Table], tmp_path: Path
) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path; import publishers.storage as s\n"
        "from publishers.release import publish; from publishers_tables import tables, document\n"
        "s.seal = lambda root: os.kill(os.getpid(), signal.SIGKILL)\n"
        "publish(tables(documents=[document('a')]), {}, Path(sys.argv[1]), released_at='2026-01-01')\n"
    )
    out = tmp_path / "out"
    ended = subprocess.run([sys.executable, "-c", script, str(out)], env=_environment(), check=False)
    assert ended.returncode == -signal.SIGKILL
    assert [p.name for p in out.iterdir()] == ["releases"]
    (left,) = (out / "releases").iterdir()
    assert left.name.startswith(".tmp-")
    release(some)
    assert [p.name for p in (out / "releases").iterdir()] == ["1.0.0"]


def _environment(**more: str) -> dict[str, str]:
    here = Path(__file__).parent
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(here), str(here.parents[1]))), **more}


def test_two_processes_write_the_same_bytes(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from publishers.release import publish\n"
        "from publishers_tables import tables, document, target\n"
        "made = tables(documents=[document('a'), document('b', 'facts')], numeric_targets=[\n"
        "    target(f'{d}-t-{n}', d, n / 7, regions=[dict(page=n, x0=1.5, top=2.25, x1=3.0, bottom=4.0)])\n"
        "    for d in {'a', 'b'} for n in range(50)])\n"
        "publish(made, {}, Path(sys.argv[1]), released_at='2026-01-01')\n"
    )
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", script, str(tmp_path / seed)], env=_environment(PYTHONHASHSEED=seed), check=True
        )
    one, two = (data(tmp_path / seed / "releases/1.0.0") for seed in ("1", "2"))
    assert one == two
    assert len(one["numeric_targets.csv"].splitlines()) == 101


def test_a_file_in_the_way_is_named_with_the_remedy(
    release: Release, some: dict[str, pa.Table], tmp_path: Path
) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(UsageError, match=r"out.*A file is in the way"):
        release(some)
    assert (tmp_path / "out").read_text() == "a file"


def test_a_folder_in_the_place_of_latest_json_takes_the_release_back(
    release: Release, some: dict[str, pa.Table], tmp_path: Path
) -> None:
    (tmp_path / "out/latest.json").mkdir(parents=True)
    with pytest.raises(UsageError, match=r"latest\.json"):
        release(some)
    assert list((tmp_path / "out/releases").iterdir()) == []


def test_a_limit_on_file_size_is_told(release: Release, some: dict[str, pa.Table], tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))
    try:
        with pytest.raises(UsageError, match="ulimit -f"):
            release(some)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list((tmp_path / "out/releases").iterdir()) == []


def test_a_full_disk_is_told(
    release: Release, some: dict[str, pa.Table], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(UsageError, match=r"data/box_items\.csv.*The disk is full"):
            release(some)
    assert list((tmp_path / "out/releases").iterdir()) == []


def test_a_damaged_release_is_not_built_upon(release: Release, some: dict[str, pa.Table]) -> None:
    done = release(some)
    (done.path / "data/boxes.parquet").write_bytes(b"PAR1")
    with pytest.raises(UsageError, match=r"1\.0\.0 is damaged.*boxes\.parquet"):
        release(some)


def test_a_csv_that_a_spreadsheet_saved_over_is_published_anew(release: Release, some: dict[str, pa.Table]) -> None:
    done = release(some)
    (done.path / "data/boxes.csv").write_text("box_id;number\n")
    again = release(some)
    assert (again.version, again.changed, verify(again.path)) == ("1.0.1", True, ())


def test_a_quality_file_cannot_leave_the_release(release: Release, some: dict[str, pa.Table]) -> None:
    with pytest.raises(ContractError, match="does not lie"):
        release(some, quality={"../../escaped": "x"})
