from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import pytest

import flows.failing
from flows.cli import cli, main

Describe = Callable[..., Path]
GUIHUA = Path(sys.executable).with_name("guihua")


def call(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(a) for a in arguments])
    return int(ended.value.code or 0)


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_shows_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert call(name, "--help") == 0
    said = capsys.readouterr().out
    assert "Examples:" in said
    assert f"  guihua {name} " in said


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_option_is_explained(name: str) -> None:
    options = [p for p in cli.commands[name].params if isinstance(p, click.Option)]
    assert all(option.help for option in options)


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom flows.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'pandas', 'numpy', 'pyarrow', 'prefect', 'great_expectations', 'pdfplumber', 'rich', 'yaml'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert call("--version") == 0
    assert capsys.readouterr().out.startswith("guihua")


@pytest.mark.parametrize(
    "arguments",
    [("run",), ("run", "--sources", "x"), ("walk",), ("extract",), ("run", "--sources", "x", "--output", "y", "--z")],
)
def test_wrong_usage_ends_with_2(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert call(*arguments) == 2
    assert "Error:" in capsys.readouterr().err


def test_a_collection_that_is_not_there_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("run", "--sources", tmp_path / "none", "--output", tmp_path / "out") == 2
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "guihua: starting ..."
    assert len(said) == 2
    assert "none: there is no such folder. " in said[1]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("inside", [".", "output"])
def test_an_output_in_the_collection_ends_with_2(
    folder: Path, describe: Describe, capsys: pytest.CaptureFixture[str], inside: str
) -> None:
    describe("a")
    assert call("run", "--sources", folder, "--output", folder / inside) == 2
    assert "the output lies in the collection" in capsys.readouterr().err
    assert not (folder / "output").exists()


def test_an_output_with_a_file_in_the_way_ends_with_2(
    folder: Path, describe: Describe, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    describe("a")
    (tmp_path / "out").write_text("mine")
    assert call("run", "--sources", folder, "--output", tmp_path / "out") == 2
    assert "choose another --output" in capsys.readouterr().err
    assert (tmp_path / "out").read_text() == "mine"


@pytest.mark.parametrize("standing", [None, "http://127.0.0.1:4200/api"])
def test_a_run_starts_a_server_only_where_none_stands(
    folder: Path, describe: Describe, output: Path, monkeypatch: pytest.MonkeyPatch, standing: str | None
) -> None:
    import flows.commands.run
    import flows.local_server
    from flows.outcome import RunOutcome

    started = []

    @contextmanager
    def server(home: Path, _meanwhile: Callable[[str], object]) -> Iterator[str]:
        started.append(home)
        yield "http://127.0.0.1:1/api"

    describe("a")
    monkeypatch.setattr(flows.commands.run, "prepare_prefect", lambda _state: None)
    monkeypatch.setattr(flows.local_server, "local_server", server)
    monkeypatch.setattr(flows.commands.run, "_run_flow", lambda _settings: RunOutcome((), version="1.0.0"))
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    if standing:
        monkeypatch.setenv("PREFECT_API_URL", standing)
    assert call("run", "--sources", folder, "--output", output) == 0
    assert started == ([] if standing else [output / ".state" / "prefect"])


def test_a_held_output_ends_with_4(
    folder: Path, describe: Describe, output: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from flows.output_folder import held

    describe("a")
    with held(output / ".state"):
        assert call("run", "--sources", folder, "--output", output, "--without-prefect") == 4
    assert f"another run (process {os.getpid()}" in capsys.readouterr().err


def test_an_unexpected_failure_is_one_line_and_a_log(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(flows.failing, "_log_folder", tmp_path / "logs")

    def broken() -> None:
        raise ZeroDivisionError("oh")

    assert flows.failing.answer(broken) == 70
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "ZeroDivisionError: oh" in said
    log = tmp_path / "logs" / "last-failure.log"
    assert str(log) in said
    assert "Traceback" in log.read_text()


@pytest.mark.xdist_group("prefect")
def test_the_whole_command_publishes_and_then_says_that_nothing_changed(
    folder: Path, describe: Describe, output: Path, prefect_server: str
) -> None:
    describe("a")
    describe("b", "")
    command = [str(GUIHUA), "run", "--sources", str(folder), "--output", str(output)]
    environment = {**os.environ, "PREFECT_API_URL": prefect_server, "COLUMNS": "120"}
    first = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert first.returncode == 3, first.stderr
    assert "Release 1.0.0" in first.stdout
    assert "b: b.txt: the file is empty. " in first.stdout
    assert any(line.split() == ["documents", "2", "0"] for line in first.stdout.splitlines())
    assert "Traceback" not in first.stdout + first.stderr
    assert json.loads((output / "latest.json").read_text())["version"] == "1.0.0"
    again = [*command, "--without-prefect"]
    second = subprocess.run(again, env=environment, capture_output=True, text=True, check=False)
    assert "Nothing changed since release 1.0.0" in second.stdout
    assert [p.name for p in (output / "releases").iterdir() if p.is_dir()] == ["1.0.0"]


def test_the_help_of_run_tells_every_exit_code() -> None:
    from flows import errors
    from flows.cli import EXIT_CODES
    from flows.failing import INTERRUPTED

    codes = [errors.PUBLISHED, errors.REFUSED, errors.USAGE, errors.DOCUMENTS_FAILED, errors.OUTPUT_HELD]
    told = {int(code) for code in re.findall(r"\b\d+\b", EXIT_CODES)}
    assert told == {*codes, errors.UNEXPECTED, INTERRUPTED}


def test_every_option_of_run_is_in_the_documents() -> None:
    project = Path(__file__).resolve().parents[2]
    pages = [project / "README.md", *sorted((project / "docs").glob("*.md"))]
    told = "".join(page.read_text(encoding="utf-8") for page in pages)
    named = [name for option in cli.commands["run"].params for name in option.opts]
    assert "--dry-run" in named
    assert [name for name in named if name not in told] == []
