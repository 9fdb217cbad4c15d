from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractors.errors import UsageError
from flows.collection import Collection, Found, Problem, read_collections, read_folder
from flows.lockfile import NAME, Locked, fingerprint, read_lock, write_lock

Describe = Callable[..., Path]


def only_problem(collection: Collection) -> Problem:
    assert len(collection.problems) == 1, collection.problems
    return collection.problems[0]


def ids(collection: Collection) -> list[str]:
    return [entry.source.id for entry in collection.entries]


def test_documents_are_read_in_order_of_their_ids(folder: Path, describe: Describe) -> None:
    describe("b")
    describe("a")
    collection = read_collections([folder])
    assert ids(collection) == ["a", "b"]
    assert not collection.problems
    found, now = collection.entries[0].found, fingerprint(folder / "a.txt")
    assert (found.sha256, found.bytes, found.media_type) == (now.sha256, now.bytes, "text/plain")


def test_a_folder_that_is_not_there_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no such folder.*guihua add"):
        read_collections([tmp_path / "nowhere"])


def test_a_file_is_no_collection(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("x")
    with pytest.raises(UsageError, match="is a file"):
        read_collections([tmp_path / "plan.txt"])


def test_an_empty_collection_is_unusable(folder: Path) -> None:
    (folder / "README.md").write_text("About this folder")
    with pytest.raises(UsageError, match="empty"):
        read_collections([folder])


def test_the_same_folder_twice_is_wrong_usage(folder: Path, describe: Describe) -> None:
    describe("a")
    with pytest.raises(UsageError, match="named twice"):
        read_collections([folder, folder.parent / "plans" / "."])


def test_a_document_without_yaml_is_reported(folder: Path, describe: Describe) -> None:
    describe("a")
    (folder / "b.txt").write_text("a plan that nobody described")
    collection = read_collections([folder])
    assert ids(collection) == ["a"]
    assert only_problem(collection).file.endswith("b.txt")
    assert "--make-yaml" in only_problem(collection).remedy


def test_a_yaml_called_yaml_is_reported(folder: Path, describe: Describe) -> None:
    describe("a")
    describe("b").rename(folder / "b.yaml")
    problems = read_collections([folder]).problems
    assert "must end in .yml" in " ".join(p.message for p in problems)


@pytest.mark.parametrize("named", ["../outside.txt", "sub/../../outside.txt", "..\\outside.txt", "C:\\plans\\a.txt"])
def test_a_file_outside_the_folder_is_not_opened(folder: Path, describe: Describe, named: str) -> None:
    (folder.parent / "outside.txt").write_text("secret")
    describe("good")
    describe("a", None, file=named)
    collection = read_collections([folder])
    assert ids(collection) == ["good"]
    assert "leaves the collection" in only_problem(collection).message
    assert only_problem(collection).key == "file"


def test_an_absolute_path_is_not_opened(folder: Path, describe: Describe) -> None:
    describe("good")
    describe("a", None, file=str(folder / "good.txt"))
    assert "leaves the collection" in only_problem(read_collections([folder])).message


def test_a_link_out_of_the_folder_is_not_followed(folder: Path, describe: Describe) -> None:
    (folder.parent / "outside.txt").write_text("secret")
    describe("good")
    describe("a", None)
    (folder / "a.txt").symlink_to(folder.parent / "outside.txt")
    collection = read_collections([folder])
    assert ids(collection) == ["good"]
    assert "symbolic link" in only_problem(collection).message


def test_a_link_to_a_folder_outside_is_not_followed(folder: Path, describe: Describe) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "a.txt").write_text("secret")
    (folder / "sub").symlink_to(outside)
    describe("a", None, file="sub/a.txt")
    assert "symbolic link" in only_problem(read_collections([folder])).message


def test_a_link_inside_the_folder_is_followed(folder: Path, describe: Describe) -> None:
    describe("a")
    describe("b", None)
    (folder / "b.txt").symlink_to("a.txt")
    assert ids(read_collections([folder])) == ["a", "b"]


