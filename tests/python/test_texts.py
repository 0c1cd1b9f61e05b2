"""What an audience reads: every text in every language."""

from __future__ import annotations

import string

import pytest

import coopnet as cn
from coopnet.texts import LANGUAGES, text, texts


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_languages_have_the_same_keys_and_places(lang):
    english = texts("en")
    other = texts(lang)
    assert other.keys() == english.keys()
    assert {key: places(value) for key, value in other.items()} == {
        key: places(value) for key, value in english.items()
    }


def test_an_unknown_language_is_refused():
    with pytest.raises(cn.InvalidOption, match="Choose one of: en, id"):
        text("pathway.none", "fr")
