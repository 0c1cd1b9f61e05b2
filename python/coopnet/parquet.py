"""Tables of ties as Parquet files, every column with its type."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import CoopnetError, InvalidOption, ParseError
from .foreign import network_of_frames
from .foreign.mapping import Given, TableMapping
from .frames import holds, typed

if TYPE_CHECKING:
    from .network import Network

__all__ = ["parquet_of", "read_parquet"]

MOST_CELLS = 500_000_000


def read_parquet(path: Path, actors: Path | None = None, mapping: Given = None) -> Network:
    """The network of a file of ties, and of one of actors; what a column holds is what the file says."""
    meant = TableMapping.of(mapping)
    tables = {"ties": _table(path)} | ({"actors": _table(actors)} if actors else {})
    renamed = set(meant.columns.values())
    types = {
        name: {column: kind for column, kind in _types(table).items() if column not in renamed}
        for name, table in tables.items()
    }
    names = {"ties": path.name} | ({"actors": actors.name} if actors else {})
    return network_of_frames(
        tables["ties"], tables.get("actors"), {}, meant, files=names, name=path.stem, about={"types": types}
    )


def _arrow() -> Any:
    try:
        import pyarrow.parquet as arrow
    except ImportError:
        raise InvalidOption("Parquet needs pyarrow: pip install coopnet[parquet]. Or use .csv.") from None
    return arrow


def _table(path: Path) -> Any:
    arrow = _arrow()
    try:
        with arrow.ParquetFile(path) as file:
            if file.metadata.num_rows * max(1, file.metadata.num_columns) > MOST_CELLS:
                raise ParseError(f"{path}: more than 500 million cells. Select rows or columns first.", str(path))
            table = file.read()
            table.validate(full=True)
            return table
    except CoopnetError:
        raise
    except OSError as error:
        reason = error.strerror or "it is no Parquet file, or a spoilt one"
        raise ParseError(f"{path} cannot be read: {reason}. Write it again.", str(path)) from None
    except Exception as error:  # Arrow has an error of its own for each part of the format
        raise ParseError(
            f"{path}: this is no Parquet file that can be read ({type(error).__name__}). Write it again.", str(path)
        ) from None


def _types(table: Any) -> dict[str, str]:
    import pyarrow.types as types

    def is_number(kind: Any) -> bool:
        return bool(types.is_integer(kind) or types.is_floating(kind) or types.is_decimal(kind))

    return {item.name: "number" if is_number(item.type) else "string" for item in table.schema}


def parquet_of(network: Network) -> bytes:
    """The ties of a network: numbers as doubles, lists as lists, text as text; an empty cell is null."""
    arrow = _arrow()
    import pyarrow as pa

    kinds = {"number": pa.float64(), "list": pa.list_(pa.string()), "text": pa.string()}
    types = network.core.about["types"].get("ties", {})
    columns = {}
    for name, cells in network.core.columns("ties"):
        what = holds("ties", name, types)
        values = [None if value != value else value for value in typed(cells, what)]
        columns[name] = pa.array(values, kinds[what])
    written = io.BytesIO()
    arrow.write_table(pa.table(columns), written, compression="zstd")
    return written.getvalue()
