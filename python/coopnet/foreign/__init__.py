"""Tables as other people keep them: found out, set right where that is certain, refused with all reasons elsewhere."""

from .mapping import TableMapping
from .reading import network_of_files, network_of_frames

__all__ = ["TableMapping", "network_of_files", "network_of_frames"]
