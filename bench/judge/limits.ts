import {
  EVIDENCE_WANTED,
  logEvidenceAbove,
  logEvidenceBelow,
  requestsStillNeeded,
} from "@/lib/analysis/limit-evidence";
import { binomial, seeded } from "./random";
import { median, type Row, within } from "./rows";

const RUNS = 2000;
const LOOK_S = 15;
const LOOKS = (30 * 60) / LOOK_S;
const LIMIT = 0.001;
const WANTED = Math.log(EVIDENCE_WANTED);

type Case = { perSecond: number; rate: number };
type Expected = { passed?: number; failed?: number; minutes?: number };
type End = { verdict: "passed" | "failed" | "inconclusive"; minutes: number };

function watch(random: () => number, { perSecond, rate }: Case): End {
  let errors = 0;
  for (let look = 1; look <= LOOKS; look += 1) {
    errors += binomial(random, perSecond * LOOK_S, rate);
    const counts = { errors, requests: look * perSecond * LOOK_S };
    const minutes = (look * LOOK_S) / 60;
    if (logEvidenceAbove(counts, LIMIT) >= WANTED) return { verdict: "failed", minutes };
    if (logEvidenceBelow(counts, LIMIT) >= WANTED) return { verdict: "passed", minutes };
  }
  return { verdict: "inconclusive", minutes: 30 };
}

/** Seldom ones may be off by two points, certain ones by one, the rest by three and a half; the median by a sixth or two looks. */
function judgeCase(given: Case, expected: Expected, seed: number): Row[] {
  const random = seeded(seed);
  const ends = Array.from({ length: RUNS }, () => watch(random, given));
  const what = `${given.perSecond}/s at a true ${(given.rate * 100).toFixed(2)} %`;
  const share = (verdict: End["verdict"]) => (100 * ends.filter((end) => end.verdict === verdict).length) / RUNS;
  const rows: Row[] = [];
  for (const verdict of ["passed", "failed"] as const) {
    const wanted = expected[verdict];
    if (wanted === undefined) continue;
    const slack = wanted >= 99.5 ? 1 : wanted <= 5 ? 2 : 3.5;
    rows.push(within(`${what}: ${verdict}`, { got: share(verdict), wanted, slack, unit: "%" }));
  }
  if (expected.minutes === undefined) return rows;
  const which = expected.passed !== undefined ? "passed" : "failed";
  const got = median(ends.filter((end) => end.verdict === which).map((end) => end.minutes));
  const slack = Math.max(0.5, expected.minutes / 6);
  return [...rows, within(`${what}: median`, { got, wanted: expected.minutes, slack, unit: "min" })];
}

const CASES: [Case, Expected][] = [
  [
    { perSecond: 10, rate: 0.0003 },
    { passed: 87, minutes: 11 },
  ],
  [{ perSecond: 10, rate: 0.0005 }, { passed: 50 }],
  [
    { perSecond: 10, rate: 0.001 },
    { passed: 3, failed: 2 },
  ],
  [
    { perSecond: 10, rate: 0.002 },
    { failed: 85, minutes: 13 },
  ],
  [
    { perSecond: 10, rate: 0.005 },
    { failed: 100, minutes: 1.5 },
  ],
  [
    { perSecond: 10, rate: 0.01 },
    { failed: 100, minutes: 0.5 },
  ],
  [
    { perSecond: 50, rate: 0.0005 },
    { passed: 100, minutes: 7 },
  ],
];

/** "Thresholds at low traffic": the limit 0.1 %, a look every 15 s for 30 min. */
export function limitRows(): Row[] {
  const needed = [
    [0, 3770],
    [1, 6700],
    [3, 10_700],
  ] as const;
  return [
    ...needed.map(([errors, wanted]) =>
      within(`requests needed with ${errors} errors`, {
        got: requestsStillNeeded({ errors, requests: errors }, LIMIT) + errors,
        wanted,
        slack: 0.01 * wanted,
        unit: "",
      }),
    ),
    ...CASES.flatMap(([given, expected], index) => judgeCase(given, expected, 100 + index)),
  ];
}
