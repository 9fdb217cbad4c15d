from __future__ import annotations

from pathlib import Path

from flows.settings import RunSettings


def test_parameters_are_the_settings_as_json_takes_them() -> None:
    from flows.pipeline_flow import parameters, release_collections

    settings = RunSettings((Path("plans"),), Path("output"), workers=2, only=("a",))
    told = parameters(settings)
    assert told["sources"] == ["plans"]
    assert told["output"] == "output"
    assert set(told) == set(release_collections.parameters.properties)
