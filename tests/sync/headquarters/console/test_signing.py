"""Signing in to the console: cookies that no script and no other site gets, and their end."""

from sync.headquarters.console.site import PATH
from sync.headquarters.office import Headquarters
from sync.headquarters.staff import NewStaff, StaffRole, add_staff
from tests.sync.headquarters.console.asking import asking


def test_nobody_sees_anything_before_signing_in(headquarters: Headquarters) -> None:
    with asking(headquarters) as person:
        for path in ("/", "/terminals/list", "/complaints/list", "/log/list", "/publish"):
            reply = person.client.get(PATH + path, follow_redirects=False)
            assert (reply.status_code, "/login" in reply.headers["location"]) == (303, True)


def test_cookies_stay_here_and_the_session_is_no_scripts_business(
    headquarters: Headquarters,
) -> None:
    with asking(headquarters) as person:
        form = {"csrftoken": person.token, "username": "viewer", "password": "mat-khau-dai-du"}
        reply = person.client.post(f"{PATH}/login", data=form, follow_redirects=False)
        words = {"cookie": "", "x-forwarded-proto": "https"}
        fresh = person.client.get(f"{PATH}/login", headers=words)

    session = reply.headers["set-cookie"].lower()
    assert "httponly" in session
    assert "samesite=strict" in session
    marks = [each.lower() for each in fresh.headers.get_list("set-cookie")]
    assert marks
    assert all("samesite=strict" in each and each.endswith("; secure") for each in marks)
    assert "default-src 'self'" in reply.headers["content-security-policy"]


def test_a_form_without_the_pages_token_does_nothing(headquarters: Headquarters) -> None:
    with asking(headquarters, StaffRole.ADMINISTRATOR) as person:
        person.token = "made up"
        assert person.send("POST", "/_api/terminals/row-action?name=revoke&pk=7001,1")[0] == 403


def test_five_wrong_passwords_lock_and_are_told_in_words(headquarters: Headquarters) -> None:
    with asking(headquarters) as person:
        told = [person.sign_in("operator", "không đúng")[1] for _ in range(5)]
        right = person.sign_in("operator")[1]

    assert "Mã hoặc mật khẩu không đúng" in told[0]
    assert "bị khóa đến" in told[4]
    assert "bị khóa đến" in right


def test_a_new_password_ends_the_sessions_of_the_old_one(headquarters: Headquarters) -> None:
    with asking(headquarters, StaffRole.VIEWER) as person:
        with headquarters.database.writing() as connection:
            new = NewStaff("viewer", "Vũ Thị Xem", StaffRole.VIEWER, "mật khẩu mới rồi")
            add_staff(connection, new, headquarters.clock.now_ms(), "tem hq")
        reply = person.client.get(f"{PATH}/log/list", follow_redirects=False)

    assert reply.status_code == 303


def test_a_forged_cookie_and_an_endless_body_are_refused(headquarters: Headquarters) -> None:
    with asking(headquarters) as person:
        cookie = {"cookie": "tem_console=eyJzdGFmZiI6ICJhbiJ9.x.y"}
        reply = person.client.get(f"{PATH}/log/list", headers=cookie, follow_redirects=False)
        endless = person.client.post(f"{PATH}/login", headers={"content-length": "9" * 12})

    assert reply.status_code == 303
    assert endless.status_code == 413
