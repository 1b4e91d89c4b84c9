"""Two parts of the model of a country under trouble."""

from tests.sync.model import part

TestTrouble7, TestTrouble8 = part(7), part(8)
