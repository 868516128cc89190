import { expect, it } from "vitest";
import { consoleMarkup, readable } from "@/components/ui/release/fixtures/console-markup";
import { end, take } from "@/lib/domain/release/fixtures/bound-night";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import type { Play } from "@/lib/domain/release/fixtures/release-play";
import { prepared, rm } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import { DrillForm } from "./drill-form";
import { RollbackReadiness } from "./rollback-readiness";

const formOf = (play: Play, viewer = "rm", locale: "en" | "zh-CN" = "en") =>
  readable(consoleMarkup(<DrillForm />, play, { viewer, locale })).trim();

it("a drill is asked of a runner where the plan binds one, and written down by hand where it does not", () => {
  expect(formOf(prepared({ plan: boundPlan(smallPlan) }))).toBe("Drill now");
  expect(formOf(prepared({ plan: boundPlan(smallPlan) }), "rm", "zh-CN")).toBe("立即演练");
  expect(formOf(prepared())).toBe("Record a drill");
});

it("a drill is not offered to who may ask for none, nor twice at once", () => {
  const play = prepared({ plan: boundPlan(smallPlan) });
  expect(formOf(play, "nobody")).toBe("");
  play.must(rm, { type: "rollback.drill" });
  expect(formOf(play)).toBe("");
});

it("the way back's readiness names the last drill with who, when and how long", () => {
  const play = prepared({ plan: boundPlan(smallPlan) });
  const shown = () => readable(consoleMarkup(<RollbackReadiness />, play));
  expect(shown()).toContain("never drilled");
  play.must(rm, { type: "rollback.drill" });
  const job = take(play);
  play.pass(38 / 60);
  end(play, job, "succeeded");
  expect(shown()).toMatch(/Last drill .*38 s/u);
});
