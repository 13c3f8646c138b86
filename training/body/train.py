#!/usr/bin/env python3
"""Trains the forests that choose an article's body and tell kinds of pages apart.

    cargo build --release -p dateline-training
    for set in wcxb scrapinghub; do target/release/dateline-training table ../shared/bench/data/$set/pages out/$set; done
    python training/body/train.py ../shared/bench/data out crates/dateline/models [--folds 5 [--keep DIR]]

The tables are made by dateline itself, so that what is trained on is what is asked later. Labels: the tokens of a page are aligned to the tokens of its labelled text (longest
common subsequence); a segment's label is the share of its tokens that are aligned. Both sets allow reuse (wcxb CC BY 4.0, scrapinghub MIT); no other is read.

With --folds, the pages are split by site and each part is predicted by forests that saw none of its sites; from the predictions the body is chosen as the library does it
(`extract/body/choice.rs`, the standfirst, posts and what is said twice left aside). The mean word F1 by kind, and how it stands to the expected one, are printed and written beside the
forests, which are then trained on all pages. With --keep, each fold's forests and the names of its pages are written as well: `dateline-training extract DIR/0 PAGES OUT DIR/0/wcxb.ids`
reads these pages with them.
"""
import argparse
import json
import re
import struct
import urllib.parse
import zlib
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from catboost import CatBoostClassifier, Pool
from rapidfuzz.distance import LCSseq

SEED = 1
WORD = re.compile(r"\w+")
KINDS = ["article", "collection", "documentation", "forum", "listing", "product", "service"]
BODY = dict(iterations=260, depth=6, learning_rate=0.11, l2_leaf_reg=6, border_count=64)
KIND = dict(iterations=250, depth=4, learning_rate=0.06, l2_leaf_reg=6, border_count=64)
# What the part of a page counts where the page counts one.
PART = 0.35
# Columns that are the same for all segments of a page: the last of the table.
PAGE_COLUMNS = 74
# The last of these are asked for the kind alone: a forest of segments would know pages by them.
ONLY_KIND = 43
# The numbers of `extract/body/choice.rs` and `features/mod.rs`: how much the page's being an article makes of a segment's probability, the caution on what is one, the doubt.
EXPONENT = (0.8, 0.6)
CAUTION, CAUTION_OF_FEW = 0.4, 0.7
DOUBT = 8.0
FEW = 60
SURELY = 5.0
SURE = 0.9
# Columns of a segment's weight, of its element, of what it says that it is, of its weight if it is prose, and of how often its words stand in the page.
WEIGHT, TAG, PHRASE, PROSE, REPEATS = 0, 13, 14, 16, 155
SUBHEADS = (4, 5, 6)
CREDIT = 15
KEPT, METADATA, COMMENT = 0, 1, 2
# Bounds of the table of confidences.
BOUNDS = (0.3, 0.5, 0.7, 0.8, 0.9, 0.95)


def tokens(text):
    return WORD.findall((text or "").lower())


class Set:
    """One labelled set with its table."""

    def __init__(self, data, tables, name):
        self.gold = {row["id"]: row for row in map(json.loads, open(data / name / "gold.jsonl", encoding="utf-8"))}
        self.pages = [json.loads(line) for line in open(tables / name, encoding="utf-8")]
        self.segments = [[tokens(words) for words in page["words"]] for page in self.pages]
        count = sum(map(len, self.segments))
        self.rows = np.fromfile(tables / f"{name}.rows", dtype=np.uint8).reshape(count, -1) if count else None
        self.page_of = np.repeat(np.arange(len(self.pages)), [len(s) for s in self.segments])
        self.starts = np.r_[0, np.cumsum([len(s) for s in self.segments])]
        labelled = [self.gold.get(page["id"]) for page in self.pages]
        self.kinds = [row and row.get("kind", "article") for row in labelled]
        self.texts = [tokens(row.get("text")) if row else [] for row in labelled]
        self.labels = np.concatenate([label(s, t) for s, t in zip(self.segments, self.texts)])
        self.weights = self.weigh()
        self.lengths = [np.array(page["weights"], float) for page in self.pages]
        self.verdicts = [np.array(page["verdicts"], np.uint8) for page in self.pages]
        self.sites = [site(row, page["id"]) for row, page in zip(labelled, self.pages)]

    def weigh(self):
        """Each page counts the same in the measure, and in it each segment by its length; a little less steep, so that short lines are learned too."""
        lengths = np.array([len(s) for page in self.segments for s in page], float)
        whole = np.array([len(t) for t in self.texts], float)[self.page_of]
        kinds = np.array([1.0 if kind == "article" else 0.7 for kind in self.kinds])[self.page_of]
        kinds = kinds * np.array([PART if page["part"] else 1.0 for page in self.pages])[self.page_of]
        return np.where(whole > 0, (lengths**0.75 + 0.5) / np.maximum(whole, 1) ** 0.75, 0) * kinds


