import { describe, expect, it } from "vitest";
import { consoleMarkup, readable } from "@/components/ui/release/fixtures/console-markup";
import { end, newest, take } from "@/lib/domain/release/fixtures/bound-night";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import type { Play } from "@/lib/domain/release/fixtures/release-play";
import { shifting } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import type { JobEnd } from "@/lib/domain/release/job";
import type { Locale } from "@/lib/i18n/locale";
import { JobHead } from "./job-line";

function ended(outcome: JobEnd["outcome"], more: Partial<JobEnd>): Play {
  const play = shifting({ plan: boundPlan(smallPlan) });
  end(play, take(play), outcome, more);
  return play;
}

const saidIn = (locale: Locale, play: Play) => readable(consoleMarkup(<JobHead id={newest(play)} />, play, { locale }));

describe("how a run ended", () => {
  it.each([
    ["en", "the host's file does not allow commands out of plans"],
    ["zh-CN", "主机配置不允许执行计划中的命令"],
  ] as const)("says in %s why the host refused it, with the host's own words", (locale, why) => {
    const play = ended("refused", { refusal: "scripts_off", exitCode: null, says: "planScripts: refuse" });
    expect(saidIn(locale, play)).toContain(why);
    expect(saidIn(locale, play)).toContain("planScripts: refuse");
  });

  it("is told by its process' figures in the reader's language, and not once more in the plan's", () => {
    const play = ended("failed", { exitCode: 3, says: "退出码 3" });
    expect(saidIn("en", play)).toContain("Failed: exit code 3");
    expect(saidIn("en", play)).not.toContain("退出码");
  });

  it("of an older log is told by what its runner said", () => {
    expect(saidIn("zh-CN", ended("refused", { exitCode: null, says: "No such action." }))).toContain("No such action.");
  });
});
