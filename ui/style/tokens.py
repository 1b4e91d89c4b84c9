"""Every colour of the window, once: three themes with the same names.

Qt-free, so that the contrast test (WCAG 2.2) reads the very values that are painted.
"""

from dataclasses import dataclass
from enum import StrEnum


class Theme(StrEnum):
    """Values as they stand in ``settings.toml``."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Tone(StrEnum):
    """What a coloured thing says. Red is only for money lost or stop; colour never stands alone."""

    PLAIN = "plain"
    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours by their use. ``line`` only decorates; ``outline`` bounds what can be operated."""

    ground: str
    panel: str
    sunken: str
    line: str
    outline: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_strong: str
    accent_off: str
    on_accent: str
    on_accent_off: str
    accent_text: str
    accent_soft: str
    ring: str
    strip: str
    strip_chip: str
    strip_text: str
    strip_muted: str
    strip_mark: str
    key: str
    key_line: str
    key_text: str
    mark: str
    on_mark: str
    select: str
    on_select: str
    select_muted: str
    select_mark: str
    info: str
    info_soft: str
    info_bar: str
    good: str
    good_soft: str
    good_bar: str
    warn: str
    warn_soft: str
    warn_bar: str
    bad: str
    bad_soft: str
    bad_bar: str
    shade: str

    def toned(self, tone: Tone) -> tuple[str, str, str]:
        """Text, ground and bar of ``tone``."""
        return {
            Tone.PLAIN: (self.text, self.sunken, self.outline),
            Tone.INFO: (self.info, self.info_soft, self.info_bar),
            Tone.GOOD: (self.good, self.good_soft, self.good_bar),
            Tone.WARN: (self.warn, self.warn_soft, self.warn_bar),
            Tone.BAD: (self.bad, self.bad_soft, self.bad_bar),
        }[tone]


LIGHT = Tokens(
    ground="#ECF0F5",
    panel="#FFFFFF",
    sunken="#F3F6FA",
    line="#D8DFE8",
    outline="#7C8A9E",
    text="#15202E",
    muted="#526176",
    faint="#8593A6",
    accent="#0B5BB0",
    accent_strong="#084A92",
    accent_off="#D5DDE7",
    on_accent="#FFFFFF",
    on_accent_off="#66758A",
    accent_text="#0B57A8",
    accent_soft="#E6F0FC",
    ring="#2F7FD3",
    strip="#0F2A47",
    strip_chip="#1E4166",
    strip_text="#FFFFFF",
    strip_muted="#C3D2E3",
    strip_mark="#F5B62E",
    key="#E6ECF3",
    key_line="#B4C0CF",
    key_text="#38475B",
    mark="#FFE59A",
    on_mark="#15202E",
    select="#0A529F",
    on_select="#FFFFFF",
    select_muted="#E3EEFB",
    select_mark="#2873C2",
    info="#0B4F99",
    info_soft="#E8F1FD",
    info_bar="#2F7FD3",
    good="#12633A",
    good_soft="#E7F5EC",
    good_bar="#2A8F5A",
    warn="#744D00",
    warn_soft="#FFF3D9",
    warn_bar="#C98A00",
    bad="#A8201A",
    bad_soft="#FDECEA",
    bad_bar="#D23B33",
    shade="#0F2A47",
)

DARK = Tokens(
    ground="#0E141B",
    panel="#18212B",
    sunken="#1F2A36",
    line="#2C3947",
    outline="#6E8096",
    text="#EAF0F6",
    muted="#A9B7C8",
    faint="#75869A",
    accent="#1D6BC4",
    accent_strong="#175CAB",
    accent_off="#2A3644",
    on_accent="#FFFFFF",
    on_accent_off="#93A2B4",
    accent_text="#85BBF8",
    accent_soft="#17304C",
    ring="#5C9FEA",
    strip="#070C12",
    strip_chip="#1B2836",
    strip_text="#F2F6FA",
    strip_muted="#AFBDCD",
    strip_mark="#F5B62E",
    key="#2A3644",
    key_line="#43536A",
    key_text="#D3DDE8",
    mark="#6B5510",
    on_mark="#FFF4CF",
    select="#9CC8FA",
    on_select="#0B1520",
    select_muted="#1B2B3D",
    select_mark="#FFE59A",
    info="#9CC8FA",
    info_soft="#152A43",
    info_bar="#4A93E0",
    good="#7FD9A4",
    good_soft="#12301F",
    good_bar="#3DA56B",
    warn="#F5C765",
    warn_soft="#33270A",
    warn_bar="#D49A1C",
    bad="#FF9C94",
    bad_soft="#3B1715",
    bad_bar="#E0584F",
    shade="#000000",
)

CONTRAST = Tokens(
    ground="#000000",
    panel="#000000",
    sunken="#141414",
    line="#8C8C8C",
    outline="#FFFFFF",
    text="#FFFFFF",
    muted="#E2E2E2",
    faint="#A6A6A6",
    accent="#FFE100",
    accent_strong="#FFF07A",
    accent_off="#2B2B2B",
    on_accent="#000000",
    on_accent_off="#C9C9C9",
    accent_text="#FFE100",
    accent_soft="#332D00",
    ring="#FFE100",
    strip="#000000",
    strip_chip="#262626",
    strip_text="#FFFFFF",
    strip_muted="#E2E2E2",
    strip_mark="#FFE100",
    key="#FFFFFF",
    key_line="#FFFFFF",
    key_text="#000000",
    mark="#FFE100",
    on_mark="#000000",
    select="#FFE100",
    on_select="#000000",
    select_muted="#1F1F1F",
    select_mark="#FFFFFF",
    info="#9CD3FF",
    info_soft="#001B33",
    info_bar="#5BB5FF",
    good="#7CFFA8",
    good_soft="#00280F",
    good_bar="#35E06F",
    warn="#FFD966",
    warn_soft="#332500",
    warn_bar="#FFC21A",
    bad="#FFB3AD",
    bad_soft="#3D0400",
    bad_bar="#FF6B61",
    shade="#000000",
)

TOKENS: dict[Theme, Tokens] = {
    Theme.LIGHT: LIGHT,
    Theme.DARK: DARK,
    Theme.CONTRAST: CONTRAST,
}
