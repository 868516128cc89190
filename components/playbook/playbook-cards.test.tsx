import { describe, expect, it } from "vitest";
import { consoleMarkup, readable } from "@/components/ui/release/fixtures/console-markup";
import type { Plan } from "@/lib/domain/plan/plan";
import { engine, type Play } from "@/lib/domain/release/fixtures/release-play";
import { dba, soaking } from "@/lib/domain/release/fixtures/small-night";
import { smallPlan } from "@/lib/domain/release/fixtures/small-plan";
import { PlaybookCards } from "./playbook-cards";

const alert = { type: "alert.report", alert: "main:1", name: "diskfull", summary: "93 %", source: "main" } as const;
const plan: Plan = {
  ...smallPlan,
  playbooks: smallPlan.playbooks.map((playbook) => ({
    ...playbook,
    matchers: [{ kind: "alert" as const, name: "DiskFull" }],
  })),
};

function risen(): Play {
  const play = soaking({ plan });
  play.must(engine, { ...alert, status: "firing" });
  return play;
}

const said = (play: Play, locale: "en" | "zh-CN" = "en") =>
  readable(consoleMarkup(<PlaybookCards />, play, { locale, viewer: "dba" }));

describe("the card of a playbook in the console", () => {
  it("says which, what for, since when, who is waited for, what is next, and against which time", () => {
    const play = risen();
    play.pass(2);
    expect(said(play)).toMatch(/Playbook: Primary down alert: DiskFull · since \d\d:\d\d:\d\d · waiting for /iu);
    expect(said(play)).toContain("next: Fail over");
    expect(said(play)).toContain("recovers in about 5 min");
    play.pass(4);
    expect(said(play)).toMatch(/1:00 over the 5 min expected/u);
  });

  it("offers to work through it and to put it away, in both languages", () => {
    for (const word of ["Work through", "Put away…"]) expect(said(risen())).toContain(word);
    for (const word of ["预案", "Primary down", "Fail over"]) expect(said(risen(), "zh-CN")).toContain(word);
  });

  it("names who has opened it, and says when its cause is gone", () => {
    const play = risen();
    play.must(dba, { type: "playbook.open", playbook: "playbook:1" });
    play.must(engine, { ...alert, status: "cleared" });
    expect(said(play)).toMatch(/no longer seen since .* · opened by dba at/u);
  });

  it("is gone with the run that is closed", () => {
    const play = risen();
    play.must(dba, { type: "playbook.open", playbook: "playbook:1" });
    play.must(dba, { type: "playbook.close", playbook: "playbook:1", run: 1, outcome: "failed over" });
    expect(consoleMarkup(<PlaybookCards />, play, { viewer: "dba" })).toBe("");
  });
});
