from tests.app.cli.tem import Tem

TAX = "0100109106"


def an_organisation(tem: Tem) -> str:
    words = ("org", "register", "--name", "Công ty TNHH A&B 68", "--tax-code", TAX)
    return str(tem.json(*words, "--phone", "02438250250")["customer"])


def test_an_organisation_with_a_branch_is_shown_with_it(tem: Tem) -> None:
    whole = an_organisation(tem)
    branch = tem.json("org", "branch", whole, "--name", "Chi nhánh Đống Đa")["customer"]

    page = tem.json("org", "show", whole)
    words = tem.run("org", "show", branch).out

    assert page["organisation"]["tax_code"] == TAX
    assert page["organisation"]["branches"] == [
        {"number": branch, "full_name": "Chi nhánh Đống Đa"}
    ]
    assert "Tổ chức: Chi nhánh" in words
    assert "Công ty TNHH A&B 68" in words
    assert "Chi nhánh: " in tem.run("org", "show", whole).out


def test_a_known_tax_code_is_the_same_customer_and_found_by_it(tem: Tem) -> None:
    whole = an_organisation(tem)

    again = tem.json("org", "register", "--name", "Cty A và B", "--tax-code", TAX)

    assert again == {"customer": whole, "created": False}
    assert tem.json("find", TAX)["hits"][0]["code"] == whole


def test_what_cannot_be_is_refused(tem: Tem) -> None:
    whole = an_organisation(tem)
    person = tem.json("customer", "register", "--name", "Đặng Văn Quyết")["customer"]

    wrong_digit = tem.run("--json", "org", "register", "--name", "X", "--tax-code", "0100109107")
    own_parent = tem.run("--json", "org", "describe", whole, "--form", "branch", "--parent", whole)

    assert (wrong_digit.exit, wrong_digit.refusal) == (1, "tax_code.check_digit")
    assert own_parent.refusal == "organisation.branch_of_itself"
    assert tem.run("--json", "org", "show", person).refusal == "organisation.parent_is_person"


def test_an_organisation_becomes_an_agency_and_a_prospect_stays_one(tem: Tem) -> None:
    whole = an_organisation(tem)
    prospect = tem.json(
        "org", "register", "--name", "Siêu thị C", "--tax-code", "0301442989", "--prospect"
    )["customer"]

    page = tem.json("org", "describe", whole, "--form", "agency", "--tax-code", TAX)

    assert page["organisation"]["form"] == "agency"
    assert tem.json("org", "show", prospect)["standing"] == "prospect"
    assert "Khách tiềm năng" in tem.run("org", "show", prospect).out
