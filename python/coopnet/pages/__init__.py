"""Pages: one HTML file each, for a browser without a network."""
