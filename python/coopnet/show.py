"""How values and tables are shown: to people, and to JSON."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

__all__ = ["html_table", "plain", "shown", "text_table"]

SHOWN_ROWS = 20


def plain(value: Any) -> Any:
    """A value that JSON can hold: tuples as lists, NaN as null."""
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def shown(value: Any) -> str:
    """A cell as people read it: four significant digits, lists by commas, nothing for nothing."""
    if value is None:
        return ""
    if isinstance(value, float):
        return "–" if math.isnan(value) else f"{value:.4g}"
    if isinstance(value, (list, tuple)):
        return ", ".join(shown(item) for item in value)
    return str(value)


def text_table(rows: Sequence[Mapping[str, Any]]) -> str:
    if not rows:
        return "(no rows)"
    names = list(rows[0])
    cells = [names, *([shown(row[name]) for name in names] for row in rows[:SHOWN_ROWS])]
    widths = [max(len(line[i]) for line in cells) for i in range(len(names))]
    numeric = [isinstance(rows[0][name], (int, float)) for name in names]
    lines = [
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(line, widths, numeric, strict=True)
        ).rstrip()
        for line in cells
    ]
    if len(rows) > SHOWN_ROWS:
        lines.append(f"… and {len(rows) - SHOWN_ROWS} more rows; .to_frame() has all.")
    return "\n".join(lines)


def html_table(rows: Sequence[Mapping[str, Any]]) -> str:
    if not rows:
        return "<p>(no rows)</p>"
    more = f"<p>… and {len(rows) - SHOWN_ROWS} more rows</p>" if len(rows) > SHOWN_ROWS else ""
    return html_rows(rows[:SHOWN_ROWS]) + more


def html_rows(rows: Sequence[Mapping[str, Any]]) -> str:
    """All rows as a table, and no words of its own: for pages in any language."""
    head = "".join(f"<th scope=col>{escape(str(name))}</th>" for name in rows[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(shown(cell))}</td>" for cell in row.values()) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
