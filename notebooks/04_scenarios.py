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
# # What if?
#
# What would be lost without I-24/7? What would a police attaché in Phnom Penh change, what does the memorandum of
# August 2023 change, what if Indonesia joined COMMIT? A scenario is a list of edits: the network stays as it is
# recorded, and the same question is asked before and after. (Questions 4, 7 and 9 of the study.)
#
# Every table prints its convention, its sources and the grade of the weakest source it needs. `./dev notebooks` runs
# this page anew; as a script it runs, too.

# %%
import coopnet as cn
from coopnet import pathways
from coopnet.scenario import best_additions, compare, robustness, worst_removals

case = cn.load("indonesia-cambodia-2021-2022")
report, police = "ID.FAM", "KH.PSNH"
over = cn.Projection(layers="cooperation", during="2021/2022")

# %% [markdown]
# ## Without I-24/7
#
# An instrument takes along the ties that name it. Between the two bureaus nothing else is recorded.

# %%
without = cn.Scenario("without I-24/7").remove("IN.I247")
compare(case, without, "pathways.shortest", "ID.NCB", "KH.NCB", over=over)

# %% [markdown]
# From the first report to the provincial police the embassy's way stays as it is: in steps nothing is lost, in
# certainty next to nothing.

# %%
compare(case, without, "pathways.shortest", report, police, over=over)

# %%
compare(case, without, pathways.reliability, report, police, over=over)

# %% [markdown]
# The picture of the difference: what goes is crossed out, all else steps back.

# %%
cn.draw(case, over=over.replace(isolates=False), scenario=without)

# %% [markdown]
# ## A police attaché in Phnom Penh
#
# In 2022 the attaché in Bangkok covered Cambodia. Suppose one at the embassy in Phnom Penh: told by the embassy, in
# touch with headquarters at home and with the Cambodian police. Added ties are marked as inferred, and are as
# reliable as that.

# %%
attache = (
    cn.Scenario("police attaché in Phnom Penh")
    .add_actor("ID.POLAT.PP", kind="attache", country="IDN", short="Attaché Phnom Penh")
    .add_tie("ID.EMB", "ID.POLAT.PP", "notifies")
    .add_tie("ID.POLAT.PP", "ID.POLRI", "notifies")
    .add_tie("ID.POLAT.PP", "KH.CNP", "requests", channel="police")
)
by_police = over.replace(where={"channel": ["police", None]})
compare(case, attache, "pathways.shortest", report, police, over=by_police)

# %% [markdown]
# By the police channel the way becomes shorter, but less sure: four steps, two of them supposed. Drawn, what is added
# stands in the river with a plus:

# %%
cn.draw(case, over=by_police.replace(isolates=False), scenario=attache)

# %% [markdown]
# A second way beside the first helps all the same. How likely is it that some way of the police channel works?

# %%
compare(case, attache, pathways.reliability, report, police, over=by_police)

# %% [markdown]
# ## Before and after the memorandum
#
# Signed on 21 August 2023. The day before and the day after, from police headquarters to the Interior Ministry:

# %%
between = cn.Projection(layers="cooperation", relations=["agrees", "meets", "liaises", "i247"])
for day in ("2023-08-20", "2023-08-22"):
    try:
        way = pathways.shortest(case, "ID.POLRI", "KH.MOI", over=between.replace(at=day))
        by = ", ".join(case.label(step["instrument"], short=True) for step in way.rows())
        print(day, " → ".join(case.label(actor, short=True) for actor in way.actors), f"by {by}: {way.state(day)}")
    except cn.NoPathway:
        print(day, "no pathway in the record")

# %%
tied = cn.temporal.changes(case, "2023-08-20", "2023-08-22").to_frame()
tied[tied["difference"] != 0]

# %%
memorandum = cn.Scenario("without the memorandum").remove("IN.MOU23")
compare(case, memorandum, "pathways.shortest", "ID.POLRI", "KH.MOI", over=between.replace(at="2023-08-22"))

# %% [markdown]
# ## If Indonesia joined COMMIT
#
# Whom do Indonesia's memberships and treaties reach in two steps, state to state, with and without? Laos and Myanmar
# would come within two steps, by COMMIT alone:

# %%
joined = cn.Scenario("Indonesia in COMMIT").add_tie("IDN", "IG.COMMIT", "member_of")
states = cn.Projection(layers="membership", direction="undirected")
reached = compare(case, joined, "pathways.reach", "IDN", within=2, over=states).to_frame()
reached[reached["before"].fillna(0) != reached["after"].fillna(0)]

# %% [markdown]
# ## What hurts most, what helps most
#
# Each actor in turn, and each pair: how surely does a report still reach the provincial police without them? Without
# the national police of Cambodia nothing does.

# %%
worst_removals(case, pathways.reliability, report, police, budget=2, over=over, max_results=8)

# %% [markdown]
# And of a few ties that one could build, alone and in pairs. What helps most is an order that does not have to pass the
# headquarters: from the embassy straight to the provincial police.

# %%
candidates = [
    ("ID.EMB", police, "requests"),
    ("ID.EMB", "KH.NCB", "requests"),
    ("ID.PWNI", "ID.NCB", "requests"),
    ("KH.NCB", police, "notifies"),
    attache,
]
best_additions(case, pathways.reliability, report, police, candidates=candidates, budget=2, over=over, max_results=8)

# %% [markdown]
# ## How the whole holds
#
# The share of bodies that still hang together while one after the other is taken out: at random, and the most tied
# first.

# %%
bodies = [kind for kind in case.vocabulary["kinds"] if case.vocabulary.is_a(kind, "body")]
whole = over.replace(kinds=bodies, isolates=False)
random = robustness(case, attack="random", runs=200, seed=1, over=whole)
targeted = robustness(case, attack="degree", over=whole)
print(f"Taken out at random, {random.area:.0%} hang together on the way; the most tied first, {targeted.area:.0%}.")
print("First to go:", ", ".join(case.label(actor, short=True) for actor in targeted.order[:5]))
