"""Where the table stands in a workbook that is not recognised: a person points out the header row and what each column holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ...domain.colour import DEFAULT_PALETTE, MARKS, STANDARD_CODES
from ...errors import TrajectoError
from ...services.open_document import opened_from
from ...services.point_out_layout import profile_of, read_pictures, summary_of
from ...services.remembered_layouts import remember_layout
from ..code_words import code_word
from ..messages import Messages
from ..models.sheet_model import SheetModel
from ..overriding import override
from ..panels.wrap_bar import WrapBar
from ..theme import MARGIN, shades
from ..translation import QT_TRANSLATE_NOOP
from .pieces import fit, muted_label
from .roomy import Dialog

if TYPE_CHECKING:
    from ...excel.profile import LayoutProfile
    from ...services.open_document import OpenedFile

_READ_MS = 250
"""What would be read is worked out when the hand rests."""
_COLUMN_WIDTH, _WIDEST = 120, 260
FORM = "form"
ROLES = (
    ("group", QT_TRANSLATE_NOOP("PointOut", "Group"), "R"),
    ("decree", QT_TRANSLATE_NOOP("PointOut", "Decree"), "D"),
    ("adapted", QT_TRANSLATE_NOOP("PointOut", "Characteristic"), "K"),
    (FORM, QT_TRANSLATE_NOOP("PointOut", "Support form"), "V"),
    ("remarks", QT_TRANSLATE_NOOP("PointOut", "Remarks"), "O"),
    ("sources", QT_TRANSLATE_NOOP("PointOut", "Sources"), "B"),
    ("", QT_TRANSLATE_NOOP("PointOut", "Nothing"), "0"),
)
"""What a column can hold: id, English source, key."""
_HEADER_KEY, _LEGEND_KEY = "H", "L"


class PointOutDialog(Dialog):
    """Asks where the table stands; `opened` is the file read so, after it was accepted.

    Args:
        path: the workbook.
        messages: says what goes wrong.
        parent: the window.
        profile: what was pointed out before; without it the dialog begins with a guess.

    Raises:
        DocumentError: the workbook cannot be read at all.
    """

    def __init__(self, path: Path, messages: Messages, parent: QWidget, profile: LayoutProfile | None = None) -> None:
        super().__init__(parent)
        self._before = profile
        self._path, self._messages = path, messages
        self._workbook, self._pictures = read_pictures(path)
        self.opened: OpenedFile | None = None
        self._roles: dict[int, str] = {}
        self._header_row = 1
        self._legend: dict[str, tuple[int, int]] = {}
        self._profile: LayoutProfile | None = None
        self.setWindowTitle(QCoreApplication.translate("PointOut", "Point out the table"))
        self.sheet = QComboBox()
        self.sheet.addItems([picture.name for picture in self._pictures])
        self.sheet.setAccessibleName(QCoreApplication.translate("PointOut", "Sheet"))
        self.grid = QTableView()
        self.summary = muted_label()
        self.summary.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        self._timer = QTimer(self, singleShot=True, interval=_READ_MS)
        self._timer.timeout.connect(self._read)
        self._build()
        self.sheet.currentIndexChanged.connect(self._show_sheet)
        self._show_sheet(self._likeliest())
        fit(self, 1060, 640)

    @property
    def has_content(self) -> bool:
        """Whether there is anything to point at."""
        return bool(self._pictures)

    def _likeliest(self) -> int:
        """The sheet that was pointed out before, or the one with most forms in its guess."""
        counts = [len(each.guess.form_columns) if each.guess is not None else 0 for each in self._pictures]
        if self._before is not None:
            counts = [each.name == self._before.sheet for each in self._pictures]
        best = counts.index(max(counts)) if counts else 0
        self.sheet.blockSignals(True)
        self.sheet.setCurrentIndex(best)
        self.sheet.blockSignals(False)
        return best

    # Building

    def _build(self) -> None:
        self.grid.setAccessibleName(QCoreApplication.translate("PointOut", "Cells of the sheet"))
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.grid.setWordWrap(False)
        self.grid.setTabKeyNavigation(False)
        self.grid.horizontalHeader().setDefaultSectionSize(_COLUMN_WIDTH)
        self.grid.installEventFilter(self)
        what = QLabel(
            QCoreApplication.translate(
                "PointOut",
                "“%1” has a header that is not known. Choose columns in the table and say what they hold; "
                "it is remembered for all files with this header.",
            ).replace("%1", self._path.name)
        )
        what.setWordWrap(True)
        top = QHBoxLayout()
        label = QLabel(QCoreApplication.translate("PointOut", "&Sheet:"))
        label.setBuddy(self.sheet)
        top.addWidget(label)
        top.addWidget(self.sheet, 1)
        self._buttons = QDialogButtonBox()
        open_words = QCoreApplication.translate("PointOut", "&Open")
        self.open_button = self._buttons.addButton(open_words, QDialogButtonBox.ButtonRole.AcceptRole)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(MARGIN)
        layout.addWidget(what)
        layout.addLayout(top)
        layout.addWidget(self.grid, 1)
        for bar in self._role_bars():
            layout.addWidget(bar)
        layout.addWidget(self.summary)
        layout.addWidget(self._buttons)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.open_button.setDefault(True)

    def _role_bars(self) -> list[WrapBar]:
        self.role_buttons: dict[str, QPushButton] = {}
        for role, words, key in ROLES:
            button = QPushButton(f"{QCoreApplication.translate('PointOut', words)}  {key}")
            button.clicked.connect(lambda _checked=False, role=role: self.set_role(role))
            self.role_buttons[role] = button
        self.header_button = QPushButton(
            QCoreApplication.translate("PointOut", "stands in the header row") + f"  {_HEADER_KEY}"
        )
        self.header_button.clicked.connect(self.set_header_row)
        self.legend_button = QPushButton(
            QCoreApplication.translate("PointOut", "has the colour of a code") + f"  {_LEGEND_KEY}"
        )
        self.legend_button.clicked.connect(self.show_codes)
        columns = QLabel(QCoreApplication.translate("PointOut", "The chosen columns hold:"))
        cell = QLabel(QCoreApplication.translate("PointOut", "The chosen cell:"))
        return [
            WrapBar(columns, *self.role_buttons.values()),
            WrapBar(cell, self.header_button, self.legend_button),
        ]

    # Pointing

    def _show_sheet(self, number: int) -> None:
        if not 0 <= number < len(self._pictures):
            self._refresh()
            return
        picture = self._pictures[number]
        old = self.grid.model()
        self._model = SheetModel(picture, shades(self.palette()))
        self.grid.setModel(self._model)
        if old is not None:
            old.deleteLater()
        self.grid.selectionModel().selectionChanged.connect(lambda *_: self._refresh_buttons())
        before = self._before
        guess = before if before is not None and before.sheet == picture.name else picture.guess
        self._roles, self._legend, self._header_row = {}, {}, guess.header_row if guess is not None else 1
        if guess is not None:
            self._roles = {column: role for role, column in guess.base_columns.items() if column is not None}
            self._roles |= dict.fromkeys(guess.form_columns, FORM)
            self._legend = {point.code: (point.row, point.column) for point in guess.legend}
        for column in range(picture.columns):
            longest = max((len(text) for (_, at), text in picture.texts.items() if at == column + 1), default=0)
            self.grid.setColumnWidth(column, min(max(_COLUMN_WIDTH, longest * 3), _WIDEST))
        index = self._model.index(self._header_row - 1, min(self._roles, default=1) - 1)
        self.grid.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.grid.scrollTo(self._model.index(max(self._header_row - 3, 0), 0), QTableView.ScrollHint.PositionAtTop)
        self.grid.setFocus()
        self._refresh()

    def set_role(self, role: str) -> None:
        """Say what the chosen columns hold; a column of wordings or remarks is one only."""
        columns = sorted({index.column() + 1 for index in self.grid.selectedIndexes()})
        if role and role != FORM:
            columns = columns[:1]
            self._roles = {column: other for column, other in self._roles.items() if other != role}
        for column in columns:
            self._roles.pop(column, None)
            if role:
                self._roles[column] = role
        self._refresh()

    def set_header_row(self) -> None:
        """The row of the chosen cell is the header."""
        index = self.grid.currentIndex()
        if index.isValid():
            self._header_row = index.row() + 1
            self._refresh()

    def show_codes(self) -> None:
        """Let the person choose the code that the chosen cell's colour stands for."""
        menu = self._codes_menu()
        menu.exec(self.legend_button.mapToGlobal(self.legend_button.rect().bottomLeft()))
        menu.deleteLater()

    def _codes_menu(self) -> QMenu:
        menu = QMenu(self)
        for code in STANDARD_CODES:
            action = menu.addAction(f"{MARKS[code]} {code_word(DEFAULT_PALETTE, code)}")
            action.setCheckable(True)
            action.setChecked(code in self._legend)
            action.triggered.connect(lambda _checked=False, code=code: self.set_code(code))
        return menu

    def set_code(self, code: str) -> None:
        """The chosen cell's colour stands for this code; once more takes that back."""
        index = self.grid.currentIndex()
        place = (index.row() + 1, index.column() + 1)
        if self._legend.get(code) == place:
            del self._legend[code]
        elif index.isValid():
            self._legend[code] = place
        self._refresh()

    # Following

    def _refresh(self) -> None:
        if self._pictures:
            words = {role: QCoreApplication.translate("PointOut", text) for role, text, _ in ROLES}
            self._model.show_roles({column: words[role] for column, role in self._roles.items()}, self._header_row)
            self.grid.horizontalHeader().setMinimumHeight(self.fontMetrics().lineSpacing() * 2 + MARGIN)
        self._profile = None
        self.open_button.setEnabled(False)
        self._refresh_buttons()
        self._timer.start()

    def _refresh_buttons(self) -> None:
        chosen = bool(self.grid.selectedIndexes()) if self.grid.model() is not None else False
        for button in (*self.role_buttons.values(), self.header_button, self.legend_button):
            button.setEnabled(chosen)

    def _read(self) -> None:
        """Say what would be read; only that can be opened."""
        self._profile = profile_of(self.sheet.currentText(), self._header_row, self._roles, self._legend)
        if self._profile is None:
            self.summary.setText(
                QCoreApplication.translate(
                    "PointOut",
                    "Needed are a column with characteristics (or groups, or the decree) and a column of a support form.",
                )
            )
            return
        try:
            forms, rows, filled, codes = summary_of(self._workbook, self._path, self._profile)
        except TrajectoError as error:
            self.summary.setText(self._messages.sentence(error))
            return
        self.summary.setText(
            QCoreApplication.translate(
                "PointOut",
                "This is read: support forms: %1 · characteristics: %2 · entries: %3, of which with a colour code: %4",
            )
            .replace("%1", str(forms))
            .replace("%2", str(rows))
            .replace("%3", str(filled))
            .replace("%4", str(codes))
        )
        self.open_button.setEnabled(rows > 0)

    @override
    def accept(self) -> None:
        """Open the file so, and remember the layout."""
        if self._timer.isActive():
            self._timer.stop()
            self._read()
        if self._profile is None or not self.open_button.isEnabled():
            return
        try:
            self.opened = opened_from(self._workbook, self._path, self._profile)
            remember_layout(self._workbook, self._profile)
        except TrajectoError as error:
            self._messages.show_error(error)
            if self.opened is None:
                return
        super().accept()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys on the buttons, in the table."""
        if watched is self.grid and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        key = event.text().upper()
        role = next((role for role, _, letter in ROLES if letter == key), None)
        if role is not None:
            self.set_role(role)
        elif key == _HEADER_KEY:
            self.set_header_row()
        elif key == _LEGEND_KEY:
            self.show_codes()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept()
        else:
            return False
        return True


def ask_layout(path: Path, messages: Messages, parent: QWidget, error: TrajectoError) -> OpenedFile | None:
    """Let a person point out the table of a workbook that is not recognised; the file read so, or nothing."""
    dialog = PointOutDialog(path, messages, parent)
    if not dialog.has_content:
        dialog.deleteLater()
        messages.show_error(error)
        return None
    dialog.exec()
    dialog.deleteLater()
    return dialog.opened
