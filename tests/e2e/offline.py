"""With the network cable out."""

import subprocess
from functools import lru_cache
from pathlib import Path

_INTERNET = ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")


@lru_cache
def without_network() -> tuple[str, ...]:
    """Words before a command that take its network interfaces; none where that is forbidden.

    The screen stays within reach: it is a socket in the file system.
    """
    for words in (("unshare", "--net"), ("unshare", "--map-root-user", "--net")):
        if subprocess.run([*words, "true"], capture_output=True, check=False).returncode == 0:
            return words
    return ()


def internet_sockets(pid: int) -> tuple[str, ...]:
    """The sockets of a process that lead, or could lead, out of the machine."""
    process = Path(f"/proc/{pid}")
    open_files = {str(link.readlink()) for link in (process / "fd").iterdir() if link.is_symlink()}
    found = []
    for protocol in _INTERNET:
        _, *lines = (process / "net" / protocol).read_text(encoding="ascii").splitlines()
        inodes = (line.split()[9] for line in lines)
        found += [f"{protocol} {inode}" for inode in inodes if f"socket:[{inode}]" in open_files]
    return tuple(found)
