"""From validated tables to a release: rights, files, version, and one move into place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from extractors.errors import ContractError
from publishers import catalog, changes, datapackage, formats, rights, storage, versions
from publishers.marks import ALLOWED, NOT_FOR_REDISTRIBUTION
from publishers.storage import Written

if TYPE_CHECKING:
    from schemas.contract import Dataset

_FIRST_REASON = "The first release."


@dataclass(frozen=True, slots=True)
class Published:
    """The outcome of publishing.

    Attributes:
        version: The release that `output` now holds as its latest.
        path: Its folder.
        changed: Whether this run published it; False where nothing changed.
        reason: One sentence: why the version is what it is, or that nothing changed.
    """

    version: str
    path: Path
    changed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Account:
    """What release.json tells of a run; none of it is part of `data/`.

    Attributes:
        released_at: ISO 8601 moment, the caller's: publishers have no clock.
        settings: The settings of the run that shape the data.
        code_version: Version of the code.
        checks: Summary of the validation.
    """

    released_at: str
    settings: Mapping[str, Any]
    code_version: str
    checks: Mapping[str, Any]


def publish(
    tables: Mapping[str, pa.Table],
    texts: Mapping[str, str],
    output: Path | str,
    *,
    released_at: str,
    settings: Mapping[str, Any] | None = None,
    code_version: str = "",
    checks: Mapping[str, Any] | None = None,
    quality: Mapping[str, str | bytes] | None = None,
    for_own_use: bool = False,
) -> Published:
    """Publishes tables as the next release of `output`, if they differ from its latest.

    The release is built in a hidden folder, moved into place by one rename, and only then named by latest.json. A
    run that ends in between leaves the last release as it was; the next run clears up. The caller holds the lock
    of `output`.

    Args:
        tables: Every dataset of the contract, rows in any order, rights not yet applied.
        texts: Raw text by document id; those that rights allow are published.
        output: A local folder.
        released_at: ISO 8601 moment of the release, for release.json.
        settings: Settings that shape the data, for release.json.
        code_version: Version of the code, for release.json.
        checks: Summary of the validation, for release.json.
        quality: Files of the quality report by name, for `quality/`.
        for_own_use: Ignore rights and mark the release and each file "not for redistribution".

    Raises:
        UsageError: The output is no local folder, cannot be written, or its latest release is damaged.
        ContractError: Tables do not match the contract.
    """
    from schemas.contract import load_all

    folder = storage.local_folder(output, for_own_use=for_own_use)
    datasets = load_all()
    mark = NOT_FOR_REDISTRIBUTION if for_own_use else ALLOWED
    ready = _ready(tables, datasets, mark)
    storage.folder(folder / "releases")
    catalog.put_right(folder)
    previous = catalog.latest(folder)
    site = catalog.construction_site(folder)
    try:
        files = _write_data(site, ready)
        unchanged = previous is not None and _same(previous, files, mark)
        if previous is not None and unchanged:
            return Published(previous.version, previous.path, changed=False, reason="Nothing changed.")
        version, reason, page = _step(folder, previous, ready, datasets, mark)
        kept = _texts(texts, ready["documents"], previous, for_own_use=for_own_use)
        files += [storage.write(site, f"texts/{name}.txt", _encoded(name, text)) for name, text in kept.items()]
        files += [storage.write(site, f"quality/{n}", _bytes(c)) for n, c in sorted((quality or {}).items())]
        files.append(storage.write(site, "CHANGES.md", page))
        account = Account(released_at, settings or {}, code_version, checks or {})
        package = datapackage.package(version, account.released_at, mark, datasets, ready["documents"], files)
        files.append(storage.write(site, "datapackage.json", storage.json_bytes(package)))
        record = _record(version, reason, previous, mark, ready, account)
        files.append(storage.write(site, "release.json", storage.json_bytes(record)))
        sums = "".join(f"{f.sha256}  {f.path}\n" for f in sorted(files, key=lambda f: f.path))
        storage.write(site, catalog.SUMS, sums.encode("utf-8"))
        storage.seal(site)
        path = catalog.move_into_place(site, folder, version)
    finally:
        storage.remove(site)
    return Published(version, path, changed=True, reason=reason)


def _ready(tables: Mapping[str, pa.Table], datasets: Mapping[str, Dataset], mark: str) -> dict[str, pa.Table]:
    """The tables as they are published: in the contract's fields and order, within rights, marked."""
    from schemas.arrow import arrow_schema

    lacking, unknown = sorted(datasets.keys() - tables.keys()), sorted(tables.keys() - datasets.keys())
    if lacking or unknown:
        what = [f"no table for {', '.join(lacking)}"] if lacking else []
        what += [f"a table for {', '.join(unknown)}, which no contract knows"] if unknown else []
        raise ContractError(" and ".join(what), remedy="Give every dataset a table, one without rows where need be.")
    fitted = {}
    for name in sorted(tables):
        schema = arrow_schema(name)
        if set(tables[name].column_names) != set(schema.names):
            raise ContractError(f"the columns of {name} are not those of its contract", file=f"{name}.yaml")
        fitted[name] = tables[name].select(schema.names).cast(schema)
    if not fitted["documents"].num_rows:
        raise ContractError("there is no document to publish", remedy="Check the collection.")
    if mark == ALLOWED:
        fitted = rights.redistributable(fitted, datasets)
    return {name: _marked(formats.ordered(t, datasets[name].primary_key), mark) for name, t in fitted.items()}


