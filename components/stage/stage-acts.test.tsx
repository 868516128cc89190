import { expect, it } from "vitest";
import { consoleMarkup, readable } from "@/components/ui/release/fixtures/console-markup";
import { end, take } from "@/lib/domain/release/fixtures/bound-night";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import type { Play } from "@/lib/domain/release/fixtures/release-play";
import { shifting } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import { StageActs } from "./stage-acts";

function actsOf(play: Play): string {
  const stage = play.plan.stages.find(({ id }) => id === "stage:3");
  if (stage === undefined) throw new Error("The small plan has a shift.");
  return consoleMarkup(<StageActs stage={stage} />, play, { viewer: "ops" });
}

it("the move of the traffic by a driver stands above all that can be pressed, and can be asked for again", () => {
  const play = shifting({ plan: boundPlan(smallPlan) });
  end(play, take(play), "failed");
  const acts = actsOf(play);
  // The line's own code comes apart from the page's; its place is there at once.
  expect(acts.split("<button")[0]).toContain('class="w-full"');
  expect(readable(acts)).toMatch(/Complete this stage.*Ask the driver again/u);
});

it("where people move the traffic, nothing is said of a driver", () => {
  const play = shifting();
  expect(readable(actsOf(play))).not.toContain("driver");
  expect(actsOf(play)).not.toContain('class="w-full"');
  expect(readable(actsOf(play))).toContain("Complete");
});
