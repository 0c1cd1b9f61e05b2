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
# # By which way, through whom, how surely?
#
# A family reports to somebody in Indonesia; in the end the provincial police at Sihanoukville goes in. Which ways
# lead from the one to the other, by the police channel and by the diplomatic one? Which claim rests on which
# source? (Questions 4 and 6 of the study.)
#
# Every table prints its convention, its sources and the grade of the weakest source it needs. `./dev notebooks` runs
# this page anew; as a script it runs, too.

# %%
import coopnet as cn
from coopnet import pathways

case = cn.load("indonesia-cambodia-2021-2022")
report, police = "ID.FAM", "KH.PSNH"
over = cn.Projection(layers="cooperation", during="2021/2022")

# %% [markdown]
# ## Channel by channel
#
# A pattern says what the whole pathway must look like. Domestic ties have no channel (`-`); at least one tie
# crosses the border by the channel asked for, and none by another.

# %%
channels = {
    channel: pathways.find(case, report, police, 3, pattern=f"channel=-* (channel={channel} channel=-*)+", over=over)
    for channel in ("diplomatic", "police")
}
for channel, ways in channels.items():
    print(f"{channel}: {ways[0].steps} steps")

# %% [markdown]
# The shorter way is the embassy's: three steps, the last of them inferred (dots).

# %%
cn.strip(channels["diplomatic"][0])

# %% [markdown]
# By the police channel it takes five, and begins at the embassy, too: its attaché tells headquarters at home, which
# meets the Cambodian police.

# %%
cn.strip(channels["police"][0])

# %% [markdown]
# Among all that is recorded, the embassy's way lit:

# %%
cn.draw(case, over=over, highlight=channels["diplomatic"][0])

# %% [markdown]
# All three ways of the diplomatic channel; they differ in which report and which request they rest on. `reliability` is
# the product of the steps'.

# %%
channels["diplomatic"]

# %% [markdown]
# Told step by step, with what each step rests on, in either language:

# %%
print(channels["diplomatic"][0].explain())

# %%
print(channels["police"][0].explain("id"))

# %% [markdown]
# And on to the rescue itself: the order to the provincial police, and whom it frees at Sihanoukville.

# %%
everything = over.replace(layers=["cooperation", "flow"])
pathways.find(case, report, "PL.SHV", 1, pattern="reports .* requests tasks rescues", over=everything)[0]

# %% [markdown]
# ## Over I-24/7
#
# The study says that I-24/7 shortened the way. A pathway over it exists in the record, through both bureaus:

# %%
by_i247 = pathways.find(case, report, police, 1, pattern=".* [kind=ncb] i247 [kind=ncb] .*", over=over)[0]
cn.strip(by_i247)

# %% [markdown]
# Eight steps, and I-24/7 itself is dashed: the study claims it, no record of its use was seen. What each step rests on:

# %%
by_i247

# %% [markdown]
# Which step is the weakest, and what happens to the answer without it? One tie is claimed by one source alone.

# %%
weakest = min(by_i247.rows(), key=lambda step: step["reliability"])
weakest["source"], weakest["target"], weakest["relation"], weakest["status"], weakest["sources"]

# %%
try:
    pathways.find(case, report, police, 1, pattern=".* i247 .*", over=over.replace(without_sources=["S02"]))
except cn.NoPathway as none:
    print(none)

# %% [markdown]
# Not a documented tie only: on what is documented, nobody in the record gives the provincial police its order. That
# is a finding about the record, not about what happened.

# %%
try:
    channels["diplomatic"].again(status="documented")
except cn.NoPathway as none:
    print(none)

# %% [markdown]
# ## How surely?
#
# One pathway works with the product of its steps. That some pathway works is more: all of them count together, and
# a tie that several share fails for all at once.

# %%
best = pathways.most_reliable(case, report, police, over=over)[0]
print(f"The surest pathway alone: {best.reliability:.3f}")
whole = pathways.reliability(case, report, police, over=over)
whole

# %% [markdown]
# How grades and statuses become probabilities is a choice; with two other tables of them, flatter and steeper, the
# number moves, and only comparisons should be read from it.

# %%
{table: round(value, 3) for table, value in whole.under.items()}

# %% [markdown]
# The exact number held against 100,000 draws, with the interval in which it should lie:

# %%
sampled = pathways.reliability(case, report, police, method="sample", samples=100_000, seed=1, over=over)
print(f"{sampled:.3f}, between {sampled.low:.3f} and {sampled.high:.3f}")

# %% [markdown]
# Which tie's being sure would help most? The answer is at the end of the way, not at the border.

# %%
importance = pathways.importance(case, report, police, over=over)
importance.to_frame().head(8)

# %% [markdown]
# ## In time
#
# A pathway of ties that never held one after the other is none. Leaving on 1 July 2022, when would a report be at the
# provincial police at the earliest? Most delays are not recorded: here a step takes no time, so that the periods of
# the ties alone decide. After the summer nothing recorded leads there in time.

# %%
in_time = over.replace(fill=0)
pathways.earliest_arrival(case, report, police, at="2022-07-01", over=in_time)

# %%
for way in channels["diplomatic"]:
    states = {day: way.state(day) for day in ("2022-07-27", "2022-12-08")}
    print("steps since", ", ".join(step["since"] for step in way.rows()), "–", states)

# %%
try:
    pathways.earliest_arrival(case, report, police, at="2022-09-01", over=in_time)
except cn.NoPathway as none:
    reached = ", ".join(case.label(actor, short=True) for actor in none.reached[:5])
    print(f"No pathway. A report of 1 September gets to {reached} and {len(none.reached) - 5} more.")

# %% [markdown]
# Quarter by quarter, what crosses the river: in the third quarter of 2022 it is twice as much as before, and half of it
# is new.

# %%
cn.multiples(case, "quarter", over=over.replace(during="2022"))

# %% [markdown]
# And when was there a pathway at all, and is that certain?

# %%
cn.temporal.timeline(case, report, police, window="quarter", over=over.replace(during="2022"))

# %% [markdown]
# ## What breaks it?
#
# Nothing reaches the provincial police without the national police; of ways that share no actor there is one.

# %%
pathways.dominators(case, report, police, over=over)

# %%
pathways.cuts(case, report, police, over=over)

# %%
independent = pathways.disjoint(case, report, "KH.CNP", over=over)
for way in independent:
    print(" → ".join(case.label(actor, short=True) for actor in way.actors))

# %% [markdown]
# To the national police there are several independent ways: the single point is on the Cambodian side. Who carries
# most of what can run from any Indonesian body to any Cambodian police unit?

# %%
carried = pathways.through(case, "[country=IDN kind=body]", "[country=KHM kind=police]", k=20, over=over)
carried.top(8)
