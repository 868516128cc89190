import { describe, expect, it } from "vitest";
import { readable } from "@/components/ui/release/fixtures/console-markup";
import type { Plan } from "@/lib/domain/plan/plan";
import { end, newest, take } from "@/lib/domain/release/fixtures/bound-night";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import type { Play } from "@/lib/domain/release/fixtures/release-play";
import { ops, rm, shifting, started } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import type { JobOutcome } from "@/lib/domain/release/job";
import { wallMarkup } from "./fixtures/wall-markup";
import { NowRollingBack } from "./now-stopped";
import { RollbackLines } from "./tiles";

const blueGreen = { before: null, switch: null, rollback: null, rollbackWithinMin: 1, lines: { from: 0, to: 0 } };
const plan: Plan = { ...boundPlan(smallPlan), blueGreen, info: { ...smallPlan.info, windowMin: 240 } };

function drill(play: Play, outcome: JobOutcome): void {
  play.must(rm, { type: "rollback.drill" });
  const job = take(play);
  play.pass(38 / 60);
  end(play, job, outcome);
}

const linesOf = (play: Play, locale: "en" | "zh-CN" = "en") => wallMarkup(<RollbackLines isWide />, play, locale);

describe("how long a rollback takes", () => {
  it("is the plan's word until it is drilled, and then what the drill took, and when", () => {
    const play = started({ plan });
    expect(readable(linesOf(play))).toContain("Rollback never drilled · target 5 min");
    drill(play, "succeeded");
    expect(readable(linesOf(play))).toMatch(/A rollback takes 38 s \(drilled \d\d:\d\d\)/u);
    expect(linesOf(play)).toMatch(/text-normal[^>]*>(?:(?!<\/li>).)*A rollback takes/u);
  });

  it("is said of a person's word as such, who and when", () => {
    const play = started();
    play.must(rm, { type: "rollback.drill", tookMs: 38_000 });
    expect(readable(linesOf(play, "zh-CN"))).toMatch(/回滚一次需 38 s（rm \d\d:\d\d 记录）/u);
  });

  it.each([
    ["failed", "en", "last drill did not succeed"],
    ["lost", "zh-CN", "最近一次演练没有成功"],
  ] as const)("does not stand as if nothing had happened after a drill that %s", (outcome, locale, words) => {
    const play = started({ plan });
    drill(play, "succeeded");
    drill(play, outcome);
    expect(readable(linesOf(play, locale))).toContain(words);
    expect(linesOf(play, locale)).toMatch(/text-serious[^>]*>(?:(?!<\/li>).)*38 s/u);
    drill(play, "succeeded");
    expect(readable(linesOf(play, locale))).not.toContain(words);
  });

  it("shows a drill while somebody may carry it out, and the last good one again when it was withdrawn before", () => {
    const play = started({ plan });
    drill(play, "succeeded");
    play.must(rm, { type: "rollback.drill" });
    const job = newest(play);
    expect(readable(linesOf(play))).toContain("Drilling the rollback");
    play.must(rm, { type: "job.cancel", job });
    expect(readable(linesOf(play))).toContain("A rollback takes 38 s");
  });

  it("is a warning where the only drill failed, and none where it was ended on request", () => {
    const [failed, ended] = [started({ plan }), started({ plan })];
    drill(failed, "failed");
    expect(readable(linesOf(failed))).toContain("never drilled · target 5 min · last drill did not succeed");
    drill(ended, "cancelled");
    expect(readable(linesOf(ended))).not.toContain("did not succeed");
  });

  it("is being found out while a drill runs, with its clock", () => {
    const play = started({ plan });
    play.must(rm, { type: "rollback.drill" });
    take(play);
    play.pass(0.5);
    expect(readable(linesOf(play))).toMatch(/Drilling the rollback · 0?0:30/u);
  });

  it("names the day of a drill that was another night's: its time alone would pass for tonight's", () => {
    const play = started({ plan });
    drill(play, "succeeded");
    expect(readable(linesOf(play))).toMatch(/\(drilled \d\d:\d\d\)/u);
    play.pass(24 * 60);
    expect(readable(linesOf(play))).toMatch(/\(drilled \d{4}-\d\d-\d\d \d\d:\d\d\)/u);
  });

  it("says until when it may begin and by whose figure, and when that has passed", () => {
    const play = started({ plan });
    expect(readable(linesOf(play))).toMatch(/last safe start \d\d:\d\d by the plan’s target/u);
    play.pass(300);
    expect(readable(linesOf(play))).toMatch(/past the last safe start/u);
  });
});

describe("the rollback under way", () => {
  function backing(): Play {
    const play = shifting({ plan });
    end(play, take(play), "succeeded");
    play.must(ops, { type: "rollback.start" });
    return play;
  }
  const shown = (play: Play, locale: "en" | "zh-CN" = "en") => wallMarkup(<NowRollingBack />, play, locale);

  it("has its clock against the plan's target, and the traffic's own against the time for the switch", () => {
    const play = backing();
    play.pass(0.2);
    const said = readable(shown(play));
    expect(said).toMatch(/target 5 min/u);
    expect(said).toMatch(/4:48 left of the target/u);
    expect(said).toMatch(/no runner has begun yet · 0?0:12 \/ 60 s/u);
    expect(said).toContain("back from 50% of traffic");
  });

  it("tells that the traffic is back, and how long that took, while its other steps go on", () => {
    const play = backing();
    const job = take(play);
    play.pass(0.1);
    end(play, job, "succeeded");
    play.pass(1);
    expect(readable(shown(play))).toMatch(/Traffic back after 6 s \/ 60 s/u);
    expect(shown(play)).not.toContain("w-late");
  });

  it.each([
    ["failed", "zh-CN", "流量没有切回"],
    ["lost", "en", "Traffic unknown: the runner was lost"],
    ["failed", "en", "Traffic NOT back"],
  ] as const)("marks a way back that %s, in %s, as the worst that it is", (outcome, locale, words) => {
    const play = backing();
    end(play, take(play), outcome);
    expect(readable(shown(play, locale))).toContain(words);
    expect(shown(play, locale)).toContain("w-late");
  });

  it("says by how much it is over its target", () => {
    const play = backing();
    end(play, take(play), "succeeded");
    play.pass(6);
    expect(readable(shown(play))).toMatch(/1:00 over the target/u);
  });
});
