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
# # Who came home, how many, and who says so?
#
# In July and August 2022 Indonesians held at Sihanoukville were freed and flown home. The embassy, the ministry, the
# receiving agency and the press count them differently: 14 or 16 on one flight, 12 + 13 + 16 + 202 against a total
# of 241. Scholars copy one number and lose the rest. Here all of them stay, it is said which cannot be true together,
# and the balanced flow closest to all of them is drawn. (Questions 2 and 8 of the study.)
#
# Victims are counts here; nobody is named, and no site is placed more closely than a town. Every table prints its
# convention and its sources; `./dev notebooks` runs this page anew.

# %%
import coopnet as cn
from coopnet import flows

case = cn.load("indonesia-cambodia-2021-2022")
wave = cn.Projection(layers="flow", during="2022-07/2022-08")

# %% [markdown]
# ## What is reported
#
# A figure says what it counts by the first word of its definition: a *flow* within its days, a *stock* on a day, a
# *total* so far. Each keeps its sources and their grade.

# %%
figures = case.figures.to_frame()
figures.loc[
    ["A13", "A19", "A22", "A24", "A25", "A26", "B01", "B02", "B03", "B04", "B05"],
    ["measure", "value", "definition", "since", "until", "as_of", "sources"],
]

# %% [markdown]
# ## What cannot all be true
#
# The smallest sets of figures that contradict each other: two reports of one number, or parts that are more than
# their whole. Which report of a set is wrong the record does not say.

# %%
clashes = flows.conflicts(case)
returns = [members for members in clashes if "B04" in members]
sentences = clashes.explain().splitlines()
for members, sentence in zip(clashes, sentences, strict=True):
    if members in returns:
        print(sentence)

# %% [markdown]
# The embassy's 16 stands against the agency's 14, against the 39 who had come home by 11 August, and against the
# total of 241. That is three accounts against one, and no proof: two of the three may copy each other.
#
# ## How far people came
#
# The most inclusive account of each stage. Seven more came home than are said to have been freed: a gap of the data,
# told and not spread over the stages. Those stopped at Kualanamu, and those later judged not to be victims, leave the
# way by branches of their own.

# %%
stages = flows.stages(case, over=cn.Projection(during="2022-07/2022-08"))
print(stages.explain())

# %%
columns = ["count", "low", "high", "held", "after", "gap", "figures"]
stages.to_frame()[columns].dropna(how="all", subset=["count", "held"])

# %% [markdown]
# ## The flow that fits best
#
# Who comes to a body leaves it again; a count of v persons from a source of reliability r has the variance v / r. Ties
# that no report settles keep their limits and get no amount. Far more came home than were freed by a recorded tie:
# that is told as a gap at the bodies where it may be, and not blamed on anyone.

# %%
found = flows.reconcile(case, over=wave)
found.to_frame().dropna(subset=["amount"])

# %% [markdown]
# What every figure says beside what was fitted:

# %%
found.residuals.to_frame()

# %%
gaps = found.gaps.to_frame()
gaps[(gaps["came"] > 0) | (gaps["left"] > 0)]

# %% [markdown]
# And the same answer with each source left out in turn: what changes, and what is then no longer settled?

# %%
found.left_out().to_frame()[["tie", "source", "amount", "without"]]

# %% [markdown]
# Drawn: as wide as their amounts, hollow where the record does not settle how many. The pale stubs say how many came or
# left at a body without a tie on record that says from where or whereto.

# %%
cn.sankey(case, flow=found)

# %% [markdown]
# ## Where it held up
#
# Between the day they were freed and the day they flew, people waited: the area between the two step curves, with
# nothing assumed about who flew first.

# %%
asked = case.report["return"]
waited = flows.observed(case, asked["freed"], asked["returned"], totals=["arrivals"])
waited

# %%
for day in ("2022-08-08", "2022-08-12", "2022-08-18"):
    print(f"The flight of 200 on {day}: {waited.saved(200, on=day):,.0f} person-days of waiting saved")

# %% [markdown]
# A flight of 200 seats ten days earlier would have saved some two thousand days of waiting, had everybody had papers by
# then. Whether they had, how many officers heard people and how many exit permits a day were given, no source says.
#
# ## Which single failure stops the way home, and what to watch on the way there

# %%
home = cn.Projection(relations=["freed_by", "hands_over", "repatriates"], during="2022")
flows.failures(case, "PL.SHV", "ID.SOC", over=home)

# %%
routes = case.report["routes"]
there = cn.Projection(relations=routes["relations"], during="2021/2022")
transit = [actor for actor, record in case.actors.items() if case.vocabulary.is_a(record.kind, "transit")]
flows.interdict(case, routes["from"], ["PL.SHV", "PL.POI", "PL.BAV"], budget=2, candidates=transit, over=there)

# %% [markdown]
# ## To hand it out
#
# Below eleven a count of persons is hidden, with as many others as it takes that no sum gives it back; days become
# quarters and places their country.

# %%
public = cn.redact(case, public=True)
hidden = [figure for figure in public.figures.values() if figure.get("suppressed") == "c"]
print(f"{len(hidden)} of {len(public.figures)} figures are hidden.")

# %% [markdown]
# The same picture for everyone: an amount that is hidden is hatched and marked [c], as wide as every other of its kind,
# so that its number can be read nowhere.

# %%
cn.sankey(case, over=wave, public=True)
