const perSecond = 1_000;
const pastS = 3_600;
const stepS = 15;
const instances = Array.from({ length: 10 }, (_, n) => `shop-${n}`);
const bounds = ["0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5", "+Inf"];

/** How fast a counter rises at this time, per second: no two minutes alike, and the same in every run. */
type Rate = (atS: number) => number;

const wave =
  (mean: number, turnS: number): Rate =>
  (atS) =>
    mean * (1 + 0.3 * Math.sin((2 * Math.PI * atS) / turnS) + 0.1 * Math.sin(atS));

function counterLines(series: string, rate: Rate, [fromS, toS]: [number, number]): string[] {
  const lines: string[] = [];
  let count = 0;
  for (let atS = fromS; atS <= toS; atS += stepS) {
    lines.push(`${series} ${count.toFixed(6)} ${atS}`);
    count += rate(atS) * stepS;
  }
  return lines;
}

/** The metrics of a shop with ten instances, as text that `promtool` makes blocks of: the last hour and so many minutes ahead. */
export function shopHistory(now: number, minutesAhead: number): string {
  const nowS = Math.floor(now / perSecond);
  const span: [number, number] = [nowS - pastS, nowS + 60 * minutesAhead];
  const perVersion = (line: (labels: string, weight: number) => string[]) =>
    instances.flatMap((instance, n) =>
      ["v1.0", "v0.9"].flatMap((version) => line(`instance="${instance}",version="${version}"`, 1 + n / 10)),
    );
  const requests = perVersion((labels, weight) => [
    ...counterLines(`http_requests_total{${labels},code="200"}`, wave(20 * weight, 900), span),
    ...counterLines(`http_requests_total{${labels},code="500"}`, wave(0.01 * weight, 420), span),
  ]);
  const latency = perVersion((labels, weight) =>
    bounds.flatMap((le, n) => {
      const share = 1 - 0.5 ** (n + 1);
      const series = `http_request_duration_seconds_bucket{${labels},le="${le}"}`;
      return counterLines(series, wave(20 * weight * (le === "+Inf" ? 1 : share), 900), span);
    }),
  );
  const pauses = perVersion((labels) => counterLines(`jvm_gc_pause_seconds_sum{${labels}}`, wave(0.004, 300), span));
  const orders = instances.flatMap((instance) =>
    counterLines(`orders_created_total{instance="${instance}"}`, wave(4, 1_200), span),
  );
  return [
    ...["# TYPE http_requests counter", ...requests],
    ...["# TYPE http_request_duration_seconds unknown", ...latency],
    ...["# TYPE jvm_gc_pause_seconds_sum unknown", ...pauses],
    ...["# TYPE orders_created counter", ...orders],
    "# EOF\n",
  ].join("\n");
}

const ofNew = 'version="v1.0"';

/** The four panels of a release: errors, latency, collections and orders; each of one instance, or of them all. */
export function panelQueries(instance: string | null = null): string[] {
  const own = instance === null ? "" : `instance="${instance}",`;
  return [
    `100 * sum(rate(http_requests_total{${own}${ofNew},code="500"}[1m])) / sum(rate(http_requests_total{${own}${ofNew}}[1m]))`,
    `1000 * histogram_quantile(0.99, sum by (le) (rate(http_request_duration_seconds_bucket{${own}${ofNew}}[1m])))`,
    `1000 * sum(rate(jvm_gc_pause_seconds_sum{${own}${ofNew}}[1m]))`,
    `sum(rate(orders_created_total{${own.replace(/,$/, "")}}[1m]))`,
  ];
}
