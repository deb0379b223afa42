"""A form for options of a spec: titles, help, ranges and choices are the spec's own, declared once."""

from __future__ import annotations

import dataclasses
import math
import types
import typing
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from desktop import theme
from desktop.words import engine_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from PySide6.QtGui import QWheelEvent

    from engine.spec import Spec

_LARGEST = 2**31 - 1
_GAP = 28  # pixels between two columns of options


class SpecForm(QWidget):
    """Editors for the named options of a spec class; `values` gives those that differ from their defaults."""

    changed = Signal()

    def __init__(
        self,
        spec: type[Spec],
        names: Iterable[str],
        parent: QWidget | None = None,
        *,
        columns: int = 1,
        nothing: Mapping[str, str] | None = None,
    ) -> None:
        """`nothing` says for single options what an empty one means, where that is not `automatic`."""
        super().__init__(parent)
        fields = {field.name: field for field in dataclasses.fields(spec)}
        hints = typing.get_type_hints(spec)
        self.editors: dict[str, Editor] = {}
        self.labels: dict[str, QLabel] = {}
        for name in names:
            empty = (nothing or {}).get(name, self.tr("automatic"))
            editor = _editor(fields[name], hints[name], empty, (self.tr("Yes"), self.tr("No")))
            self._label(fields[name], editor)
            editor.edited.connect(self.changed)
            self.editors[name] = editor
        self._lay_out(columns)

    def values(self) -> dict[str, Any]:
        """The options that differ from their defaults."""
        return {name: editor.value() for name, editor in self.editors.items() if editor.value() != editor.default}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show these values; an option that is not among them has its default."""
        for name, editor in self.editors.items():
            editor.show_value(values.get(name, editor.default))
        self.changed.emit()

    def show_automatic(self, values: Mapping[str, Any]) -> None:
        """Tell what `automatic` comes to, for the options that leave it to the job."""
        for name, editor in self.editors.items():
            editor.show_automatic(values.get(name))

    def enable(self, names: Iterable[str], on: bool) -> None:
        """Let options be changed, or not while they mean nothing."""
        for name in names:
            self.editors[name].setEnabled(on)
            self.labels[name].setEnabled(on)

    def _label(self, field: dataclasses.Field[Any], editor: Editor) -> None:
        title = engine_text(field.metadata["title"]).rstrip(".")
        help = engine_text(field.metadata["help"])
        editor.setObjectName(f"option-{field.name}")
        editor.setAccessibleName(title)
        editor.setAccessibleDescription(help)
        editor.setToolTip(help)
        label = QLabel(title)
        label.setBuddy(editor)
        label.setToolTip(help)
        if isinstance(editor, Switch):  # carries its own
            editor.setText(title)
            label.setText("")
        self.labels[field.name] = label

    def _lay_out(self, columns: int) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(theme.TIGHT + 2)
        rows = math.ceil(len(self.editors) / columns)
        for number, (name, editor) in enumerate(self.editors.items()):
            column, row = divmod(number, rows)
            grid.addWidget(self.labels[name], row, 3 * column, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(editor, row, 3 * column + 1)
            grid.setColumnStretch(3 * column + 1, 1)
        grid.setRowStretch(rows, 1)
        for column in range(columns - 1):
            grid.setColumnMinimumWidth(3 * column + 2, _GAP)


class Whole(QSpinBox):
    """A whole number; one below the smallest means that the job works it out."""

    edited = Signal()

    def __init__(
        self, default: int | None, low: float | None, high: float | None, automatic: str, *, optional: bool
    ) -> None:
        super().__init__()
        self.default, self._word, self._optional = default, automatic, optional
        self._hint: int | None = None
        low = 0 if low is None else int(low)
        self._none = low - 1
        self.setRange(self._none if optional else low, _LARGEST if high is None else int(high))
        self.setSpecialValueText(automatic if optional else "")
        self.setStepType(QSpinBox.StepType.AdaptiveDecimalStepType if self.maximum() > 1000 else self.stepType())
        _tame(self)
        self.show_value(default)
        self.valueChanged.connect(self.edited)

    def value(self) -> int | None:  # type: ignore[override]
        """The number, or None for automatic."""
        found = super().value()
        return None if self._optional and found == self._none else found

    def show_value(self, value: int | None) -> None:
        """Show a number; None is automatic."""
        self.setValue(self._none if value is None else value)

    def show_automatic(self, value: int | None) -> None:
        """Name what automatic comes to."""
        self._hint = value
        if self._optional:
            self.setSpecialValueText(self._word if value is None else f"{self._word} ({value:,})")

    def stepBy(self, steps: int) -> None:
        """From automatic go on from what that came to."""
        if self.value() is None and self._hint is not None and steps > 0:
            self.show_value(self._hint)
        else:
            super().stepBy(steps)

    def validate(self, text: str, at: int) -> object:
        """Nothing is automatic."""
        return (QValidator.State.Acceptable, text, at) if self._optional and not text else super().validate(text, at)

    def valueFromText(self, text: str) -> int:
        """Nothing is automatic."""
        return self._none if self._optional and not text else super().valueFromText(text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the form changes nothing that was not clicked first."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class Decimal(QDoubleSpinBox):
    """A number with a fraction, without idle zeros; one below the smallest means that the job works it out."""

    edited = Signal()

    def __init__(
        self, default: float | None, low: float | None, high: float | None, automatic: str, *, optional: bool
    ) -> None:
        super().__init__()
        self.default, self._word, self._optional = default, automatic, optional
        self._hint: float | None = None
        low = 0.0 if low is None else low
        self.setDecimals(7 if 0 < low < 1e-4 else 4)
        self._none = low - 1.0
        self.setRange(self._none if optional else low, 1e9 if high is None else high)
        self.setSpecialValueText(automatic if optional else "")
        self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        if high is not None and 0.1 < high <= 2:
            self.setStepType(QDoubleSpinBox.StepType.DefaultStepType)
            self.setSingleStep(0.05)
        _tame(self)
        self._low = low
        self.show_value(default)
        self.valueChanged.connect(self.edited)

    def value(self) -> float | None:  # type: ignore[override]
        """The number, or None for automatic."""
        found = super().value()
        return None if self._optional and found < self._low else round(found, self.decimals())

    def show_value(self, value: float | None) -> None:
        """Show a number; None is automatic."""
        self.setValue(self._none if value is None else value)

    def show_automatic(self, value: float | None) -> None:
        """Name what automatic comes to."""
        self._hint = value
        if self._optional:
            self.setSpecialValueText(self._word if value is None else f"{self._word} ({self.textFromValue(value)})")

    def stepBy(self, steps: int) -> None:
        """From automatic go on from what that came to, or from the smallest."""
        if self.value() is not None:
            super().stepBy(steps)
            if self.value() is None:
                self.setValue(self._none)
        elif steps > 0:
            self.show_value(self._low if self._hint is None else self._hint)

    def textFromValue(self, value: float) -> str:
        """As few digits as the number has."""
        text = self.locale().toString(value, "f", self.decimals())
        point = self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text

    def validate(self, text: str, at: int) -> object:
        """Nothing is automatic."""
        return (QValidator.State.Acceptable, text, at) if self._optional and not text else super().validate(text, at)

    def valueFromText(self, text: str) -> float:
        """Nothing is automatic."""
        return self._none if self._optional and not text else super().valueFromText(text)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the form changes nothing that was not clicked first."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class Selection(QComboBox):
    """One of several values."""

    edited = Signal()

    def __init__(self, default: Any, choices: Iterable[tuple[Any, str]], automatic: str) -> None:
        super().__init__()
        self.default, self._word = default, automatic
        for value, text in choices:
            self.addItem(text, value)
        _tame(self)
        self.show_value(default)
        self.currentIndexChanged.connect(self.edited)

    def value(self) -> Any:
        """The chosen value; None for automatic."""
        return self.currentData()

    def show_value(self, value: Any) -> None:
        """Choose a value."""
        self.setCurrentIndex(max(0, self.findData(value)) if value is not None else 0)

    def show_automatic(self, value: Any) -> None:
        """Name what automatic comes to."""
        if self.default is None and self.itemData(0) is None:
            at = -1 if value is None else self.findData(value)
            self.setItemText(0, self._word if at < 0 else f"{self._word} ({self.itemText(at)})")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the form changes nothing that was not clicked first."""
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class Switch(QCheckBox):
    """On or off."""

    edited = Signal()

    def __init__(self, default: bool) -> None:
        super().__init__()
        self.default = default
        self.show_value(default)
        self.toggled.connect(self.edited)

    def value(self) -> bool:
        """Whether it is on."""
        return self.isChecked()

    def show_value(self, value: bool) -> None:
        """Switch it."""
        self.setChecked(value)

    def show_automatic(self, value: Any) -> None:
        """It is never automatic."""


