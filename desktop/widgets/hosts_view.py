"""Several Macs for one training: which they are, whether they are ready, and whether they shall be used."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import failure, preferences, theme
from desktop.widgets.host_row import HostRow
from desktop.words import engine_text
from engine import hosts_file
from engine.errors import HoneError
from engine.hosts_file import HERE, Host, Hosts

if TYPE_CHECKING:
    from collections.abc import Sequence

_USED = "several_macs"


class HostsView(QFrame):
    """A list of Macs that is kept beside the settings; `check_wanted` asks for what each of them says."""

    check_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.use = QCheckBox(self.tr("Train on these Macs together"))
        self.note = QLabel(
            self.tr(
                "Each Mac takes its share of every batch. All need Hone at the same place, the same base model, and "
                "Remote Login with a key; the rows are sent to them. A Thunderbolt cable is the fastest way."
            ),
            wordWrap=True,
        )
        theme.as_quiet(self.note)
        self.add, self.choose = QPushButton(self.tr("Add Mac")), QPushButton(self.tr("Open Hosts File…"))
        self.check = QPushButton(self.tr("Check Connection"))
        self.hint = QLabel(wordWrap=True)
        self.hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.rows: list[HostRow] = []
        self._hosts = Hosts((Host(HERE),))
        self._lay_out()
        self.use.setChecked(bool(preferences.get(_USED)))
        self.use.toggled.connect(lambda on: preferences.put(_USED, "yes" if on else ""))
        self.add.clicked.connect(self._on_add)
        self.choose.clicked.connect(self.ask_file)
        self.check.clicked.connect(self.check_wanted)
        self._show(_remembered())

    @property
    def file(self) -> str:
        """The hosts file to train with, or nothing when this Mac shall train alone."""
        return str(place()) if self.use.isChecked() else ""

    def ask_file(self) -> None:
        """Let the person choose a hosts file, as mlx.distributed_config writes it."""
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Open Hosts File"), "", self.tr("Hosts files (*.json)"))
        if path:
            self.open(Path(path))

    def open(self, path: Path) -> None:
        """Take over the Macs of a hosts file; what is wrong with it is said, and nothing changes."""
        try:
            found = hosts_file.read(path)
        except HoneError as error:
            failure.show_error(self, error)
            return
        self._show(found)
        self._keep()
        self.use.setChecked(True)

    def show_found(self, found: Sequence[dict[str, Any]]) -> None:
        """What each Mac said, in the order in which they stand; asked for others meanwhile, it says nothing."""
        if [one["name"] for one in found] != [host.ssh for host in self._hosts.hosts]:
            return
        for row, one in zip(self.rows, found, strict=True):
            row.show_found(one)
        hints = dict.fromkeys(engine_text(one["hint"]) for one in found if one["hint"])
        self._say("\n".join(hints))

    def set_busy(self, *, busy: bool) -> None:
        """Whether the Macs are being asked."""
        self._busy = busy
        self._enable()

    def _show(self, hosts: Hosts) -> None:
        self._hosts = hosts
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for host in hosts.hosts:
            self._put(host, here=not self.rows)
        self._say("")
        self._enable()

    def _put(self, host: Host, *, here: bool) -> HostRow:
        row = HostRow(self.tr("This Mac") if here else host.ssh, ", ".join(host.ips), here=here)
        row.changed.connect(self._on_changed)
        row.remove_wanted.connect(lambda: self._on_remove(row))
        self.rows.append(row)
        self._list.addWidget(row)
        return row

    def _on_add(self) -> None:
        row = self._put(Host(""), here=False)
        self._on_changed()
        row.name.setFocus()

    def _on_remove(self, row: HostRow) -> None:
        at = self.rows.index(row)
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._on_changed()
        self.rows[min(at, len(self.rows) - 1)].address.setFocus()

    def _on_changed(self) -> None:
        """Keep what is typed; a Mac keeps what the file said of it beside name and address."""
        known = {host.ssh: host for host in self._hosts.hosts}
        first, found = self._hosts.hosts[0], []
        for number, row in enumerate(self.rows):
            name, address = row.texts
            name = name if number else first.ssh
            before = known.get(name, Host(name))
            ips = tuple(address.replace(",", " ").split())
            found.append(Host(name, ips, before.rdma, before.python))
        self._hosts = Hosts(tuple(found), self._hosts.backend, self._hosts.envs)
        self._say("")
        self._keep()
        self._enable()

    def _keep(self) -> None:
        hosts_file.write(place(), self._hosts)

    def _enable(self) -> None:
        ring, several = self._hosts.backend in ("ring", "mpi"), len(self.rows) > 1
        self.add.setEnabled(ring)
        self.add.setToolTip("" if ring else self.tr("This file names devices for each pair of Macs: make it anew."))
        for row in self.rows[1:]:
            row.remove.setEnabled(ring)
        self.check.setEnabled(several and not self._busy)
        self.check.setText(self.tr("Checking…") if self._busy else self.tr("Check Connection"))

    def _say(self, text: str) -> None:
        self.hint.setText(text)
        self.hint.setVisible(bool(text))

    def _lay_out(self) -> None:
        self._busy = False
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.TIGHT)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP)
        buttons.addWidget(self.add)
        buttons.addWidget(self.choose)
        buttons.addStretch()
        buttons.addWidget(self.check)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 16)
        layout.setSpacing(theme.GAP)
        layout.addWidget(self.use)
        layout.addWidget(self.note)
        layout.addLayout(self._list)
        layout.addWidget(self.hint)
        layout.addLayout(buttons)


def place() -> Path:
    """Where the list is kept: beside the settings, for it is of these Macs and of no project."""
    return preferences.place().with_suffix(".hosts.json")


def _remembered() -> Hosts:
    """What was typed last, though it may not be whole yet."""
    try:
        data = json.loads(place().read_text(encoding="utf-8"))
        hosts = tuple(
            Host(str(one["ssh"]), tuple(one["ips"]), tuple(one["rdma"]), str(one.get("python", "")))
            for one in data["hosts"]
        )
        return Hosts(hosts or (Host(HERE),), str(data["backend"]), tuple(data["envs"]))
    except (OSError, ValueError, LookupError, TypeError):
        return Hosts((Host(HERE),))


if __name__ == "__main__":
    from desktop import preview

    raise SystemExit(preview.show(lambda session: HostsView()))
