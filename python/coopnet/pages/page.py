"""One HTML file with everything in it: script, style, data, picture."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from ..errors import CoopnetError, InvalidOption
from ..files import write_atomically
from ..show import plain

__all__ = ["Page", "assembled"]

HERE = Path(__file__).parent
BUNDLE = HERE.parent / "_web"
HEIGHT_IN_NOTEBOOK = 720


class Page:
    """An offline page that shows itself in a notebook and saves itself as a file.

    `.html` is the whole page: it runs from a file, asks no network and can be sent by mail. `.title` says
    what it is about.
    """

    def __init__(self, title: str, html: str, svg: str) -> None:
        self.title = title
        self.html = html
        self._svg = svg

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the page as .html; the file is written whole or not at all.

        Raises InvalidOption for another suffix, CoopnetError if the file cannot be written.
        """
        if Path(path).suffix.lower() not in (".html", ".htm"):
            raise InvalidOption(f"{os.fspath(path)}: name the file .html.")
        write_atomically(path, self.html.encode())

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        frame = (
            f'<iframe title="{escape(self.title)}" srcdoc="{escape(self.html)}" sandbox="allow-scripts allow-downloads"'
            f' style="width:100%;height:{HEIGHT_IN_NOTEBOOK}px;border:0"></iframe>'
        )
        return {"text/html": frame, "image/svg+xml": self._svg, "text/plain": repr(self)}

    def __repr__(self) -> str:
        return f"<Page: {self.title}>"


def assembled(kind: str, data: Mapping[str, Any], picture: Mapping[str, Any], *, lang: str, **parts: Any) -> str:
    """The page of a kind ("explorer", "player") around its data and the drawn picture; `parts` are its own."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    script = bundled(f"{kind}.js")
    style = palette(picture["colors"]) + bundled(f"{kind}.css")
    texts = data["texts"][lang]
    return environment.get_template(f"{kind}.html.j2").render(
        kind=kind,
        lang=lang,
        title=data["title"][lang],
        data=data,
        json=as_json(data),
        say=lambda key, **values: texts[key].format_map(values),
        svg=picture["svg"],
        script=script,
        style=style,
        script_hash=_hash(script),
        style_hash=_hash(style),
        **parts,
    )


def bundled(name: str) -> str:
    """A file of the built bundle."""
    try:
        return (BUNDLE / name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise CoopnetError(
            f"The pages' bundle has no {name}: this copy of coopnet was built without Node.js. "
            "Install coopnet from a wheel, or run ./dev build in its sources."
        ) from None


def palette(colors: list[tuple[str, str]]) -> str:
    """The picture's colors on light and on dark paper; paper is always light when printed."""
    light, dark = (";".join(f"--c{i}:{pair[theme]}" for i, pair in enumerate(colors)) for theme in (0, 1))
    return (
        f":root{{{light}}}@media screen{{"
        f'@media (prefers-color-scheme:dark){{:root:not([data-theme="light"]){{{dark}}}}}'
        f':root[data-theme="dark"]{{{dark}}}}}'
    )


def as_json(data: Mapping[str, Any]) -> str:
    """JSON that may stand inside a script element: nothing in it ends the element."""
    return json.dumps(plain(data), ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
