"""Which folder of cpp/ may include what, and a check that names each include that points the wrong way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

# architecture.md's table: layer -> layers it may see, itself among them.
MAY_SEE: dict[str, set[str]] = {
    "core": {"core"},
    "model": {"core", "model"},
    "view": {"core", "model", "view"},
    "tables": {"core", "tables"},
    "analysis": {"core", "view", "tables", "analysis"},
    "graphviz": {"core", "graphviz"},
    "io": {"core", "model", "graphviz", "io"},
    "render": {"core", "model", "view", "tables", "graphviz", "render"},
    "worker": {"core", "graphviz", "worker"},
    "web": {"core", "view", "tables", "analysis", "web"},
    "bindings": {"core", "model", "view", "tables", "analysis", "graphviz", "io", "render", "bindings"},
}
# The page has no model, so of view/ only freezing (`freeze`, `freeze_labels` …), and what it reads with, see it.
READ_THE_MODEL_IN_VIEW = re.compile(r"freeze(_\w+)?|question|scale")
# These families ask about measures; the others stand alone beside analysis/detail/.
ASKS_ABOUT_OTHERS = {"scenario", "temporal", "uncertainty"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
GRAPHVIZ_HEADER = re.compile(r"^(graphviz/|(cgraph|cdt|gvc|gvcext|gvplugin|gvcjob|types)\.h$)")


@dataclass(frozen=True)
class Include:
    """One #include line: who includes (a path below cpp/) and what."""

    file: PurePosixPath
    target: str

    def __str__(self) -> str:
        return f"{self.file} includes {self.target}"


@dataclass(frozen=True)
class Sources:
    """The C++ files below a `cpp` folder, read once."""

    root: Path

    def files(self) -> list[PurePosixPath]:
        found = [*self.root.rglob("*.hpp"), *self.root.rglob("*.cpp")]
        return sorted(PurePosixPath(path.relative_to(self.root).as_posix()) for path in found)

    def includes(self, file: PurePosixPath) -> list[Include]:
        text = (self.root / file).read_text(encoding="utf-8")
        return [Include(file, self._resolved(file, *found)) for found in INCLUDE.findall(text)]

    def _resolved(self, file: PurePosixPath, quote: str, target: str) -> str:
        beside = (self.root / file).parent / target
        if quote == '"' and beside.exists():
            return beside.resolve().relative_to(self.root.resolve()).as_posix()
        return target


def layer_of(file: PurePosixPath) -> str:
    return file.parts[1] if file.parts[0] == "coopnet" else file.parts[0]


def family_of(file: PurePosixPath) -> str | None:
    return file.parts[2] if file.parts[:2] == ("coopnet", "analysis") and len(file.parts) > 3 else None


def seen_layers(file: PurePosixPath) -> set[str]:
    layer = layer_of(file)
    if layer not in MAY_SEE:
        raise AssertionError(f"{file} lies in no layer of the table. Move it, or add its layer to MAY_SEE.")
    if layer == "view" and not READ_THE_MODEL_IN_VIEW.fullmatch(file.stem):
        return MAY_SEE["view"] - {"model"}
    return MAY_SEE[layer]


def violations(root: Path) -> list[str]:
    """Each include below `root` (a `cpp` folder) that the rules forbid, as a sentence."""
    sources = Sources(root)
    includes = {file: sources.includes(file) for file in sources.files()}
    found = [
        *_upward(includes),
        *(sentence for lines in includes.values() for line in lines for sentence in _misplaced(line)),
    ]
    return sorted(set(found))


def _upward(includes: dict[PurePosixPath, list[Include]]) -> Iterator[str]:
    @cache
    def reached(file: PurePosixPath) -> frozenset[PurePosixPath]:
        seen: set[PurePosixPath] = set()
        waiting = [file]
        while waiting:
            for line in includes.get(waiting.pop(), []):
                target = PurePosixPath(line.target)
                if target in includes and target not in seen:
                    seen.add(target)
                    waiting.append(target)
        return frozenset(seen)

    for file, lines in includes.items():
        allowed = seen_layers(file)
        for line in lines:
            target = PurePosixPath(line.target)
            if target not in includes:
                continue
            for other in {target, *reached(target)}:
                if layer_of(other) not in allowed:
                    through = "" if other == target else f", and through it {other}"
                    yield f"{line}{through}: {layer_of(file)} may not see {layer_of(other)}."


def _misplaced(line: Include) -> Iterator[str]:
    file, target = line.file, line.target
    layer, is_source = layer_of(file), file.suffix == ".cpp"
    other = family_of(PurePosixPath(target))
    family = family_of(file)
    if family not in {None, other, *ASKS_ABOUT_OTHERS} and other not in {None, "detail"}:
        yield f"{line}: families share steps only through analysis/detail/."
    if target.startswith("boost/graph/") or target == "coopnet/view/csr_bgl.hpp":
        adaptor = file == PurePosixPath("coopnet/view/csr_bgl.hpp")
        if not adaptor and not (layer == "analysis" and is_source):
            yield f"{line}: Boost.Graph stays in view/csr_bgl.hpp and the .cpp files of analysis."
    if target.startswith(("Eigen/", "unsupported/Eigen/")) and not (layer == "analysis" and is_source):
        yield f"{line}: Eigen stays in the .cpp files of analysis."
    if GRAPHVIZ_HEADER.match(target) and layer != "worker":
        yield f"{line}: only the worker knows Graphviz."
    if target.startswith("nlohmann/") and not (layer == "io" and (is_source or target == "nlohmann/json_fwd.hpp")):
        yield f"{line}: JSON is read and written in the .cpp files of io."
    if layer == "bindings" and (target.startswith("boost/") or target in {"numeric", "queue", "random"}):
        yield f"{line}: bindings hold no algorithm."
