import { expect, it } from "vitest";
import { consoleMarkup, readable } from "@/components/ui/release/fixtures/console-markup";
import { end, take } from "@/lib/domain/release/fixtures/bound-night";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import type { Play } from "@/lib/domain/release/fixtures/release-play";
import { rm, started } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import type { JobOutcome } from "@/lib/domain/release/job";
import { BarFacts } from "./bar-facts";

const factsOf = (play: Play, locale: "en" | "zh-CN" = "en") => readable(consoleMarkup(<BarFacts />, play, { locale }));

function drill(play: Play, outcome: JobOutcome): void {
  play.must(rm, { type: "rollback.drill" });
  const job = take(play);
  play.pass(38 / 60);
  end(play, job, outcome);
}

it("beside stopping stands how long the way back takes, and that the newest drill did not succeed", () => {
  const play = started({ plan: boundPlan(smallPlan) });
  expect(factsOf(play)).toContain("Rollback not drilled · target 5 min");
  drill(play, "succeeded");
  expect(factsOf(play)).toMatch(/A rollback takes 38 s \(drill \d\d:\d\d\)/u);
  expect(factsOf(play)).not.toContain("did not succeed");
  drill(play, "lost");
  expect(factsOf(play)).toContain("The last drill did not succeed");
  expect(factsOf(play, "zh-CN")).toContain("最近一次演练没有成功");
});

it("a drill of another night is told with its day: its time alone would pass for tonight's", () => {
  const play = started({ plan: boundPlan(smallPlan) });
  drill(play, "succeeded");
  play.pass(24 * 60);
  expect(factsOf(play)).toMatch(/\(drill \d{4}-\d\d-\d\d \w+ \d\d:\d\d\)/u);
});
