"""Two parts of the model of a country under trouble."""

from tests.sync.model import part

TestTrouble15, TestTrouble16 = part(15), part(16)
