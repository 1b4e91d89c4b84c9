"""Two parts of the model of a country under trouble."""

from tests.sync.model import part

TestTrouble1, TestTrouble2 = part(1), part(2)
