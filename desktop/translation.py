"""The window's language: the translations under resources/i18n; the English one only rewords the engine's texts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop import preferences, words
from engine.resources import resource

_installed: list[QTranslator] = []


def current() -> str:
    """The language that is shown: the chosen one, else the system's if there is a translation."""
    chosen = preferences.language() or QLocale.system().name()[:2]
    return chosen if chosen in preferences.LANGUAGES else "en"


def install(language: str | None = None) -> None:
    """Show everything in a language from now on; widgets that exist already have to be made anew."""
    app = QCoreApplication.instance()
    assert app is not None
    while _installed:
        app.removeTranslator(_installed.pop())
    words.forget()
    wanted = language or current()
    system = QLocale.system()
    fits = system.language() == QLocale(wanted).language()  # then the person's own dates and numbers
    QLocale.setDefault(system if fits else QLocale({"ko": "ko_KR"}.get(wanted, "en_US")))
    folders = (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), str(resource("i18n")))
    for name, folder in zip((f"qtbase_{wanted}", wanted), folders, strict=True):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            _installed.append(translator)
