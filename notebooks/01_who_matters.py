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
# Open it in Jupyter with jupytext, or run it as a script. Every table prints its convention, its sources and the grade
# of the weakest source it needs.

# %%
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
# Five senses of "matters" disagree, and that is the finding: who has many partners need not be who others must pass.

# %%
both_ways = over.replace(direction="undirected")
constraint = cn.brokerage.constraint(case, over=both_ways)
senses = {
    "partners": cn.centrality.degree(case, over=both_ways),
    "in between": cn.centrality.betweenness(case, over=both_ways),
    "near all": cn.centrality.harmonic(case, over=both_ways, normalized=True),
    "core": cn.cohesion.cores(case, over=both_ways),
}
for sense, scores in senses.items():
    print(sense, list(scores.top(5)))
print("least constrained by those it deals with", sorted(constraint, key=lambda actor: constraint[actor])[:5])

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
core = cn.cohesion.core_periphery(case, over=both_ways)
core.core, round(core.quality, 3), "proven the best" if core.exact else "the best found"

# %%
key = cn.brokerage.key_players(case, 3, goal="fragment", over=both_ways)
print(f"fragmentation {key.value:.3f}, {len(key.sets)} best sets of three")
key.sets[:5]

# %%
cn.cohesion.articulation_actors(case, over=both_ways)

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
    print(
        window, [(actor, int(found[actor]["representative"])) for actor in ranked[:3] if found[actor]["representative"]]
    )

# %% [markdown]
# Ties come and go: how many are new in each half-year, and how much of the network stays.

# %%
cn.temporal.turnover(case, window="half-year", over=over)

# %% [markdown]
# ## Does the answer hold?
#
# The record is uneven: some ties are claimed or inferred, some rest on one source. The answer is asked again without
# them.

# %%
for change in ({"status": ["documented", "claimed"]}, {"status": "documented"}, {"without_sources": "S02"}):
    again = cn.brokerage.roles(case, groups="country", missing="IGO", over=over.replace(**change))
    best = max((a for a in again if case.actors[a].country == "IDN"), key=lambda a: again[a]["representative"])
    print(change, best, int(again[best]["representative"]))
