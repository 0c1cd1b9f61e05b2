"""Numbers as people write them, to plain decimals; what may be two numbers is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from .mapping import TableMapping

__all__ = ["is_number", "plain_numbers"]

PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_GROUPED = {mark: re.compile(rf"[1-9]\d{{0,2}}({re.escape(mark)}\d{{3}})+") for mark in (",", ".", " ", "'")}
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_BLANKS = re.compile("[\u00a0\u2007\u2009\u202f]")


def plain_numbers(
    cells: Iterable[str], mapping: TableMapping, *, semicolons: bool = False
) -> tuple[dict[str, str], dict[str, str]]:
    """Of different cells, those to be written otherwise, and what is wrong with those that are no certain number.

    With `semicolons` between the cells, as where decimals have a comma, 1.234 is certain only beside another
    number with a point, as 0.5.
    """
    plain: dict[str, str] = {}
    wrong: dict[str, str] = {}
    pointed, comma, point = [], "", False
    for cell in cells:
        number = _read(cell.strip(), mapping)
        if number is None:
            wrong[cell] = f'"{cell.strip()}" is no number. Write one, or say in the mapping\'s values what it is worth.'
        elif isinstance(number, tuple):
            wrong[cell] = (
                f'"{cell.strip()}" may be {number[0]} or {number[1]}. Say in the mapping decimal "," or thousands ",".'
            )
        elif number != cell:
            plain[cell] = number
            comma = comma or ("" if mapping.decimal or "." in cell else cell)
        elif _ONE_GROUP.fullmatch(cell.lstrip("+-")) and mapping.decimal is None and mapping.thousands is None:
            pointed.append(cell)
        else:
            point = point or "." in cell
    if semicolons and not point and not comma:
        for cell in pointed:
            wrong[cell] = (
                f'"{cell}" may be {cell} or {cell.replace(".", "")}, since cells are cut by semicolons. '
                'Say in the mapping decimal "." or ",".'
            )
    if pointed and (found := re.fullmatch(r"[+-]?\d+,\d+%?", comma.strip())):
        for cell in pointed:
            wrong[cell] = (
                f'"{cell}" may be {cell} or {cell.replace(".", "")}, since "{found[0]}" has a decimal comma. '
                'Say in the mapping decimal "." or ",".'
            )
    return plain, wrong


def is_number(cell: str, mapping: TableMapping) -> bool:
    """Whether a filled cell reads as a number, certain or not; codes with leading zeros do not."""
    return not re.match(r"[+-]?0\d", cell) and _read(cell, mapping) is not None


def _read(cell: str, mapping: TableMapping) -> str | tuple[str, str] | None:
    cell = _BLANKS.sub(" ", cell)
    if not cell:
        return ""
    if cell.endswith("%"):
        whole = _read(cell[:-1].strip(), mapping)
        return f"{Decimal(whole) / 100:f}" if isinstance(whole, str) and whole else whole or None
    sign, digits = (cell[0], cell[1:].strip()) if cell[0] in "+-−" else ("", cell)
    sign = sign.replace("−", "-")
    if mapping.decimal or mapping.thousands:
        decimal = (
            mapping.decimal or {".": ",", ",": "."}.get(mapping.thousands or "") or ("," if "," in digits else ".")
        )
        return _with_marks(sign, digits, decimal, mapping.thousands)
    if PLAIN.fullmatch(cell):
        return cell
    if _ONE_GROUP.fullmatch(digits) and "," in digits:
        return sign + digits.replace(",", "."), sign + digits.replace(",", "")
    readings = {_with_marks(sign, digits, decimal, None) for decimal in ".,"} - {None}
    return readings.pop() if len(readings) == 1 else None


def _with_marks(sign: str, digits: str, decimal: str, thousands: str | None) -> str | None:
    """The number if it is written with these marks; any other may group where none is said."""
    whole, _, rest = digits.partition(decimal)
    for mark in [thousands] if thousands else [mark for mark in _GROUPED if mark != decimal]:
        if _GROUPED[mark].fullmatch(whole):
            whole = whole.replace(mark, "")
            break
    number = sign + whole + (f".{rest}" if rest else "")
    return number if PLAIN.fullmatch(number) and "." not in whole else None
