"""Figures that tests find out, for whoever started the run."""

from collections.abc import Callable

Tell = Callable[[object], None]
"""The type of the fixture ``tell``."""
