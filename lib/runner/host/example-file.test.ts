import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { NginxSettings } from "@/lib/adapters/nginx/nginx-settings";
import { checkArguments } from "./check-arguments";
import { commandsOf } from "./judge-host-file";
import { parseHostFile } from "./parse-host-file";
import { fillElement } from "./template";

const source = readFileSync(resolve("examples/runner.example.yaml"), "utf8");
const parsed = parseHostFile("runner.example.yaml", source);

describe("the example of a host file", () => {
  it("is right in every line", () => {
    expect(parsed).toMatchObject({ ok: true });
  });

  it("has the work of the sample plan ready", () => {
    if (!parsed.ok) throw new Error(parsed.sentences.join("\n"));
    const programs = new Set(
      Object.values(parsed.file.actions).flatMap((action) => commandsOf(action).map(([first]) => first)),
    );
    for (const program of [
      "pg_dump",
      "pg_restore",
      "docker",
      "kubectl",
      "curl",
      "python3",
      "psql",
      "patronictl",
      "redis-cli",
    ]) {
      expect(programs).toContain(program);
    }
    expect(parsed.file.actions["follow-order-log"]?.followed).toBe(true);
  });

  it("describes an nginx that the driver takes", () => {
    if (!parsed.ok) throw new Error(parsed.sentences.join("\n"));
    expect(NginxSettings.safeParse(parsed.file.traffic["shop-edge"]?.settings)).toMatchObject({ success: true });
  });

  it("sends valid JSON to the search cluster, whatever a plan gives", () => {
    const action = parsed.ok ? parsed.file.actions["search-reroute"] : undefined;
    if (action === undefined) throw new Error("not there");
    const checked = checkArguments(action.arguments, { shard: 3 });
    if (!checked.ok) throw new Error(checked.sentence);
    const body = commandsOf(action)[0]?.find((element) => element.startsWith("{")) ?? "";
    expect(JSON.parse(fillElement(body, checked.values))).toEqual({
      commands: [{ allocate_replica: { index: "products", shard: 3, node: "es-node2" } }],
    });
    expect(checkArguments(action.arguments, { index: 'a","x":"' })).toMatchObject({ ok: false });
  });
});
