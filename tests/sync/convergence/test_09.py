"""Two parts of the model of a country under trouble."""

from tests.sync.model import part

TestTrouble17, TestTrouble18 = part(17), part(18)
