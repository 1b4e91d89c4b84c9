"""Debian's Chromium without a screen, and the console as a person uses it there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from sync.headquarters.staff import StaffRole
from tests.e2e.waiting import until
from tests.ports import a_port
from tests.sync.headquarters.console.scene import PASSWORD

PICTURES = Path(__file__).parents[4] / "pictures" / "console"


class Browser:
    """One window at one console."""

    def __init__(self, driver: webdriver.Chrome, url: str) -> None:
        self.driver = driver
        self.url = f"{url}/console"

    def open(self, path: str) -> None:
        self.driver.get(f"{self.url}{path}")

    def sign_in(self, role: StaffRole, password: str = PASSWORD) -> None:
        self.driver.delete_all_cookies()
        self.open("/login")
        self.one("#username").send_keys(role.value)
        self.one("#password").send_keys(password)
        self.one("form button[type=submit]").click()

    def one(self, selector: str) -> WebElement:
        return until(
            lambda: next(iter(self._found(selector)), None) if self.at_rest() else None,
            selector,
            instead=self.text,
        )

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def _found(self, selector: str) -> list[WebElement]:
        """Nothing while a page gives way to the next."""
        try:
            return self.all(selector)
        except WebDriverException:
            return []

    def text(self) -> str:
        """What can be read; nothing while a page gives way to the next."""
        try:
            return self.driver.find_element(By.TAG_NAME, "body").text
        except WebDriverException:
            return ""

    def comes(self, words: str) -> None:
        until(lambda: words in self.text() and self.at_rest(), words, instead=self.text)

    def at_rest(self) -> bool:
        """Whether the page's own scripts listen: its words and buttons are there before them."""
        try:
            return bool(self.driver.execute_script("return document.readyState") == "complete")
        except WebDriverException:  # one page gives way to the next
            return False

    def act(self, name: str, reason: str) -> None:
        """Press a row's action, give the reason, go on."""
        self.one(f"[data-sa-name={name}]").click()
        self.give_reason(reason)

    def press(self, key: str) -> None:
        """A key of the page itself."""
        self.driver.find_element(By.TAG_NAME, "body").send_keys(key)

    def give_reason(self, reason: str) -> None:
        """In the form that has just opened."""
        field = self.one("#reason")
        until(field.is_displayed, "the form")
        until(lambda: not self.all(".modal.fade:not(.show)[style*=block]"), "the form at rest")
        field.send_keys(reason)
        self.one("#actionSubmit").click()

    def picture(self, name: str) -> None:
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.driver.save_screenshot(str(PICTURES / f"{name}.png"))


@contextmanager
def browsing(url: str, profile: Path) -> Iterator[Browser]:
    """A browser of its own, gone at the end."""
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for word in (
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
        "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--window-size=1366,768", f"--user-data-dir={profile}",
    ):  # fmt: skip
        options.add_argument(word)
    service = Service("/usr/bin/chromedriver", port=a_port())
    driver = webdriver.Chrome(options=options, service=service)
    try:
        yield Browser(driver, url)
    finally:
        driver.quit()
