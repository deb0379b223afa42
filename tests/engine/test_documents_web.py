"""Web pages: encodings, which part is content, tables, lists, notes, and that nothing breaks the reader."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.documents.chunks import make_chunks
from engine.documents.html.web import decode_html, read_html
from engine.documents.reader import kind, read
from engine.errors import HoneError

if TYPE_CHECKING:
    from engine.documents.reading import Reading

KOREAN = "기계의 뚜껑을 닫고 전원을 켭니다."


def page(body: str, head: str = "") -> Reading:
    return read_html(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), Path("a.html"))


def text(body: str) -> str:
    return "\n=====\n".join(page.text for page in page(body).pages)


def test_the_content_of_a_documentation_page(tmp_path: Path) -> None:
    path = tmp_path / "saved.txt"  # the bytes decide
    path.write_text(
        """<!doctype html><html lang="en"><head><title>Pump - Docs</title><style>p {}</style></head><body>
        <header><a href="/">Home</a></header><nav><ul><li><a href="/a">A</a></li></ul></nav>
        <div class="sidebar"><a href="/b">Other pages</a></div>
        <main><div class="breadcrumbs"><a href="/">Docs</a> / Pump</div>
        <h1>Pump<a class="headerlink" href="#pump">¶</a></h1>
        <ul><li><a href="#use">Use</a></li><li><a href="#care">Care</a></li><li><a href="#end">End</a></li></ul>
        <p>The pump <em>moves</em> nine
           litres.<script>track()</script></p>
        <aside class="note"><p>Keep it dry.</p></aside><aside><p>Buy more.</p></aside>
        <h2 id="use">Use <a href="#use">#</a></h2>
        <pre><code>hone   new\n  pump</code></pre>
        <figure><img src="a.png" alt="The pump from above"><figcaption>Figure 1: The pump</figcaption></figure>
        <p style="display:none">Secret</p><button>Copy</button>
        </main><footer>© Somebody</footer></body></html>""",
        encoding="utf-8",
    )
    assert kind(path) == "html"
    reading = read(path, "", lambda: None)
    assert (reading.kind, reading.title) == ("html", "Pump")
    assert reading.pages[0].text == (
        "Pump\nThe pump moves nine litres.\n\nKeep it dry.\n\n"
        "Use\nhone   new\n  pump\n\nThe pump from above\n\nFigure 1: The pump"
    )
    assert [(h.level, h.title) for h in reading.pages[0].headings] == [(1, "Pump"), (2, "Use")]
    chunks = list(make_chunks(reading.pages, "en", 32))
    assert chunks[-1].section == ("Pump", "Use")


def test_a_page_without_marks_of_its_content() -> None:
    menu = "<ul>" + "".join(f'<li><a href="{n}">Page {n}</a></li>' for n in range(9)) + "</ul>"
    assert text(f"{menu}<h1>Pump</h1><p>It moves water.</p>") == "Pump\nIt moves water."
    assert text(menu).startswith("- Page 0\n- Page 1")


def test_lists() -> None:
    assert text(
        "<ol start=3><li>Open.<ul><li>slowly</li><li><p>with care</p><p>Wait.</p></li></ul></li><li>Close.</li></ol>"
        '<ol type="a"><li>One</li><li value="4">Two</li></ol>'
    ) == ("3. Open.\n  - slowly\n  - with care\n    Wait.\n4. Close.\na. One\nd. Two")


def test_terms() -> None:
    body = "<dl><dt>Seal</dt><dd><p>A ring.</p><p>Of rubber.</p></dd><dt>Lid</dt><dd>The top.</dd></dl>"
    assert text(body) == "Seal\nA ring.\n\nOf rubber.\n\nLid\nThe top."


def test_tables_with_spans() -> None:
    body = """<table><caption>Prices</caption>
    <thead><tr><th rowspan=2>Part</th><th colspan=2>Price</th></tr><tr><th>EUR</th><th>USD</th></tr></thead>
    <tr><td rowspan=2>Lid<br>and | cap</td><td>5</td><td>6</td></tr><tr><td colspan=2><p>none</p></td></tr></table>"""
    found = page(body).pages[0]
    assert found.text == (
        "Prices\n\n| Part | Price EUR | Price USD |\n| --- | --- | --- |\n"
        "| Lid and \\| cap | 5 | 6 |\n| Lid and \\| cap | none | |"
    )
    assert found.tables == 1


def test_a_column_of_names_is_no_header() -> None:
    rows = "<tr><th>Weight</th><td>5 kg</td></tr><tr><th>Height</th><td>9 cm</td></tr>"
    assert text(f"<table>{rows}</table>") == "| | |\n| --- | --- |\n| Weight | 5 kg |\n| Height | 9 cm |"


def test_tables_for_layout_are_no_tables() -> None:
    body = "<table><tr><td><h1>Pump</h1></td></tr><tr><td>{}</td></tr></table>"
    inner = "<table><tr><td>It moves</td><td>water.</td></tr></table>"
    assert text(body.format(inner)) == "Pump\nIt moves water."


def test_notes_stand_at_the_end_of_their_section() -> None:
    body = """<h1>A</h1><p>Hot.<sup><a href="#fn1" id="r1">1</a></sup> 10<sup>3</sup> H<sub>2</sub>O</p><h1>B</h1>
    <p>Cold.</p><section class="footnotes"><ol><li id="fn1"><p>Very. <a href="#r1">↩</a></p></li></ol></section>"""
    assert text(body) == "A\nHot.[1] 10³ H2O\n\n[1] Very.\n\nB\nCold."


def test_a_note_that_links_back_by_its_mark_takes_no_paragraph_away() -> None:
    body = """<p id="p1">Hot.<sup><a name="ref1" href="#n1">1</a></sup></p><p>More.</p>
    <p><sup><a name="n1" href="#ref1">1</a></sup> Very.</p>"""
    assert text(body) == "Hot.[1]\n\nMore.\n\n[1] Very."


def test_chinese_and_japanese_lines_meet_without_a_space() -> None:
    assert text("<p>这台机器\n  需要清洗，\n请小心。</p>") == "这台机器需要清洗，请小心。"
    assert text("<p>이 기계는\n뜨겁습니다.</p>") == "이 기계는 뜨겁습니다."


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("cp949", '<meta charset="euc-kr">'),
        ("cp949", '<meta http-equiv="Content-Type" content="text/html; charset=ks_c_5601-1987">'),
        ("cp949", ""),
        ("utf-16", ""),
        ("utf-8", '<meta charset="euc-kr">'),
        ("utf-8", '<meta charset="no-such-thing">'),
    ],
)
def test_korean_pages_in_any_encoding(encoding: str, declared: str, tmp_path: Path) -> None:
    path = tmp_path / "a.htm"
    path.write_bytes(f"<html><head>{declared}</head><body><p>{KOREAN} 똠방각하</p></body></html>".encode(encoding))
    assert kind(path) == "html"
    assert read(path, "", lambda: None).pages[0].text == f"{KOREAN} 똠방각하"


def test_other_encodings() -> None:
    japanese = "これはペンです。"
    assert (
        decode_html(f'<meta charset="shift_jis">{japanese}'.encode("cp932")) == f'<meta charset="shift_jis">{japanese}'
    )
    assert decode_html("<meta charset=gb2312>机器很重".encode("gb18030")) == "<meta charset=gb2312>机器很重"
    assert decode_html("<p>Größe – 5 €".encode("cp1252")) == "<p>Größe – 5 €"


def test_a_page_saved_with_its_pictures(tmp_path: Path) -> None:
    path = tmp_path / "a.mhtml"
    path.write_bytes(
        b"From: <Saved by Blink>\r\nSubject: Pump\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--x"\r\n\r\n'
        b"----x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><body><h1>Pump</h1><p>It moves =\r\nw=C3=A4ter.</p></body></html>\r\n----x--\r\n"
    )
    reading = read(path, "", lambda: None)
    assert (reading.kind, reading.pages[0].text) == ("html", "Pump\nIt moves wäter.")


def test_entities_of_its_own_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden")
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    data = (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "ha">{levels}<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<html><body><p>Water &e9; and &x; flow.</p></body></html>"
    )
    found = read_html(data.encode(), tmp_path / "a.html").pages[0].text
    assert "Water" in found
    assert "hidden" not in found
    assert len(found) < 2000


def test_deep_pages_lose_no_text() -> None:
    assert "Bottom." in text("<div>" * 1500 + "<p>Bottom.</p>" + "</div>" * 1500)
    assert "Bottom." in text("<b>" * 1500 + "Bottom.")
    with pytest.raises(HoneError, match="nested too deeply"):
        text("<div>Word " * 5000)


_WORDS = "p div h1 h2 ul ol li table tr td th pre sup a b dl dt dd br img aside section main svg math title"
_TAGS = _WORDS.split()
_MARKUP = st.lists(
    st.sampled_from([f"<{tag}>" for tag in _TAGS] + [f"</{tag}>" for tag in _TAGS])
    | st.sampled_from(
        ['<td colspan="3" rowspan=0>', '<a href="#a">1</a>', '<li id="a">', "&amp;", "&x;", "<!--", "가\n나"]
    )
    | st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=8)
).map("".join)


@given(_MARKUP)
def test_no_markup_breaks_the_reader(markup: str) -> None:
    for page in read_html(markup.encode("utf-8", "replace"), Path("a.html")).pages:
        for heading in page.headings:
            assert page.text[heading.start :].split("\n")[0] == heading.title
        assert page.text == page.text.strip("\n")


def test_a_switch_shows_what_it_shows_without_a_script(tmp_path: Path) -> None:
    """Help pages hide the keys of all systems until a script knows which one it is on."""
    keys = '<span><span hidden="true" class="MAC">Command</span><span hidden="true">Ctrl</span></span>'
    page = f'<html><body><h1>Keys</h1><p>Press {keys} + Z to undo it.</p><p hidden="">Gone.</p></body></html>'
    path = tmp_path / "keys.html"
    path.write_text(page, encoding="utf-8")
    text = read(path, "", lambda: None).pages[0].text
    assert "Press Ctrl + Z to undo it." in text
    assert "Command" not in text
    assert "Gone" not in text
