import { expect, test } from "vitest";
import { smallPlan } from "../release/fixtures/small-plan";
import { type Candidate, proposeRoles } from "./propose-roles";

function candidate(change: Partial<Candidate>): Candidate {
  return { id: "p1", name: "Somebody", email: null, planContact: null, disabled: false, ...change };
}
const lines = { from: 1, to: 1 };
const plan = {
  ...smallPlan,
  contacts: [{ role: smallPlan.manager, person: "张三", phone: null, email: "zhang@example.org", lines }],
};
const managerOf = (people: Candidate[]) => proposeRoles(plan, people).find(({ role }) => role === plan.manager)?.person;

test("the contact that was set for a person wins over a name", () => {
  const people = [candidate({ id: "namesake", name: "张三" }), candidate({ id: "set", planContact: "张三" })];
  expect(managerOf(people)?.id).toBe("set");
});

test("a mail address or a name is enough", () => {
  expect(managerOf([candidate({ email: "Zhang@example.org" })])?.id).toBe("p1");
  expect(managerOf([candidate({ name: " 张三 " })])?.id).toBe("p1");
});

test("nobody is proposed who is disabled or not meant", () => {
  expect(managerOf([candidate({ name: "张三", disabled: true }), candidate({ name: "李四" })])).toBeNull();
});

test("every role of the plan is listed, with or without a person", () => {
  const proposals = proposeRoles(plan, []);
  expect(proposals.length).toBeGreaterThan(1);
  expect(proposals.every(({ person }) => person === null)).toBe(true);
});

test("only roles that vote, own a stage or sign a section keep a release from starting", () => {
  const withApprover = { ...plan, roles: [...plan.roles, { id: "role:cto" as const, name: "CTO", spellings: [] }] };
  const needed = proposeRoles(withApprover, []).map(({ role, needed: isNeeded }) => [role, isNeeded]);
  expect(needed).toContainEqual(["role:dba", true]);
  expect(needed).toContainEqual(["role:cto", false]);
});
