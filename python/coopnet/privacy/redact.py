"""A network safe to hand over."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from .. import _core
from ..errors import InvalidOption, UnknownName
from ..frames import TABLES
from .draft import Draft
from .figures import hide_small_figures
from .markings import keep_within
from .public import coarsen
from .suppress import K

if TYPE_CHECKING:
    from ..network import Network

__all__ = ["countable", "published", "redact"]

_NEEDED = {"actors": ("id",), "ties": ("id", "source", "target", "relation"), "sources": ("id",), "figures": ("id",)}


def redact(
    network: Network,
    *,
    public: bool = False,
    max_tlp: str | None = None,
    drop: Collection[str] = (),
    k: float = K,
    key: str | os.PathLike[str] | None = None,
    things: Collection[str] = (),
    together: Iterable[Network] = (),
) -> Network:
    """A network without what must not be handed over; the given one stays as it is.

    Parameters
    ----------
    public
        The whole public profile:

        - Figures that count persons are hidden below `k`, and further ones with them, so that no sum gives a hidden
          one back: parts of a whole in every way they fit it, the same count reported twice, totals that somebody
          computed, sums among the figures of one place and quarter. A hidden figure has no numbers and ``c`` in the
          column ``suppressed``; a derived one, of which nobody sees what it was derived from, is hidden as well.
          Which figures count persons: `coopnet.privacy.counts_persons`.
        - Strength and capacity of ties of the layers flow and illicit go.
        - Dates are coarsened to the quarter (``2022-Q3``: one unknown day of it).
        - Places are folded into one for each kind and country (``KHM.site``); their ties stay, by their ids.
        - Free text goes: notes, definitions but for their first word (flow, stock), the playbook, addresses, titles
          that say a number, and columns that are not of the format. Names of events that say a number or a day, and
          other names that say a number below `k`, become the name of their kind.
    max_tlp
        The highest marking of TLP 2.0 that stays, of ``CLEAR GREEN AMBER AMBER+STRICT RED``, by the columns
        ``handling``. What is marked above it goes, and with it what rests on it: ties and figures of an actor, what
        only such sources say, the playbook. What is not marked stays.
    drop
        Columns to leave out: ``note`` (of all tables) or ``ties.delay_days``; ``playbook`` and ``report``, too.
    k
        The least count of persons that is shown.
    key
        A file of 32 random bytes or more, kept elsewhere. Each actor gets a pseudonym, an HMAC-SHA-256 of its id
        under this key and the network's name, cut to 128 bits. Names, notes, definitions, columns that
        are not of the format, playbook and report go: they may name it.
    things
        Measures that count no persons, beside those of `coopnet.privacy.THINGS`.
    together
        Networks that are published beside this one, or have been: other versions, or one without a source. What has
        the same id and the same numbers is the same figure, and is hidden in all or in none, so that no sum across
        them gives it back. Redact each of them with the others as `together`.

    Notes
    -----
    A question about counts (`cn.flows`) that is asked of a public network sees what is shown there and nothing else.
    Days are coarse there: a flow of unknown days of a quarter is so many or more. What of its answer is a count of
    persons below `k` is hidden where it is read or written: tables, notes, JSON, pictures, the command line; and so
    are differences beside it. What is asked with ``public=True`` is asked of such figures and hidden so as well.

    What is not promised: suppression is not differential privacy; who knows some hidden counts, or the sources, can
    find others. Sums that span places or quarters are not looked for unless `part_of` says them, nor sums of many
    among many figures (of four up to 12 figures of a place and quarter, of three up to 20, of two up to 50), most
    of which would be chance; of more than 16 parts of one whole, not every set is tried. A figure that changed
    between two versions is two figures. A pseudonym hides a name, not the place in a network: an actor with ties
    like nobody else's can be recognized. Offices may be named after a town: `drop` or `key` them. This is no legal
    advice.

    Raises
    ------
    InvalidOption
        A marking or k that is none; a whole network that is marked above `max_tlp`; a key that is too short; a
        column that a table needs.
    UnknownName
        A column that no table has.

    Examples
    --------
    >>> import coopnet as cn
    >>> public = cn.redact(cn.load("indonesia-cambodia-2021-2022"), public=True)
    >>> public.figures["A14"].suppressed, public.figures["A14"].value, public.figures["A14"].as_of
    ('c', nan, '2022-Q3')
    >>> public.ties["T042"].source
    'KHM.site'
    >>> public.disclosure
    {'public': True, 'k': 11}
    """
    if not k > 0:
        raise InvalidOption(f"k={k} is no threshold. Give a number above 0, such as {K}.")
    draft = Draft(network)
    if max_tlp is not None:
        keep_within(draft, max_tlp)
    _drop(draft, drop)
    if public:
        hide_small_figures(draft, k=k, things=things, together=[Draft(other) for other in together])
        draft.package["disclosure"] = {"public": True, "k": k}
        coarsen(draft, k=k)
    if key is not None:
        from .pseudonyms import pseudonymize

        pseudonymize(draft, key)
    return draft.network()


def published(network: Network, public: bool) -> Network:
    """The network, with the whole public profile if asked for and not done before."""
    return redact(network, public=True) if public and not network.disclosure else network


def countable(network: Network, public: bool) -> Network:
    """The network that a question about counts is asked of: if `public`, without figures that are hidden then.

    Their days and places stay as they are, for they tell which figures count the same; names and days are shown as
    `published` has them.
    """
    if not public or network.disclosure:
        return network
    draft = Draft(network)
    hide_small_figures(draft, k=K, things=())
    draft.package["disclosure"] = {"public": True, "k": K}
    return draft.network()


def _drop(draft: Draft, names: Collection[str]) -> None:
    for name in names:
        if name == "playbook":
            draft.playbook = ""
        elif name == "report":
            draft.report = {}
        else:
            _drop_column(draft, name)


def _drop_column(draft: Draft, name: str) -> None:
    table, dot, column = name.partition(".")
    tables = [table] if dot else TABLES
    column = column if dot else name
    found = [table for table in tables if column in draft.tables.get(table, {})]
    if not found:
        known = [f"{table}.{column}" if dot else column for table in TABLES for column in draft.tables[table]]
        raise UnknownName(f'There is no column "{name}".{_core.nearest_hint(name, list(dict.fromkeys(known)))}')
    for table in found:
        if column in _NEEDED[table]:
            raise InvalidOption(f'{table} cannot be without "{column}". Leave it out of drop.')
        draft.without(table, [column])
