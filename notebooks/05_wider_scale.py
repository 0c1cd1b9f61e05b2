# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # Does it serve on a wider scale?
#
# How far do the instruments that join Indonesia and Cambodia reach among the states of Southeast Asia, year by year?
# Where are the holes: which pairs of states share no instrument of a kind? And which one ratification or memorandum
# would close most of them? (Question 9 of the study.)
#
# The network has eleven states and what they share: treaties, memoranda, bodies, operations, each with its dates, its
# sources and their grades. What was looked for and not found is not recorded; it may still exist.
#
# Every table prints its convention, its sources and the grade of the weakest source it needs. `./dev notebooks` runs
# this page anew; as a script it runs, too.

# %%
import coopnet as cn
from coopnet import pathways
from coopnet.scenario import best_additions, compare

states = cn.load("asean-instruments")
home, partner = "IDN", "KHM"
today = cn.Projection(at="2025-12-31")
kinds = ["trafficking_agreement", "police_agreement", "extradition", "mutual_legal_assistance", "labor_agreement"]

# %% [markdown]
# ## What joins the two
#
# A signature alone brings nothing into force: the ASEAN Treaty on Extradition was signed in November 2025 and waits
# for six notices, so it is listed as not in force.

# %%
pathways.instruments(states, among=[home, partner], over=today)

# %% [markdown]
# ## How far it reaches, year by year
#
# For each year: how many instruments join the two, and how many other states are bound by one of them too.


# %%
def reached(joined):
    """The instruments of the two, and the states that one of them joins with both."""
    shared = {key for kind in joined.kinds for key in joined.by(home, partner, kind)}
    others = {state for pair in joined.pairs for state in pair} - {home, partner}

    def by(state, end):
        return shared.intersection(*[{key for kind in joined.kinds for key in joined.by(state, end, kind)}])

    return shared, {state for state in others if by(state, home) & by(state, partner)}


years = cn.temporal.by(states, pathways.joined_pairs, window="year", over=cn.Projection(during="1999/2025"))
before = None
for window, joined in years.items():
    shared, others = reached(joined)
    if (shared, others) != before:
        print(window[:4], len(shared), "instruments reach", len(others), "states:", *sorted(shared))
    before = shared, others

# %% [markdown]
# All nine others are reached since 2012: Vietnam by mutual legal assistance in 2010 (its own year of ratification is
# background that was not checked), Thailand by the protocol on the sale of children, which Indonesia ratified in
# September 2012. What is particular to the two, the memorandum of August 2023, reaches nobody else: each of its sisters
# joins Indonesia with one state.

# %%
pathways.instruments(states, among=["IDN", "KHM", "LAO", "MYS", "SGP", "THA", "VNM"], over=today).to_frame().query(
    "kind == 'police_agreement'"
)[["groups", "in_force", "since", "grade"]]

# %% [markdown]
# ## Where the holes are
#
# Pairs of states and kinds of instrument, as far as recorded (possible), and as far as the recorded dates leave no
# doubt (certain): of most memoranda it was not found how long they hold, so that the record does not decide.

# %%
possible = pathways.joined_pairs(states, kinds=kinds, over=today)
certain = pathways.joined_pairs(states, kinds=kinds, over=today.replace(dates="certain"))
for kind in kinds:
    holes, waiting = possible.holes(kind), possible.pending(kind)
    joined = len(possible.pairs) - len(holes)
    sure = len(certain.pairs) - len(certain.holes(kind))
    print(f"{kind}: {joined} joined ({sure} certainly), {len(waiting)} signed or negotiated, {len(holes)} open")

# %% [markdown]
# With whom has Indonesia nothing of a kind on record, and with whom Cambodia?

# %%
for state in (home, partner):
    for kind in kinds:
        open_to = [other for pair in possible.holes(kind) if state in pair for other in pair if other != state]
        print(f"{state}, {kind}: {', '.join(open_to)}")

# %% [markdown]
# What two states agreed among themselves, as a matrix; a cell is a pair, the number says how many ties. Indonesia and
# Thailand have agreed something with seven of the others; most ties, up to five a pair, run among Cambodia, Laos,
# Thailand and Vietnam; Myanmar has agreed with Thailand alone, and Timor-Leste, which is not there, with nobody.

# %%
among_two = today.replace(relations=["treaty_with", "endorses_warrants_of"], isolates=False)
cn.matrix(states, over=among_two, order="name")

# %% [markdown]
# And how that came about:

# %%
cn.multiples(
    states,
    ["1999/2004", "2005/2010", "2011/2016", "2017/2022", "2023/2025"],
    over=among_two.replace(at=None, isolates=True),
)

# %% [markdown]
# The instruments between pairs, a row a pair:

# %%
possible

# %% [markdown]
# On documented ties only the number stays: what is background in this record (years of ratification, a treaty of
# Indonesia and Vietnam) joins nobody whom a documented instrument of the kind does not join.

# %%
documented = possible.again(status="documented")
int(possible), int(documented)

# %% [markdown]
# ## What closes most
#
# One accession, or one agreement of two, each tried alone. An agreement of two closes one hole; a state that joins a
# treaty of many closes as many as it has parties.

# %%
accessions = [("TLS", "IN.MLAT", "party_to"), ("IDN", "IN.TR.KHM.LAO.VNM.2016", "party_to")]
agreements = [
    cn.Scenario(f"{kind} {home}–{partner}")
    .add_actor(f"new {kind}", kind=kind)
    .add_tie(home, partner, "treaty_with", instrument=f"new {kind}")
    for kind in ("trafficking_agreement", "extradition", "labor_agreement")
]
best_additions(
    states,
    pathways.joined_pairs,
    candidates=[*accessions, *agreements],
    budget=2,
    kinds=kinds,
    over=today,
    max_results=8,
)

# %% [markdown]
# Timor-Leste's accession to the treaty on mutual legal assistance joins ten pairs by one step. Before and after:

# %%
joins = cn.Scenario("Timor-Leste joins the treaty on mutual legal assistance").add_tie("TLS", "IN.MLAT", "party_to")
compare(states, joins, pathways.joined_pairs, kinds=kinds, over=today)

# %% [markdown]
# More would be closed by what is signed already and waits for its ratifications, six to begin with: the extradition
# treaty of ASEAN, also between Indonesia and Cambodia, which have none.

# %%
bound = cn.Scenario("the ASEAN extradition treaty binds all who signed it")
for tie in states.ties.where(relation="signs", target="IN.ASEXT"):
    bound = bound.add_tie(tie.source, tie.target, "party_to")
compare(states, bound, pathways.joined_pairs, kinds=["extradition"], over=today)

# %% [markdown]
# ## The forum without Indonesia
#
# Cambodia meets four neighbors in COMMIT; Indonesia is no member. What would membership add to whom Indonesia meets in
# some body anyway? No further state: all eleven sit in ASEAN. The gain would be in what COMMIT does, which a network
# of memberships does not hold.

# %%
forums = cn.Projection(relations="member_of", direction="undirected", at="2025-12-31")
commit = cn.Scenario("Indonesia in COMMIT").add_tie("IDN", "IG.COMMIT", "member_of")
meets = compare(states, commit, "pathways.reach", "IDN", within=2, over=forums).to_frame()
meets[meets["before"].fillna(0) != meets["after"].fillna(0)]

# %% [markdown]
# Who sits in which body, drawn, with the seat that Indonesia would take:

# %%
cn.draw(states, over=forums.replace(isolates=False), scenario=commit)
