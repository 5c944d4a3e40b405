"""Letters in a real browser: nothing is wider than the screen, on a telephone and on a desk."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, sync_playwright

from tests.bot.say import build as say

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
MISSING = "No chromium is installed; on Debian: apt install chromium."


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("COUNTERSIGN_PEERS") == "required":
            raise RuntimeError(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as player:
        opened = player.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.mark.parametrize("width", [360, 1200])
def test_every_letter_fits_the_screen_whatever_it_says(browser: Browser, width: int) -> None:
    orders = [say.order(), *(say.harmed(harm, currency="KWD") for harm in say.HARM)]
    page = browser.new_page(viewport={"width": width, "height": 800})

    for order in orders:
        for letter in say.every_letter(order).values():
            page.set_content(say.html(letter))
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_no_script_of_a_buyer_ever_runs(browser: Browser) -> None:
    page = browser.new_page()
    said: list[str] = []

    def hear(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", hear)

    for harm in say.HARM:
        for letter in say.every_letter(say.harmed(harm)).values():
            page.set_content(say.html(letter))

    page.close()
    assert said == []
