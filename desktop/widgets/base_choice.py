"""The choice of the base model: those that are known, and any folder."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QMessageBox, QSizePolicy, QWidget

from desktop import known_models, theme
from desktop.words import engine_text
from engine.errors import HoneError

_FOLDER = "\0folder"
_LONGEST = 32  # letters of a name


class BaseChoice(QWidget):
    """`changed` tells that another base was chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = QComboBox()
        self.combo.setObjectName("base")
        self.combo.setAccessibleName(self.tr("Base model"))
        self.combo.setMinimumContentsLength(30)
        self.combo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.detail = QLabel()
        theme.as_quiet(self.detail)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self.combo)
        layout.addWidget(self.detail, 1)
        self._value = known_models.STARTER
        self.combo.activated.connect(self._on_activated)
        self.refresh()

    @property
    def value(self) -> str:
        """What a spec names the base by."""
        return self._value

    def select(self, value: str) -> None:
        """Choose a base without telling; one that is on no list is put on this one."""
        self._value = value
        self.refresh()

    def refresh(self) -> None:
        """Show what is known now."""
        choices = known_models.bases()
        if self._value not in {choice.value for choice in choices}:
            choices.append(known_models.Choice(known_models.title(self._value), self._value, ""))
        self.combo.clear()
        for choice in choices:
            self.combo.addItem(_short(choice.title), choice.value)
            self.combo.setItemData(self.combo.count() - 1, choice.title, Qt.ItemDataRole.ToolTipRole)
        self.combo.insertSeparator(self.combo.count())
        self.combo.addItem(self.tr("Choose a Folder…"), _FOLDER)
        self.combo.setCurrentIndex(self.combo.findData(self._value))
        self.combo.setToolTip(known_models.title(self._value))
        self.detail.setText(next(choice.detail for choice in choices if choice.value == self._value))

    def _on_activated(self, row: int) -> None:
        value = self.combo.itemData(row)
        if value == _FOLDER:
            value = self._ask()
        if value and value != self._value:
            self._value = value
            self.refresh()
            self.changed.emit()
        else:
            self.refresh()

    def _ask(self) -> str:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Choose a Base Model"))
        if not folder:
            return ""
        try:
            return known_models.add(folder).value
        except HoneError as error:
            box = QMessageBox(QMessageBox.Icon.Warning, "", engine_text(error.title), parent=self)
            box.setInformativeText(engine_text(error.hint))
            box.open()
            return ""


def _short(title: str) -> str:
    """A long name without its middle: combo boxes would cut its end, which says most."""
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST // 2]}…{title[-_LONGEST // 2 + 1 :]}"


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: BaseChoice()))
