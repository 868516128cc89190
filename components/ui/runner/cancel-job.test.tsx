import { describe, expect, it } from "vitest";
import { consoleMarkup, readable } from "@/components/ui/release/fixtures/console-markup";
import { newest, take } from "@/lib/domain/release/fixtures/bound-night";
import { boundPlan } from "@/lib/domain/release/fixtures/bound-plan";
import type { Play } from "@/lib/domain/release/fixtures/release-play";
import { dba, fresh, rm, shifting, started } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import { CancelJob, useCancelWords } from "./cancel-job";

const plan = boundPlan(smallPlan);

function drilling(): Play {
  const play = started({ plan });
  play.must(rm, { type: "rollback.drill" });
  return play;
}

function dumping(): Play {
  const play = started({ plan });
  play.must(rm, { type: "stage.start", stage: "stage:1", ...fresh(play) });
  play.must(rm, { type: "stage.complete", stage: "stage:1", ...fresh(play) });
  play.must(dba, { type: "stage.start", stage: "stage:2", ...fresh(play) });
  play.must(dba, { type: "step.run", step: "step:1.1" });
  return play;
}

type Kind = { play: Play; waits: boolean };

function Words({ play, waits }: Kind) {
  const job = play.state().jobs[newest(play)];
  if (job === undefined) throw new Error("Nothing was asked of a runner.");
  const { title, lines, confirmLabel } = useCancelWords(job, waits);
  return [title, ...lines, confirmLabel].join(" ");
}

function wordsOf(play: Play, locale: "en" | "zh-CN", waits = false): string {
  if (!waits) take(play);
  return readable(consoleMarkup(<Words play={play} waits={waits} />, play, { locale }));
}

describe("ending a run", () => {
  it.each([
    ["en", "End the rollback drill?", "shadow", "the one before it goes on counting"],
    ["zh-CN", "终止这次回滚演练？", "影子", "仍以之前那次为准"],
  ] as const)("of a drill says in %s that no user meets it and what it says about the way back", (locale, ...words) => {
    const said = wordsOf(drilling(), locale);
    for (const word of words) expect(said).toContain(word);
    expect(said).toContain("blue-host");
  });

  it("of the traffic names the share, and that one which is set stays set", () => {
    const play = shifting({ plan });
    const said = wordsOf(play, "en");
    expect(said).toMatch(/^Stop moving the traffic to \d+%\?/u);
    expect(said).toContain("puts the old share back");
    expect(said).toContain("stays set");
    expect(wordsOf(shifting({ plan }), "zh-CN")).toMatch(/^停止把流量切到 \d+%？/u);
  });

  it("of a step names the step and the signals that its command gets", () => {
    const said = wordsOf(dumping(), "en");
    expect(said).toContain("End the run of “Dump”?");
    expect(said).toContain("TERM at once, and KILL");
    expect(said).not.toContain("shadow");
  });

  it("that no runner has begun takes it back, by its own name", () => {
    expect(wordsOf(drilling(), "en", true)).toContain("Withdraw the rollback drill?");
    expect(wordsOf(dumping(), "zh-CN", true)).toContain("撤回“Dump”？");
  });

  it("is offered to whoever may, and to nobody else", () => {
    const play = drilling();
    const job = take(play);
    const button = <CancelJob job={job} waits={false} />;
    expect(consoleMarkup(button, play)).toContain("<button");
    expect(consoleMarkup(button, play, { viewer: "nobody" })).not.toContain("<button");
  });
});
