"""Networks from and to files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from . import _core
from .errors import CoopnetError, InvalidOption, ParseError, UnknownName
from .files import write_atomically
from .frames import STANDARD, Columns, csv_text, is_number_column, read_csv
from .network import Network

__all__ = ["LossReport", "read", "write"]


class LossReport(Sequence[str]):
    """What a format could not carry, a sentence each; falsy if nothing was lost."""

    def __init__(self, losses: Sequence[str] = ()) -> None:
        self._losses = tuple(losses)

    def __getitem__(self, item: Any) -> Any:
        return self._losses[item]

    def __len__(self) -> int:
        return len(self._losses)

    def __repr__(self) -> str:
        return "nothing was lost" if not self._losses else "\n".join(self._losses)


def read(
    path: str | os.PathLike[str], format: str | None = None, *, actors: str | os.PathLike[str] | None = None
) -> Network:
    """Read a network, whatever its format.

    Parameters
    ----------
    path
        A folder (a data package with at least ``ties.csv``), a ``.csv`` of ties, a ``.json``
        (node-link) or a ``.dot``/``.gv`` file.
    format
        ``"folder" "csv" "json" "dot"``, where the name does not tell.
    actors
        A CSV of the actors that goes with a CSV of ties.

    Raises
    ------
    InvalidNetwork
        With everything that is wrong, by file, row and column; nothing half-read survives.
    ParseError
        The file is not of its format; says where.
    """
    where = Path(path)
    if not where.exists():
        raise CoopnetError(f"There is no file or folder {os.fspath(path)}. {_nearby(where)}")
    reader = _READERS[_format_of(where, format, _READERS)]
    if actors is not None:
        if reader is not _read_ties:
            raise InvalidOption("actors= goes with a CSV of ties; other formats hold their actors themselves.")
        return _read_ties(where, Path(actors))
    return reader(where)


def write(
    network: Network, path: str | os.PathLike[str], format: str | None = None, *, strict: bool = False
) -> LossReport:
    """Write a network; the file or folder is replaced whole or not at all.

    A folder becomes a data package, `.json` node-link JSON, `.dot` Graphviz text, each with
    everything the network holds; `.csv` carries the ties alone. Returns what was lost;
    with ``strict=True`` a loss is refused instead.
    """
    where = Path(path)
    writer, losses = _WRITERS[_format_of(where, format, _WRITERS)]
    report = LossReport(losses(network))
    if strict and report:
        raise InvalidOption(
            f"{os.fspath(path)} would lose something: {report[0]} Write a folder, .json or .dot instead."
        )
    writer(network, where)
    return report


def _format_of(path: Path, given: str | None, known: dict[str, Any]) -> str:
    suffixes = {".csv": "csv", ".json": "json", ".dot": "dot", ".gv": "dot", "": "folder"}
    name = given or ("folder" if path.is_dir() else suffixes.get(path.suffix.lower(), path.suffix))
    if name not in known:
        raise UnknownName(f'The format "{name}" is not known. Known: {", ".join(known)}; say format=.')
    return name


def _nearby(path: Path) -> str:
    if not path.parent.is_dir():
        return f"There is no folder {path.parent} either."
    names = [item.name for item in path.parent.iterdir() if not item.name.startswith(".")]
    return (_core.nearest_hint(path.name, sorted(names)[:1000]) or "Check the path.").strip()


# --- the data package -----------------------------------------------------------------


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig") if path.exists() else ""
    except UnicodeDecodeError:
        raise ParseError(f"{path}: this is not UTF-8 text. Save it as UTF-8.", str(path)) from None


def _json(path: Path) -> Any:
    text = _text(path)
    if not text:
        return {}
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        line, column = getattr(error, "lineno", None), getattr(error, "colno", None)
        raise ParseError(
            f"{path}, line {line}, column {column}: this is not JSON. Mend it here.", str(path), line, column
        ) from None


def _read_folder(folder: Path) -> Network:
    if not folder.is_dir():
        raise ParseError(f"{folder} is not a folder.", str(folder))
    if not (folder / "ties.csv").exists():
        raise ParseError(f"{folder} holds no ties.csv. A network is a folder with at least that table.", str(folder))
    package = _json(folder / "datapackage.json")
    sheets = {table: read_csv(folder / f"{table}.csv") for table in STANDARD if (folder / f"{table}.csv").exists()}
    for carried in ("playbook", "report"):
        _json(folder / f"{carried}.json")
    vocabulary = folder / "vocabulary.json"
    return Network.from_columns(
        sheets,
        about=_about(package, folder.resolve().name),
        vocabulary=_text(vocabulary) if vocabulary.exists() else None,
        playbook=_text(folder / "playbook.json"),
        report=_text(folder / "report.json"),
    )


def _about(package: Any, fallback: str) -> dict[str, Any]:
    if not isinstance(package, dict):
        package = {}
    licenses = package.get("licenses") or [{}]
    titles = dict(package.get("titles") or {})
    if "title" in package:
        titles.setdefault("en", package["title"])
    return {
        "name": str(package.get("name") or fallback),
        "title": {str(lang): str(text) for lang, text in titles.items()},
        "version": str(package.get("version") or ""),
        "license": str(licenses[0].get("name") or ""),
        "grading": str(package.get("grading") or ""),
        "types": _declared_types(package),
        "package": json.dumps(package, ensure_ascii=False, separators=(",", ":")) if package else "",
    }


def _declared_types(package: Any) -> dict[str, dict[str, str]]:
    """Column types of tables that the package's schemas give, for columns of the network's own."""
    types: dict[str, dict[str, str]] = {}
    for resource in package.get("resources", []) if isinstance(package, dict) else []:
        fields = (resource.get("schema") or {}).get("fields", []) if isinstance(resource, dict) else []
        types[str(resource.get("name"))] = {str(item.get("name")): str(item.get("type", "string")) for item in fields}
    return types


def _read_ties(path: Path, actors: Path | None = None) -> Network:
    sheets = {"ties": read_csv(path)}
    files = {"ties": path.name}
    if actors is not None:
        sheets["actors"] = read_csv(actors)
        files["actors"] = actors.name
    return Network.from_columns(sheets, name=path.stem, files=files)


def _write_folder(network: Network, folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CoopnetError(f"The folder {folder} cannot be made: {error.strerror}. Choose another place.") from error
    for name, text in _package_files(network).items():
        target = folder / name
        if text:
            write_atomically(target, text.encode())
        else:
            target.unlink(missing_ok=True)


def _package_files(network: Network) -> dict[str, str]:
    tables = {table: network.core.columns(table) for table in STANDARD}
    files = {f"{table}.csv": csv_text(columns) if columns else "" for table, columns in tables.items()}
    additions = network.core.vocabulary_additions
    files["vocabulary.json"] = additions or ("" if network.core.open_vocabulary else "{}\n")
    files["playbook.json"] = network.core.playbook
    files["report.json"] = network.core.report
    files["datapackage.json"] = json.dumps(_package(network, tables), ensure_ascii=False, indent=2) + "\n"
    return files


def _package(network: Network, tables: dict[str, Columns]) -> dict[str, Any]:
    """The package as it was read, brought up to date: what only people read in it stays."""
    about = network.core.about
    package: dict[str, Any] = json.loads(about["package"] or '{"profile": "tabular-data-package"}')
    known = {item.get("name"): item for item in package.get("resources", []) if isinstance(item, dict)}
    package["name"] = about["name"]
    if about["title"]:
        package |= {"title": network.title(), "titles": about["title"]}
    if about["version"]:
        package["version"] = about["version"]
    if about["license"] and not package.get("licenses"):
        package["licenses"] = [{"name": about["license"]}]
    if about["grading"]:
        package["grading"] = about["grading"]
    package["resources"] = [
        _resource(network, table, columns, known.get(table, {})) for table, columns in tables.items() if columns
    ]
    return package


def _resource(network: Network, table: str, columns: Columns, known: dict[str, Any]) -> dict[str, Any]:
    declared = network.core.about["types"].get(table, {})
    fields = {item.get("name"): item for item in known.get("schema", {}).get("fields", [])}
    for name, cells in columns:
        number = is_number_column(table, name, cells, declared.get(name))
        fields.setdefault(name, {"name": name, "type": "number" if number else "string"})
    schema = known.get("schema", {}) | {"fields": [fields[name] for name, _ in columns]}
    plain = {"name": table, "path": f"{table}.csv", "profile": "tabular-data-resource"}
    return plain | known | {"schema": schema}


def _write_ties(network: Network, path: Path) -> None:
    write_atomically(path, csv_text(network.core.columns("ties")).encode())


def _lost_by_ties(network: Network) -> list[str]:
    losses = []
    if [name for name, _ in network.core.columns("actors")] != ["id"]:
        losses.append("A CSV of ties carries no facts of actors.")
    isolated = set(network.actors) - {end for tie in network.ties.values() for end in (tie["source"], tie["target"])}
    if isolated:
        losses.append(f"A CSV of ties carries no actors without a tie: {len(isolated)} are lost.")
    losses += [f"A CSV of ties carries no {table}." for table in ("sources", "figures") if len(getattr(network, table))]
    losses += [f"A CSV of ties carries no {part}." for part in ("playbook", "report") if getattr(network.core, part)]
    return losses


def _read_json(path: Path) -> Network:
    return Network(_core.read_json(_text(path), str(path)))


def _write_json(network: Network, path: Path) -> None:
    write_atomically(path, _core.write_json(network.core).encode())


def _read_dot(path: Path) -> Network:
    return Network(_core.read_dot(_text(path), str(path)))


def _write_dot(network: Network, path: Path) -> None:
    write_atomically(path, _core.write_dot(network.core).encode())


def _nothing(network: Network) -> list[str]:
    return []


_READERS: dict[str, Callable[..., Network]] = {
    "folder": _read_folder,
    "csv": _read_ties,
    "json": _read_json,
    "dot": _read_dot,
}
_WRITERS: dict[str, tuple[Callable[[Network, Path], None], Callable[[Network], list[str]]]] = {
    "folder": (_write_folder, _nothing),
    "csv": (_write_ties, _lost_by_ties),
    "json": (_write_json, _nothing),
    "dot": (_write_dot, _nothing),
}
