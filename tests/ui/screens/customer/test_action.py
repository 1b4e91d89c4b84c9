from app.domain.relations import Role
from ui.screens.customer.action import options


def test_every_word_has_its_label() -> None:
    assert options(Role, "role")[0] == ("contact", "Người liên hệ")
    assert len(options(Role, "role")) == len(Role)
