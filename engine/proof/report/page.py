"""The report as one web page that needs nothing else: no network, no script, no other file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.proof.report.charts import svg
from engine.resources import resource

if TYPE_CHECKING:
    from engine.proof.report.charts import Bars, Differences
    from engine.proof.report.content import Content


def as_html(report: Content) -> str:
    """The whole page; every text is escaped but the charts, which escape their own."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    def drawn(chart: Bars | Differences) -> Markup:
        return Markup(svg(chart))

    room = Environment(
        loader=FileSystemLoader(resource("report")),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    room.filters["drawn"] = drawn
    return room.get_template("report.html").render(report=report, say=report.texts, language=report.texts.language)
