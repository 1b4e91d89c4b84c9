"""Two parts of the model of a country under trouble."""

from tests.sync.model import part

TestTrouble9, TestTrouble10 = part(9), part(10)
