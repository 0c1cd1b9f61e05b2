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
# Open it in Jupyter with jupytext, or run it as a script. Every table prints its convention, its sources and the
# grade of the weakest source it needs.

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
{channel: (ways[0].steps, " → ".join(ways[0].actors)) for channel, ways in channels.items()}

# %%
channels["diplomatic"]

# %% [markdown]
# The shorter way is the embassy's. Told step by step, with what each step rests on, in either language:

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
whole = pathways.reliability(case, report, police, over=over)
best.reliability, float(whole), whole.under

# %%
sampled = pathways.reliability(case, report, police, method="sample", samples=100_000, seed=1, over=over)
(float(sampled), sampled.low, sampled.high)

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
    print([step["since"] for step in way.rows()], {day: way.state(day) for day in ("2022-07-27", "2022-12-08")})

# %%
try:
    pathways.earliest_arrival(case, report, police, at="2022-09-01", over=in_time)
except cn.NoPathway as none:
    print(none.reached[:5], len(none.cut))

# %% [markdown]
# Window by window: when was there a pathway at all, and is that certain?

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
[" → ".join(way.actors) for way in independent]

# %% [markdown]
# To the national police there are several independent ways: the single point is on the Cambodian side. Who carries
# most of what can run from any Indonesian body to any Cambodian police unit?

# %%
carried = pathways.through(case, "[country=IDN kind=body]", "[country=KHM kind=police]", k=20, over=over)
carried.top(8)
