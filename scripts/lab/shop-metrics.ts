/** Upper bounds in seconds, as the sample plan's queries read them. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

/** What one version of the shop counts, in Prometheus' text format, written by hand: no library between the lab and the truth. */
export class ShopMetrics {
  private readonly codes = new Map([
    ["200", 0],
    ["500", 0],
  ]);
  private readonly buckets = BUCKETS.map(() => 0);
  private sum = 0;
  private count = 0;
  private readonly labels: string;

  constructor(version: string) {
    this.labels = `service="scm",version="${version}"`;
  }

  served(code: string, seconds: number): void {
    this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    BUCKETS.forEach((bound, at) => {
      if (seconds <= bound) this.buckets[at] = (this.buckets[at] ?? 0) + 1;
    });
    this.sum += seconds;
    this.count += 1;
  }

  text(): string {
    const { labels } = this;
    const duration = "http_request_duration_seconds";
    const orders = this.codes.get("200") ?? 0;
    return [
      "# TYPE http_requests_total counter",
      ...[...this.codes].map(([code, value]) => `http_requests_total{${labels},code="${code}"} ${value}`),
      `# TYPE ${duration} histogram`,
      ...BUCKETS.map((bound, at) => `${duration}_bucket{${labels},le="${bound}"} ${this.buckets[at]}`),
      `${duration}_bucket{${labels},le="+Inf"} ${this.count}`,
      `${duration}_sum{${labels}} ${this.sum}`,
      `${duration}_count{${labels}} ${this.count}`,
      "# TYPE orders_created_total counter",
      `orders_created_total{${labels}} ${orders}`,
      "",
    ].join("\n");
  }
}
