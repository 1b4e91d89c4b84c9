"""Lay the frozen program out as a Debian package and build it; see README.md beside this file.

Run from the checkout by ``./dev package``: python installer/debian_package.py DIST TARGET
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OURS = ROOT / "installer"
LOCK = ROOT / "requirements.lock"
NAME = "tem"
APP_ID = "vn.tem.Counter"

NEEDED = (
    "libgl1", "libegl1", "libglib2.0-0 | libglib2.0-0t64", "libfontconfig1", "libxkbcommon0",
    "libdbus-1-3", "libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1",
    "libxcb-shape0", "libwayland-cursor0",
    "systemd | systemd-standalone-sysusers | systemd-sysusers",
)  # fmt: skip

FILES = {
    "vn.tem.Counter.desktop": "usr/share/applications/vn.tem.Counter.desktop",
    "debian/tem-sync.service": "usr/lib/systemd/user/tem-sync.service",
    "debian/tem-sync.timer": "usr/lib/systemd/user/tem-sync.timer",
    "debian/tem-headquarters.service": "usr/lib/systemd/system/tem-headquarters.service",
    "debian/tem.sysusers": "usr/lib/sysusers.d/tem.conf",
    "debian/tem-headquarters.default": "etc/default/tem-headquarters",
    "debian/copyright": "usr/share/doc/tem/copyright",
    "../README.md": "usr/share/doc/tem/README.md",
    "../resources/icons/tem.svg": f"usr/share/icons/hicolor/scalable/apps/{APP_ID}.svg",
} | {
    f"icons/tem-{size}.png": f"usr/share/icons/hicolor/{size}x{size}/apps/{APP_ID}.png"
    for size in (48, 128, 256)
}
SCRIPTS = ("postinst", "prerm", "postrm")


def main(dist: Path, target: Path) -> None:
    """Print the path and the size of the package that was built."""
    tree = target / "tree"
    shutil.rmtree(tree, ignore_errors=True)
    lay_out(dist, tree)
    package = target / f"{NAME}_{version()}_{architecture()}.deb"
    build(tree, package)
    installed, packed = size_of(tree), package.stat().st_size
    print(f"{package}: {packed / 1e6:.0f} MB, installed {installed / 1e6:.0f} MB")  # noqa: T201 - what a person waits for


def lay_out(dist: Path, tree: Path) -> None:
    """Every file of the package at its place, with its rights."""
    shutil.copytree(dist, tree / "opt" / "tem", symlinks=True)
    for source, place in FILES.items():
        put((OURS / source).read_bytes(), tree / place)
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    put(gzip.compress(changes, mtime=0), tree / "usr/share/doc/tem/changelog.gz")
    put_licences(tree / "usr/share/doc/tem/licences")
    link = tree / "usr/bin/tem"
    link.parent.mkdir(parents=True)
    link.symlink_to("../../opt/tem/tem")
    put(control(tree).encode(), tree / "DEBIAN/control")
    put(b"/etc/default/tem-headquarters\n", tree / "DEBIAN/conffiles")
    for script in SCRIPTS:
        put((OURS / "debian" / script).read_bytes(), tree / "DEBIAN" / script, mode=0o755)
    for folder, _, files in os.walk(tree):
        Path(folder).chmod(0o755)
        for each in (Path(folder) / name for name in files):
            if not each.is_symlink():
                each.chmod(0o755 if each.stat().st_mode & 0o100 else 0o644)


def put(content: bytes, place: Path, mode: int = 0o644) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    place.chmod(mode)


def put_licences(folder: Path) -> None:
    """Of Python and of every library in this environment, with a list of their versions."""
    lock = LOCK.read_text(encoding="utf-8")
    packed = set(re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE))
    index = [f"Python {sys.version.split()[0]}"]
    for found in sorted(distributions(), key=lambda each: each.name.lower()):
        if plain(found.name) not in packed:
            continue
        texts = list(licence_files(found))
        said = found.metadata.get("License-Expression") or found.metadata.get("License") or ""
        index.append(f"{found.name} {found.version} {said.splitlines()[0] if said else ''}".strip())
        for text in texts:
            put(text.read_bytes(), folder / found.name / text.name)
    python = Path(sys.base_prefix) / "lib" / f"python3.{sys.version_info.minor}" / "LICENSE.txt"
    if python.is_file():
        put(python.read_bytes(), folder / "Python" / "LICENSE.txt")
    put(("\n".join(index) + "\n").encode(), folder / "INDEX")


def plain(name: str) -> str:
    """As lock files write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_files(found: Distribution) -> Iterator[Path]:
    for each in found.files or ():
        upper = each.name.upper()
        if ".dist-info" in str(each) and upper.startswith(
            ("LICEN", "COPYING", "NOTICE", "AUTHORS")
        ):
            path = Path(str(found.locate_file(each)))
            if path.is_file():
                yield path


def control(tree: Path) -> str:
    lines = {
        "Package": NAME,
        "Version": version(),
        "Architecture": architecture(),
        "Maintainer": "Tem <tem@localhost>",
        "Installed-Size": str(size_of(tree) // 1024),
        "Depends": ", ".join((*NEEDED, libc())),
        "Recommends": "cups-client, dbus-user-session",
        "Suggests": "postgresql",
        "Section": "misc",
        "Priority": "optional",
        "Description": "counter of a post office, offline first\n"
        " One person, one number, at any counter with or without a network; every entry\n"
        " signed and chained. With the counter come its sync as a timer of each user and\n"
        " the service of headquarters, which is not started by itself.",
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())


def build(tree: Path, package: Path) -> None:
    """zstd takes seconds where xz takes minutes for a quarter less."""
    package.unlink(missing_ok=True)
    command = ["dpkg-deb", "-Zzstd", "-z12", "--root-owner-group", "--build", tree, package]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own words


def libc() -> str:
    """What was frozen here needs at least the C library of here."""
    said = os.confstr("CS_GNU_LIBC_VERSION") or ""
    return f"libc6 (>= {said.split()[-1]})"


def version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def architecture() -> str:
    asked = ["dpkg", "--print-architecture"]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603 - our own words


def size_of(tree: Path) -> int:
    return sum(each.lstat().st_size for each in tree.rglob("*") if each.is_file())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
