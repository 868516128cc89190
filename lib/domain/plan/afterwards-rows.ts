import type { RoleId } from "./ids";
import type { Plan } from "./plan";
import { minutes, type PlanRow, roleWords } from "./plan-row";

const NOWHERE = { from: 0, to: 0 };

function reviewRows({ review }: Plan): PlanRow[] {
  if (review === null) return [];
  const { whenText, whoText, output, lines } = review;
  const fields = { when: whenText ?? "", who: whoText ?? "", output: output ?? "" };
  return [{ part: "review", place: "review", name: "", fields, lines }];
}

/** What is watched, judged and looked back on after the release. */
export function afterwardsRows(plan: Plan): PlanRow[] {
  const windows = plan.windows.map(({ id, text, focus, ownersText, lines }): PlanRow => {
    return { part: "window", place: id, name: text, fields: { focus: focus.join(" · "), owners: ownersText }, lines };
  });
  const criteria = plan.criteria.map(({ id, group, text, lines }): PlanRow => {
    return { part: "criterion", place: id, name: text, fields: { group }, lines };
  });
  const agenda = (plan.review?.agenda ?? []).map(({ name, minutes: length, topics, lines }, index): PlanRow => {
    const fields = { duration: minutes(length), topics: topics.map(({ text }) => text).join(" · ") };
    return { part: "review", place: String(index), name, fields, lines };
  });
  return [...windows, ...criteria, ...reviewRows(plan), ...agenda];
}

/** Every role that something in the plan is given to. */
function rolesInUse(plan: Plan): Set<RoleId> {
  const items = plan.sections.flatMap((section) => section.items);
  const owned = [...plan.stages, ...plan.sections, ...items, ...plan.windows, ...(plan.rollback?.steps ?? [])];
  const given = [...plan.contacts, ...plan.approvals].map(({ role }) => role);
  return new Set([...owned.flatMap(({ owners }) => owners ?? []), ...given, plan.manager]);
}

/** Who does what, where they are reached, and who approves. */
export function peopleRows(plan: Plan): PlanRow[] {
  const used = rolesInUse(plan);
  const roles = plan.roles.map(({ id, name }): PlanRow => {
    return { part: "role", place: id, name, fields: {}, lines: NOWHERE, follows: used.has(id) };
  });
  const contacts = plan.contacts.map(({ role, person, phone, email, lines }): PlanRow => {
    const name = roleWords(plan, [role]);
    return { part: "person", place: role, name, fields: { person, phone: phone ?? "", email: email ?? "" }, lines };
  });
  const channels = plan.channels.map(({ name, address, lines }): PlanRow => {
    return { part: "channel", place: name, name, fields: { address }, lines };
  });
  const approvals = plan.approvals.map(({ role, lines }): PlanRow => {
    return { part: "approval", place: role, name: roleWords(plan, [role]), fields: {}, lines };
  });
  return [...roles, ...contacts, ...channels, ...approvals];
}
