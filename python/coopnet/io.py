"""Networks from and to files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from . import _core, cow
from .errors import CoopnetError, InvalidNetwork, InvalidOption, ParseError, UnknownName
from .files import read_bytes, read_files, read_text, write_atomically, write_files
from .foreign import network_of_files
from .foreign.mapping import Given, TableMapping
from .foreign.text import decoded
from .frames import FORMAT, TABLES, Columns, csv_text, holds, invalid, read_csv
from .losses import lost_by_csv, lost_by_ties
from .network import Network
from .parquet import parquet_of, read_parquet
from .workbook import workbook_of

__all__ = ["LossReport", "read", "write"]

# A file, or files by name, and what they could not carry.
_Written = tuple[bytes | dict[str, bytes], list[str]]

JSON_PARTS = ("datapackage", "vocabulary", "playbook", "report")


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
    path: str | os.PathLike[str],
    format: str | None = None,
    *,
    actors: str | os.PathLike[str] | None = None,
    mapping: Given = None,
) -> Network:
    """Read a network, whatever its format.

    Parameters
    ----------
    path
        A folder (a data package with at least ``ties.csv``), a table of ties or a matrix as ``.csv``, ``.tsv``,
        ``.xlsx`` (sheets ``Edges`` and ``Vertices`` are NodeXL's) or ``.parquet``, ``.json`` (node-link), ``.dot`` or
        ``.gv``, ``.graphml``, ``.gexf``, ``.gml``, Pajek (``.net``, ``.paj``), UCINET (``.dl``, ``.##h`` with
        ``.##d``) or ``.cyjs`` (Cytoscape) file.
    format
        ``"folder" "csv" "excel" "parquet" "json" "dot" "graphml" "gexf" "gml" "pajek" "pajek-project" "ucinet-dl"
        "ucinet" "cyjs"``, where the name does not tell.
        Tables of the Correlates of War Project as they are published: ``"cow-igo-state-year" "cow-igo-year"
        "cow-contiguity" "cow-alliances"`` (see `coopnet.cow`).
    actors
        A table of the actors that goes with a table of ties, of the same formats; with a Pajek network a partition
        (``.clu``) or vector (``.vec``), which becomes a column of that name.
    mapping
        What a table of other people means: a dict or a JSON file, as `coopnet mapping` proposes one. ``columns``
        maps our names to theirs (``{"source": "From", "date": "Date"}``; ``date`` fills ``since`` and ``until``),
        ``values`` by our column what they write to what it is (``{"reliability": {"High": 0.9}, "actor": {"NCB Jkt":
        "ID.NCB"}}``). ``dayfirst``, ``decimal``, ``thousands``, ``matrix``, ``separator``, ``encoding``, ``sheet`` and
        ``actor_sheet`` settle what can be read in two ways; ``until: "exclusive"`` says that periods end the day
        before. ``relation`` and ``directed`` are those of ties that do not say it. Of a Pajek or UCINET file it says
        the ``encoding`` alone.

    Encoding, separator, header row and whether a table is a matrix are found out; `Network.problems` says what was
    found. A matrix matches rows and columns by name; 0 is no tie, an empty cell is not known and no tie either.

    Raises
    ------
    InvalidNetwork
        With everything that is wrong, by file, row and column; nothing half-read survives. Also what has two
        readings: 03/04/2022, 1,234.
    ParseError
        The file is not of its format; says where.

    Notes
    -----
    In other programs' files nodes are actors and edges ties. A relation whose edges are directed and undirected becomes
    two, the second called ``…_undirected``, under one label; written again, the file has its form back. What such a
    file holds that a network does not is left out, and `Network.problems` tells it. Where nobody says the kinds of
    actors, a relation that is called as one of ours is not held to the kinds that it joins there.

    In a Pajek file an actor is known by its number, and its label is its name. Networks of a project with the same
    vertices are relations, partitions and vectors columns of actors; intervals of years are periods, others stay in a
    column ``time``. Of two modes the actors say theirs in a column ``mode`` and the ties are affiliations. What is not
    Unicode is read in the encoding that is found out, which `Network.problems` says.

    Of UCINET's DL every dialect but ``blockmatrix`` is read; there is no official description of it, and none of
    ``##h`` and ``##d``, which are read as public readers and writers of theirs agree on. An actor is known
    by its label, else by its number. Matrices are relations, and those of a square matrix whose halves say the same
    have no direction; two modes are as in Pajek.
    """
    where = Path(path)
    if not where.exists():
        raise CoopnetError(f"There is no file or folder {os.fspath(path)}. {_nearby(where)}")
    name = _format_of(where, format, _READERS)
    reader = _READERS[name]
    if reader in (_read_ties, _read_parquet):
        return reader(where, None if actors is None else Path(actors), mapping)
    if actors is not None and name in ("pajek", "pajek-project") and Path(actors).suffix.lower() in (".clu", ".vec"):
        return _read_pajek_pair(where, Path(actors))
    if actors is not None:
        raise InvalidOption(
            "actors= goes with a CSV, Excel or Parquet table of ties; other formats hold their actors themselves."
        )
    if mapping is not None and name in _OF_TEXT:
        return reader(where, mapping)
    if mapping is not None:
        raise InvalidOption("mapping= goes with a CSV, Excel or Parquet table; other formats say what they mean.")
    return reader(where)


def write(
    network: Network,
    path: str | os.PathLike[str],
    format: str | None = None,
    *,
    strict: bool = False,
    max_tlp: str | None = None,
) -> LossReport:
    """Write a network; the file or folder is replaced whole or not at all.

    A folder becomes a data package, `.json` node-link JSON, `.dot` Graphviz text, `.graphml` GraphML that Gephi opens,
    `.cyjs` what Cytoscape opens, each with everything the network holds; `.gexf`, `.gml`, `.xlsx` (as NodeXL has it)
    and Pajek's `.net` and `.paj` carry actors and ties, UCINET's `.dl` their ids and strengths, `.csv` and `.parquet`
    the ties alone. Returns what was lost; with ``strict=True`` a loss is refused instead. With `max_tlp`, so is a
    network in which anything is marked above that level of TLP 2.0; `redact` takes it out.
    """
    if max_tlp is not None:
        _require_within(network, max_tlp, path)
    where = Path(path)
    name = _format_of(where, format, _WRITERS)
    if name == "excel" and format is None and where.suffix.lower() != ".xlsx":
        raise InvalidOption(f"{os.fspath(path)} is not written; call the workbook .xlsx.")
    content, losses = _WRITERS[name](network)
    report = LossReport(losses)
    if strict and report:
        raise InvalidOption(
            f"{os.fspath(path)} would lose something: {report[0]} Write a folder, .json or .dot instead."
        )
    if isinstance(content, bytes):
        write_atomically(where, content)
    else:
        write_files(where, content)
    return report


def _require_within(network: Network, max_tlp: str, path: str | os.PathLike[str]) -> None:
    from .privacy.draft import Draft
    from .privacy.markings import marked_above

    found = marked_above(Draft(network), max_tlp)
    if found:
        more = f" and {len(found) - 10} more" if len(found) > 10 else ""
        raise InvalidOption(
            f"{os.fspath(path)} is not written: marked above {max_tlp} are {', '.join(found[:10])}{more}. Redact first."
        )


def _format_of(path: Path, given: str | None, known: dict[str, Any]) -> str:
    name = given or ("folder" if path.is_dir() else _SUFFIXES.get(path.suffix.lower(), path.suffix))
    if name not in known:
        raise UnknownName(f'The format "{name}" is not known. Known: {", ".join(known)}; say format=.')
    return name


def _nearby(path: Path) -> str:
    if not path.parent.is_dir():
        return f"There is no folder {path.parent} either."
    names = [item.name for item in path.parent.iterdir() if not item.name.startswith(".")]
    return (_core.nearest_hint(path.name, sorted(names)[:1000]) or "Check the path.").strip()


# --- the data package -----------------------------------------------------------------


PACKAGE_FILES = (*(f"{table}.csv" for table in TABLES), *(f"{part}.json" for part in JSON_PARTS))


def _read_folder(folder: Path) -> Network:
    if not folder.is_dir():
        raise ParseError(f"{folder} is not a folder.", str(folder))
    paths = read_files(folder, PACKAGE_FILES)
    if "ties.csv" not in paths:
        raise ParseError(f"{folder} holds no ties.csv. A network is a folder with at least that table.", str(folder))
    package = _package_of(paths["datapackage.json"]) if "datapackage.json" in paths else {}
    texts = {part: read_text(paths[name]) for part in JSON_PARTS if (name := f"{part}.json") in paths}
    return _built(
        {table: paths[name] for table in TABLES if (name := f"{table}.csv") in paths},
        about=_about(package, folder.resolve().name),
        vocabulary=texts.get("vocabulary"),
        playbook=texts.get("playbook", ""),
        report=texts.get("report", ""),
    )


def _built(paths: dict[str, Path], **facts: Any) -> Network:
    """The network of some CSV tables; what is wrong with rows and with what they say is reported together."""
    tables = {table: read_csv(path) for table, path in paths.items()}
    misfits = [problem for _, problems in tables.values() for problem in problems]
    sheets = {table: _as_meant(table, columns) for table, (columns, _) in tables.items()}
    try:
        network = Network.from_columns(sheets, files={table: path.name for table, path in paths.items()}, **facts)
    except InvalidNetwork as error:
        # What a misfit row says has slipped into other columns.
        slipped = {(problem.file, problem.row) for problem in misfits}
        others = [problem for problem in error.problems if (problem.file, problem.row) not in slipped]
        raise invalid(misfits + others) from None
    if misfits:
        raise invalid(misfits)
    return network


def _as_meant(table: str, columns: Columns) -> Columns:
    """Where a column that must be there is not, "Source" is taken for "source", as other programs write it."""
    needed = {"ties": ("source", "target"), "actors": ("id",)}.get(table, ())
    names = [name for name, _ in columns]
    if all(name in names for name in needed):
        return columns
    return [
        (low if (low := name.lower()) in FORMAT[table] and low not in names else name, cells) for name, cells in columns
    ]


def _package_of(path: Path) -> dict[str, Any]:
    text = read_text(path)
    _core.require_json(text, str(path))
    package = json.loads(text)
    wrong = _misshapen(package)
    if wrong:
        raise ParseError(f"{path}: {wrong}", str(path))
    return dict(package)


def _misshapen(package: Any) -> str | None:
    if not isinstance(package, dict):
        return "a data package is a JSON object."
    if not isinstance(package.get("titles", {}), dict):
        return "titles must be an object of languages."
    for key in ("licenses", "resources"):
        if not _are_objects(package.get(key, [])):
            return f"{key} must be a list of objects."
    for resource in package.get("resources", []):
        if not isinstance(resource.get("name"), str):
            return "each of the resources needs a name."
        schema = resource.get("schema", {})
        fields: Any = schema.get("fields", []) if isinstance(schema, dict) else None
        if not _are_objects(fields) or not all(isinstance(item.get("name"), str) for item in fields):
            return f"the schema of {resource['name']} must be an object with a list of named fields."
    return None


def _are_objects(items: Any) -> bool:
    return isinstance(items, list) and all(isinstance(item, dict) for item in items)


def _about(package: dict[str, Any], fallback: str) -> dict[str, Any]:
    licenses = package.get("licenses") or [{}]
    titles = dict(package.get("titles") or {})
    if "title" in package:
        titles.setdefault("en", package["title"])
    return {
        "name": str(package.get("name", fallback)),
        "title": {str(lang): str(text) for lang, text in titles.items()},
        "version": str(package.get("version") or ""),
        "license": str(licenses[0].get("name") or ""),
        "grading": str(package.get("grading") or ""),
        "types": _declared_types(package),
        "package": json.dumps(package, ensure_ascii=False, separators=(",", ":")) if package else "",
    }


def _declared_types(package: dict[str, Any]) -> dict[str, dict[str, str]]:
    return {
        resource["name"]: {
            item["name"]: str(item.get("type", "string")) for item in resource.get("schema", {}).get("fields", [])
        }
        for resource in package.get("resources", [])
    }


def _read_ties(path: Path, actors: Path | None = None, mapping: Given = None) -> Network:
    _require_there(actors)
    return network_of_files(path, actors, mapping)


def _read_parquet(path: Path, actors: Path | None = None, mapping: Given = None) -> Network:
    _require_there(actors)
    return read_parquet(path, actors, mapping)


def _require_there(actors: Path | None) -> None:
    if actors is not None and not actors.exists():
        raise CoopnetError(f"There is no file {actors}. {_nearby(actors)}")


def _write_folder(network: Network) -> _Written:
    return {name: text.encode() for name, text in _package_files(network).items()}, []


def _package_files(network: Network) -> dict[str, str]:
    tables = {table: network.core.columns(table) for table in TABLES}
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
    types = network.core.about["types"].get(table, {})
    schema = known.get("schema", {})
    before = {item["name"]: item for item in schema.get("fields", [])}
    fields = []
    for name, _ in columns:
        plain = {"name": name, "type": "number" if holds(table, name, types) == "number" else "string"}
        own = {"type": types[name]} if name in types else {}
        fields.append(plain | before.get(name, {}) | own)
    described = {"name": table, "profile": "tabular-data-resource"} | known
    return described | {"path": f"{table}.csv", "schema": schema | {"fields": fields}}


def _write_ties(network: Network) -> _Written:
    return csv_text(network.core.columns("ties")).encode(), lost_by_csv(network)


def _write_parquet(network: Network) -> _Written:
    return parquet_of(network), lost_by_ties("Parquet file", network)


def _read_json(path: Path) -> Network:
    return Network(_core.read_json(read_text(path), str(path)))


def _write_json(network: Network) -> _Written:
    return _core.write_json(network.core).encode(), []


def _read_dot(path: Path) -> Network:
    return Network(_core.read_dot(read_text(path), str(path)))


def _write_dot(network: Network) -> _Written:
    return _core.write_dot(network.core).encode(), []


def _reader_of(format: str) -> Callable[[Path], Network]:
    return lambda path: Network(_core.read_format(format, read_bytes(path), str(path), []))


def _reader_of_text(format: str, western: str) -> Callable[..., Network]:
    """A format of plain text, whose files do not say their encoding; `western` is the one its program writes."""

    def read_decoded(path: Path, mapping: Given = None) -> Network:
        meant = TableMapping.of(mapping)
        if meant != TableMapping(encoding=meant.encoding):
            raise InvalidOption(f"The mapping of a {format} file says its encoding and nothing else.")
        remarks: list[str] = []
        text = decoded(read_bytes(path), path, meant.encoding, remarks, western)
        return Network(_core.read_format(format, text.encode(), str(path), remarks))

    return read_decoded


def _writer_of(format: str) -> Callable[[Network], _Written]:
    return lambda network: _core.write_format(format, network.core)


def _read_pajek_pair(path: Path, numbers: Path) -> Network:
    """A network of Pajek with a partition or vector of its own file."""
    _require_there(numbers)
    texts = [decoded(read_bytes(file), file, None, [], "cp1250").encode() for file in (path, numbers)]
    return Network(_core.read_pajek_pair(texts[0], str(path), texts[1], str(numbers)))


def _read_ucinet(path: Path) -> Network:
    """UCINET's own pair of files, from the name of either."""
    found = {item.suffix.lower(): item for item in path.parent.iterdir() if item.stem == path.stem}
    for suffix in (".##h", ".##d"):
        if suffix not in found:
            raise CoopnetError(f"There is no {path.with_suffix(suffix)} beside {path.name}. UCINET keeps both.")
    header, data = found[".##h"], found[".##d"]
    return Network(_core.read_ucinet(read_bytes(header), read_bytes(data), str(header)))


_OTHERS = _core.formats()
# What their programs write where it is not Unicode: Pajek comes from Ljubljana.
_OF_TEXT = {"pajek": "cp1250", "pajek-project": "cp1250", "ucinet-dl": "cp1252"}
_SUFFIXES = {
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
    ".parquet": "parquet",
    ".json": "json",
    ".dot": "dot",
    ".gv": "dot",
    ".##h": "ucinet",
    ".##d": "ucinet",
    "": "folder",
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".ods", ".xlsb"), "excel"),
} | {suffix: name for name, suffixes in _OTHERS.items() for suffix in suffixes}
_READERS: dict[str, Callable[..., Network]] = {
    "folder": _read_folder,
    "csv": _read_ties,
    "excel": _read_ties,
    "parquet": _read_parquet,
    "json": _read_json,
    "dot": _read_dot,
    "ucinet": _read_ucinet,
    "cow-igo-state-year": cow.igo_state_year,
    "cow-igo-year": cow.igo_year,
    "cow-contiguity": cow.contiguity,
    "cow-alliances": cow.alliances,
    **{name: _reader_of(name) for name in _OTHERS if name not in _OF_TEXT},
    **{name: _reader_of_text(name, western) for name, western in _OF_TEXT.items()},
}
_WRITERS: dict[str, Callable[[Network], _Written]] = {
    "folder": _write_folder,
    "csv": _write_ties,
    "excel": workbook_of,
    "parquet": _write_parquet,
    "json": _write_json,
    "dot": _write_dot,
    **{name: _writer_of(name) for name in _OTHERS},
}
