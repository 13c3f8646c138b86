"""Folders of pages go in, one extractor's texts and what it took to make them come out.

    extract.py PEER OUT.jsonl PASSES FOLDER...

PEER is a key of PEERS. Every page is held in memory as it lies on the disk; what is timed is from the page's bytes, decompressed, to its main text as a
string, nothing else. The pages are gone through PASSES times and the fastest pass counts. A page that raises is counted and gives no text.
The last line on the standard output is one JSON object: pages, failed, bytes, seconds, peak_kib.
"""

import gzip
import json
import pathlib
import re
import sys
import time


def decoded(page):
    """For what takes strings alone: most pages are UTF-8, and a detector would cost more than some of these extractors."""
    return page.decode("utf-8", "replace")


def turbohtml():
    import turbohtml

    return lambda page: turbohtml.parse(decoded(page)).article().text


def turbohtml_parse():
    """Only the tree, for the bench of the parser."""
    import turbohtml

    def parse(page):
        turbohtml.parse(page)
        return ""

    # the caller's decoding is not the parser's work
    parse.takes = "str"
    return parse


def trafilatura():
    import trafilatura

    return lambda page: trafilatura.extract(page, include_comments=False)


def readability():
    from lxml import html
    from readability import Document

    blocks = "//p|//div|//li|//h1|//h2|//h3|//h4|//h5|//h6|//blockquote|//pre|//td|//th|//br|//figure|//section"

    def text(page):
        tree = html.fromstring(Document(decoded(page)).summary(html_partial=True))
        for block in tree.xpath(blocks):
            block.tail = "\n" + (block.tail or "")
        return re.sub(r"\n\s*\n+", "\n", tree.text_content()).strip()

    return text


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page: extract_plain_text(decoded(page), main_content=True, alt_texts=False)


PEERS = {
    "turbohtml": turbohtml,
    "turbohtml-parse": turbohtml_parse,
    "trafilatura": trafilatura,
    "readability-lxml": readability,
    "resiliparse": resiliparse,
}


def peak_kib():
    """The most memory that this process has held, in KiB."""
    try:
        status = pathlib.Path("/proc/self/status").read_text()
        return int(re.search(r"VmHWM:\s*(\d+)", status)[1])
    except OSError:
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def one_pass(extract, packed, say):
    takes_str = getattr(extract, "takes", "") == "str"
    texts, seconds, size = {}, 0.0, 0
    for done, (name, page) in enumerate(packed, 1):
        page = gzip.decompress(page) if name.endswith(".gz") else page
        size += len(page)
        page = decoded(page) if takes_str else page
        start = time.perf_counter()
        try:
            text = extract(page)
        except Exception:
            text = None
        seconds += time.perf_counter() - start
        texts[name] = text
        if done % 100 == 0 or done == len(packed):
            say(f"{done} of {len(packed)}")
    return texts, seconds, size


def main():
    peer, out, passes, *folders = sys.argv[1:]
    extract = PEERS[peer]()
    files = sorted(f for folder in folders for f in pathlib.Path(folder).iterdir() if f.suffix in (".gz", ".html"))
    packed = [(f.name, f.read_bytes()) for f in files]
    best = None
    for number in range(1, int(passes) + 1):
        # a line that is written over at a terminal; a log gets none of it
        say = lambda words: sys.stderr.isatty() and print(f"\r{peer}: pass {number}, {words} ", end="", file=sys.stderr, flush=True)
        texts, seconds, size = one_pass(extract, packed, say)
        best = seconds if best is None else min(best, seconds)
    print(f"{peer}: {len(packed)} pages, {best:.2f} s", file=sys.stderr)
    with open(out, "w", encoding="utf-8") as lines:
        for name, text in texts.items():
            # a lone surrogate cannot be written, and says nothing
            text = (text or "").encode("utf-8", "replace").decode("utf-8")
            lines.write(json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n")
    failed = sum(text is None for text in texts.values())
    print(json.dumps({"pages": len(packed), "failed": failed, "bytes": size, "seconds": best, "peak_kib": peak_kib()}))


if __name__ == "__main__":
    main()
