import { describe, expect, it } from "vitest";
import { type JobFinish, RefusalReason, TrafficResult } from "@/lib/contracts/runner";
import { sayPhrase } from "@/lib/server/say-phrase";
import { sayEnd } from "./say-end";

const ended: JobFinish = {
  ...{ instance: "i", epoch: 1, outcome: "failed", refusal: null, exitCode: 3, signal: null, bytes: 0 },
  ...{ producedBytes: 0, capped: false, startedAt: 1_000, endedAt: 32_400, says: "It ended with 3." },
  ...{ traffic: null, probe: null },
};
const said = (language: "zh" | "en", more: Partial<JobFinish>) => sayEnd(language, { ...ended, ...more }, sayPhrase);

const withdrawn = { kind: "refused", because: "withdrawn", detail: "", standing: "before", phases: [] };

describe("the end of a job", () => {
  it.each([
    [{}, "退出码 3", "exit code 3"],
    [{ exitCode: null, signal: "SIGKILL" }, "被 SIGKILL 终止", "ended by SIGKILL"],
    [
      { outcome: "timed_out", exitCode: null, signal: "SIGTERM" },
      "运行 31 秒，超过时限（被 SIGTERM 终止）",
      "ran for 31 s, longer than its limit (ended by SIGTERM)",
    ],
    [{ outcome: "cancelled" }, "已按要求终止（退出码 3）", "ended on request (exit code 3)"],
    [
      { outcome: "cancelled", exitCode: null, says: "Ended before command 2 of 3 began." },
      "已按要求终止（之后没有再开始任何命令）",
      "ended on request (nothing more was begun)",
    ],
    [
      { outcome: "succeeded", exitCode: null, signal: "SIGTERM" },
      "跟踪 31 秒后按主机配置结束",
      "followed for 31 s, then ended as the host's file says",
    ],
  ] as const)("is said by the figures of its process, in the plan's language: %o", (more, zh, en) => {
    expect(said("zh", more)).toEqual({ says: zh });
    expect(said("en", more)).toEqual({ says: en });
  });

  it("keeps what a driver said, which has both languages", () => {
    const more = { exitCode: null, says: "流量没有变动 / traffic was not touched" };
    expect(said("zh", more)).toEqual({ says: more.says });
    const traffic = TrafficResult.parse({
      verb: "set",
      reply: { ...withdrawn, sentence: { zh: "流量没有变动", en: "untouched" } },
    });
    expect(said("zh", { ...more, outcome: "cancelled", traffic })).toEqual({ says: more.says });
  });

  it.each(RefusalReason.options)("is a refusal that has words in both languages: %s", (refusal) => {
    const more = { outcome: "refused" as const, exitCode: null, refusal, says: "The host's own words." };
    for (const language of ["zh", "en"] as const) {
      const { says, reason = "" } = said(language, more);
      expect(says).toBe("The host's own words.");
      expect(reason).toContain("The host's own words.");
      expect(reason).not.toContain("word.refused");
    }
  });

  it("that nobody saw has what the host's probe says of it, and whether the probe itself failed", () => {
    const lost = { outcome: "lost" as const, exitCode: null, says: "Its keeper is gone." };
    expect(said("en", { ...lost, probe: { succeeded: true, text: "2.1 GB are there" } })).toEqual({
      says: "Its keeper is gone. · the host's probe says: 2.1 GB are there",
    });
    expect(said("zh", { ...lost, probe: { succeeded: false, text: "no such file" } }).says).toBe(
      "主机上没有人看到它如何结束，请核实；它不会自动重跑（Its keeper is gone.） · 主机的探测失败：no such file",
    );
    expect(said("en", { ...lost, probe: null }).says).toBe("Its keeper is gone.");
  });
});
