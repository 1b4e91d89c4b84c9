"""Two parts of the model of a country under trouble."""

from tests.sync.model import part

TestTrouble5, TestTrouble6 = part(5), part(6)
