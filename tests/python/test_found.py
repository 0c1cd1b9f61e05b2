"""Pathways that fit what is asked, on the case and on small networks."""

import math

import pytest

import coopnet as cn
from coopnet import errors, pathways

CASE = "indonesia-cambodia-2021-2022"
REPORT = ("ID.FAM", "KH.PSNH")


@pytest.fixture(scope="module")
def case():
    return cn.load(CASE)


@pytest.fixture
def small():
    """Family to police by three channels; the widest way is the longest."""
    pairs = [("Fam", "Emb"), ("Emb", "Pol"), ("Fam", "Pol"), ("Fam", "Ngo"), ("Ngo", "Emb")]
    network = cn.Network.from_edges(pairs)
    for column, values in {
        "capacity": [2, 9, 1, 8, 7],
        "delay_days": [1, 1, 5, 0.1, 0.2],
        "reliability": [0.5, 0.5, 0.2, 1, 1],
    }.items():
        network = network.with_column("ties", column, values)
    return network


def actors(ways):
    return [" ".join(way.actors) for way in ways]


def test_a_pattern_names_the_relations_one_after_the_other(case):
    found = pathways.find(case, *REPORT, pattern="reports notifies{0,2} requests tasks", k=9)
    assert [[row["relation"] for row in way.rows()] for way in found] == [
        ["reports", "requests", "tasks"],
    ] * len(found)
    assert len(found) > 1  # parallel requests are pathways of their own


def test_a_bracket_looks_at_the_actor_and_its_kind(case):
    (way,) = pathways.find(case, *REPORT, 1, pattern=".* [kind=ncb country=IDN] i247 [kind=ncb country=KHM] .*")
    assert {"ID.NCB", "KH.NCB"} <= set(way.actors)
    assert "i247" in [row["relation"] for row in way.rows()]


def test_by_channel(case):
    diplomatic = pathways.find(case, *REPORT, 1, pattern="channel=-* channel=diplomatic channel=-*")[0]
    police = pathways.find(case, *REPORT, 1, pattern="channel=-* channel=police channel=-*")[0]
    assert diplomatic.steps < police.steps


def test_a_tie_is_read_backwards_where_the_pattern_says_so(small):
    back = pathways.find(small, "Pol", "Fam", pattern="-.*")
    assert "Pol Fam" in actors(back)
    with pytest.raises(errors.NoPathway):
        pathways.find(small, "Pol", "Fam")


def test_best_is_what_the_projection_weighs(small):
    def best(**over):
        return actors(pathways.find(small, "Fam", "Pol", 1, over=cn.Projection(**over)))

    assert best() == ["Fam Pol"]
    assert best(weight="delay_days") == ["Fam Ngo Emb Pol"]
    assert best(weight="reliability") == ["Fam Ngo Emb Pol"]


def test_limits_hold_several_columns_at_once(small):
    def within(**limits):
        return actors(pathways.find(small, "Fam", "Pol", limits=limits))

    assert within(steps=2) == ["Fam Pol", "Fam Emb Pol"]
    assert within(steps=2, delay_days=2) == ["Fam Emb Pol"]
    assert within(delay_days=1.3) == ["Fam Ngo Emb Pol"]  # 0.1 + 0.2 + 1, equal on paper
    assert within(reliability=0.25) == ["Fam Emb Pol", "Fam Ngo Emb Pol"]


def test_via_and_avoid_take_actors_and_conditions(small, case):
    assert actors(pathways.find(small, "Fam", "Pol", via="Emb", avoid=["Ngo"])) == ["Fam Emb Pol"]
    assert pathways.find(case, *REPORT, 1, avoid="[kind=embassy]")[0].steps > 3
    assert all("ID.EMB" not in way.actors for way in pathways.find(case, *REPORT, avoid="[kind=embassy]"))
    police = pathways.find(case, *REPORT, 1, via="channel=police")[0]
    assert "police" in {case.ties[key].channel for key in police.ties}


