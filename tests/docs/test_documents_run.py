"""Every command and snippet of the README runs, and what the docs name is there."""

from __future__ import annotations

import csv
import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from schemas.contract import load_all

PROJECT = Path(__file__).resolve().parents[2]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
PDF_PAGE = (PROJECT / "docs" / "pdf.md").read_text(encoding="utf-8")
EDITIONS_PAGE = (PROJECT / "docs" / "editions.md").read_text(encoding="utf-8")
RUNNING_PAGE = (PROJECT / "docs" / "running.md").read_text(encoding="utf-8")
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
# These two make the environment that runs this test; CI calls them for real.
_MAKE = ("make run", "make test")

pytestmark = pytest.mark.xdist_group("release_of_samples")


def blocks(language: str, page: str = README) -> list[str]:
    return [body for name, body in _FENCE.findall(page) if name == language]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like a fresh clone after `make run`: the samples and a release of them."""
    folder = tmp_path_factory.mktemp("clone")
    shutil.copytree(PROJECT / "sources", folder / "sources")
    command = [
        sys.executable,
        "-m",
        "flows",
        "run",
        "--sources",
        "sources",
        "--output",
        "output",
        "--without-prefect",
    ]
    subprocess.run([*command, "--without-prefect"], cwd=folder, check=True, capture_output=True, timeout=300)
    return folder


@pytest.mark.parametrize("snippet", [*blocks("python"), *blocks("python", EDITIONS_PAGE)])
def test_each_python_snippet_runs_and_shows_something(snippet: str, checkout: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", snippet], cwd=checkout, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) > 3


def shell_lines(page: str = README) -> list[str]:
    script = "\n".join(blocks("sh", page)).replace("\\\n", " ")
    lines = [line.split("#")[0].strip() for line in script.splitlines()]
    return [line for line in lines if line]


def test_the_readme_heads_with_the_two_commands() -> None:
    assert [line for line in shell_lines() if line.startswith("make")] == list(_MAKE)


def test_each_command_runs_in_the_order_of_the_page(checkout: Path) -> None:
    commands = [line for page in (README, PDF_PAGE, RUNNING_PAGE) for line in shell_lines(page) if line not in _MAKE]
    assert commands
    for line in commands:
        name, *arguments = shlex.split(line)
        assert name == ".venv/bin/guihua", line
        done = subprocess.run(
            [sys.executable, "-m", "flows", *arguments, *(["--without-prefect"] if arguments[0] == "run" else [])],
            cwd=checkout,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, f"{line}\n{done.stderr}"
        assert (done.stdout + done.stderr).strip(), line


def test_the_sample_rows_are_what_a_release_gives(checkout: Path) -> None:
    sample = README.split("<!-- sample: begin -->")[1].split("<!-- sample: end -->")[0]
    head, _, *rows = [[cell.strip() for cell in line.strip(" |").split("|")] for line in sample.strip().splitlines()]
    latest = json.loads((checkout / "output/latest.json").read_text(encoding="utf-8"))
    with (checkout / "output" / latest["path"] / "data/numeric_targets.csv").open(encoding="utf-8") as lines:
        published = {tuple(_plain(row[name]) for name in head) for row in csv.DictReader(lines)}
    assert len(rows) == 5
    assert [row for row in rows if tuple(row) not in published] == []


def _plain(cell: str) -> str:
    """A number as the README prints it: 65.0 as 65."""
    return cell.removesuffix(".0")


def test_every_dataset_is_named_in_the_readme() -> None:
    assert [name for name in load_all() if f"`{name}`" not in README] == []


def test_every_link_to_a_file_leads_somewhere() -> None:
    for page in (PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", *(PROJECT / "docs").glob("*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_outcome_and_exit_code_is_told() -> None:
    from flows import errors
    from flows.failing import INTERRUPTED

    codes = [errors.PUBLISHED, errors.REFUSED, errors.USAGE, errors.DOCUMENTS_FAILED, errors.OUTPUT_HELD]
    codes += [errors.UNEXPECTED, INTERRUPTED]
    assert [code for code in codes if f"| {code} |" not in RUNNING_PAGE] == []
    outcomes = next(f for f in load_all()["documents"].fields if f.name == "outcome").constraints.enum
    assert [outcome for outcome in outcomes if f"| `{outcome}` |" not in RUNNING_PAGE] == []
