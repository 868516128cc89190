import { expect, it } from "vitest";
import { consoleMarkup } from "@/components/ui/release/fixtures/console-markup";
import { newest, take } from "@/lib/domain/release/fixtures/bound-night";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import { rm, started } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import { LogView } from "./log-view";

it("leads from each event about a run to what that run wrote, and from no other", () => {
  const play = started({ plan: boundPlan(smallPlan) });
  expect(consoleMarkup(<LogView />, play)).not.toMatch(/aria-label="Output #/u);
  play.must(rm, { type: "rollback.drill" });
  expect(consoleMarkup(<LogView />, play)).not.toMatch(/aria-label="Output #/u);
  take(play, newest(play));
  const taken = play.events().findLast(({ type }) => type === "job.taken");
  expect(consoleMarkup(<LogView />, play).match(/aria-label="Output #\d+"/gu)).toEqual([
    `aria-label="Output #${taken?.seq}"`,
  ]);
});
