"""Writes lib/analysis/golden/*.json: what SciPy says, so that the tests need no SciPy.

Run from the root of the repository with python3 and SciPy (Debian: python3-scipy).
"""

import json
import random

from scipy.stats import binom, mannwhitneyu, norm

random.seed(20261123)


def round_values(values, digits):
    return [round(value, digits) for value in values]


def mann_whitney():
    samples = [
        ([100] * 7 + [1] * 3, [1] * 10),
        ([100] * 8 + [1] * 2, [1] * 10),
        ([0, 1, 2, 1, 0, 0], [0] * 6),
        ([1, 2, 3], [4, 5, 6]),
        ([5], [5, 5, 6]),
    ]
    for size in (6, 12, 30, 200):
        for shift in (0, 0.3, 1, 3):
            for digits in (0, 1, 6):
                x = round_values((random.gauss(shift, 1) for _ in range(size)), digits)
                y = round_values((random.gauss(0, 1) for _ in range(size + size // 3)), digits)
                samples.append((x, y))
    return [
        {"x": x, "y": y, "p": float(mannwhitneyu(x, y, alternative="two-sided", method="asymptotic").pvalue)}
        for x, y in samples
    ]


def lower_tails():
    cases = [(0, 100, 0.05), (0, 1000, 0.05), (35, 1000, 0.05), (9_500, 200_000, 0.05), (498_000, 1_000_000, 0.5)]
    cases += [(n * share // 100 - k, n, share / 100) for n in (150, 3_000) for share in (5, 25, 50) for k in (1, 7)]
    return [{"k": k, "n": n, "p": p, "tail": float(binom.cdf(k, n, p))} for k, n, p in cases]


def normal_tails():
    return [{"z": z / 10, "tail": float(norm.sf(z / 10))} for z in range(-60, 91, 3)]


def write(name, values):
    with open(f"lib/analysis/golden/{name}.json", "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(value) for value in values) + "\n]\n")


write("mann-whitney", mann_whitney())
write("binomial-tails", lower_tails())
write("normal-tails", normal_tails())
