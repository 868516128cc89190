import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPlan } from "@/lib/plan-text/read-plan";
import { holdsConfiguration, isEndless } from "./command-nature";

const sample = readFileSync(new URL("../../../prisma/sample/scm-v1.0.0-mvp.zh-CN.md", import.meta.url), "utf8");
const { plan } = readPlan(sample);
const steps = [
  ...(plan?.stepGroups ?? []).flatMap((group) => group.steps),
  ...(plan?.rollback?.steps ?? []),
  ...(plan?.playbooks ?? []).flatMap((playbook) => playbook.steps),
];
const named = (holds: (commands: string) => boolean) =>
  steps.filter(({ commands }) => holds(commands)).map(({ name }) => name);

describe("of the sample plan", () => {
  it("only nginx' own text is configuration", () => {
    expect(named(holdsConfiguration)).toEqual(["Nginx 配置（权重）", "Nginx 配置（全量）", "Nginx 切换流量到蓝环境"]);
  });

  it("only what follows or watches is endless", () => {
    expect(named(isEndless)).toContain("实时日志查看");
    expect(
      steps.filter(({ commands }) => isEndless(commands)).every(({ commands }) => /logs -f|watch/u.test(commands)),
    ).toBe(true);
  });
});

describe("configuration", () => {
  it.each([
    "upstream shop {\n  server a:1;\n}",
    "# to put in place\nserver {\n listen 80;\n}",
    "location /x {\n}\nnginx -s reload",
  ])("is seen in %j", (text) => expect(holdsConfiguration(text)).toBe(true));

  it.each([
    "for i in {1..10}; do\n  curl x\ndone",
    "check() {\n  curl x\n}\ncheck",
    "function check {\n  curl x\n}\ncheck",
    "awk '{ print $1 }' x",
    "curl -d '{\n}' x",
    "{\n echo a\n} > b",
    'if [ "$x" = 1 ]; then\n echo {\nfi',
    "nginx -t && nginx -s reload",
  ])("is not seen in %j", (text) => expect(holdsConfiguration(text)).toBe(false));
});

describe("what does not end by itself", () => {
  it.each([
    "kubectl logs -f -l app=order-service -n scm | grep ERROR",
    "kubectl get pods --watch",
    "kubectl get pods -n x -w",
    "watch -n 5 curl x",
    "tail -F /var/log/x",
    "tail -n 100 -f x",
    "docker logs --follow shop",
    "journalctl -u nginx -f",
    "while true; do curl x; sleep 1; done",
  ])("is %j", (text) => expect(isEndless(text)).toBe(true));

  it.each([
    "kubectl logs order-1 --tail=100",
    "tail -n 20 x",
    "curl -f http://x/health",
    "pg_dump -F c -f x.dump",
    "kubectl apply -f k8s/green",
    "kubectl wait --for=condition=Ready pod --timeout=300s",
    "# tail -f x\necho done",
    "while read -r line; do echo x; done",
  ])("is not %j", (text) => expect(isEndless(text)).toBe(false));
});
