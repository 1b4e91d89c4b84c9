"""The style sheet: only what the palette cannot say. Widgets name the ``part`` they play."""

from ui.style.metrics import CAPTION, CONTROL, RADIUS, SECONDARY, TEXT, TITLE, TOTAL, px
from ui.style.tokens import Tokens, Tone


def sheet(colours: Tokens) -> str:
    """QSS for one theme at the scale in force."""
    tones = (_toned(colours, tone) for tone in Tone)
    # Tones stand last: they win over the colour of a part.
    return "\n".join(
        (_frames(colours), _texts(colours), _entries(colours), _scrolling(colours), *tones)
    )


def _frames(c: Tokens) -> str:
    return f"""
QWidget[part="ground"] {{ background: {c.ground}; }}
QWidget[part="panel"] {{ background: {c.panel}; }}
QFrame[part="card"] {{
  background: {c.panel}; border: 1px solid {c.line}; border-radius: {px(RADIUS)}px; }}
QFrame[part="sunken"] {{ background: {c.sunken}; border-radius: {px(RADIUS - 2)}px; }}
QFrame[part="rule"] {{ background: {c.line}; border: none; }}
QFrame[part="heavy-rule"] {{ background: {c.text}; border: none; }}
QFrame[part="strip-rule"] {{ background: {c.strip_chip}; border: none; }}
QWidget[part="strip"] {{ background: {c.strip}; }}
QWidget[part="keys"] {{ background: {c.panel}; border-top: 1px solid {c.line}; }}
QWidget[part="box-row"] {{ background: {c.panel}; border-bottom: 1px solid {c.line}; }}
QFrame[part="drop"] {{ background: {c.panel}; border: 2px solid {c.accent_text};
  border-radius: {px(RADIUS)}px; }}
QFrame[part="drop"][joined="true"] {{ border-top: none;
  border-top-left-radius: 0; border-top-right-radius: 0; }}
QLabel[part="badge"] {{ font-weight: 600; font-size: {px(SECONDARY)}px;
  border-radius: {px(5)}px; padding: {px(2)}px {px(9)}px; }}
"""


def _toned(c: Tokens, tone: Tone) -> str:
    text, ground, bar = c.toned(tone)
    label = f'QLabel[tone="{tone}"] {{ color: {text}; }}' if tone is not Tone.PLAIN else ""
    return f"""
QLabel[part="badge"][tone="{tone}"] {{ color: {text}; background: {ground};
  border: 1px solid {bar}; }}
{label}
"""


def _texts(c: Tokens) -> str:
    return f"""
QLabel {{ background: transparent; color: {c.text}; }}
QLabel[part="strong"] {{ font-weight: 600; }}
QLabel[part="title"] {{ font-size: {px(TITLE)}px; font-weight: 600; }}
QLabel[part="page-title"] {{ font-size: {px(26)}px; font-weight: 600; }}
QLabel[part="number"] {{ font-weight: 600; color: {c.accent_text}; }}
QLabel[part="label"] {{ color: {c.muted}; font-size: {px(SECONDARY)}px; }}
QLabel[part="head"] {{ color: {c.muted}; font-size: {px(SECONDARY)}px; font-weight: 600; }}
QLabel[part="muted"] {{ color: {c.muted}; }}
QLabel[part="secondary"] {{ color: {c.muted}; font-size: {px(SECONDARY)}px; }}
QLabel[part="caption"] {{ color: {c.muted}; font-size: {px(CAPTION)}px; }}
QLabel[part="problem"] {{ color: {c.bad}; font-size: {px(SECONDARY)}px; }}
QLabel[part="total"] {{ font-size: {px(TOTAL)}px; font-weight: 700; }}
QLabel[part="figure"] {{ font-size: {px(24)}px; font-weight: 600; }}
QLabel[part="give"] {{ font-size: {px(64)}px; font-weight: 700; }}
QLabel[part="amount"] {{ font-weight: 600; }}
QLabel[part="strip-name"] {{ color: {c.strip_text}; font-size: {px(18)}px; font-weight: 700; }}
QLabel[part="strip-text"] {{ color: {c.strip_muted}; font-size: {px(15)}px; }}
QToolTip {{ color: {c.strip_text}; background: {c.strip}; border: 1px solid {c.outline};
  padding: {px(4)}px; }}
"""


def _entries(c: Tokens) -> str:
    return f"""
QLineEdit {{
  background: {c.panel}; color: {c.text}; border: 1px solid {c.outline};
  border-radius: {px(7)}px; padding: 0 {px(11)}px; min-height: {px(CONTROL - 2)}px;
  selection-background-color: {c.select}; selection-color: {c.on_select};
  placeholder-text-color: {c.muted}; }}
QLineEdit:focus {{ border: 2px solid {c.accent_text}; padding: 0 {px(11) - 1}px;
  min-height: {px(CONTROL - 4)}px; }}
QLineEdit:read-only {{ background: {c.sunken}; }}
QLineEdit:disabled {{ background: {c.sunken}; color: {c.muted}; border-color: {c.line}; }}
QLineEdit[good="true"] {{ background: {c.good_soft}; color: {c.good};
  border: 1px solid {c.good_bar}; }}
QLineEdit[wrong="true"] {{ border: 2px solid {c.bad_bar}; padding: 0 {px(11) - 1}px;
  min-height: {px(CONTROL - 4)}px; }}
QLineEdit[part="universal"] {{ border: none; background: transparent; font-size: {px(17)}px;
  padding: 0; min-height: {px(CONTROL - 2)}px; }}
QLineEdit[part="pin"] {{ font-size: {px(26)}px; letter-spacing: {px(7)}px;
  min-height: {px(48)}px; }}
QLineEdit[part="pin"]:focus {{ min-height: {px(48) - 2}px; }}
QLineEdit[weight="strong"] {{ font-size: {px(20)}px; font-weight: 600; }}
QLineEdit {{ font-size: {px(TEXT)}px; }}
QPlainTextEdit[part="lines"] {{
  background: {c.panel}; color: {c.text}; border: 1px solid {c.outline};
  border-radius: {px(7)}px; padding: {px(3)}px {px(6)}px; font-size: {px(TEXT)}px;
  selection-background-color: {c.select}; selection-color: {c.on_select};
  placeholder-text-color: {c.muted}; }}
QPlainTextEdit[part="lines"]:focus {{
  border: 2px solid {c.accent_text}; padding: {px(3) - 1}px {px(6) - 1}px; }}
QPlainTextEdit[part="lines"][wrong="true"] {{ border: 2px solid {c.bad_bar};
  padding: {px(3) - 1}px {px(6) - 1}px; }}
"""


def _scrolling(c: Tokens) -> str:
    return f"""
QAbstractScrollArea {{ background: transparent; border: none; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QTableView, QListView {{ background: {c.panel}; color: {c.text}; border: none; outline: none; }}
QScrollBar:vertical {{ width: {px(16)}px; background: transparent; margin: 0; }}
QScrollBar::handle:vertical {{ background: {c.outline}; border-radius: {px(4)}px;
  min-height: {px(32)}px; margin: 0 {px(2)}px 0 {px(6)}px; }}
QScrollBar:horizontal {{ height: {px(12)}px; background: transparent; margin: 0; }}
QScrollBar::handle:horizontal {{ background: {c.outline}; border-radius: {px(4)}px;
  min-width: {px(32)}px; margin: {px(2)}px 0; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
