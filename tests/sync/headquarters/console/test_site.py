"""The console in a real browser, before the real service."""

from pathlib import Path

import pytest
import requests
import sqlalchemy as sa

from app.domain.reference.shipped import shipped_reference
from sync.headquarters.office import Headquarters
from sync.headquarters.staff import StaffRole
from sync.headquarters.staff_log import who_and_what
from sync.headquarters.tables import hq_log, published_file, quarantine, writer
from tests.sync.country import PEOPLE
from tests.sync.headquarters.console.browser import Browser, browsing
from tests.sync.headquarters.console.scene import NAMES, Scene, sealed
from tests.sync.line.serving import serving_well

PAGES = (
    "terminals", "quarantine", "conflicts", "duplicates", "complaints", "cards", "files", "journal",
    "colleagues", "log",
)  # fmt: skip


def test_staff_do_their_work_in_the_browser(
    scene: Scene, headquarters: Headquarters, tmp_path: Path
) -> None:
    before = sealed(headquarters)
    with serving_well(scene.place) as url, browsing(url, tmp_path / "profile") as browser:
        _wrong_password(browser)
        browser.sign_in(StaffRole.ADMINISTRATOR)
        browser.comes("Giao dịch đang bị giữ")
        browser.picture("overview")
        for page in PAGES:
            browser.open(f"/{page}/list")
            browser.comes(NAMES[StaffRole.ADMINISTRATOR])
            browser.picture(page)
        _decide(browser)
        _unite(browser)
        _read_a_case(browser, scene.case)
        _revoke_a_card(browser)
        _publish(browser, tmp_path)
        browser.open("/log/list")
        browser.comes("Chuỗi nguyên vẹn")
        browser.picture("log-after")
    _everything_was_done_and_told(headquarters)
    assert sealed(headquarters) == before


def _wrong_password(browser: Browser) -> None:
    browser.sign_in(StaffRole.ADMINISTRATOR, "không phải mật khẩu")
    browser.comes("Mã hoặc mật khẩu không đúng")
    browser.picture("sign-in")


def _decide(browser: Browser) -> None:
    browser.open("/quarantine/list")
    browser.comes("Ghi sau khi máy đã bị thu hồi")
    browser.act("release", "đã gọi hỏi khách hàng")
    browser.comes("Đã cho ghi")
    browser.act("waive", "khách hàng không có thật")
    browser.comes("Giao dịch không có hiệu lực")
    browser.open("/conflicts/list")
    browser.comes("Hàng Đào")
    browser.one("[data-sa-name=take_other]").click()
    browser.comes("Phố Huế")
    browser.picture("conflict-other")
    browser.give_reason("khách hàng xác nhận qua điện thoại")
    browser.comes("Đã đổi")
    browser.picture("conflicts-after")
    browser.open("/terminals/list")
    browser.one("[data-sa-name=revoke]").click()
    browser.comes("Không hoàn tác được")
    browser.picture("revoke")
    browser.open("/terminals/list")
    browser.act("revoke", "máy gửi đi sửa")
    browser.comes("Đã thu hồi máy")


def _unite(browser: Browser) -> None:
    """By keyboard: keep the left and undo it; by mouse: keep apart, and look at what was done."""
    browser.open("/duplicates/list")
    browser.comes("cùng số điện thoại và tên")
    browser.one("tr.row-clickable").click()
    browser.comes("Số định danh")
    browser.picture("duplicate")
    browser.press("1")
    browser.comes("Giữ 01")
    browser.picture("duplicate-merge")
    browser.give_reason("khách xác nhận qua điện thoại")
    browser.comes("Đã gộp")
    browser.comes("đã gộp · administrator")
    browser.picture("duplicate-merged")
    browser.press("9")
    browser.give_reason("nhầm mẹ với con")
    browser.comes("hai khách · administrator")
    browser.open("/duplicates/list")
    browser.act("apart", "hai chị em")
    browser.comes("Đã ghi nhận là hai khách")
    browser.open("/duplicates/list?show=decided")
    browser.comes("hai khách")
    browser.picture("duplicates-decided")


def _read_a_case(browser: Browser, case: str) -> None:
    browser.open(f"/complaints/detail?pk={case}")
    browser.comes("Nguyễn Thị Ánh Tuyết")
    browser.comes("Đã nhận xác minh")
    browser.picture("complaint")


def _revoke_a_card(browser: Browser) -> None:
    browser.open("/cards/list")
    browser.one("[data-sa-name=revoke_card]").click()
    browser.comes("Mọi quầy trong nước từ chối")
    browser.picture("card-revoke")
    browser.give_reason("khách báo mất")
    browser.comes("Đã thu hồi thẻ")
    browser.picture("cards-after")


def _publish(browser: Browser, folder: Path) -> None:
    wrong, right = folder / "vat-2031.csv", folder / "vat-2032.csv"
    vat = next(each.text for each in shipped_reference() if each.name.startswith("vat"))
    wrong.write_text(vat.replace("800", "800%"), encoding="utf-8")
    right.write_text(vat, encoding="utf-8")
    browser.open("/publish")
    browser.one("#files").send_keys(f"{wrong}\n{right}")
    browser.one("form.card button").click()
    browser.one("#refused")
    browser.comes("vat-2031.csv, dòng")
    browser.picture("publish-refused")
    people = folder / "people.toml"
    people.write_text(PEOPLE, encoding="utf-8")
    browser.open("/publish")
    browser.one("#files").send_keys(str(people))
    browser.one("form.card button").click()
    browser.comes("tệp nhân sự có 1 người")


def _everything_was_done_and_told(headquarters: Headquarters) -> None:
    with headquarters.database.reading() as connection:
        lines = connection.execute(sa.select(hq_log).order_by(hq_log.c.number)).all()
        left = connection.scalar(sa.select(sa.func.count()).select_from(quarantine))
        published = connection.scalars(sa.select(published_file.c.name)).all()
        working = connection.scalars(
            sa.select(writer.c.terminal).where(writer.c.revoked_after.is_(None))
        ).all()
    mine = f"administrator {NAMES[StaffRole.ADMINISTRATOR]}"
    done = [row.what for row in lines if who_and_what(row.detail)[0] == mine]
    decided = [
        "released", "waived", "other_value_taken", "revoked",
        "customers_merged", "customers_unmerged", "customers_kept_apart", "card_revoked",
        "published",
    ]  # fmt: skip
    assert [each for each in done if each in decided] == decided
    assert done[0] == "signed_in"
    assert {"conflict_viewed", "complaint_viewed"} <= set(done)
    assert left == 0
    assert not [name for name in published if "203" in name]
    assert len(working) == 1


def test_the_service_speaks_the_language_of_its_setting(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving_well(scene.place) as url:
        page = requests.get(f"{url}/console/login", timeout=120).text
    monkeypatch.setenv("TEM_LANGUAGE", "en")
    with serving_well(scene.place) as url:
        other = requests.get(f"{url}/console/login", timeout=120).text

    assert ("Đăng nhập Trung tâm" in page, 'lang="vi"' in page) == (True, True)
    assert ("Sign in to headquarters" in other, 'lang="en"' in other) == (True, True)
