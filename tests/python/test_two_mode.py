"""Two modes, asked from Python: who belongs where, refusals, and the women of Davis, Gardner and Gardner."""

from __future__ import annotations

import math

import pytest
from agreement.known import known

import coopnet as cn
from coopnet import Network, two_mode

PAIRS = [("police", "forum"), ("shelter", "forum"), ("police", "summit")]
MODES = {"police": "body", "shelter": "body", "forum": "event", "summit": "event"}
WHOLE = [two_mode.density, two_mode.transitivity]
OF_ACTORS = [getattr(two_mode, name) for name in two_mode.__all__ if name not in {"centralization"}]
OF_ACTORS = [question for question in OF_ACTORS if question not in WHOLE]


def women() -> tuple[Network, dict[str, str]]:
    davis = known("davis")
    events = {tie.target for tie in davis.ties.values()}
    return davis, {actor: "event" if actor in events else "woman" for actor in davis.actors}


def test_the_women_of_davis_as_published():
    # Borgatti and Everett (1997), doi:10.1016/S0378-8733(96)00301-2: degree, closeness and betweenness, normalized.
    davis, modes = women()
    degree = two_mode.degree(davis, modes=modes)
    closeness = two_mode.closeness(davis, modes=modes)
    betweenness = two_mode.betweenness(davis, modes=modes)
    evelyn, theresa = next(a for a in davis.actors if "Evelyn" in a), next(a for a in davis.actors if "Theresa" in a)
    assert round(degree[evelyn], 3) == round(degree[theresa], 3) == 0.571
    assert round(closeness[evelyn], 3) == round(closeness[theresa], 3) == 0.800
    assert (round(betweenness[evelyn], 3), round(betweenness[theresa], 3)) == (0.097, 0.088)
    assert float(two_mode.density(davis, modes=modes)) == pytest.approx(89 / (18 * 14), rel=1e-15)


def test_centralization_is_a_number_a_mode():
    davis, modes = women()
    for measure in ("degree", "closeness", "betweenness"):
        found = two_mode.centralization(davis, measure, modes=modes)
        assert set(found) == {"woman", "event"}
        assert all(0 < value < 1 for value in found.values())
    by_degree = two_mode.centralization(davis, modes=modes)
    assert by_degree["woman"] == pytest.approx((18 * 8 - 89) / (13 * 17), rel=1e-12)
    assert by_degree["event"] == pytest.approx((14 * 14 - 89) / (13 * 17), rel=1e-12)


def test_forums_are_the_second_mode_unless_modes_say_otherwise():
    case = cn.load("indonesia-cambodia-2021-2022")
    over = cn.Projection(relations="member_of", isolates=False)
    forums = {tie.target for tie in case.ties.values() if tie.relation == "member_of"}
    modes = {actor: "forum" if actor in forums else "member" for actor in case.actors}
    assert dict(two_mode.degree(case, over=over)) == dict(two_mode.degree(case, over=over, modes=modes))
    assert set(two_mode.centralization(case, over=over)) == {"actors", "forums"}


@pytest.mark.parametrize("question", [*OF_ACTORS, *WHOLE, two_mode.centralization], ids=lambda asked: asked.__name__)
def test_what_is_no_network_of_two_modes_is_refused_in_a_sentence(question):
    inside = Network.from_edges([*PAIRS, ("police", "shelter")])
    with pytest.raises(cn.InvalidOption, match="The tie between police and shelter lies inside one mode"):
        question(inside, modes=MODES)
    with pytest.raises(cn.InvalidOption, match="modes= must say who belongs"):
        question(Network.from_edges(PAIRS))
    with pytest.raises(cn.InvalidOption, match="have no group"):
        question(Network.from_edges(PAIRS), modes={"police": "body"})
    with pytest.raises(cn.InvalidOption, match="modes= gives 3 groups"):
        question(Network.from_edges(PAIRS), modes=MODES | {"summit": "place"})


@pytest.mark.parametrize("question", OF_ACTORS, ids=lambda asked: asked.__name__)
def test_direction_between_modes_makes_no_difference(question):
    forth = question(Network.from_edges(PAIRS), modes=MODES)
    back = question(Network.from_edges([(b, a) for a, b in PAIRS]), modes=MODES)
    assert {a: forth[a] for a in MODES} == pytest.approx({a: back[a] for a in MODES}, nan_ok=True)
    assert forth.convention.endswith(".")
    assert bool(forth.why) == any(math.isnan(value) for value in forth.values())


def test_unknown_words_are_refused_with_those_there_are():
    meetings = Network.from_edges(PAIRS)
    with pytest.raises(cn.InvalidOption, match='measure="degre" is not known'):
        two_mode.centralization(meetings, "degre", modes=MODES)
    with pytest.raises(cn.InvalidOption, match='kind="sum" is not known'):
        two_mode.clustering(meetings, modes=MODES, kind="sum")
    with pytest.raises(cn.InvalidOption, match='relative_to="mode" is not known'):
        two_mode.closeness(meetings, modes=MODES, relative_to="mode")
