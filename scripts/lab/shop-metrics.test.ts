import { describe, expect, it } from "vitest";
import { ShopMetrics } from "./shop-metrics";

describe("the shop's metrics", () => {
  it("count every request once by code and in every bucket that it fits", () => {
    const metrics = new ShopMetrics("v1.0.0");
    metrics.served("200", 0.004);
    metrics.served("500", 0.3);
    const lines = metrics.text().split("\n");
    expect(lines).toContain('http_requests_total{service="scm",version="v1.0.0",code="500"} 1');
    expect(lines).toContain('http_request_duration_seconds_bucket{service="scm",version="v1.0.0",le="0.005"} 1');
    expect(lines).toContain('http_request_duration_seconds_bucket{service="scm",version="v1.0.0",le="0.5"} 2');
    expect(lines).toContain('http_request_duration_seconds_bucket{service="scm",version="v1.0.0",le="+Inf"} 2');
    expect(lines).toContain('http_request_duration_seconds_count{service="scm",version="v1.0.0"} 2');
  });

  it("have their error counter before the first error: a missing series is no data, not none", () => {
    expect(new ShopMetrics("v0.9.0").text()).toContain('code="500"} 0');
  });
});
