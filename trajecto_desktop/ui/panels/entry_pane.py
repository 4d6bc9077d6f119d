"""The pane at the right of the Fiche place: everything about the chosen entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ...domain.characteristic import GENERAL_REMARKS, Characteristic
from ...domain.fiche import Entry
from ...domain.overview import Conversion
from ...domain.text import RichText, RunRole
from ..bridge import DocumentBridge
from ..models.fiche_model import group_title
from ..overriding import override
from ..scrolling import keep_focus_in_sight, show_whole
from ..theme import MARGIN, WIDE, shades

if TYPE_CHECKING:
    from .editable_text import EditableText
    from .section import Section, TextLabel

_LONGEST_TITLE = 110
"""A wording without an adapted form can be a page; it stands below in full."""


class EntryPane(QScrollArea):
    """One entry in full.

    Args:
        bridge: the document.
    """

    code_chosen = Signal(object)
    """A code's id, or `None`."""
    hatching_chosen = Signal()
    state_chosen = Signal(object)
    """A `WorkState`."""
    form_chosen = Signal(str)
    remark_written = Signal(str, str, object, str)
    """A new remark: form and key of the entry it was begun on, its `Kind` and text."""
    text_written = Signal(str, str, str, object)
    """Form and key; which text of the entry (`text`, `short`, `remarks`, `sources`); the `RichText` it should have."""
    editor_made = Signal(object)
    """An `EntryEditor` is about to be shown."""
    reference_chosen = Signal(str)
    """A reference chip was clicked: what to filter on, such as `/art 12`."""

    def __init__(self, bridge: DocumentBridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._conversions: object = None
        content = bridge.document.content
        self._colours = (content.remark_colour, content.completeness_colour)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: a bar that comes and goes would lay everything out twice.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._built = False
        self._read_only = False
        self._editables: dict[str, EditableText] = {}
        self._shown = ("", "")

    def _build(self) -> None:
        # What the pane is made of is imported when it is first looked at: the table is painted before.
        from .code_buttons import CodeButtons
        from .form_marks import FormMarks
        from .reference_chips import ReferenceChips
        from .remark_thread import RemarkThread
        from .work_state import WorkStateLine

        self._where, self._title = QLabel(), QLabel()
        for label in (self._where, self._title):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = CodeButtons(self._bridge.document.palette)
        self.buttons.code_chosen.connect(self.code_chosen)
        self.buttons.hatching_chosen.connect(self.hatching_chosen)
        self.state_line = WorkStateLine()
        self.state_line.state_chosen.connect(self.state_chosen)
        self.marks = FormMarks(self._bridge)
        self.marks.form_chosen.connect(self.form_chosen)
        self.remark_thread = RemarkThread()
        self.remark_thread.remark_written.connect(
            lambda target, kind, text: self.remark_written.emit(*target, kind, text)
        )
        self._general, self._how = self._label(), self._label()
        self._references = ReferenceChips()
        self._references.chosen.connect(lambda reference: self.reference_chosen.emit(_query(reference)))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(WIDE - 4, WIDE - 4, WIDE - 4, WIDE - 4)
        column.setSpacing(MARGIN)
        column.addWidget(self._where)
        column.addWidget(self._title)
        column.addWidget(self.buttons)
        column.addWidget(self.state_line)
        self._sections = self._make_sections()
        for section in self._sections.values():
            column.addWidget(section)
        column.addStretch(1)
        self._inner = inner
        self.setWidget(inner)
        keep_focus_in_sight(self)

    def _make_sections(self) -> dict[str, Section]:
        from .section import Section

        titles = {
            "text": QCoreApplication.translate("EntryPane", "Entry"),
            "short": QCoreApplication.translate("EntryPane", "Shorter, in Beknopter"),
            "adapted": QCoreApplication.translate("EntryPane", "Adapted wording"),
            "decree": QCoreApplication.translate("EntryPane", "Decree and explanatory memorandum"),
            "marks": QCoreApplication.translate("EntryPane", "The other forms here"),
            "thread": QCoreApplication.translate("EntryPane", "Feedback"),
            "how": QCoreApplication.translate("EntryPane", "How the wording came about"),
            "remarks": QCoreApplication.translate("EntryPane", "Remarks"),
            "sources": QCoreApplication.translate("EntryPane", "Sources"),
            "general": QCoreApplication.translate("EntryPane", "General remarks on this form"),
        }
        content: dict[str, Sequence[QWidget]] = {
            "marks": (self.marks,),
            "thread": (self.remark_thread,),
            "how": (self._how,),
            "general": (self._general,),
        }
        sections = {name: Section(title) for name, title in titles.items()}
        for name, section in sections.items():
            for widget in content[name] if name in content else (self._make_editable(name, section),):
                section.body.addWidget(widget)
        sections["decree"].body.addWidget(self._references)
        return sections

    def _make_editable(self, name: str, section: Section) -> EditableText:
        from .editable_text import EditableText  # deferred: as the rest of the pane

        placeholder = QCoreApplication.translate("EntryPane", "as the entry") if name == "short" else "—"
        editable = EditableText(section, *self._colours, placeholder)
        editable.written.connect(lambda text: self.text_written.emit(*self._shown, name, text))
        editable.editor_made.connect(self.editor_made)
        self._editables[name] = editable
        return editable

    def _label(self) -> TextLabel:
        from .section import TextLabel

        return TextLabel(*self._colours)

    def show_entry(self, form: str, key: str) -> None:
        """Show another entry, or the same one changed; an empty key empties the pane."""
        if not self._built:
            # Not before it is looked at: the table is painted first when a file opens.
            self._build()
            self._built = True
            self.set_read_only(self._read_only)
        if self._shown != (form, key):
            self._leave_entry(form, key)
        self._inner.setVisible(bool(key))
        if not key:
            return
        document = self._bridge.document
        entry = document.entry(form, key)
        general = key == GENERAL_REMARKS
        characteristic = Characteristic(key, "") if general else document.characteristic(key)
        self._show_head(form, characteristic, general)
        self.buttons.setVisible(not general and not self._read_only)
        self.buttons.show_entry(entry)
        self.state_line.setVisible(not general and not self._read_only)
        self.state_line.show_progress(entry.progress)
        self._show_texts(entry, form, general)
        self._show_decree(characteristic)
        self._sections["marks"].setVisible(len(document.forms) > 1)
        self.marks.show_entry(form, key)
        self.remark_thread.show_annotations(entry.annotations)
        self._show_conversions(characteristic)
        # Who goes to the pane comes where one works.
        self.setFocusProxy(self.first_stop)

    def set_read_only(self, read_only: bool) -> None:
        """Whether codes and texts can be changed here; remarks always can."""
        self._read_only = read_only
        if self._built:
            self.buttons.setVisible(not read_only)
            self.state_line.setVisible(not read_only)
            for editable in self._editables.values():
                editable.button.setVisible(not read_only)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Follow light and dark and text size also where colours and sizes were worked out."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and getattr(self, "_built", False):
            self.show_entry(*self._shown)

    def _leave_entry(self, form: str, key: str) -> None:
        """What was being written belongs to the entry it was begun on."""
        for editable in self._editables.values():
            editable.close_editor(keep=True)
        self._shown = (form, key)
        self.remark_thread.set_entry((form, key))

    @property
    def first_stop(self) -> QWidget:
        """Where the focus goes when the pane is entered with a key."""
        if not self._built:
            return self
        return self.remark_thread.add_button if self.buttons.isHidden() else self.buttons.first_button

    def start_remark(self, text: str = "") -> None:
        """Open the field for a new remark, in sight, with this text and the cursor in it."""
        self.remark_thread.start_writing(text)
        show_whole(self, self.remark_thread.writer)

    def start_text(self, name: str) -> None:
        """Edit one of the texts in the pane: `text`, `short`, `adapted`, `decree`, `remarks`, `sources`."""
        editable = self._editables.get(name)
        if editable is not None and not self._sections[name].isHidden():
            self.ensureWidgetVisible(editable)
            editable.start()

    def _show_head(self, form: str, characteristic: Characteristic, general: bool) -> None:
        group = group_title(characteristic.group)
        self._where.setText(f"{form} · {group}" if group else form)
        palette = self._where.palette()
        palette.setColor(self._where.foregroundRole(), shades(self.palette()).muted)
        self._where.setPalette(palette)
        title = QCoreApplication.translate("EntryPane", "General remarks") if general else _title(characteristic)
        self._title.setText(title if len(title) <= _LONGEST_TITLE else title[:_LONGEST_TITLE].rstrip() + "…")
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        font.setBold(True)
        self._title.setFont(font)

    def _show_texts(self, entry: Entry, form: str, general: bool) -> None:
        fiche = self._bridge.document.layout == "fiche"
        for name, text, offered in (
            ("text", entry.text, True),
            ("short", entry.short_text, not fiche and not general),
            ("remarks", entry.remarks, fiche and not general),
            ("sources", entry.sources, fiche and not general),
        ):
            self._sections[name].setVisible(offered or bool(text))
            self._editables[name].show_text(text or RichText())
        remarks = None if general else self._bridge.document.entry(form, GENERAL_REMARKS).text
        self._optional("general", self._general, remarks)

    def _optional(self, name: str, label: TextLabel, text: RichText | None) -> None:
        self._sections[name].setVisible(bool(text))
        if text:
            label.show_text(text)

    def _show_decree(self, characteristic: Characteristic) -> None:
        named = characteristic.key != GENERAL_REMARKS
        for name, text in (("adapted", characteristic.adapted), ("decree", characteristic.decree)):
            # A row without a wording has its title in the column of groups; there is nothing to edit then.
            self._sections[name].setVisible(named and bool(characteristic.adapted or characteristic.decree))
            self._editables[name].show_text(text)
        self._references.show_references(characteristic.references)

    def _show_conversions(self, characteristic: Characteristic) -> None:
        found = self._conversions_of(characteristic)
        self._sections["how"].setVisible(bool(found))
        parts: list[RichText] = []
        for conversion in found:
            runs = [
                *RichText.plain_text(f"{conversion.sheet}, {conversion.excel_row}\n").runs,
                *conversion.passage.runs,
            ]
            for formulation in conversion.formulations:
                mark = "\n✓ " if formulation.adopted else "\n→ "
                runs += [*RichText.plain_text(mark).runs, *formulation.text.runs]
            parts.append(RichText(tuple(runs)))
        gap = RichText.plain_text("\n\n").runs
        joined = [run for number, part in enumerate(parts) for run in ((*gap, *part.runs) if number else part.runs)]
        self._how.show_text(RichText(tuple(joined)))

    def _conversions_of(self, characteristic: Characteristic) -> Sequence[Conversion]:
        if not self._bridge.document.content.conversions:
            return ()
        from ...services.find_conversions import ConversionIndex  # deferred: needed when a first row is looked at

        conversions = self._bridge.document.content.conversions
        if not isinstance(self._conversions, ConversionIndex) or self._conversions.conversions is not conversions:
            self._conversions = ConversionIndex(self._bridge.document)
        return self._conversions.of(characteristic)


def _title(characteristic: Characteristic) -> str:
    """Its wording without the remarks of the pen-holder in it."""
    words = "".join(run.text for run in characteristic.adapted.runs if run.role is not RunRole.REMARK)
    return " ".join(words.split()) or characteristic.title


def _query(reference: str) -> str:
    """The filter for a reference: `Art. 12, 3°` → `/art 12, 3°`, `Mem., p. 22` → `/mem 22`."""
    kind, words = (
        ("mem", reference.split("p. ", 1)) if reference[:3].casefold() == "mem" else ("art", reference.split(" ", 1))
    )
    return f"/{kind} {words[-1]}"
