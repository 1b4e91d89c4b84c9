"""Qt's own words in the chosen language: menus of entries, buttons, the dialog that chooses files.

Qt has no Vietnamese; what of it can be seen in this window stands in the messages, like every
other word.
"""

from typing import Final

from PySide6.QtCore import QTranslator

from app.messages import text

_NO_DIRECTORY: Final = (
    "%1\nDirectory not found.\nPlease verify the correct directory name was given."
)

CODES: Final = {
    "&Undo": "qt.undo",
    "&Redo": "qt.redo",
    "Cu&t": "qt.cut",
    "&Copy": "qt.copy",
    "&Paste": "qt.paste",
    "Delete": "qt.delete",
    "Select All": "qt.select_all",
    "OK": "qt.ok",
    "Cancel": "qt.cancel",
    "&Yes": "qt.yes",
    "&No": "qt.no",
    "Abort": "qt.abort",
    "Retry": "qt.retry",
    "Ignore": "qt.ignore",
    "Close": "qt.close",
    "Discard": "qt.discard",
    "Help": "qt.help",
    "Apply": "qt.apply",
    "Reset": "qt.reset",
    "Open": "qt.open",
    "Save": "qt.save",
    "&Open": "qt.open_key",
    "&Save": "qt.save_key",
    "Save As": "qt.save_as",
    "&Choose": "qt.choose",
    "&Look in:": "qt.look_in",
    "File &name:": "qt.file_name",
    "Files of &type:": "qt.file_type",
    "Directory:": "qt.directory",
    "Back": "qt.back",
    "Go back": "qt.go_back",
    "Forward": "qt.forward",
    "Go forward": "qt.go_forward",
    "Parent Directory": "qt.parent",
    "Go to the parent directory": "qt.go_parent",
    "Create New Folder": "qt.new_folder_title",
    "Create a New Folder": "qt.new_folder_hint",
    "&New Folder": "qt.new_folder_key",
    "New Folder": "qt.new_folder",
    "List View": "qt.list_view",
    "Change to list view mode": "qt.list_view_hint",
    "Detail View": "qt.detail_view",
    "Change to detail view mode": "qt.detail_view_hint",
    "Sidebar": "qt.sidebar",
    "List of places and bookmarks": "qt.places",
    "Files": "qt.files",
    "Computer": "qt.computer",
    "Drive": "qt.drive",
    "Folder": "qt.folder",
    "File": "qt.file",
    "Name": "qt.column_name",
    "Size": "qt.column_size",
    "Type": "qt.column_type",
    "Date Modified": "qt.column_date",
    "All Files (*)": "qt.all_files",
    "Show ": "qt.show",
    "&Rename": "qt.rename",
    "&Delete": "qt.delete_key",
    "Show &hidden files": "qt.show_hidden",
    "Remove": "qt.remove",
    "Recent Places": "qt.recent",
    "%1 already exists.\nDo you want to replace it?": "qt.exists",
    "%1\nFile not found.\nPlease verify the correct file name was given.": "qt.not_found",
    _NO_DIRECTORY: "qt.directory_not_found",
    "Are you sure you want to delete '%1'?": "qt.delete_sure",
    "'%1' is write protected.\nDo you want to delete it anyway?": "qt.write_protected",
    "Could not delete directory.": "qt.delete_failed",
    "Press": "qt.press",
    "Toggle": "qt.toggle",
    "SetFocus": "qt.set_focus",
    "ShowMenu": "qt.show_menu",
    "Increase": "qt.increase",
    "Decrease": "qt.decrease",
}
"""Qt's word → the code of ours."""


class QtWords(QTranslator):
    """Install one for the life of the application; the language may change meanwhile."""

    def isEmpty(self) -> bool:
        """Qt asks an empty translator nothing."""
        return False

    def translate(
        self,
        _context: str,
        sourceText: str,  # noqa: N803 - Qt's signature
        _disambiguation: str | None = None,
        _n: int = -1,
    ) -> str:
        """What is not ours to say stays as Qt says it."""
        code = CODES.get(sourceText)
        return sourceText if code is None else text(code)
