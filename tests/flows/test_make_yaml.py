from __future__ import annotations

import errno
import hashlib
from pathlib import Path
from typing import Any

import pytest
import yaml

import flows.commands.make_yaml
from extractors.errors import UsageError
from flows.cli import main
from flows.collection import read_collections
from flows.commands.make_yaml import make_yaml
from flows.loose_files import Told, loose_files, tell

TEXT = "Outline of the 14th Five-Year Plan of Willow County\n\nChapter 1 Roads\n\nWe will build 120 km of roads.\n"


class Here:
    """Lanes that work in this process."""

    def __init__(self, *_: object) -> None:
        pass

    def __enter__(self) -> Here:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def run(self, _seconds: float, function: Any, path: Path) -> Told:
        told: Told = function(path)
        return told


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flows.commands.make_yaml, "Lanes", Here)


def yaml_of(path: Path) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return read


def test_a_folder_of_loose_files_becomes_a_collection(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "Willow Plan (final).txt").write_text(TEXT)
    (folder / "figures.csv").write_text("a,b\n")
    with pytest.raises(SystemExit) as ended:
        main(["sources", "--make-yaml", str(folder)])
    assert ended.value.code == 0
    said = capsys.readouterr()
    assert "guessed language en, type plan_outline, plan 14, period 2021-2025" in said.out
    assert "1 document, no problems" in said.out
    assert "figures.csv: no document that is read" in said.err
    assert yaml_of(folder / "willow-plan-final.yml") == {
        "id": "willow-plan-final",
        "title": "Outline of the 14th Five-Year Plan of Willow County",
        "file": "Willow Plan (final).txt",
        "language": ["en"],
        "document_type": "plan_outline",
        "plan": 14,
        "period": {"start": 2021, "end": 2025},
        "authority": "unknown",
        "licence": "not stated",
        "redistribution": "facts",
    }


@pytest.mark.usefixtures("here")
def test_names_that_make_one_id_get_ids_of_their_own(folder: Path) -> None:
    for name in ("a b.txt", "a,b.txt", "A_B.md", "规划.txt", "纲要.txt"):
        (folder / name).write_text(TEXT)
    make_yaml(folder)
    collection = read_collections([folder])
    assert not collection.problems
    same = hashlib.sha256(TEXT.encode()).hexdigest()[:6]
    assert {e.source.id for e in collection.entries} == {
        "a-b",
        "a-b-2",
        "a-b-3",
        f"document-{same}",
        f"document-{same}-2",
    }


@pytest.mark.usefixtures("here")
def test_nothing_is_overwritten_and_a_second_time_writes_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("mine.txt", "broken.txt", "loose.txt"):
        (folder / name).write_text(TEXT)
    (folder / "mine.yml").write_text("id: other\nfile: mine.txt\n")
    (folder / "broken.yml").write_text("[")
    make_yaml(folder)
    before = {p.name: p.read_bytes() for p in folder.iterdir()}
    assert sorted(before) == ["broken.txt", "broken.yml", "loose.txt", "loose.yml", "mine.txt", "mine.yml"]
    capsys.readouterr()
    make_yaml(folder)
    assert "No YAML was written" in capsys.readouterr().out
    assert {p.name: p.read_bytes() for p in folder.iterdir()} == before


@pytest.mark.usefixtures("here")
def test_a_file_that_gives_no_text_is_described_by_its_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "Broken scan.pdf").write_bytes(b"no PDF at all")
    make_yaml(folder)
    assert yaml_of(folder / "broken-scan.yml")["title"] == "Broken scan"
    assert "only from its name, because it gave no text: Broken scan.pdf: " in capsys.readouterr().out


@pytest.mark.usefixtures("here")
def test_a_title_of_control_characters_is_no_title(folder: Path) -> None:
    (folder / "odd.txt").write_text("\x0e\x01\ue000 Roads\x02\n\nWe build roads.\n")
    make_yaml(folder)
    assert yaml_of(folder / "odd.yml")["title"] == "Roads"


def test_what_is_no_document_is_named(folder: Path) -> None:
    (folder / "below").mkdir()
    (folder / "page.html").write_text("<p>")
    (folder.parent / "outside.txt").write_text("secret")
    (folder / "link.txt").symlink_to(folder.parent / "outside.txt")
    for name in ("README.md", ".hidden.txt", "sources.lock.yml"):
        (folder / name).write_text("")
    why = {loose.path.name: loose.hindrance for loose in loose_files(folder)}
    assert set(why) == {"below", "page.html", "link.txt"}
    assert "link out of the collection" in str(why["link.txt"])
    assert ".pdf" in str(why["page.html"])


def die(_path: Path) -> Told:
    import os

    os.abort()


def test_a_file_that_kills_its_reader_is_described_by_its_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "deadly.txt").write_text(TEXT)
    monkeypatch.setattr(flows.commands.make_yaml, "tell", die)
    make_yaml(folder)
    assert yaml_of(folder / "deadly.yml")["title"] == "deadly"
    assert "the process that read it died (" in capsys.readouterr().out


def test_a_file_larger_than_a_run_reads_is_not_opened(folder: Path) -> None:
    path = folder / "huge.txt"
    with path.open("wb") as file:
        file.truncate(21_000_000)
    assert "larger than" in str(tell(path).unread)


@pytest.mark.usefixtures("here")
def test_what_a_person_should_look_at_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text("Notes on wells\n\nWe dig.\n")
    (folder / "b.txt").write_text("Notes on wells\n\nWe dig.\n")
    (folder / "scan.pdf").write_bytes(b"no PDF at all")
    make_yaml(folder)
    said = capsys.readouterr()
    assert "add 'period: {start: YEAR, end: YEAR}' to a.yml" in said.out
    assert "3 YAML files written, 1 of them from the name alone" in said.out
    assert "b.txt: has the same bytes as a.txt" in said.err


@pytest.mark.usefixtures("here")
def test_a_folder_that_cannot_be_written_is_told_without_an_option(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.txt").write_text(TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UsageError, match=r"a\.yml: cannot be written.*choose another folder"):
        make_yaml(folder)


def test_a_folder_without_any_yaml_says_how_to_get_one(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT)
    (folder / "b.txt").write_text(TEXT)
    with pytest.raises(UsageError, match=r"2 documents and no YAML .*guihua sources .* --make-yaml"):
        read_collections([folder])
