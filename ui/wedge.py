"""Tells a wedge scanner from a hand by the time between keys. Qt-free.

A scanner sends a key every 0–20 ms and Enter at the end; two fingers rolling over neighbouring
keys manage 30 ms now and then, but never four times running.
"""

from typing import Final

SAME_BURST_MS: Final = 50
STUTTER_MS: Final = 200
"""A burst that is surely a scanner's may pause this long: half a code must never be taken for
a whole one."""
LEAD_MS: Final = 120
"""Among its first keys a scanner may pause this long; a hand needs longer to leave a key and
have a code scanned."""
PREFIXED_MS: Final = 500
SHORTEST_SCAN: Final = 6
LET_THROUGH: Final = 3


class Wedge:
    """Collects a burst of keys. ``prefix``: a character that the scanner is set to send first;
    ``burst_ms``: the longest time between two of its keys.

    With the prefix a scan is known from its first key; without it the first three keys are let
    through, because they may be a hand's, and the rest held back until it is clear. When a
    scanner stutters among its first keys, those before the pause are kept as the ``lead``.
    """

    def __init__(self, prefix: str = "", burst_ms: int = SAME_BURST_MS) -> None:
        self._prefix = prefix
        self._burst_ms = burst_ms
        self._lead: list[str] = []
        self._keys: list[str] = []
        self._prefixed = False
        self._rewritten = False

    @property
    def holding(self) -> bool:
        """Whether keys are held back: this is surely a scanner."""
        return self._prefixed or len(self._keys) > LET_THROUGH

    @property
    def fresh(self) -> bool:
        """Whether nothing of a burst has come yet."""
        return not self._keys and not self._prefixed and not self._rewritten

    def typed(self, text: str, gap_ms: int) -> bool:
        """One more key, ``gap_ms`` after the one before: True when it is to be held back."""
        if not self.belongs(gap_ms):
            lead = self._keys if self.leads(gap_ms) else []
            self.reset()
            self._lead = lead
        if self._prefix and text == self._prefix and self.fresh:
            self._prefixed = True
            self._lead = []
            return True
        self._keys.append(text)
        return self.holding

    def erased(self, gap_ms: int) -> bool:
        """Backspace came: whether it belongs to the burst, and took its last key back.

        Typing tools of Windows rewrite a word by erasing and typing it anew, as fast as a scanner.
        """
        if self.fresh or not self.belongs(gap_ms):
            return False
        self._keys = self._keys[:-1]
        self._rewritten = True
        return True

    def ended(self, gap_ms: int) -> str | None:
        """Enter came: the scan, or None when it was a hand. Either way the burst is over."""
        text = "".join(self._lead + self._keys)
        length = len(self._lead) + len(self._keys)
        shortest = 1 if self._prefixed else SHORTEST_SCAN
        scanned = self.holding and self.belongs(gap_ms) and length >= shortest
        self.reset()
        return text if scanned else None

    def belongs(self, gap_ms: int) -> bool:
        """Whether a key after ``gap_ms`` goes on with the burst."""
        return gap_ms < self.wait_ms()

    def leads(self, gap_ms: int) -> bool:
        """Whether the keys so far may be a stuttering scanner's, if a burst follows now."""
        return not self.fresh and not self.holding and gap_ms < max(LEAD_MS, self._burst_ms)

    def wait_ms(self) -> int:
        """How long to wait for the next key before what is held goes to its field."""
        if self._prefixed:
            return PREFIXED_MS
        if self.holding:
            return max(STUTTER_MS, self._burst_ms)
        return self._burst_ms

    def reset(self) -> None:
        """Begin anew."""
        self._lead = []
        self._keys = []
        self._prefixed = False
        self._rewritten = False