def label(segments, text):
    page = [token for segment in segments for token in segment]
    hits = np.zeros(len(page), bool)
    if page and text:
        numbers = {}
        a, b = ([numbers.setdefault(token, len(numbers)) for token in part] for part in (page, text))
        if len(a) * len(b) <= 4e8:
            for block in LCSseq.opcodes(a, b):
                if block.tag == "equal":
                    hits[block.src_start : block.src_end] = True
        else:  # too large a table: tokens in runs of four that the text has
            runs = {tuple(b[i : i + 4]) for i in range(len(b) - 3)}
            for i in range(len(a) - 3):
                if tuple(a[i : i + 4]) in runs:
                    hits[i : i + 4] = True
    bounds = np.cumsum([0] + [len(segment) for segment in segments])
    return np.array([hits[a:b].mean() if b > a else 0.0 for a, b in zip(bounds, bounds[1:])])


def site(row, name):
    host = urllib.parse.urlsplit((row or {}).get("url") or "").netloc.lower().removeprefix("www.")
    return host or name


def body_rows(rows):
    return rows[:, :-ONLY_KIND].astype(np.float32)


def fit_body(parts):
    rows, labels, weights = (np.concatenate(column) for column in zip(*parts))
    counts = weights > 0
    model = CatBoostClassifier(loss_function="CrossEntropy", random_seed=SEED, thread_count=2, verbose=0, **BODY)
    return model.fit(Pool(body_rows(rows[counts]), labels[counts], weight=weights[counts]))


def page_rows(labelled_set, pages):
    return np.array([labelled_set.rows[labelled_set.starts[page], -PAGE_COLUMNS:] for page in pages], np.float32)


def fit_kind(labelled_set, pages):
    weights = [PART if labelled_set.pages[page]["part"] else 1.0 for page in pages]
    model = CatBoostClassifier(loss_function="MultiClass", random_seed=SEED, thread_count=2, verbose=0, **KIND)
    return model.fit(Pool(page_rows(labelled_set, pages), [KINDS.index(labelled_set.kinds[page]) for page in pages], weight=weights))


def log(count):
    """The scale of counts: see `features/scale.rs`."""
    power = (count + 1).bit_length() - 1
    return power * 8 + ((((count + 1) << 3) >> power) & 7)


def corrected(rows, verdicts, likely, article):
    """What the rules make of the likelihoods: see `Features::corrected`."""
    short, prose = rows[:, WEIGHT] <= log(140), rows[:, PROSE] > 0
    ruled = (verdicts == METADATA) | (verdicts == COMMENT)
    says_so = ~ruled & short & ((rows[:, PHRASE] == CREDIT) | ((rows[:, PHRASE] > 0) & ~prose))
    often = ~ruled & ~says_so & (likely < SURE) & (rows[:, REPEATS] >= log(3)) & (rows[:, WEIGHT] >= log(45))
    less = np.select([verdicts == METADATA, verdicts == COMMENT, says_so, often], [0.2, 0.4, 0.2, 0.3], 1.0)
    result = likely * np.where(verdicts == COMMENT, less, 1 - article * (1 - less))
    is_text = prose | np.isin(rows[:, TAG], SUBHEADS)
    surer = ~ruled & ~says_so & ~often & (verdicts == KEPT) & is_text & (len(rows) < FEW)
    return np.where(surer, 1 - (1 - likely) * 0.5, result)


