"""Two parts of the model of a country under trouble."""

from tests.sync.model import part

TestTrouble19, TestTrouble20 = part(19), part(20)
