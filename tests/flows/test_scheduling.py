from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
import yaml

from extractors.errors import UsageError
from flows import local_server
from flows.cli import cli
from flows.settings import RunSettings

ROOT = Path(__file__).parents[2]
Describe = Callable[..., Path]


def documented() -> list[list[str]]:
    text = (ROOT / "docs" / "scheduling.md").read_text(encoding="utf-8")
    lines = re.findall(r"(?m)^.*\.venv/bin/guihua (.+)$", text)
    return [shlex.split(line) for line in lines]


@pytest.mark.parametrize("command", documented(), ids=lambda command: command[0])
def test_documented_commands_are_understood(command: list[str]) -> None:
    name, *arguments = command
    context = cli.commands[name].make_context(name, arguments)
    assert context.params["output"] == Path("output")


def test_the_deployment_runs_the_flow_with_its_own_parameters() -> None:
    from flows.pipeline_flow import release_collections

    said = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"][0]
    assert said["entrypoint"] == "flows/pipeline_flow.py:release_collections"
    assert set(said["parameters"]) <= set(release_collections.parameters.properties)
    assert said["concurrency_limit"] == 1


@pytest.mark.parametrize(
    ("cron", "timezone", "said"),
    [
        ("every day", "UTC", "--cron cannot be 'every day'. Write it"),
        ("0 3 * * *", "Mars", "--timezone cannot be 'Mars'. Name"),
        ("0 3 * * *", "America", "--timezone cannot be 'America'. Name"),
        ("0 3 * * *", "../UTC", "--timezone cannot be '../UTC'. Name"),
    ],
)
def test_a_schedule_that_is_none_is_wrong_usage(
    folder: Path, output: Path, describe: Describe, monkeypatch: pytest.MonkeyPatch, cron: str, timezone: str, said: str
) -> None:
    from flows.commands.schedule import serve

    describe("a")
    monkeypatch.setattr("flows.commands.schedule.prepare_prefect", lambda *_, **__: None)
    monkeypatch.setattr("flows.commands.schedule.local_server", lambda *_: pytest.fail("started a server"))
    with pytest.raises(UsageError, match=re.escape(said)):
        serve(RunSettings((folder,), output), cron, timezone)


def test_the_scheduler_s_database_layer_is_one_that_it_works_with() -> None:
    """Prefect 3.8 takes SQLAlchemy 2.1 without a word, and its scheduler then never makes a run."""
    from importlib.metadata import version

    assert tuple(int(n) for n in version("sqlalchemy").split(".")[:2]) < (2, 1)


def test_a_server_that_does_not_start_is_told_with_its_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local_server, "_SERVER", "flows.no_such_server")
    with (
        pytest.raises(UsageError, match=r"server\.log: Prefect's server did not start\. Look into"),
        local_server.local_server(tmp_path / "prefect"),
    ):
        pytest.fail("started")


@pytest.mark.xdist_group("prefect")
def test_a_schedule_without_a_standing_server_has_one_that_ends_with_it(
    folder: Path, output: Path, describe: Describe
) -> None:
    describe("a")
    environment = {k: v for k, v in os.environ.items() if k != "PREFECT_API_URL"}
    command = [sys.executable, "-m", "flows", "schedule", "--cron", "* * * * *"]
    log = output.parent / "said"
    with log.open("wb") as said:
        serving = subprocess.Popen(
            [*command, "--sources", folder, "--output", output], env=environment, stdout=said, stderr=said
        )
        try:
            _until(lambda: (output / "latest.json").exists() or serving.poll() is not None, 240)
            family = psutil.Process(serving.pid).children(recursive=True)
        finally:
            serving.terminate()
            serving.wait(timeout=60)
    assert (output / "releases" / "1.0.0" / "data" / "documents.csv").exists(), log.read_text()
    assert family
    assert not [process for process in family if process.is_running() and process.status() != psutil.STATUS_ZOMBIE]
    assert "ephemeral" not in log.read_text()


def _until(holds: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.5)
