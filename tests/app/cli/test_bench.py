from tests.app.cli.tem import Tem


def test_a_real_counter_is_never_measured(tem: Tem) -> None:
    (tem.home / "demo.mark").unlink()
    before = tem.json("verify")

    assert tem.run("--json", "bench", "--customers", "5").refusal == "bench.sample_not_made"

    assert tem.json("verify") == before
