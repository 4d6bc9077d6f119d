"""How one cell is painted and edited."""
