import { grouped, type Point, withoutLabels } from "./vector";

type Bucket = { le: number; count: number };

/** Linear within the bucket that holds the rank, as Prometheus does; the highest finite bound where it lies beyond. */
function quantileOf(q: number, buckets: readonly Bucket[]): number {
  const total = buckets.at(-1)?.count ?? 0;
  if (total === 0 || buckets.length < 2) return Number.NaN;
  const rank = q * total;
  const index = buckets.findIndex(({ count }) => count >= rank);
  const bucket = buckets[index];
  const below = buckets[index - 1];
  if (bucket === undefined) return Number.NaN;
  if (bucket.le === Number.POSITIVE_INFINITY) return below?.le ?? Number.NaN;
  const start = below?.le ?? 0;
  const before = below?.count ?? 0;
  return bucket.count === before
    ? bucket.le
    : start + ((bucket.le - start) * (rank - before)) / (bucket.count - before);
}

/** `histogram_quantile(q, buckets)` over points with the label `le`, 0 ≤ q ≤ 1. */
export function histogramQuantile(q: number, points: readonly Point[]): Point[] {
  const groups = new Map<string, { labels: Point["labels"]; buckets: Bucket[] }>();
  for (const { labels, value } of points) {
    const [key = ""] = grouped([{ labels, value }], (own) => withoutLabels(own, ["le"])).keys();
    const group = groups.get(key) ?? { labels: withoutLabels(labels, ["le"]), buckets: [] };
    const bound = labels["le"] === "+Inf" ? Number.POSITIVE_INFINITY : Number(labels["le"]);
    group.buckets.push({ le: bound, count: value });
    groups.set(key, group);
  }
  return [...groups.values()].map(({ labels, buckets }) => ({
    labels,
    value: quantileOf(
      q,
      buckets.toSorted((a, b) => a.le - b.le),
    ),
  }));
}
