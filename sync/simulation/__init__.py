"""A small country in one process, repeated exactly from a seed: real code, invented weather."""
