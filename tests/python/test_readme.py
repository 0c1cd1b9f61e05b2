"""The README's lines run, and what it shows is there."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import coopnet as cn

README = Path(__file__).parents[2] / "README.md"


def test_the_lines_of_the_readme_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = doctest.testfile(str(README), module_relative=False)
    assert result.attempted >= 10
    assert result.failed == 0
    assert (tmp_path / "referral.svg").read_text(encoding="utf-8").startswith("<")


def test_what_the_readme_links_to_is_there():
    for target in re.findall(r"\]\(([^)#]+)\)", README.read_text(encoding="utf-8")):
        assert (README.parent / target).exists(), target


def test_the_picture_is_what_the_code_draws():
    case = cn.load("indonesia-cambodia-2021-2022")
    over = cn.Projection(layers="cooperation", during="2021/2022", isolates=False)
    shown = README.parent / "docs/indonesia-cambodia-2021-2022.svg"
    assert cn.draw(case, over=over).svg == shown.read_text(encoding="utf-8"), (
        "Draw it anew with the command in README.md, and look at it."
    )
