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
# # Who matters, and how?
#
# Indonesia and Cambodia, 2021 to 2022: Indonesians lured into scam compounds, and the bodies that worked together
# to bring them home. Two questions of the founding study, asked of the record:
#
# - *The government drew in many stakeholders.* Who are they, who holds them together, who is at the edge, and what
#   does the task force add? (question 3)
# - *The bureau acted for Indonesia towards the other government.* In which brokerage role does each Indonesian body
#   stand: is it the bureau that represents, or the embassy? (question 5)
#
# Every table prints its convention, its sources and the grade of the weakest source it needs. `./dev notebooks` runs
# this page anew; as a script it runs, too.

# %%
import pandas as pd

import coopnet as cn

case = cn.load("indonesia-cambodia-2021-2022")
case

# %% [markdown]
# ## The first page
#
# Cooperation between bodies in the two years; places are left out, since nobody cooperates with a place.

# %%
bodies = [kind for kind in case.vocabulary["kinds"] if case.vocabulary.is_a(kind, "body")]
over = cn.Projection(layers="cooperation", during="2021/2022", kinds=bodies, loops=False, isolates=False)
portrait = cn.describe(case, over=over)
portrait

# %% [markdown]
# The same bodies where they stand: Indonesia left, Cambodia right of the river, ministries above, police below them.
# The darker, the more often a body lies on a shortest way between two others; the number says how often, as a share
# of all pairs.

# %%
both_ways = over.replace(direction="undirected")
cn.draw(case, over=over, color=cn.centrality.betweenness(case, over=both_ways))

# %% [markdown]
# Several senses of "matters", side by side. The Foreign Ministry and the Cambodian police have most partners, lie in
# between most often and are nearest to all; which of the two comes first, and who follows, depends on the sense. To be
# free of constraint is a sense of its own: the Cambodian police deals with bodies that do not deal with each other.

# %%
constraint = cn.brokerage.constraint(case, over=both_ways)
senses = {
    "most partners": list(cn.centrality.degree(case, over=both_ways).top(5)),
    "most in between": list(cn.centrality.betweenness(case, over=both_ways).top(5)),
    "nearest to all": list(cn.centrality.harmonic(case, over=both_ways).top(5)),
    "least constrained": sorted(constraint, key=lambda actor: constraint[actor])[:5],
}
pd.DataFrame(
    {sense: [case.label(actor, short=True) for actor in actors] for sense, actors in senses.items()}, index=range(1, 6)
)

# %% [markdown]
# ## The same word, other numbers
#
# A reader who checks with another tool should find the same. `convention=` gives that tool's numbers, and
# `docs/conventions.md` lists where tools differ.

# %%
for tool in ("networkx", "igraph", "sna"):
    scores = cn.centrality.betweenness(case, over=both_ways, convention=tool)
    print(f"{tool:10} {scores['ID.NCB']:.4f}")

# %% [markdown]
# ## Who holds the stakeholders together, and who is at the edge
#
# Core and periphery by Borgatti and Everett; key players by fragmentation: without which three bodies does the network
# fall apart most? All sets that do equally well are reported, since choosing one of them would be arbitrary.


# %%
def named(actors):
    return ", ".join(case.label(actor, short=True) for actor in actors)


core = cn.cohesion.core_periphery(case, over=both_ways)
print("Core:", named(core.core))
print(f"Fit {core.quality:.3f}, {'proven the best' if core.exact else 'the best found'}.")

# %%
key = cn.brokerage.key_players(case, 3, goal="fragment", over=both_ways)
print(f"Without these three, {key.value:.0%} of all pairs are apart; {len(key.sets)} best set:")
for actors in key.sets:
    print(named(actors))

# %% [markdown]
# Who alone holds others to the rest, and whom: without the Foreign Ministry, for instance, immigration, IOM and,
# behind it, Cambodia's committee are cut off.

# %%
cn.cohesion.articulation_actors(case, over=both_ways)

