"""A folder of fiches as a record: what `trajecto project --json` writes. Looking at the folder is `services.open_project`."""

from __future__ import annotations

from ..errors import Language
from .open_project import Project, ProjectFile
from .records import ProjectFileRecord, ProjectRecord


def project_record(project: Project, language: Language) -> ProjectRecord:
    """Each file and how far it is, and the forms that stand in more than one fiche."""
    return ProjectRecord(
        folder=project.folder.name,
        files=[_record(file, language) for file in project.files],
        doubles=list(project.doubles),
    )


def _record(file: ProjectFile, language: Language) -> ProjectFileRecord:
    return ProjectFileRecord(
        file=file.path.name,
        layout=None if file.problem is not None else "overview" if file.is_overview else "fiche",
        forms=list(file.forms),
        characteristics=file.characteristics,
        filled=file.filled,
        coded=file.coded,
        reviewed=file.reviewed,
        open_feedback=file.open_feedback,
        attention=file.attention,
        problem=None if file.problem is None else file.problem.message(language),
    )
