"""Python's defaults are those of the core."""

from __future__ import annotations

from pathlib import Path

from architecture.defaults import all_disagreements, disagreements, options

ANALYSIS = Path(__file__).parents[2] / "cpp/coopnet/analysis"

HEADER = """
struct AllShortestOptions {
    /// Said in words.
    std::uint64_t max_results = 1'000;
    std::optional<double> time_limit = std::nullopt;  ///< seconds
    Mode mode = Mode::in;
    bool normalized = true;
};
"""


def test_python_and_the_core_have_the_same_defaults():
    assert all_disagreements(ANALYSIS) == []


def test_the_headers_do_say_their_defaults():
    read = [options(header.read_text(encoding="utf-8")) for header in ANALYSIS.glob("*/*.hpp")]
    assert sum(len(members) for structs in read for members in structs.values()) > 10


def test_a_default_that_differs_is_named():
    def all_shortest(*, max_results=1000, time_limit=5.0, mode="out", normalized=True):
        pass

    (question, cpp), *_ = options(HEADER).items()
    assert question == "all_shortest"
    assert disagreements(question, cpp, all_shortest) == [
        "all_shortest: time_limit is None in C++ and 5.0 in Python.",
        "all_shortest: mode is 'in' in C++ and 'out' in Python.",
    ]