# %% [markdown]
# ## Who stands in the same place
#
# Two bodies that deal with the same others could stand in for each other. CONCOR parts the network into positions of
# such bodies; the matrix shows who in which position deals with whom, row to column. Tinted blocks are denser than
# the whole. In A the two bureaus, the division above one of them and INTERPOL deal with each other; the embassy, the
# ministries and the police stand in B to D, who pass things on in turn: B to C and D, C to D, D back to B. Between A
# and these run six ties, two of them inferred (dotted).

# %%
cn.matrix(case, over=over)

# %% [markdown]
# ## What the task force adds: bodies and the forums they share, two modes
#
# Membership of the task force, of ASEAN bodies and of events is a tie between a body and a forum. Folded into ties
# among members it says who meets; by itself it says which forum joins whom.

# %%
forums = cn.Projection(relations=["member_of", "takes_part_in", "hosts"], during="2021/2022", isolates=False)
cn.two_mode.degree(case, over=forums).top(8)

# %%
cn.two_mode.redundancy(case, over=forums).top(8)

# %%
folded = forums.replace(affiliations="newman", direction="undirected")
cn.centrality.strength(case, over=folded).top(8)

# %% [markdown]
# ## Which role does each Indonesian body play?
#
# Gould and Fernandez: a *representative* carries out of its own country what those at home have no direct tie for, a
# *gatekeeper* lets in, a *liaison* joins two other countries. z compares with what the sizes of the countries alone
# would give; p is the share of random assignments of the same countries to the bodies in which the role comes out at
# least as often.

# %%
roles = cn.brokerage.roles(case, groups="country", missing="IGO", over=over, permutations=9999)
table = roles.to_frame()
home = [actor for actor in table.index if case.actors[actor].country == "IDN" and table.loc[actor, "total"] > 0]
table.loc[home].sort_values("total", ascending=False)[
    ["coordinator", "gatekeeper", "representative", "itinerant", "liaison", "total", "p_representative", "p_gatekeeper"]
].round(3)

# %% [markdown]
# The same bodies between *kinds* of actors: police, ministries, intergovernmental bodies.

# %%
by_kind = cn.brokerage.roles(case, groups="kind", missing="none", over=over).to_frame()
by_kind.loc[home].sort_values("total", ascending=False)[["coordinator", "representative", "liaison", "total"]]

# %% [markdown]
# Half-year by half-year: who represents when?

# %%
everybody = over.replace(isolates=True)
windows = cn.temporal.by(case, "brokerage.roles", window="half-year", over=everybody, groups="country", missing="IGO")
for window, found in windows.items():
    ranked = sorted(home, key=lambda actor, found=found: -found[actor]["representative"])
    times = {actor: found[actor]["representative"] for actor in ranked[:3] if found[actor]["representative"]}
    print(
        window, ", ".join(f"{case.label(actor, short=True)} {count:.0f}" for actor, count in times.items()) or "nobody"
    )

# %% [markdown]
# Nobody represents before July 2022, and the reason is seen at once if the half-years are drawn beside each other:
# until then few ties are on record, most of them without a day. The network as it is studied is that of the second half
# of 2022.

# %%
cn.multiples(case, "half-year", over=over)

# %% [markdown]
# The same in numbers: how many ties are new in each half-year, and how much of the network stays (1: all of it).

# %%
cn.temporal.turnover(case, window="half-year", over=over)

# %% [markdown]
# ## Does the answer hold?
#
# The record is uneven: some ties are claimed or inferred, some rest on one source. The answer is asked again without
# them. The bureau stays the Indonesian body that represents most, but with one or two pairs: too few to build on.

# %%
for change in ({"status": ["documented", "claimed"]}, {"status": "documented"}, {"without_sources": "S02"}):
    again = cn.brokerage.roles(case, groups="country", missing="IGO", over=over.replace(**change))
    best = max((a for a in again if case.actors[a].country == "IDN"), key=lambda a: again[a]["representative"])
    said = ", ".join(f"{name}={value}" for name, value in change.items())
    print(f"{said}: {case.label(best, short=True)} represents {again[best]['representative']:.0f} times")
