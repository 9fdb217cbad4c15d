from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from extractors.errors import UsageError
from flows.errors import ReleaseRefusedError
from flows.outcome import RunOutcome
from flows.run import carry_out, prepared, read_on_threads, run
from flows.settings import RunSettings

Describe = Callable[..., Path]
Quick = Callable[..., RunOutcome]


@pytest.fixture
def settings(folder: Path, output: Path, describe: Describe) -> RunSettings:
    describe("a")
    describe(
        "b", "Plan of Oak County (2021-2025)\n\nChapter 1 Roads\n\nWe will build 30 kilometers of roads by 2025.\n"
    )
    return RunSettings((folder,), output)


def rows(outcome: RunOutcome) -> dict[str, int]:
    return {dataset.name: dataset.rows for dataset in outcome.datasets}


def released(outcome: RunOutcome, dataset: str) -> pa.Table:
    assert outcome.path is not None
    return pq.read_table(Path(outcome.path, "data", f"{dataset}.parquet"))


def in_full(settings: RunSettings) -> RunOutcome:
    with prepared(settings) as plan:
        return carry_out(settings, plan, read_on_threads)


def files(output: Path) -> dict[str, bytes]:
    return {str(p.relative_to(output)): p.read_bytes() for p in output.glob("releases/**/*") if p.is_file()}


def test_with_worker_processes_and_the_real_checks_it_publishes(settings: RunSettings) -> None:
    outcome = run(replace(settings, workers=2))
    assert (outcome.exit_code, outcome.version, outcome.unchanged) == (0, "1.0.0", False)
    assert released(outcome, "documents").column("outcome").to_pylist() == ["read", "read"]
    assert rows(outcome)["sections"] >= 4
    assert sum(dataset.quarantined for dataset in outcome.datasets) == 0
    again = run(settings)
    assert (again.exit_code, again.version, again.unchanged) == (0, "1.0.0", True)
    assert not list(settings.state.glob("parts/.new-*"))


def test_the_number_of_workers_does_not_show(settings: RunSettings, quick: Quick) -> None:
    alone = quick(settings)
    with prepared(replace(settings, output=settings.output.with_name("other"), workers=2)) as plan:
        together = carry_out(replace(settings, output=settings.output.with_name("other")), plan, read_on_threads)
    assert alone.path is not None
    assert together.path is not None
    for path in Path(alone.path, "data").iterdir():
        assert path.read_bytes() == Path(together.path, "data", path.name).read_bytes(), path.name


def test_a_second_run_publishes_nothing(settings: RunSettings, quick: Quick) -> None:
    quick(settings)
    before = files(settings.output)
    outcome = quick(settings)
    assert outcome.unchanged
    assert files(settings.output) == before


def test_a_state_that_was_deleted_changes_nothing(settings: RunSettings, quick: Quick) -> None:
    import shutil

    quick(settings)
    shutil.rmtree(settings.state)
    assert quick(settings).unchanged


def test_a_damaged_part_is_read_again(settings: RunSettings, quick: Quick) -> None:
    quick(settings)
    for path in settings.state.glob("parts/*/sections.parquet"):
        path.write_bytes(b"rubbish")
    outcome = quick(settings)
    assert outcome.unchanged
    assert outcome.exit_code == 0


def test_a_dry_run_publishes_nothing(settings: RunSettings, quick: Quick) -> None:
    outcome = quick(replace(settings, dry_run=True))
    assert (outcome.dry_run, outcome.version) == (True, None)
    assert rows(outcome)["documents"] == 2
    assert not (settings.output / "releases").exists()


def test_only_leaves_the_others_alone(settings: RunSettings, describe: Describe, folder: Path, quick: Quick) -> None:
    first = quick(settings)
    old = released(first, "sections").filter(pa.compute.field("document_id") == "b")
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text("New Plan (2021-2025)\n\nChapter 1 Only this\n\nNo roads at all.\n")
    outcome = quick(replace(settings, only=("a",)))
    sections = released(outcome, "sections")
    assert sections.filter(pa.compute.field("document_id") == "b").equals(old)
    assert sections.filter(pa.compute.field("document_id") == "a").num_rows == 1
    assert (settings.output / "releases" / str(outcome.version) / "texts" / "b.txt").exists()


def test_only_without_a_change_changes_nothing(settings: RunSettings, quick: Quick) -> None:
    quick(settings)
    assert quick(replace(settings, only=("b",))).unchanged


def test_only_leaves_a_document_that_failed_before_where_it_is(
    settings: RunSettings, describe: Describe, quick: Quick
) -> None:
    describe("c", "")
    quick(settings)
    outcome = quick(replace(settings, only=("a",)))
    assert outcome.unchanged
    assert outcome.exit_code == 0