def choose(lengths, likely, recall):
    """Which segments are kept, so that the expected F1 is greatest, and what it is: see `most_expected`."""
    order = np.argsort(-likely, kind="stable")
    found, kept = np.cumsum((lengths * likely)[order]), np.cumsum(lengths[order])
    whole = (lengths * likely).sum() + DOUBT
    best = int(np.argmax((1 + recall) * found / (kept + recall * whole)))
    return likely >= likely[order[best]], 2 * found[best] / (kept[best] + whole)


def fewness(segments):
    return max(0.0, 1 - segments / FEW)


def article_share(odds, segments):
    """How likely a page is an article, from the odds of the kinds."""
    odds = odds.copy()
    odds[0] += SURELY * fewness(segments)
    return float(np.exp(odds[0] - odds.max()) / np.exp(odds - odds.max()).sum())


def word_f1(found, wanted):
    a, b = Counter(found), Counter(wanted)
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


def is_measured(part, page):
    return part.kinds[page] and part.segments[page] and not part.pages[page]["part"]


def cross_validate(sets, folds, keep):
    """The odds of every segment and of every page's kinds, by forests that saw none of the page's site."""
    wcxb = sets["wcxb"]
    fold_of = {name: np.array([zlib.crc32(site.encode()) % folds for site in part.sites]) for name, part in sets.items()}
    odds = {name: np.zeros(len(part.rows)) for name, part in sets.items()}
    kinds = {name: np.zeros((len(part.pages), len(KINDS))) for name, part in sets.items()}
    for fold in range(folds):
        seen = {name: fold_of[name][part.page_of] != fold for name, part in sets.items()}
        body = fit_body([(part.rows[seen[name]], part.labels[seen[name]], part.weights[seen[name]]) for name, part in sets.items()])
        kind = fit_kind(wcxb, [page for page in range(len(wcxb.pages)) if wcxb.kinds[page] and wcxb.segments[page] and fold_of["wcxb"][page] != fold])
        for name, part in sets.items():
            pages = [page for page in range(len(part.pages)) if fold_of[name][page] == fold and is_measured(part, page)]
            kinds[name][pages] = kind.predict(page_rows(part, pages), prediction_type="RawFormulaVal")
            odds[name][~seen[name]] = body.predict(body_rows(part.rows[~seen[name]]), prediction_type="RawFormulaVal")
        if keep:
            folder = keep / str(fold)
            folder.mkdir(parents=True, exist_ok=True)
            write_both(body, kind, wcxb, folder)
            for name, part in sets.items():
                ids = [part.pages[page]["id"] for page in range(len(part.pages)) if fold_of[name][page] == fold and is_measured(part, page)]
                (folder / f"{name}.ids").write_text("".join(f"{id}\n" for id in ids))
    return odds, kinds


def measure(sets, odds, kinds):
    """Word F1 by set and kind, and how it stands to what was expected, of bodies chosen from the odds."""
    scores, confidences, right = defaultdict(list), [], []
    for name, part in sets.items():
        for page in filter(lambda page: is_measured(part, page), range(len(part.pages))):
            if name == "wcxb":
                right.append(KINDS[int(kinds[name][page].argmax())] == part.kinds[page])
            if not part.texts[page]:
                continue
            place = slice(part.starts[page], part.starts[page + 1])
            article = article_share(kinds[name][page], len(part.segments[page]))
            likely = (1 / (1 + np.exp(-odds[name][place]))) ** (EXPONENT[0] + EXPONENT[1] * article)
            likely = corrected(part.rows[place], part.verdicts[page], likely, article)
            caution = CAUTION + (CAUTION_OF_FEW - CAUTION) * fewness(len(part.segments[page]))
            kept, expected = choose(part.lengths[page], likely, 1 - caution * article)
            words = [word for segment, is_kept in zip(part.segments[page], kept) if is_kept for word in segment]
            score = word_f1(words, part.texts[page])
            scores[name, part.kinds[page]].append(score)
            scores[name, "all"].append(score)
            confidences.append((expected, score))
    report = {f"{name} {kind}": round(100 * float(np.mean(values)), 2) for (name, kind), values in sorted(scores.items())}
    report["wcxb kind right"] = round(100 * float(np.mean(right)), 2)
    return report, calibration(np.array(confidences))


