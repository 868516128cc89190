import { describe, expect, it } from "vitest";
import { personActor, playRelease, rosterPerson } from "../release/fixtures/release-play";
import { smallPlan } from "../release/fixtures/small-plan";
import { heldRoles, relationsOf } from "./relations";

const rm = personActor("rm", ["planner"]);
const dba = personActor("dba");
const ops = personActor("ops");
const deputy = personActor("deputy");
const admin = personActor("admin", ["administrator"]);
const stranger = personActor("stranger");
const people = { "role:dba": "dba", "role:ops": "ops" };

describe("relations to a live release", () => {
  const play = playRelease(smallPlan, { roles: people, substitutes: { "role:dba": ["deputy"] } });

  it("makes the creator the manager until the role is handed over", () => {
    expect(relationsOf(smallPlan, play.state(), rm)).toContain("manager");
    const handed = playRelease(smallPlan, { roles: people });
    handed.must(rm, { type: "role.assign", role: "role:rm", person: rosterPerson("boss") });
    expect(relationsOf(smallPlan, handed.state(), rm)).toEqual([]);
    expect(relationsOf(smallPlan, handed.state(), personActor("boss"))).toContain("manager");
  });

  it("gives a role owner his relations, and a substitute the same under a flag", () => {
    expect(relationsOf(smallPlan, play.state(), dba)).toEqual(["owner", "voter", "any"]);
    expect(relationsOf(smallPlan, play.state(), deputy)).toEqual(["owner", "voter", "any"]);
    expect(heldRoles(smallPlan, play.state(), "person-deputy")).toEqual([{ role: "role:dba", substitute: true }]);
    expect(relationsOf(smallPlan, play.state(), ops)).toContain("rollbacker");
  });

  it("gives an administrator and a stranger nothing", () => {
    expect(relationsOf(smallPlan, play.state(), admin)).toEqual([]);
    expect(relationsOf(smallPlan, play.state(), stranger)).toEqual([]);
    expect(play.refusal(admin, { type: "release.hold" })).toMatchObject({ kind: "forbidden", because: "no-role-here" });
  });
});

describe("acting in a rehearsal", () => {
  const rehearsal = () => playRelease(smallPlan, { mode: "rehearsal", speed: 10, creator: rm });

  it("lets an administrator play a role, and the log says so", () => {
    const play = rehearsal();
    const [signed] = play.must(admin, { type: "item.sign", item: "item:1.1" });
    expect(signed?.actor).toMatchObject({ person: "person-admin", role: "role:dba", played: true });
  });

  it("asks for the role when a vote could be cast for several", () => {
    const play = rehearsal();
    play.must(admin, { type: "item.sign", item: "item:1.1" });
    play.must(admin, { type: "role.assign", role: "role:dba", person: rosterPerson("dba") });
    play.must(admin, { type: "role.assign", role: "role:ops", person: rosterPerson("ops") });
    play.must(admin, { type: "release.start", expectedSeq: play.state().seq });
    play.must(admin, { type: "stage.skip", stage: "stage:1", reason: "x" });
    play.must(admin, { type: "stage.start", stage: "stage:2", expectedSeq: play.state().seq });
    const vote = { type: "gate.vote", gate: "gate:1", round: 1, vote: "go" } as const;
    expect(play.refusal(admin, vote)).toMatchObject({ kind: "invalid", because: "name-the-role" });
    const [cast] = play.must(admin, { ...vote, as: "role:ops" });
    expect(cast).toMatchObject({ payload: { role: "role:ops" }, actor: { role: "role:ops", played: true } });
  });

  it("does not mark as played what somebody does in his own role", () => {
    const play = playRelease(smallPlan, { mode: "rehearsal", creator: rm, roles: { "role:dba": "admin" } });
    const [signed] = play.must(admin, { type: "item.sign", item: "item:1.1" });
    expect(signed?.actor).toMatchObject({ role: "role:dba", played: false });
  });

  it("gives a member without permissions and roles nothing", () => {
    expect(rehearsal().refusal(stranger, { type: "note.add", text: "hi" }).kind).toBe("forbidden");
  });
});

describe("roles in a live release", () => {
  it("refuses to give oneself a role, as person or substitute", () => {
    const play = playRelease(smallPlan, { roles: people });
    const own = { because: "own-role-in-live", kind: "forbidden" };
    expect(play.refusal(rm, { type: "role.assign", role: "role:dba", person: rosterPerson("rm") })).toMatchObject(own);
    expect(
      play.refusal(rm, {
        type: "role.assign",
        role: "role:dba",
        person: rosterPerson("dba"),
        substitutes: [rosterPerson("rm")],
      }),
    ).toMatchObject(own);
  });

  it("refuses to act under a role that one does not hold", () => {
    const play = playRelease(smallPlan, { roles: people });
    expect(play.refusal(ops, { type: "item.sign", item: "item:1.1", as: "role:dba" })).toMatchObject({
      kind: "forbidden",
      because: "role-not-held",
      facts: { role: "role:dba" },
    });
  });
});