def _marked(table: pa.Table, mark: str) -> pa.Table:
    return table.replace_schema_metadata({**(table.schema.metadata or {}), b"redistribution": mark.encode()})


def _write_data(site: Path, tables: Mapping[str, pa.Table]) -> list[Written]:
    files = []
    for name, table in tables.items():
        files.append(storage.write(site, f"data/{name}.csv", formats.csv_bytes(table)))
        files.append(storage.write(site, f"data/{name}.parquet", formats.parquet_bytes(table)))
    return files


def _same(previous: catalog.Release, files: list[Written], mark: str) -> bool:
    """Whether the last release has the same bytes in data/ and the same mark, and is whole.

    A CSV that a person changed by saving it from a spreadsheet makes a new release, with the right bytes.
    """
    listed = {name: digest for name, digest in previous.sums().items() if name.startswith("data/")}
    broken = [n for n in sorted(listed) if not _is(previous.path / n, listed[n])]
    parquet = [n for n in broken if n.endswith(".parquet")]
    if parquet:  # the next version could not be told from it, and carried rows would be wrong
        raise catalog.damaged(previous, f"{parquet[0]} is not as it was published")
    return not broken and previous.redistribution == mark and listed == {f.path: f.sha256 for f in files}


def _is(path: Path, sha256: str) -> bool:
    return path.is_file() and storage.file_sha256(path) == sha256


def _step(
    folder: Path,
    previous: catalog.Release | None,
    after: Mapping[str, pa.Table],
    datasets: Mapping[str, Dataset],
    mark: str,
) -> tuple[str, str, bytes]:
    """Version, reason and CHANGES.md."""
    if previous is None:
        counts = {name: table.num_rows for name, table in after.items()}
        return versions.FIRST, _FIRST_REASON, changes.first_page(versions.FIRST, _FIRST_REASON, counts, mark)
    before = {name: table for name in previous.datasets() if (table := previous.table(name)) is not None}
    keys = {name: dataset.primary_key for name, dataset in datasets.items()}
    comparison = versions.compare(before, after, datapackage.primary_keys(previous.path), keys)
    level, reason = versions.decide(comparison)
    if previous.redistribution != mark:
        to = "is for own use only" if mark == NOT_FOR_REDISTRIBUTION else "keeps to the rights of its sources"
        # What rights gave or took is no correction; what is graver than that is told too.
        also = "" if level == "patch" else f"; {reason[0].lower()}{reason[1:-1]}"
        reason = f"Unlike {previous.version}, this release {to}{also}."
    # After a person went back to an older release, the numbers above it stay taken.
    highest = max([*catalog.versions(folder), catalog.parse(previous.version) or (0, 0, 0)])
    version = versions.bump(highest, level)
    page = changes.changes_page(
        version, reason, comparison, before, after, datasets, previous=previous.version, mark=mark
    )
    return version, reason, page


def _texts(
    texts: Mapping[str, str], documents: pa.Table, previous: catalog.Release | None, *, for_own_use: bool
) -> dict[str, str]:
    """Texts that may be published; a document with carried rows keeps the text that they count in."""
    ids, versions_of = (documents.column(name).to_pylist() for name in ("document_id", "rows_from_version"))
    carried = [i for i, v in zip(ids, versions_of, strict=True) if v is not None and i not in texts]
    old = {i: previous.path / "texts" / f"{i}.txt" for i in carried} if previous else {}
    kept = {i: path.read_bytes().decode("utf-8") for i, path in old.items() if path.is_file()}
    return rights.publishable_texts({**texts, **kept}, documents, for_own_use=for_own_use)


def _encoded(document: str, text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise ContractError(f"the text of {document} holds half a character at {error.start}") from error


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def _record(
    version: str,
    reason: str,
    previous: catalog.Release | None,
    mark: str,
    tables: Mapping[str, pa.Table],
    account: Account,
) -> dict[str, Any]:
    held = Counter(tables["quarantine"].column("dataset").to_pylist())
    sources = tables["documents"].select(["document_id", "sha256", "redistribution", "outcome", "rows_from_version"])
    return {
        "version": version,
        "reason": reason,
        "released_at": account.released_at,
        "previous": previous.version if previous else None,
        "redistribution": mark,
        "code_version": account.code_version,
        "settings": dict(account.settings),
        "sources": [{"id": row.pop("document_id"), **row} for row in sources.to_pylist()],
        "datasets": {name: {"rows": table.num_rows, "quarantined": held[name]} for name, table in tables.items()},
        "checks": dict(account.checks),
    }
