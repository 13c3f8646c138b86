"""An article in, the HTML that a notebook shows of it out: read as one reads it, with what was found in its words marked.

The result stands alone: no script, nothing that is fetched, every word of the article escaped. Text takes the notebook's own colour, and marks are translucent, so that both
themes are right without anybody having to know which one is on. Each kind of mark has its own line besides its own colour, for those who do not tell the colours apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple, Union

from dateline._core import Article, Block, Image, Organisation, Person, Place, Quote, Source, Span

ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"

#: What no page may hold.
UNFIT = {code: "\N{REPLACEMENT CHARACTER}" for code in (*range(9), 11, 12, *range(14, 32), 127)}

#: Blocks beyond these are counted only: a notebook keeps what it shows in its file.
BLOCKS = 400

#: Languages that put no spaces between words.
UNSPACED = frozenset(("ja", "km", "lo", "my", "th", "zh"))

#: What of a value is shown in the table of evidence.
VALUE = 160

STYLE = """
.dl-article{max-width:44rem;margin:.5rem 0 1rem;color:inherit;font:400 1rem/1.65 Charter,"Bitstream Charter","Iowan Old Style",Georgia,"DejaVu Serif",serif;overflow-wrap:anywhere;text-align:start}
.dl-article *{box-sizing:border-box}
.dl-article p,.dl-article ul,.dl-article ol,.dl-article pre,.dl-article blockquote,.dl-article figure{margin:0 0 .95em;padding:0;font-size:1em;background:none;color:inherit;border:0}
.dl-article .dl-ui{font:400 .8125rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","DejaVu Sans",sans-serif}
.dl-article .dl-quiet{opacity:.72}
.dl-article .dl-kicker{letter-spacing:.09em;text-transform:uppercase;font-weight:600;margin-bottom:.35em}
.dl-article .dl-headline{font-size:1.85em;line-height:1.2;font-weight:700;letter-spacing:-.012em;margin:0 0 .3em;text-wrap:balance}
.dl-article .dl-deck{font-size:1.12em;line-height:1.45;opacity:.82;margin:0 0 .7em}
.dl-article .dl-about{margin:0 0 1rem}
.dl-article .dl-about span+span::before{content:"\\00b7";margin:0 .5em;opacity:.6}
.dl-article .dl-legend{display:flex;flex-wrap:wrap;gap:.35rem 1.15rem;padding:.55rem 0;margin:0 0 1.15rem;border:solid rgba(128,128,128,.32);border-width:1px 0}
.dl-article .dl-legend b{font-weight:600;font-variant-numeric:tabular-nums;margin-inline-start:.35em}
.dl-article .dl-legend span{border-radius:2px}
.dl-article .dl-subhead{font-weight:700;font-size:1.17em;line-height:1.3;margin:1.5em 0 .5em}
.dl-article ul,.dl-article ol{padding-inline-start:1.5em}
.dl-article li{margin:.2em 0}
.dl-article blockquote{border-inline-start:3px solid rgba(128,128,128,.45);padding-inline-start:1rem;opacity:.92}
.dl-article pre{font:.85em/1.5 ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre-wrap;background:rgba(128,128,128,.11);border-radius:4px;padding:.7rem .9rem}
.dl-article .dl-figure{display:block;border-inline-start:3px solid rgba(128,128,128,.3);padding:.1rem 0 .1rem .9rem;margin:0 0 1.15rem}
.dl-article .dl-figure i{font-style:normal;opacity:.72}
.dl-article .dl-rule{border:0;margin:1.5em auto;text-align:center;opacity:.6;letter-spacing:.7em}
.dl-article .dl-scroll{overflow-x:auto;margin:0 0 1.1em}
.dl-article table{border-collapse:collapse;width:auto;max-width:none;margin:0;border:0;color:inherit;background:none;table-layout:auto}
.dl-article tr,.dl-article tbody tr:nth-child(even),.dl-article tbody tr:nth-child(odd),.dl-article tr:hover{background:none!important;color:inherit}
.dl-article th,.dl-article td{text-align:start;vertical-align:top;padding:.32rem 1.1rem .32rem 0;border:0;border-bottom:1px solid rgba(128,128,128,.26);background:none;color:inherit;font-weight:400;white-space:normal;min-width:3.2rem;max-width:22rem}
.dl-article th{font-weight:600}
.dl-article details th{white-space:nowrap}
.dl-article th,.dl-article td{overflow-wrap:break-word}
.dl-article caption{caption-side:top;text-align:start;padding:0 0 .3rem;color:inherit;opacity:.72}
.dl-article details{border-top:1px solid rgba(128,128,128,.32);padding:.5rem 0 0;margin:1.2rem 0 0}
.dl-article details+details{margin-top:.5rem}
.dl-article summary{cursor:pointer}
.dl-article summary:focus-visible{outline:2px solid #0072b2;outline-offset:2px}
.dl-article details .dl-scroll{margin:.5rem 0 .3rem}
.dl-article .dl-unchosen{opacity:.72}
.dl-article .dl-note{margin:0 0 1rem;padding:.4rem .8rem;border-inline-start:3px solid #d55e00;background:rgba(213,94,0,.09)}
.dl-article .dl-m{text-decoration-thickness:2px;text-underline-offset:.2em;text-decoration-skip-ink:none;border-radius:2px;cursor:help}
.dl-article .dl-quote{background:rgba(240,196,25,.24);box-shadow:0 0 0 1.5px rgba(240,196,25,.24);-webkit-box-decoration-break:clone;box-decoration-break:clone}
.dl-article .dl-quote:hover{background:rgba(240,196,25,.42)}
.dl-article .dl-person{text-decoration:underline solid #2585c7 2px}
.dl-article .dl-organisation{text-decoration:underline dashed #d55e00 2px}
.dl-article .dl-place{text-decoration:underline dotted #009e73 3px}
.dl-article .dl-date{text-decoration:underline double #c4619a 2px}
.dl-article .dl-money{text-decoration:underline wavy #a87800 1.5px}
.dl-article .dl-source{text-decoration:overline solid #7d78b8 2px}
.dl-article .dl-annotation{background:rgba(125,120,184,.24)}
.dl-article .dl-dateline{font-variant-caps:all-small-caps;letter-spacing:.04em;font-weight:600}
""".strip()

#: What is marked, in the order in which marks enclose each other: its class, and its name for one and for many.
KINDS = (
    ("quote", "quote", "quotes"),
    ("source", "source", "sources"),
    ("person", "person", "people"),
    ("organisation", "organisation", "organisations"),
    ("place", "place", "places"),
    ("date", "date", "dates"),
    ("money", "amount", "amounts"),
    ("annotation", "find of yours", "finds of yours"),
)

Entity = Union[Person, Organisation, Place, Source]


class Stretch(NamedTuple):
    """Code points of the text that are marked, and what is said of them on hover."""

    start: int
    stop: int
    said: str

    @classmethod
    def of(cls, span: Span, said: str) -> Stretch:
        return cls(span.start, span.stop, said)


class Layer(NamedTuple):
    """The stretches of one kind, none of which overlap."""

    kind: str
    stretches: list[Stretch]
    tag: str = "span"

    def within(self, start: int, stop: int) -> Iterator[Stretch]:
        """What of them lies between two places of the text."""
        first = bisect_left(self.stretches, start, key=lambda stretch: stretch.stop)
        for stretch in self.stretches[first:]:
            if stretch.start >= stop:
                return
            from_, to = max(start, stretch.start), min(stop, stretch.stop)
            if from_ < to:
                yield Stretch(from_, to, stretch.said)


def article_html(article: Article) -> str:
    """What ``Article._repr_html_`` gives."""
    return "".join(_Page(article).pieces())


class _Page:
    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.images = article.images
        self.layers = list(_layers(article))

    def pieces(self) -> Iterator[str]:
        article = self.article
        direction = article.direction if article.direction in ("ltr", "rtl") else "auto"
        language = f' lang="{escape(article.language.translate(UNFIT))}"' if article.language else ""
        yield f'<div class="dl-article" dir="{direction}"{language}><style>{STYLE}</style>'
        yield from self.head()
        yield from self.legend()
        yield from self.body()
        yield from self.evidence()
        yield from self.removed()
        yield "</div>"

    def head(self) -> Iterator[str]:
        article = self.article
        if article.kicker:
            yield f'<div class="dl-ui dl-quiet dl-kicker">{words(article.kicker)}</div>'
        if article.headline:
            yield f'<div class="dl-headline" role="heading" aria-level="2">{words(article.headline)}</div>'
        if article.deck:
            yield f'<p class="dl-deck">{words(article.deck)}</p>'
        byline = article.byline or ", ".join(author.name for author in article.authors)
        dateline = article.dateline
        about = [
            byline,
            dateline.places[0].name if dateline and dateline.places else None,
            article.published.value.replace("T", " ") if article.published else None,
            article.publisher.name,
            self.length(),
        ]
        spans = "".join(f'<span dir="auto">{words(one)}</span>' for one in about if one)
        yield f'<div class="dl-ui dl-quiet dl-about">{spans}</div>'
        notes: dict[str, list[str]] = {}
        for diagnostic in article.diagnostics:
            notes.setdefault(diagnostic.code, []).append(words(diagnostic.message))
        for messages in notes.values():
            yield f'<div class="dl-ui dl-note" dir="ltr">{"<br>".join(messages)}</div>'
        lead = next((image for image in article.images if image.lead), None)
        # where the body shows the picture itself its caption is there
        if lead and not any((image := self.image(block)) and image.lead for block in article.blocks):
            yield self.figure(lead.caption or lead.alt, lead.credit, "Lead picture")

    def length(self) -> str:
        if not self.text:
            return "no text"
        if (self.article.language or "").partition("-")[0] in UNSPACED:
            return f"{sum(not one.isspace() for one in self.text):,} characters"
        return f"{len(self.text.split()):,} words"

    def legend(self) -> Iterator[str]:
        article = self.article
        counts = {
            "quote": len(article.quotes),
            "source": len(article.sources),
            "person": len(article.people),
            "organisation": len(article.organisations),
            "place": len(article.places),
            "date": len(article.dates),
            "money": len(article.money),
            "annotation": len(article.annotations),
        }
        keys = [
            f'<div><span class="dl-{kind}">{one if counts[kind] == 1 else many}</span><b>{counts[kind]}</b></div>'
            for kind, one, many in KINDS
            if counts[kind]
        ]
        if keys:
            yield f'<div class="dl-ui dl-legend" role="list" aria-label="What is marked">{"".join(keys)}</div>'.replace("<div><", '<div role="listitem"><')

    def body(self) -> Iterator[str]:
        blocks = self.article.blocks
        for block in blocks[:BLOCKS]:
            yield self.block(block)
        if len(blocks) > BLOCKS:
            yield f'<p class="dl-ui dl-quiet">{ELLIPSIS} and {len(blocks) - BLOCKS:,} more blocks</p>'

    def block(self, block: Block) -> str:
        kind, inner = block.kind, self.marked(block.span.start, block.span.stop)
        if kind == "heading":
            return f'<div class="dl-subhead" role="heading" aria-level="{(block.level or 2) + 1}">{inner}</div>'
        if kind == "list" and block.items:
            tag = "ol" if block.ordered else "ul"
            items = (f'<li style="margin-inline-start:{min(item.level, 6) * 1.4:.1f}em">{self.marked(item.span.start, item.span.stop)}</li>' for item in block.items)
            return f"<{tag}>{''.join(items)}</{tag}>"
        if kind == "table" and block.rows:
            return self.table(block)
        if kind == "quote":
            return f"<blockquote>{inner}</blockquote>"
        if kind == "code":
            return f"<pre>{words(block.text)}</pre>"
        if kind == "figure":
            image = self.image(block)
            caption = block.caption or (image.caption or image.alt if image else None)
            return self.figure(caption, block.credit or (image.credit if image else None), "Lead picture" if image and image.lead else "Picture")
        if kind == "separator":
            return '<div class="dl-rule" role="separator">***</div>'
        if kind == "embed" and not inner:
            return self.figure(block.url, None, "Embedded")
        return f"<p>{inner}</p>"

    def table(self, block: Block) -> str:
        rows: list[str] = []
        for row in block.rows or ():
            cells: list[str] = []
            for cell in row:
                tag = "th" if cell.header else "td"
                spans = f'colspan="{cell.colspan}" rowspan="{cell.rowspan}"'
                cells.append(f"<{tag} {spans}>{self.marked(cell.span.start, cell.span.stop)}</{tag}>")
            rows.append(f"<tr>{''.join(cells)}</tr>")
        caption = f"<caption>{words(block.caption)}</caption>" if block.caption else ""
        return f'<div class="dl-ui dl-scroll"><table>{caption}<tbody>{"".join(rows)}</tbody></table></div>'

    def image(self, block: Block) -> Image | None:
        """The picture that a figure shows."""
        return self.images[block.image] if block.image is not None and block.image < len(self.images) else None

    def figure(self, caption: str | None, credit: str | None, what: str) -> str:
        said = [f"<i>{what}</i>", words(caption) if caption else "", f"<i>{words(credit)}</i>" if credit else ""]
        return f'<div class="dl-ui dl-figure">{" ".join(one for one in said if one)}</div>'

    def marked(self, start: int, stop: int, depth: int = 0) -> str:
        """The words between two places, with what is marked in them; a kind's marks stand within those of the kinds before it."""
        if depth == len(self.layers):
            return words(self.text[start:stop])
        layer = self.layers[depth]
        pieces: list[str] = []
        for stretch in layer.within(start, stop):
            pieces.append(self.marked(start, stretch.start, depth + 1))
            said = f' title="{escape(stretch.said.translate(UNFIT))}"' if stretch.said else ""
            inner = self.marked(stretch.start, stretch.stop, depth + 1)
            marks = f' class="dl-m dl-{layer.kind}"{said}' if layer.tag == "span" else ""
            pieces.append(f"<{layer.tag}{marks}>{inner}</{layer.tag}>")
            start = stretch.stop
        if start < stop:
            pieces.append(self.marked(start, stop, depth + 1))
        return "".join(pieces)

    def evidence(self) -> Iterator[str]:
        rows: list[str] = []
        for field, all_of_it in self.article.evidence.items():
            for place, one in enumerate(sorted(all_of_it, key=lambda one: (not one.chosen, -one.confidence))):
                where = ", ".join(f"{span.start:,}\N{EN DASH}{span.stop:,}" for span in one.source[:3])
                more = f" {ELLIPSIS}" if len(one.source) > 3 else ""
                tick, fade = ("\N{CHECK MARK}", "") if one.chosen else ("", ' class="dl-unchosen"')
                value = f'<td dir="auto">{words(shortened(one.value))}</td>'
                cells = [words(one.origin), f"{one.confidence:.2f}", tick, where + more]
                head = f"<th>{words(field) if place == 0 else ''}</th>"
                rows.append(f"<tr{fade}>{head}{value}{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
        if rows:
            yield collapsed("Evidence: which source gave which field", len(rows), ("field", "value", "from", "trust", "chosen", "bytes of the source"), rows)

    def removed(self) -> Iterator[str]:
        reasons: dict[str, list[int]] = {}
        for removal in self.article.removed:
            counts = reasons.setdefault(removal.reason, [0, 0])
            counts[0] += 1
            counts[1] += sum(len(span) for span in removal.source)
        rows = [f"<tr><th>{words(reason)}</th><td>{parts:,}</td><td>{size:,}</td></tr>" for reason, (parts, size) in sorted(reasons.items())]
        if rows:
            yield collapsed("Left out, and why", len(self.article.removed), ("reason", "parts", "bytes"), rows)


def collapsed(title: str, count: int, heads: Iterable[str], rows: Iterable[str]) -> str:
    """A table that is opened by a click."""
    head = "".join(f"<th>{one}</th>" for one in heads)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    # the words around the values are English, whatever the article's are
    return f'<details class="dl-ui" dir="ltr"><summary>{title} <span class="dl-quiet">({count})</span></summary><div class="dl-scroll">{table}</div></details>'


def _layers(article: Article) -> Iterator[Layer]:
    entities: dict[str, Iterable[Entity]] = {
        "source": article.sources,
        "person": article.people,
        "organisation": article.organisations,
        "place": article.places,
    }
    found: dict[str, list[Stretch]] = {kind: list(_mentions(kind, all_of_it)) for kind, all_of_it in entities.items()}
    found["quote"] = [Stretch.of(part, _speaker(quote)) for quote in article.quotes for part in quote.parts]
    found["date"] = [Stretch.of(date.span, _said("date", date.value, date.modifier, f"from the {date.anchor}" if date.anchor else None)) for date in article.dates]
    found["money"] = [Stretch.of(money.span, _said("amount", _amount(money.amount, money.amount_max), money.currency, money.per and f"per {money.per}")) for money in article.money]
    found["annotation"] = [Stretch.of(one.span, _said(one.kind, one.value, f"by {one.by}")) for one in article.annotations]
    for kind, _, _ in KINDS:
        if found[kind]:
            yield Layer(kind, disjoint(found[kind]))
    if article.dateline:
        yield Layer("dateline", [Stretch.of(article.dateline.span, "dateline")])
    tags = {"strong": "strong", "emphasis": "em", "code": "code", "strike": "s", "subscript": "sub", "superscript": "sup"}
    for kind, tag in tags.items():
        marks = [Stretch.of(mark.span, "") for block in article.blocks if block.kind != "code" for mark in block.marks if mark.kind == kind]
        if marks:
            yield Layer(kind, disjoint(marks), tag)


def _mentions(kind: str, entities: Iterable[Entity]) -> Iterator[Stretch]:
    for entity in entities:
        if isinstance(entity, Person):
            said = _said(kind, entity.name, entity.role, entity.organisation)
        else:
            said = _said(kind, entity.name, entity.country if isinstance(entity, Place) else entity.kind)
        for mention in entity.mentions:
            yield Stretch.of(mention.span, said)


def _speaker(quote: Quote) -> str:
    speaker = quote.speaker.name if quote.speaker else "nobody named"
    said = f"{speaker}: {quote.kind} quote"
    if quote.cue:
        said += f", \N{LEFT DOUBLE QUOTATION MARK}{quote.cue.text}\N{RIGHT DOUBLE QUOTATION MARK}"
    return f"{said}, by way of {quote.via.name}" if quote.via else said


def _amount(amount: str, amount_max: str | None) -> str:
    return f"{amount} to {amount_max}" if amount_max else amount


def _said(kind: str, *details: str | None) -> str:
    return f"{kind}: {', '.join(detail for detail in details if detail) or 'not resolved'}"


def disjoint(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches in order; of those that overlap the first, of those that begin alike the longest."""
    kept: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda one: (one.start, -one.stop)):
        if not kept or stretch.start >= kept[-1].stop:
            kept.append(stretch)
    return kept


def words(text: str) -> str:
    """Text as it may stand in HTML: escaped, its line breaks kept, what no page may hold replaced."""
    return escape(text.translate(UNFIT)).replace("\n", "<br>")


def shortened(text: str) -> str:
    return text if len(text) <= VALUE else text[:VALUE].rstrip() + ELLIPSIS