def test_walks_may_come_back():
    pairs = [("a", "b"), ("b", "a"), ("b", "c")]
    network = cn.Network.from_edges(pairs)
    assert len(pathways.find(network, "a", "c", 9)) == 1
    assert actors(pathways.find(network, "a", "c", 2, walks=True)) == ["a b c", "a b a b c"]


def test_widest_ranks_by_the_narrowest_tie(small):
    ways = pathways.widest(small, "Fam", "Pol", 3, over=cn.Projection(weight="capacity"))
    assert [(" ".join(way.actors), way.width) for way in ways] == [
        ("Fam Ngo Emb Pol", 7),
        ("Fam Emb Pol", 2),
        ("Fam Pol", 1),
    ]
    assert math.isnan(ways[0].cost)
    assert list(ways.to_frame().columns[:4]) == ["actors", "ties", "steps", "width"]
    assert "as wide as its narrowest tie by capacity" in ways.convention
    assert pathways.widest(small, "Fam", "Pol", over=cn.Projection(weight="reliability"))[0].width == 0.5
    with pytest.raises(errors.InvalidWeight, match="delay_days is a cost"):
        pathways.widest(small, "Fam", "Pol", over=cn.Projection(weight="delay_days"))


def test_the_answer_says_what_was_asked_and_can_be_asked_again(case):
    found = pathways.find(case, *REPORT, pattern="reports requests tasks", avoid="ID.NCB", limits={"steps": 4})
    assert "Asked: pattern reports requests tasks; avoiding ID.NCB; steps at most 4." in found.convention
    assert found.again(during="2022-07").projection.during == "2022-07"
    assert actors(found.again()) == actors(found)
    assert "T037" in found[0].ties  # inferred from S39 alone
    with pytest.raises(errors.NoPathway):
        found.again(without_sources="S39")


def test_where_nothing_fits_it_says_which_condition_is_in_the_way(case):
    with pytest.raises(errors.NoPathway) as caught:
        pathways.find(case, *REPORT, pattern="reports i247 tasks", avoid="ID.NCB")
    said = str(caught.value)
    assert "none of them fits: pattern reports i247 tasks; avoiding ID.NCB" in said
    assert "There are some without the pattern." in said
    with pytest.raises(errors.NoPathway, match="There are some without the limit of steps"):
        pathways.find(case, *REPORT, limits={"steps": 1})
    with pytest.raises(errors.NoPathway, match="One gets to"):
        pathways.find(case, "KH.PSNH", "ID.FAM")


