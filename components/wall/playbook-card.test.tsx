import { describe, expect, it } from "vitest";
import { readable } from "@/components/ui/release/fixtures/console-markup";
import type { Plan, Playbook } from "@/lib/domain/plan/plan";
import { engine, type Play } from "@/lib/domain/release/fixtures/release-play";
import { dba, soaking } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import { wallMarkup } from "./fixtures/wall-markup";
import { PlaybookCard } from "./playbook-card";

const lines = { from: 0, to: 0 };
const NAMES = ["Look", "Stop the writes", "Fail over", "Check the lag", "Let writes in", "Tell everyone"];
const steps: Playbook["steps"] = NAMES.map((name, index) => {
  return { id: `playbook-step:1.${index + 1}`, name, commands: "", lines };
});

function planOf(more: Partial<Playbook> = {}): Plan {
  const playbooks = smallPlan.playbooks.map((playbook) => ({
    ...playbook,
    steps,
    matchers: [{ kind: "check" as const, check: "check:1" as const }],
    ...more,
  }));
  return { ...smallPlan, playbooks };
}

function risen(plan: Plan = planOf()): Play {
  const play = soaking({ plan });
  play.must(engine, { type: "check.report", check: "check:1", verdict: "failed", sentence: "failed" });
  return play;
}

const said = (play: Play, locale: "en" | "zh-CN" = "en") => readable(wallMarkup(<PlaybookCard />, play, locale));

describe("the card of a playbook on the wall", () => {
  it("is not there while nothing calls for it, and gone when it was put away", () => {
    expect(wallMarkup(<PlaybookCard />, soaking({ plan: planOf() }))).toBe("");
    const play = risen();
    play.must(dba, { type: "playbook.dismiss", playbook: "playbook:1", reason: "known" });
    expect(wallMarkup(<PlaybookCard />, play)).toBe("");
  });

  it("says which, what for, who is waited for, and its first steps", () => {
    const shown = said(risen());
    expect(shown).toContain("Primary down");
    expect(shown).toContain("failed: errors");
    expect(shown).toContain("waiting for");
    for (const name of NAMES.slice(0, 4)) expect(shown).toContain(name);
    expect(shown).not.toContain("Let writes in");
  });

  it("runs against the expected recovery, and says when that is over", () => {
    const play = risen();
    play.pass(2);
    expect(said(play)).toMatch(/0?2:00 0?3:00 left of 5 min expected/u);
    expect(wallMarkup(<PlaybookCard />, play)).toContain('data-over="false"');
    play.pass(4);
    expect(said(play, "zh-CN")).toContain("5 min");
    expect(said(play)).toMatch(/0?1:00 over the 5 min expected/u);
    expect(wallMarkup(<PlaybookCard />, play)).toContain('data-over="true"');
    const without = risen(planOf({ recoveryMin: null }));
    expect(said(without)).toContain("since it was called for");
  });

  it("names who has opened it, and moves on with the steps that are done", () => {
    const play = risen();
    play.must(dba, { type: "playbook.open", playbook: "playbook:1" });
    expect(said(play)).toContain("dba is at it");
    for (const step of ["playbook-step:1.1", "playbook-step:1.2", "playbook-step:1.3"] as const) {
      play.must(dba, { type: "playbook.step", playbook: "playbook:1", run: 1, step });
    }
    const html = wallMarkup(<PlaybookCard />, play);
    expect(html).toMatch(/data-next="true"(?:(?!<\/li>).)*Check the lag/u);
    expect(html).toMatch(/data-done="true"(?:(?!<\/li>).)*Fail over/u);
    expect(readable(html)).toContain("Tell everyone");
    expect(readable(html)).not.toContain("Stop the writes");
  });

  it("says that its cause is no longer seen, and how many more are called for", () => {
    const [first] = planOf().playbooks;
    if (first === undefined) throw new Error("The small plan has a playbook.");
    const play = risen({ ...planOf(), playbooks: [first, { ...first, id: "playbook:2", name: "Disk full" }] });
    expect(said(play)).toContain("1 more");
    play.must(engine, { type: "check.report", check: "check:1", verdict: "passed", sentence: "passed" });
    expect(said(play)).toContain("no longer seen");
  });
});
