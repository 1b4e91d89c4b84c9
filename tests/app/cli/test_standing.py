from tests.app.cli.tem import Tem


def test_the_counter_tells_where_it_stands(tem: Tem) -> None:
    answer = tem.json("standing")

    assert answer["station"]["office_code"] == "100950"
    assert (answer["recorded"], answer["acked"]) == (7, 7)
    assert answer["state"] in ("online", "alone")  # the shared demo may have been made long ago
    assert len(answer["leases"]) == 6
    assert not any(lease["low"] for lease in answer["leases"])


def test_keys_that_lie_in_a_file_are_declared(tem: Tem) -> None:
    assert tem.json("standing")["keys_in_file"] is True
    assert "Khóa dữ liệu nằm trong tệp" in tem.run("standing").out


def test_people_read_which_numbers_come_next(tem: Tem) -> None:
    assert "số kế tiếp" in tem.run("standing").out
