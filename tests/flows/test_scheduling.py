from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from extractors.errors import UsageError
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


@pytest.mark.parametrize(("cron", "timezone"), [("every day", "UTC"), ("0 3 * * *", "Mars/Base")])
def test_a_schedule_that_is_none_is_wrong_usage(
    folder: Path, output: Path, describe: Describe, monkeypatch: pytest.MonkeyPatch, cron: str, timezone: str
) -> None:
    from flows.commands.schedule import serve
    from flows.pipeline_flow import release_collections

    describe("a")
    monkeypatch.setattr("flows.commands.schedule.prepare_prefect", lambda *_, **__: None)
    monkeypatch.setattr(type(release_collections), "serve", lambda *_, **__: pytest.fail("served"))
    with pytest.raises(UsageError, match="--cron cannot be"):
        serve(RunSettings((folder,), output), cron, timezone)


def test_the_scheduler_s_database_layer_is_one_that_it_works_with() -> None:
    """Prefect 3.8 takes SQLAlchemy 2.1 without a word, and its scheduler then never makes a run."""
    from importlib.metadata import version

    assert tuple(int(n) for n in version("sqlalchemy").split(".")[:2]) < (2, 1)