@pytest.mark.parametrize(
    ("asked", "error", "said"),
    [
        ({"pattern": "reports reffers"}, errors.UnknownRelation, r"column 9: there is no relation \"reffers\""),
        ({"pattern": "reports (tasks"}, errors.ParseError, "column 9: the bracket that opens here is never closed"),
        ({"pattern": "[kind=ncp]"}, errors.UnknownName, "column 7: nobody and nothing has the kind"),
        ({"pattern": "chanel=police"}, errors.UnknownName, "Nearest: channel"),
        ({"via": "KH.NBC"}, errors.UnknownActor, "Nearest: KH.NCB"),
        ({"avoid": "KH.NBC"}, errors.UnknownActor, "Nearest: KH.NCB"),
        ({"avoid": "ID.FAM"}, errors.InvalidOption, "An end of the pathway is among what it should avoid"),
        ({"via": "ID.NCB", "avoid": "ID.NCB"}, errors.InvalidOption, "Number 1 of via is to be avoided as well"),
        ({"limits": {"steps": -1}}, errors.InvalidOption, "No pathway keeps a limit below 0"),
        ({"limits": {"reliability": 2}}, errors.InvalidOption, "from 0 to 1"),
        ({"limits": {"steps": "few"}}, errors.InvalidOption, "which is no number"),
        ({"limits": {"delay_days": 30}}, errors.InvalidWeight, "has no delay_days. Say fill="),
        ({"limits": {"price": 3}}, errors.UnknownName, 'no column "price"'),
        ({"k": 0}, errors.InvalidOption, "k=0"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(case, asked, error, said):
    with pytest.raises(error, match=said):
        pathways.find(case, *REPORT, **asked)


def test_a_pattern_that_breaks_tells_where(case):
    with pytest.raises(errors.ParseError) as caught:
        pathways.find(case, *REPORT, pattern="reports | | tasks")
    assert (caught.value.path, caught.value.column) == ("pattern", 11)
    assert str(caught.value).splitlines()[1:] == ["  reports | | tasks", "            ^"]


def test_a_layer_can_be_passed_and_avoided(case):
    home = pathways.find(case, "PL.SHV", "ID.SOC", 1, via="layer=cooperation")[0]
    assert "cooperation" in {case.vocabulary["relations"][case.ties[key].relation]["layer"] for key in home.ties}
    for way in pathways.find(case, "PL.SHV", "ID.SOC", 5, avoid="layer=cooperation"):
        assert "cooperation" not in {case.vocabulary["relations"][case.ties[key].relation]["layer"] for key in way.ties}


def test_a_search_tells_how_far_it_is_and_can_be_stopped(case):
    over = cn.Projection(direction="undirected")
    told = []

    def stop(done, total):
        told.append((done, total))
        return False

    with pytest.raises(errors.Cancelled):
        pathways.find(case, *REPORT, 10_000_000, walks=True, over=over, progress=stop)
    assert told[0][1] == 10_000_000


def test_a_search_without_time_says_so(case):
    with pytest.raises(errors.NoPathway, match="within 0"):
        pathways.find(case, *REPORT, time_limit=0)


def test_actors_that_the_projection_leaves_out_need_no_avoiding(case):
    over = cn.Projection(countries=["IDN", "KHM", None])
    assert pathways.find(case, *REPORT, 1, avoid="THA", over=over)


def test_through_counts_shares_of_pairs(case):
    over = cn.Projection(layers="cooperation")
    scores = pathways.through(case, "[country=IDN]", "[country=KHM kind=police_province]", k=20, over=over)
    assert scores["KH.CNP"] == pytest.approx(1)  # nobody else tasks the provincial police
    assert scores.top(1)["KH.CNP"] == max(scores.values())
    ties = pathways.through(case, "ID.FAM", "KH.PSNH", of="ties", k=20, over=over)
    arriving = sum(row["through"] for row in ties.values() if row["target"] == "KH.PSNH")
    assert arriving == pytest.approx(1)
    assert "1 of 1 pairs" in ties.convention
    nothing = pathways.through(case, "KH.PSNH", "ID.FAM", over=over)
    assert math.isnan(nothing["KH.CNP"])
    assert nothing.why == "no pathway joins any pair"
    assert sum(pathways.through(case, "KH.PSNH", "ID.FAM", normalized=False, over=over).values()) == 0


def test_pareto_gives_what_nothing_betters(small):
    ways = pathways.pareto(small, "Fam", "Pol", ("steps", "delay_days", "reliability"))
    assert [(way.steps, way.delay_days, way.reliability) for way in ways] == [
        (1, 5, 0.2),
        (2, 2, 0.25),
        (3, pytest.approx(1.3), 0.5),
    ]
    assert "None can be bettered in one of steps, delay_days, reliability" in ways.convention
    assert math.isnan(ways[0].cost)
    by_capacity = pathways.pareto(small, "Fam", "Pol", ("steps", "capacity"))
    assert by_capacity.to_frame()["capacity"].tolist() == [1]  # a capacity that adds up is a cost here
    assert actors(pathways.pareto(small, "Fam", "Pol", via="Ngo")) == ["Fam Ngo Emb Pol"]
    assert pathways.pareto(small, "Fam", "Pol", max_results=1).partial
    assert actors(ways.again()) == actors(ways)
    with pytest.raises(errors.InvalidOption, match="two different things or more"):
        pathways.pareto(small, "Fam", "Pol", "steps")
    with pytest.raises(errors.NoPathway, match="There are some without the limit of steps"):
        pathways.pareto(small, "Fam", "Pol", limits={"steps": 0})
    with pytest.raises(errors.UnknownName, match='no column "price"'):
        pathways.pareto(small, "Fam", "Pol", ("steps", "price"))
