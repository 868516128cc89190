export type Labels = Record<string, string>;
/** One value with its labels; the metric's name is `__name__`. */
export type Point = { labels: Labels; value: number };

/** A metric of the shop: what stood on its counters and gauges at a time, in seconds of the shop's own clock. */
export type Metrics = (name: string, atS: number) => Point[];

/** Labels without some of them; the metric's name goes with every operation. */
export function withoutLabels(labels: Labels, names: readonly string[]): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => name !== "__name__" && !names.includes(name)));
}

export function onlyLabels(labels: Labels, names: readonly string[]): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => names.includes(name)));
}

/** The same labels give the same text, in whatever order they came. */
export function labelKey(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Points that share their labels after `keep`, in the order in which they first came. */
export function grouped(points: readonly Point[], keep: (labels: Labels) => Labels): Map<string, Point[]> {
  const groups = new Map<string, Point[]>();
  for (const { labels, value } of points) {
    const kept = keep(labels);
    const key = labelKey(kept);
    groups.set(key, [...(groups.get(key) ?? []), { labels: kept, value }]);
  }
  return groups;
}