def test_a_link_to_itself_is_a_file_that_is_not_there(folder: Path, describe: Describe) -> None:
    describe("a", None)
    (folder / "a.txt").symlink_to("a.txt")
    assert "is not there" in only_problem(read_collections([folder])).message


def test_a_missing_file_is_named(folder: Path, describe: Describe) -> None:
    describe("a", None)
    assert "a.txt is not there" in only_problem(read_collections([folder])).message


def test_a_folder_in_place_of_a_file_is_refused(folder: Path, describe: Describe) -> None:
    describe("a", None)
    (folder / "a.txt").mkdir()
    assert "no regular file" in only_problem(read_collections([folder])).message


def test_a_yaml_that_cannot_be_parsed_holds_back_its_document_only(folder: Path, describe: Describe) -> None:
    describe("good")
    describe("a").write_text("id: [", encoding="utf-8")
    collection = read_collections([folder])
    assert ids(collection) == ["good"]
    assert "not YAML: line 1" in only_problem(collection).message


def test_an_empty_yaml_is_told(folder: Path, describe: Describe) -> None:
    describe("a").write_text("", encoding="utf-8")
    assert "is empty" in only_problem(read_collections([folder])).message


def test_of_two_documents_with_one_id_neither_is_taken(folder: Path, describe: Describe) -> None:
    describe("good")
    describe("b")
    describe("a", id="b")
    collection = read_collections([folder])
    assert ids(collection) == ["good"]
    assert all("b.yml" in str(p) for p in collection.problems)
    assert {Path(p.file).name for p in collection.problems} == {"a.yml", "b.yml"}


def test_of_two_documents_with_one_id_in_two_collections_neither_is_taken(folder: Path, describe: Describe) -> None:
    other = folder.parent / "more"
    describe("a")
    describe("a", where=other)
    describe("b", where=other)
    collection = read_collections([folder, other])
    assert ids(collection) == ["b"]
    assert len(collection.problems) == 2
    assert "another id" in collection.problems[0].remedy


def test_a_file_that_is_not_the_locked_one_is_held_back(folder: Path, describe: Describe) -> None:
    describe("a")
    describe("b")
    write_lock(folder, {name: fingerprint(folder / f"{name}.txt") for name in "ab"})
    (folder / "a.txt").write_text("quite another text")
    collection = read_collections([folder])
    assert ids(collection) == ["b"]
    assert collection.entries[0].locked
    assert "sha256 differs" in only_problem(collection).message
    assert "--lock" in only_problem(collection).remedy


def test_a_lock_that_cannot_be_read_makes_the_collection_unusable(folder: Path, describe: Describe) -> None:
    describe("a")
    (folder / NAME).write_text("documents: {a: {sha256: nonsense}}")
    with pytest.raises(UsageError, match=r"sources\.lock\.yml.*--lock"):
        read_collections([folder])


def test_a_lock_reads_back_as_it_was_written(folder: Path, describe: Describe) -> None:
    describe("a")
    locked = {"a": fingerprint(folder / "a.txt", "2026-01-31")}
    write_lock(folder, locked)
    assert read_lock(folder) == locked


def test_a_sound_description_without_its_file_is_kept_for_its_row(folder: Path, describe: Describe) -> None:
    describe("gone", None)
    describe("outside", None, file="../outside.txt")
    describe("broken", None, licence="absent")
    collection = read_folder(folder)
    assert collection.entries == ()
    assert [(e.source.id, e.found) for e in collection.described] == [("gone", Found(None, None, "text/plain"))]


def test_a_file_that_is_not_the_locked_one_has_the_hash_that_it_has(folder: Path, describe: Describe) -> None:
    describe("a")
    write_lock(folder, {"a": Locked("0" * 64, 1, "text/plain")})
    (entry,) = read_folder(folder).described
    assert entry.found.sha256 == fingerprint(folder / "a.txt").sha256


def test_of_two_documents_with_one_id_nothing_is_published_of_that_whose_file_is_missing(
    folder: Path, describe: Describe
) -> None:
    other = folder.parent / "other"
    describe("a")
    describe("a", None, where=other)
    collection = read_collections([folder, other])
    assert [e.source.id for e in collection.entries] == ["a"]
    assert collection.described == ()