class Words(QLineEdit):
    """A text."""

    edited = Signal()

    def __init__(self, default: str) -> None:
        super().__init__()
        self.default = default
        self.show_value(default)
        self.textChanged.connect(self.edited)

    def value(self) -> str:
        """The text."""
        return self.text().strip()

    def show_value(self, value: str) -> None:
        """Show a text."""
        self.setText(value)

    def show_automatic(self, value: Any) -> None:
        """It is never automatic."""


Editor = Whole | Decimal | Selection | Switch | Words


def _editor(field: dataclasses.Field[Any], hint: Any, automatic: str, yes_no: tuple[str, str]) -> Editor:
    members = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
    optional = type(None) in members
    default: Any = field.default
    kind = next(member for member in members if member is not type(None))
    low, high, choices = (field.metadata[name] for name in ("minimum", "maximum", "choices"))
    nothing = [(None, automatic)] if optional else []
    if choices is not None:
        return Selection(default, [*nothing, *((value, engine_text(str(value))) for value in choices)], automatic)
    if kind is bool:
        both = list(zip((True, False), yes_no, strict=True))
        return Selection(default, [*nothing, *both], automatic) if optional else Switch(default)
    if kind is int:
        return Whole(default, low, high, automatic, optional=optional)
    if kind is float:
        return Decimal(default, low, high, automatic, optional=optional)
    if kind is str:
        return Words(default or "")
    raise TypeError(f"{field.name}: there is no editor for {hint}")


def _tame(editor: QSpinBox | QDoubleSpinBox | QComboBox) -> None:
    """The wheel does not take the focus, and a form of many options need not be wide."""
    editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    editor.setMinimumWidth(96)
    if not isinstance(editor, QComboBox):
        editor.setKeyboardTracking(False)
        editor.setGroupSeparatorShown(editor.maximum() > 9999)


if __name__ == "__main__":
    from desktop import preview
    from engine.jobs import load

    options = [field.name for field in dataclasses.fields(load("train")[1]) if field.name != "project"]
    raise SystemExit(preview.show(lambda session: SpecForm(load("train")[1], options, columns=2)))