def calibration(pairs):
    """Rows of the table of confidences: from, pages, mean confidence, mean F1, share of pages above 90."""
    bucket = np.digitize(pairs[:, 0], BOUNDS)
    rows = []
    for at, least in enumerate((0.0, *BOUNDS)):
        held = pairs[bucket == at]
        if len(held):
            rows.append([least, len(held), *(round(100 * float(value), 1) for value in (held[:, 0].mean(), held[:, 1].mean(), (held[:, 1] > 0.9).mean()))])
    return rows


def write(model, outputs, first_column, path):
    """`DLF1`, trees, depth, outputs, leaf scale; then each tree's (column, threshold) pairs and its leaves, output by output, as little-endian 16-bit numbers; last the biases."""
    model.save_model(str(path) + ".json", format="json")
    saved = json.load(open(str(path) + ".json"))
    Path(str(path) + ".json").unlink()
    columns = [feature["flat_feature_index"] for feature in saved["features_info"]["float_features"]]
    trees = saved["oblivious_trees"]
    depth = max(len(tree["splits"]) for tree in trees)
    scale, bias = saved["scale_and_bias"]
    bias = (bias if isinstance(bias, list) else [bias]) or [0.0]
    assert scale == 1 and len(bias) == outputs
    leaf_scale = min(4096, int(32767 / max(1e-9, max(abs(v) for tree in trees for v in tree["leaf_values"]))))
    out = struct.pack("<4sHBBH", b"DLF1", len(trees), depth, outputs, leaf_scale)
    for tree in trees:
        splits = [(columns[s["float_feature_index"]] + first_column, int(np.floor(s["border"]))) for s in tree["splits"]]
        leaves = np.array(tree["leaf_values"]).reshape(-1, outputs)
        while len(splits) < depth:  # a split that nothing passes
            splits.append((first_column, 255))
            leaves = np.concatenate([leaves, np.zeros_like(leaves)])
        out += b"".join(struct.pack("<BB", *split) for split in splits)
        out += np.round(leaves.T * leaf_scale).astype("<i2").tobytes()
    out += np.round(np.array(bias) * leaf_scale).astype("<i4").tobytes()
    path.write_bytes(out)


def write_both(body, kind, wcxb, folder):
    write(body, 1, 0, folder / "body.forest")
    write(kind, len(KINDS), wcxb.rows.shape[1] - PAGE_COLUMNS, folder / "kind.forest")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("data", type=Path)
    arguments.add_argument("tables", type=Path)
    arguments.add_argument("models", type=Path)
    arguments.add_argument("--folds", type=int, default=0)
    arguments.add_argument("--keep", type=Path)
    arguments = arguments.parse_args()
    sets = {name: Set(arguments.data, arguments.tables, name) for name in ("wcxb", "scrapinghub")}
    if arguments.folds:
        report, confidences = measure(sets, *cross_validate(sets, arguments.folds, arguments.keep))
        report = {"seed": SEED, "folds": arguments.folds, "word F1 out of fold": report, "confidence: from, pages, mean, mean F1, above 90": confidences}
        print(json.dumps(report, indent=1))
        (arguments.models / "body.json").write_text(json.dumps(report, indent=1) + "\n")
    wcxb = sets["wcxb"]
    body = fit_body([(part.rows, part.labels, part.weights) for part in sets.values()])
    kind = fit_kind(wcxb, [page for page in range(len(wcxb.pages)) if wcxb.kinds[page] and wcxb.segments[page]])
    write_both(body, kind, wcxb, arguments.models)


if __name__ == "__main__":
    main()
