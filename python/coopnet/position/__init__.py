"""Who stands in the same place: equivalent actors, positions, and the network as positions see it."""

from .alike import regular_equivalence, structural_equivalence
from .blocks import Blockmodel, blockmodel
from .halves import catrege, concor

__all__ = ["Blockmodel", "blockmodel", "catrege", "concor", "regular_equivalence", "structural_equivalence"]
