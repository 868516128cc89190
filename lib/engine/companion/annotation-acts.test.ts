import { describe, expect, test } from "vitest";
import type { StageId } from "@/lib/domain/plan/ids";
import type { Play } from "@/lib/domain/release/fixtures/release-play";
import { atFirstGate, decideGo, rm, soaking } from "@/lib/domain/release/fixtures/small-night";
import { annotationActs, type SayIn } from "./annotation-acts";

const say: SayIn = (_, { key, values }) => `${key} ${values["who"] ?? ""}`;

/** Everything that is annotated of what was played, in order, the spans kept open as a follower keeps them. */
function actsOf(play: Play): string[] {
  let open: StageId[] = [];
  return play.events().flatMap((event) => {
    const acts = annotationActs(event, { plan: play.plan, open, say });
    const ended = acts.flatMap((act) => (act.kind === "end" ? [act.stage] : []));
    const begun = acts.flatMap((act) => (act.kind === "begin" ? [act.stage] : []));
    open = [...open.filter((stage) => !ended.includes(stage)), ...begun];
    return acts.map((act) => `${act.kind} ${act.kind === "point" ? act.about : act.stage}`);
  });
}

describe("of a release is annotated", () => {
  test("each stage from its start to its end, and each decision", () => {
    const play = atFirstGate();
    decideGo(play, "gate:1");
    expect(actsOf(play)).toEqual(["begin stage:1", "end stage:1", "begin stage:2", "end stage:2", "point decision"]);
  });

  test("a rollback, which ends the stage that runs", () => {
    const play = soaking();
    play.must(rm, { type: "rollback.start", reason: "errors" });
    expect(actsOf(play).slice(-3)).toEqual(["begin stage:4", "end stage:4", "point rollback"]);
  });
});

test("an annotation says who did it, and why where a reason was given", () => {
  const play = soaking();
  play.must(rm, { type: "rollback.start", reason: "errors" });
  const [started] = play.events().filter(({ type }) => type === "rollback.started");
  if (started === undefined) throw new Error("no rollback");
  const [act] = annotationActs(started, { plan: play.plan, open: [], say });
  expect(act).toEqual({
    kind: "point",
    about: "rollback",
    at: started.at,
    lines: ["event.rollback.started rm", "errors"],
  });
});
