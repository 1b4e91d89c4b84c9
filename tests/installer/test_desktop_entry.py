"""The desktop entry and its icons, as a package installs them."""

import subprocess
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).parent.parent.parent
ENTRY = ROOT / "installer" / "vn.tem.Counter.desktop"


def test_the_desktop_entry_is_valid() -> None:
    done = subprocess.run(
        ["desktop-file-validate", ENTRY], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("size", [48, 128, 256])
def test_the_icon_is_there_in_each_size_with_a_clear_ground(size: int) -> None:
    with Image.open(ROOT / "installer" / "icons" / f"tem-{size}.png") as icon:
        assert icon.size == (size, size)
        corner = icon.convert("RGBA").getpixel((0, 0))

    assert isinstance(corner, tuple)
    assert corner[3] == 0
