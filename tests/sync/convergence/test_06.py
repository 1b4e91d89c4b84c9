"""Two parts of the model of a country under trouble."""

from tests.sync.model import part

TestTrouble11, TestTrouble12 = part(11), part(12)
