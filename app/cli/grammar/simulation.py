"""The command that tries the synchronisation out on a made-up country."""

from app.cli.grammar.building import Subject
from app.cli.usage import whole


def simulation(tem: Subject) -> None:
    simulate = tem.command("simulate", "simulating:simulate")
    simulate.takes("--seed", type=whole, default=1, metavar="S")
    simulate.takes("--counters", type=whole, default=20, metavar="N", help_code="counters")
    simulate.takes("--days", type=whole, default=30, metavar="N", help_code="simulated_days")
