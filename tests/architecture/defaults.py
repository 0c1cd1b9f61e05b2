"""One default, said twice: the options of a C++ measure and the parameters of its Python function."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

STRUCT = re.compile(r"^struct (\w+)Options \{\n(.*?)^\};", re.MULTILINE | re.DOTALL)
MEMBER = re.compile(r"^\s+[\w:<> ]+\s(\w+) = ([^;]+);", re.MULTILINE)
WORDS = {"true": True, "false": False, "std::nullopt": None, "{}": None}


def options(header: str) -> dict[str, dict[str, Any]]:
    """The options structs of a header: question, in Python's spelling -> option -> default."""
    return {
        _snake(name): {option: _value(text.strip()) for option, text in MEMBER.findall(body)}
        for name, body in STRUCT.findall(header)
    }


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _value(text: str) -> Any:
    if text in WORDS:
        return WORDS[text]
    if re.fullmatch(r"(\w+::)+\w+", text):  # an enum says in C++ what a word says in Python
        return text.rpartition("::")[2]
    return float(text.replace("'", ""))


def disagreements(question: str, cpp: dict[str, Any], function: Callable[..., Any]) -> list[str]:
    parameters = inspect.signature(function).parameters
    return [
        f"{question}: {option} is {value!r} in C++ and {parameters[option].default!r} in Python."
        for option, value in cpp.items()
        if option in parameters and parameters[option].default != value
    ]


def all_disagreements(analysis: Path) -> list[str]:
    """What the headers of each family below `analysis` and its Python module say differently."""
    found = []
    for header in sorted(analysis.glob("*/*.hpp")):
        for question, cpp in options(header.read_text(encoding="utf-8")).items():
            function = _python_function(header.parent.name, question)
            if function is not None:
                found += disagreements(question, cpp, function)
    return found


def _python_function(family: str, question: str) -> Callable[..., Any] | None:
    try:
        module = importlib.import_module(f"coopnet.{family}")
    except ModuleNotFoundError:
        return None
    named = getattr(module, question, None)
    return named if inspect.isfunction(named) else None  # a submodule may be called so
