"""Two parts of the model of a country under trouble."""

from tests.sync.model import part

TestTrouble13, TestTrouble14 = part(13), part(14)
