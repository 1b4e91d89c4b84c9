"""Two parts of the model of a country under trouble."""

from tests.sync.model import part

TestTrouble3, TestTrouble4 = part(3), part(4)
