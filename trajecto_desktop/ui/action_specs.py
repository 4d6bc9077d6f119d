"""The table of everything a person can ask of the window: menus, toolbar, palette, shortcuts are made of it.

Texts are English source, translated where they are shown (context `Actions`); each place has a section of its own.
"""

from __future__ import annotations

from ..values import dataclass
from .translation import QT_TRANSLATE_NOOP

FILE, EDIT, VIEW, GO, CODE, OVERVIEW, FEEDBACK, HELP = (
    "file",
    "edit",
    "view",
    "go",
    "code",
    "overview",
    "feedback",
    "help",
)

MENUS: tuple[tuple[str, str], ...] = (
    (FILE, QT_TRANSLATE_NOOP("Actions", "&File")),
    (EDIT, QT_TRANSLATE_NOOP("Actions", "&Edit")),
    (CODE, QT_TRANSLATE_NOOP("Actions", "&Judgement")),
    (OVERVIEW, QT_TRANSLATE_NOOP("Actions", "&Overview")),
    (FEEDBACK, QT_TRANSLATE_NOOP("Actions", "Feed&back")),
    (GO, QT_TRANSLATE_NOOP("Actions", "&Go")),
    (VIEW, QT_TRANSLATE_NOOP("Actions", "&View")),
    (HELP, QT_TRANSLATE_NOOP("Actions", "&Help")),
)
"""Menu ids with their titles, in order."""

CODE_KEYS = 9
"""How many codes have a number key."""

_ON_MAC = {
    "Ctrl+Tab": "Meta+Tab",
    "Ctrl+Shift+Tab": "Meta+Shift+Tab",
    "Ctrl+H": "Ctrl+Alt+F",
    "Ctrl+M": "Ctrl+Alt+M",
    "Ctrl+?": "",
    "Alt+Left": "Ctrl+[",
    "Alt+Right": "Ctrl+]",
    **{f"Alt+{number}": f"Meta+{number}" for number in range(1, 7)},
}
"""Keys that mean something else on macOS (hide, minimise, a sign), with what takes their place; `Ctrl` is its Command key."""


