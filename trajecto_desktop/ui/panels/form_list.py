"""The list of forms beside the fiche: one drops a file on a form to lay it beside the overview."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QFrame, QListView, QSizePolicy

from ..delegates.form_delegate import FormDelegate
from ..dropped_files import dropped_workbooks
from ..models.form_model import FormModel
from ..overriding import override
from ..scrolling import make_viewport
from ..theme import WIDE


class FormList(QListView):
    """The forms, each with its progress.

    Args:
        forms: what is listed.
        comparing: whether files that are dropped on a form are compared with it; otherwise the window opens them.
    """

    files_dropped = Signal(str, list)
    """A form, and the paths of the workbooks that were dropped on it."""
    hovered = Signal(str)
    """The form that files are held over, or empty."""

    def __init__(self, forms: FormModel, comparing: bool) -> None:
        super().__init__()
        self._forms = forms
        self._comparing = comparing
        make_viewport(self)
        self.setModel(forms)
        self.setItemDelegate(FormDelegate(forms, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Long names take two lines; which ones do depends on the width.
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(QCoreApplication.translate("FichePlace", "Support forms"))
        self.setAcceptDrops(comparing)
        forms.tally_changed.connect(lambda row: self.update(forms.index(row, 0)))

    def _form_under(self, event: QDropEvent) -> str:
        index = self.indexAt(event.position().toPoint())
        return self._forms.names[index.row()] if self._comparing and index.isValid() else ""

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take workbooks."""
        if self._comparing and dropped_workbooks(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Over a form they are compared; below the last one the window has them."""
        form = self._form_under(event)
        self.hovered.emit(form)
        event.setAccepted(bool(form))

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self.hovered.emit("")
        event.accept()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        """Compare what was dropped on a form."""
        form, paths = self._form_under(event), dropped_workbooks(event)
        self.hovered.emit("")
        if form and paths:
            event.acceptProposedAction()
            self.files_dropped.emit(form, paths)
        else:
            event.ignore()


class FormChoice(QComboBox):
    """The same forms to choose from on one line, where there is no room for the list.

    Args:
        forms: what can be chosen.
    """

    form_chosen = Signal(str)

    def __init__(self, forms: FormModel) -> None:
        super().__init__()
        self.setModel(forms)
        self.setAccessibleName(QCoreApplication.translate("FichePlace", "Support form"))
        self.setToolTip(QCoreApplication.translate("FichePlace", "Support form"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(14)
        # A list of its own for the popup: the combo box's own draws nothing but names.
        names = QListView()
        names.setItemDelegate(FormDelegate(forms, names))
        names.setUniformItemSizes(True)
        self.setView(names)
        self._forms = forms
        self.activated.connect(lambda row: self.form_chosen.emit(forms.names[row]))

    @override
    def showPopup(self) -> None:
        """Wide enough for the longest name and the figures beside it."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(name) for name in self._forms.names), default=0)
        self.view().setMinimumWidth(min(widest + 5 * WIDE, self.window().width()))
        super().showPopup()
