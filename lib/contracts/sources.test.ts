import { expect, it } from "vitest";
import { SourceWish } from "./sources";

const wish = { name: "p", kind: "grafana" };

it.each([
  ["https://grafana.example/of/us?a=b@c", true],
  ["http://10.0.0.7:9090", true],
  ["https://me:hush@grafana.example", false],
  ["HTTP://token@grafana.example/", false],
  ["file:///etc/passwd", false],
])("%s as an address: %s", (url, allowed) => {
  expect(SourceWish.safeParse({ ...wish, url }).success).toBe(allowed);
  const alertmanager = { ...wish, url: "https://p.example", alertmanagerUrl: url };
  expect(SourceWish.safeParse(alertmanager).success).toBe(allowed);
});
