"""What if: a network with edits, the same question asked before and after, and which edits would matter most.

A projection selects what is recorded; a `Scenario` changes it: actors and ties removed, added, changed. `compare`
asks a question of the network as recorded and as a scenario leaves it. `best_additions` and `worst_removals` rank
edits by what they do to one number of an answer; `robustness` removes actors or ties one after the other.
"""

from .comparison import Comparison, compare
from .curves import Curve, robustness
from .edits import Scenario
from .searches import Ranking, best_additions, worst_removals

__all__ = ["Comparison", "Curve", "Ranking", "Scenario", "best_additions", "compare", "robustness", "worst_removals"]