def test_only_that_names_nothing_is_wrong_usage(settings: RunSettings, quick: Quick) -> None:
    with pytest.raises(UsageError, match=r"--only names c.*guihua sources"):
        quick(replace(settings, only=("c",)))


def test_a_document_that_leaves_the_collection_leaves_the_release(
    settings: RunSettings, folder: Path, quick: Quick
) -> None:
    quick(settings)
    (folder / "b.txt").unlink()
    (folder / "b.yml").unlink()
    outcome = quick(settings)
    assert outcome.version == "1.1.0"
    assert released(outcome, "documents").column("document_id").to_pylist() == ["a"]


def test_a_corrected_yaml_reaches_the_release(settings: RunSettings, describe: Describe, quick: Quick) -> None:
    quick(settings)
    describe("a", title="A better title")
    assert "A better title" in released(quick(settings), "documents").column("title").to_pylist()


def test_rights_are_kept_unless_it_is_for_own_use(folder: Path, output: Path, describe: Describe, quick: Quick) -> None:
    describe("a", redistribution="facts")
    kept = quick(RunSettings((folder,), output))
    assert set(released(kept, "numeric_targets").column("quote").to_pylist()) == {None}
    own = quick(RunSettings((folder,), output, for_own_use=True))
    assert None not in released(own, "numeric_targets").column("quote").to_pylist()
    assert json.loads(Path(str(own.path), "release.json").read_text())["redistribution"] == "not for redistribution"


def test_a_broken_dataset_refuses_the_release(
    settings: RunSettings, quick: Quick, monkeypatch: pytest.MonkeyPatch
) -> None:
    import flows.releasing
    from quality.validation import Failure, ReleaseValidation

    quick(settings)
    before = files(settings.output)

    failure = Failure("boxes", "key", "two boxes share a key", "Tell them apart")

    def broken(tables: Mapping[str, pa.Table]) -> ReleaseValidation:
        return ReleaseValidation(dict(tables), (failure,), ())

    monkeypatch.setattr(flows.releasing, "validate_all", broken)
    with (
        pytest.raises(ReleaseRefusedError, match=r"two boxes share a key.*Tell them apart") as refused,
        prepared(settings) as plan,
    ):
        carry_out(settings, plan, read_on_threads)
    assert refused.value.outcome.datasets
    assert files(settings.output) == before


def test_rows_that_got_lost_refuse_the_release(
    settings: RunSettings, quick: Quick, monkeypatch: pytest.MonkeyPatch
) -> None:
    import flows.releasing
    from quality.validation import ReleaseValidation

    def forgetful(tables: Mapping[str, pa.Table]) -> ReleaseValidation:
        return ReleaseValidation({**tables, "sections": tables["sections"].slice(1)}, (), ())

    quick(settings)
    monkeypatch.setattr(flows.releasing, "validate_all", forgetful)
    with (
        pytest.raises(ReleaseRefusedError, match=r"sections had .* rows from the extractors"),
        prepared(settings) as plan,
    ):
        carry_out(settings, plan, read_on_threads)


def test_what_is_quarantined_is_counted(settings: RunSettings, quick: Quick, monkeypatch: pytest.MonkeyPatch) -> None:
    import flows.releasing
    from quality.validation import ReleaseValidation
    from schemas.arrow import table

    def strict(tables: Mapping[str, pa.Table]) -> ReleaseValidation:
        section: dict[str, Any] = tables["sections"].slice(0, 1).to_pylist()[0]
        held = [
            {"dataset": "sections", "row_id": section["section_id"], "expectation": rule, "row": "{}", "reason": "no",
             "severity": "error", "document_id": section["document_id"], "page": None}
            for rule in ("one", "two")
        ]  # fmt: skip
        passed = {**tables, "sections": tables["sections"].slice(1), "quarantine": table("quarantine", held)}
        return ReleaseValidation(passed, (), ())

    quick(replace(settings, dry_run=True))
    monkeypatch.setattr(flows.releasing, "validate_all", strict)
    with prepared(settings) as plan:
        outcome = carry_out(settings, plan, read_on_threads)
    assert {d.name: d.quarantined for d in outcome.datasets}["sections"] == 1
    headings = released(outcome, "coverage").filter(pa.compute.field("element") == "heading").to_pylist()
    assert sum(row["quarantined"] for row in headings) == 1


def test_with_a_given_moment_every_byte_of_a_release_is_the_same(
    settings: RunSettings, quick: Quick, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    quick(settings)
    other = replace(settings, output=settings.output.with_name("other"))
    quick(other)
    first, second = files(settings.output), files(other.output)
    assert json.loads(first["releases/1.0.0/release.json"])["released_at"].startswith("2026-01-01")
    assert first == second
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH cannot be 'yesterday'"):
        quick(replace(settings, output=settings.output.with_name("third")))