def keys_on(platform: str, shortcuts: tuple[str, ...]) -> tuple[str, ...]:
    """Shortcuts of the table as they are on a platform (`sys.platform`)."""
    if platform != "darwin":
        return shortcuts
    return tuple(key for key in (_ON_MAC.get(shortcut, shortcut) for shortcut in shortcuts) if key)


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing a person can ask for."""

    id: str
    text: str
    """English source; `&` marks the mnemonic."""
    menu: str
    shortcuts: tuple[str, ...] = ()
    """Portable key sequences, such as `Ctrl+K`; the first is shown."""
    icon: str = ""
    """File name in `resources/icons` without `.svg`."""
    tooltip: str = ""
    """English source; the text when empty."""
    toolbar: bool = False
    checkable: bool = False
    section: int = 0
    """Actions of one menu with another number stand behind a line."""


def _codes() -> tuple[ActionSpec, ...]:
    text = QT_TRANSLATE_NOOP("Actions", "Code %1")
    return tuple(ActionSpec(f"code_{n}", text, CODE, (str(n),)) for n in range(1, CODE_KEYS + 1))


ACTIONS: tuple[ActionSpec, ...] = (
    # File
    ActionSpec("open", QT_TRANSLATE_NOOP("Actions", "&Open…"), FILE, ("Ctrl+O",), "open", toolbar=True),
    ActionSpec(
        "open_folder",
        QT_TRANSLATE_NOOP("Actions", "Open a &folder of fiches…"),
        FILE,
        ("Ctrl+Shift+X",),
        tooltip=QT_TRANSLATE_NOOP("Actions", "How far each fiche is, and what can be done with all of them"),
    ),
    ActionSpec("new_overview", QT_TRANSLATE_NOOP("Actions", "&New overview from fiches…"), FILE, ("Ctrl+N",), "new"),
    ActionSpec("save", QT_TRANSLATE_NOOP("Actions", "&Save"), FILE, ("Ctrl+S",), "save", toolbar=True, section=1),
    ActionSpec("save_as", QT_TRANSLATE_NOOP("Actions", "Save &as…"), FILE, ("Ctrl+Shift+S",), section=1),
    ActionSpec("versions", QT_TRANSLATE_NOOP("Actions", "Earlier &versions…"), FILE, ("Ctrl+Shift+H",), section=1),
    ActionSpec(
        "point_out",
        QT_TRANSLATE_NOOP("Actions", "Point out the ta&ble again…"),
        FILE,
        ("Ctrl+Shift+E",),
        tooltip=QT_TRANSLATE_NOOP("Actions", "For a file whose header is not recognised by its words"),
        section=1,
    ),
    ActionSpec("close", QT_TRANSLATE_NOOP("Actions", "&Close file"), FILE, ("Ctrl+W",), section=1),
    ActionSpec(
        "export",
        QT_TRANSLATE_NOOP("Actions", "&Export…"),
        FILE,
        ("Ctrl+E",),
        "export",
        QT_TRANSLATE_NOOP("Actions", "Pictures, slides, reports and data"),
        toolbar=True,
        section=4,
    ),
    ActionSpec(
        "export_standing",
        QT_TRANSLATE_NOOP("Actions", "Is an export &out of date?…"),
        FILE,
        ("Ctrl+Shift+O",),
        section=4,
    ),
    ActionSpec("recover", QT_TRANSLATE_NOOP("Actions", "&Recover unsaved work…"), FILE, ("Ctrl+Shift+R",), section=5),
    ActionSpec("print", QT_TRANSLATE_NOOP("Actions", "&Print…"), FILE, ("Ctrl+P",), section=4),
    ActionSpec("print_preview", QT_TRANSLATE_NOOP("Actions", "Print pre&view…"), FILE, ("Ctrl+Shift+P",), section=4),
    ActionSpec("settings", QT_TRANSLATE_NOOP("Actions", "Se&ttings…"), FILE, ("Ctrl+,",), "settings", section=2),
    ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), FILE, ("Ctrl+Q",), section=3),
    # Edit
    ActionSpec("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), EDIT, ("Ctrl+Z",), "undo", toolbar=True),
    ActionSpec("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), EDIT, ("Ctrl+Y", "Ctrl+Shift+Z"), "redo", toolbar=True),
    ActionSpec("cut", QT_TRANSLATE_NOOP("Actions", "Cu&t entry"), EDIT, ("Ctrl+X",), section=1),
    ActionSpec("copy", QT_TRANSLATE_NOOP("Actions", "&Copy entry"), EDIT, ("Ctrl+C",), "copy", section=1),
    ActionSpec("paste", QT_TRANSLATE_NOOP("Actions", "&Paste entry"), EDIT, ("Ctrl+V",), "paste", section=1),
    ActionSpec(
        "copy_table",
        QT_TRANSLATE_NOOP("Actions", "Copy with &headings"),
        EDIT,
        ("Ctrl+Shift+C",),
        tooltip=QT_TRANSLATE_NOOP(
            "Actions", "The selected block with the names of forms and characteristics, for a report"
        ),
        section=1,
    ),
    ActionSpec("copy_picture", QT_TRANSLATE_NOOP("Actions", "Copy as p&icture"), EDIT, ("Ctrl+Shift+I",), section=1),
    ActionSpec("clear_text", QT_TRANSLATE_NOOP("Actions", "C&lear text"), EDIT, ("Del",), section=1),
    ActionSpec("edit_text", QT_TRANSLATE_NOOP("Actions", "&Edit text"), EDIT, ("F2",), "edit", section=2),
    ActionSpec(
        "done_next",
        QT_TRANSLATE_NOOP("Actions", "&Done, next open"),
        EDIT,
        ("Ctrl+Return", "Ctrl+Enter"),
        "done",
        QT_TRANSLATE_NOOP("Actions", "Finish this entry and go to the next one that is still open"),
        section=2,
    ),
    ActionSpec(
        "find",
        QT_TRANSLATE_NOOP("Actions", "&Filter…"),
        EDIT,
        ("Ctrl+F",),
        "search",
        QT_TRANSLATE_NOOP("Actions", "Show only what fits, as you type"),
        section=3,
    ),
    ActionSpec("find_next", QT_TRANSLATE_NOOP("Actions", "Find &next"), EDIT, ("F3",), section=3),
    ActionSpec("find_previous", QT_TRANSLATE_NOOP("Actions", "Find pre&vious"), EDIT, ("Shift+F3",), section=3),
    ActionSpec("replace", QT_TRANSLATE_NOOP("Actions", "R&eplace…"), EDIT, ("Ctrl+H",), section=3),
    ActionSpec("spelling_next", QT_TRANSLATE_NOOP("Actions", "Next &spelling mistake"), EDIT, ("F7",), section=4),
    ActionSpec(
        "spelling",
        QT_TRANSLATE_NOOP("Actions", "Check spe&lling"),
        EDIT,
        ("Shift+F7",),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Underline words that the Dutch dictionary does not know"),
        checkable=True,
        section=4,
    ),
    # Judgement
    *_codes(),
    ActionSpec("code_none", QT_TRANSLATE_NOOP("Actions", "&No code"), CODE, ("0",), section=1),
    ActionSpec(
        "hatch",
        QT_TRANSLATE_NOOP("Actions", "&Hatching"),
        CODE,
        ("H",),
        "hatch",
        QT_TRANSLATE_NOOP("Actions", "Only in part, or specified in a following row"),
        section=1,
    ),
    # Overview
    ActionSpec("add_form", QT_TRANSLATE_NOOP("Actions", "Add a support &form…"), OVERVIEW, ("Ctrl+Shift+N",)),
    ActionSpec(
        "add_characteristic", QT_TRANSLATE_NOOP("Actions", "Add a &characteristic…"), OVERVIEW, ("Ctrl+Shift+K",)
    ),
    ActionSpec(
        "add_conversion",
        QT_TRANSLATE_NOOP("Actions", "Add how a &wording came about…"),
        OVERVIEW,
        ("Ctrl+Shift+A",),
        tooltip=QT_TRANSLATE_NOOP("Actions", "A row in a sheet Omzetting: a passage, and the formulations made of it"),
    ),
    ActionSpec("rename_form", QT_TRANSLATE_NOOP("Actions", "&Rename a support form…"), OVERVIEW, ("Shift+F2",)),
    ActionSpec("policy_domains", QT_TRANSLATE_NOOP("Actions", "&Policy domains…"), OVERVIEW, ("Ctrl+Shift+B",)),
    ActionSpec(
        "form_links",
        QT_TRANSLATE_NOOP("Actions", "Rela&ted forms…"),
        OVERVIEW,
        ("Ctrl+Shift+L",),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Local variants and forms that are related"),
    ),
    ActionSpec(
        "compare_fiches",
        QT_TRANSLATE_NOOP("Actions", "Co&mpare with fiches…"),
        OVERVIEW,
        ("Ctrl+Shift+Y",),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Lay fiches beside this overview and take over what differs"),
        section=1,
    ),
    ActionSpec("split", QT_TRANSLATE_NOOP("Actions", "&Split into fiches…"), OVERVIEW, ("Ctrl+Shift+J",), section=1),
    ActionSpec(
        "final_version",
        QT_TRANSLATE_NOOP("Actions", "Fi&nal version…"),
        OVERVIEW,
        ("Ctrl+Shift+F",),
        tooltip=QT_TRANSLATE_NOOP("Actions", "The same file without working columns and working remarks"),
        section=1,
    ),
    ActionSpec(
        "mark_differences",
        QT_TRANSLATE_NOOP("Actions", "&Mark differences"),
        OVERVIEW,
        ("Ctrl+Shift+D",),
        checkable=True,
        section=2,
    ),
    ActionSpec(
        "differences_only",
        QT_TRANSLATE_NOOP("Actions", "&Differences only"),
        OVERVIEW,
        ("Alt+Shift+D",),
        checkable=True,
        section=2,
    ),
    ActionSpec(
        "transpose",
        QT_TRANSLATE_NOOP("Actions", "&Forms as rows"),
        OVERVIEW,
        ("Ctrl+Shift+T",),
        checkable=True,
        section=2,
    ),
    ActionSpec("fold_group", QT_TRANSLATE_NOOP("Actions", "F&old this group"), OVERVIEW, ("Alt+Shift+Up",), section=2),
    ActionSpec(
        "fold_groups",
        QT_TRANSLATE_NOOP("Actions", "Fold all &groups"),
        OVERVIEW,
        ("Alt+Shift+Down",),
        checkable=True,
        section=2,
    ),
    ActionSpec("state_todo", QT_TRANSLATE_NOOP("Actions", "To &do"), CODE, ("Ctrl+1",), section=2),
    ActionSpec("state_in_progress", QT_TRANSLATE_NOOP("Actions", "&In progress"), CODE, ("Ctrl+2",), section=2),
    ActionSpec("state_reviewed", QT_TRANSLATE_NOOP("Actions", "&Reviewed"), CODE, ("Ctrl+3",), section=2),
    # Feedback
    ActionSpec("annotate", QT_TRANSLATE_NOOP("Actions", "&Add remark…"), FEEDBACK, ("Ctrl+M",), "remark"),
    ActionSpec("collect", QT_TRANSLATE_NOOP("Actions", "&Collect returned copies…"), FEEDBACK, ("Ctrl+J",), "collect"),
    ActionSpec(
        "send_back",
        QT_TRANSLATE_NOOP("Actions", "Ready to send &back…"),
        FEEDBACK,
        ("Ctrl+Shift+Return",),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Save your feedback in a copy with your name"),
    ),
    ActionSpec(
        "send_round", QT_TRANSLATE_NOOP("Actions", "&Start a feedback round…"), FEEDBACK, ("Ctrl+Shift+G",), section=1
    ),
    ActionSpec("reply_letter", QT_TRANSLATE_NOOP("Actions", "&Letter back…"), FEEDBACK, ("Ctrl+Shift+M",), section=1),
    ActionSpec("round_log", QT_TRANSLATE_NOOP("Actions", "L&og of the round…"), FEEDBACK, ("Ctrl+L",), section=1),
    # Go
    ActionSpec("palette", QT_TRANSLATE_NOOP("Actions", "&Go to or do…"), GO, ("Ctrl+K",), "palette"),
    ActionSpec("back", QT_TRANSLATE_NOOP("Actions", "&Back"), GO, ("Alt+Left",), "back", toolbar=True, section=1),
    ActionSpec(
        "forward", QT_TRANSLATE_NOOP("Actions", "&Forward"), GO, ("Alt+Right",), "forward", toolbar=True, section=1
    ),
    ActionSpec("next_form", QT_TRANSLATE_NOOP("Actions", "Ne&xt form"), GO, ("Ctrl+PgDown",), section=2),
    ActionSpec("previous_form", QT_TRANSLATE_NOOP("Actions", "&Previous form"), GO, ("Ctrl+PgUp",), section=2),
    ActionSpec("next_file", QT_TRANSLATE_NOOP("Actions", "Next fi&le"), GO, ("Ctrl+Tab",), section=3),
    ActionSpec("previous_file", QT_TRANSLATE_NOOP("Actions", "Previous file"), GO, ("Ctrl+Shift+Tab",), section=3),
    ActionSpec("next_pane", QT_TRANSLATE_NOOP("Actions", "Next pa&ne"), GO, ("F6",), section=3),
    ActionSpec("place_start", QT_TRANSLATE_NOOP("Actions", "&Start page"), GO, ("Alt+1",), "start", section=4),
    ActionSpec("place_fiche", QT_TRANSLATE_NOOP("Actions", "&Fiche"), GO, ("Alt+2",), "fiche", section=4),
    ActionSpec("place_overview", QT_TRANSLATE_NOOP("Actions", "&Overview"), GO, ("Alt+3",), "overview", section=4),
    ActionSpec("place_feedback", QT_TRANSLATE_NOOP("Actions", "Feed&back"), GO, ("Alt+4",), "feedback", section=4),
    ActionSpec("place_counts", QT_TRANSLATE_NOOP("Actions", "&Counts"), GO, ("Alt+5",), "results", section=4),
    ActionSpec("place_review", QT_TRANSLATE_NOOP("Actions", "&Review"), GO, ("Alt+6",), "review", section=4),
    # View
    ActionSpec("zoom_in", QT_TRANSLATE_NOOP("Actions", "Larger text"), VIEW, ("Ctrl++", "Ctrl+=")),
    ActionSpec("zoom_out", QT_TRANSLATE_NOOP("Actions", "Smaller text"), VIEW, ("Ctrl+-",)),
    ActionSpec("zoom_reset", QT_TRANSLATE_NOOP("Actions", "Normal text size"), VIEW, ("Ctrl+0",)),
    ActionSpec(
        "theme_system", QT_TRANSLATE_NOOP("Actions", "Light or dark as the system"), VIEW, ("Ctrl+F12",), section=1
    ),
    ActionSpec("theme_light", QT_TRANSLATE_NOOP("Actions", "Light"), VIEW, ("Ctrl+F10",), section=1),
    ActionSpec("theme_dark", QT_TRANSLATE_NOOP("Actions", "Dark"), VIEW, ("Ctrl+F11",), section=1),
    ActionSpec(
        "show_toolbar",
        QT_TRANSLATE_NOOP("Actions", "&Toolbar"),
        VIEW,
        ("Ctrl+F8",),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Show or hide the row of buttons at the top"),
        checkable=True,
        section=2,
    ),
    ActionSpec(
        "show_list",
        QT_TRANSLATE_NOOP("Actions", "&List beside it"),
        VIEW,
        ("F9",),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Show or fold the list of forms"),
        checkable=True,
        section=2,
    ),
    ActionSpec(
        "show_pane",
        QT_TRANSLATE_NOOP("Actions", "&Pane beside it"),
        VIEW,
        ("F8",),
        tooltip=QT_TRANSLATE_NOOP("Actions", "Show or fold what belongs to the selected cell"),
        checkable=True,
        section=2,
    ),
    ActionSpec("column_wider", QT_TRANSLATE_NOOP("Actions", "&Wider column"), VIEW, ("Alt+Shift+Right",), section=2),
    ActionSpec(
        "column_narrower", QT_TRANSLATE_NOOP("Actions", "&Narrower column"), VIEW, ("Alt+Shift+Left",), section=2
    ),
    ActionSpec(
        "stakeholder", QT_TRANSLATE_NOOP("Actions", "Only give feedback"), VIEW, ("Ctrl+F9",), checkable=True, section=3
    ),
    # Help
    ActionSpec("manual", QT_TRANSLATE_NOOP("Actions", "&Manual"), HELP, ("F1",)),
    ActionSpec("shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts…"), HELP, ("Ctrl+/", "Ctrl+?")),
    ActionSpec("tour", QT_TRANSLATE_NOOP("Actions", "First &steps"), HELP, ("Shift+F1",)),
    ActionSpec("news", QT_TRANSLATE_NOOP("Actions", "What is &new"), HELP, ("Ctrl+F1",)),
    ActionSpec("problem", QT_TRANSLATE_NOOP("Actions", "Report a &problem…"), HELP, ("Ctrl+Shift+F1",), section=1),
    ActionSpec("about", QT_TRANSLATE_NOOP("Actions", "&About Trajecto Desktop"), HELP, ("Ctrl+F2",), section=1),
)
"""Every action of the window."""
