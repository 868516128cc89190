import type { Plan } from "@/lib/domain/plan/plan";
import type { ExpectedContact, ExpectedPlan } from "./expected-plan";
import { isCalled, namesOf, owners, type Part, stated } from "./part";
import { holdsText, nearestText, sameText } from "./same-text";

const digits = (phone: string | null | undefined) => phone?.replace(/\D/gu, "");

function scoreContact(plan: Plan, expected: ExpectedContact): Part[] {
  const at = `contact "${expected.person}"`;
  const contact = plan.contacts.find(({ person }) => sameText(person.replace(/^@/u, ""), expected.person));
  const roles = contact === undefined ? "" : namesOf(plan, contact.role).join("=");
  return [
    {
      part: at,
      expected: expected.person,
      found: contact !== undefined,
      got: nearestText(
        plan.contacts.map(({ person }) => person),
        expected.person,
      ),
    },
    {
      part: `${at} role`,
      expected: expected.role,
      found: contact !== undefined && isCalled(plan, contact.role, expected.role),
      got: roles,
    },
    ...stated(`${at} phone`, digits(expected.phone), digits(contact?.phone)),
    ...stated(`${at} email`, expected.email, contact?.email),
  ];
}

/** Who is on the roster, how the team talks, who approves and who watches afterwards. */
export function scorePeople(plan: Plan, expected: ExpectedPlan): Part[] {
  const channels = (expected.channels ?? []).map(({ kind, text }) => {
    const fitting = plan.channels.filter(({ name, address }) => holdsText(`${name} ${address}`, text));
    const got = fitting[0] ?? plan.channels[0];
    return {
      part: "channel",
      expected: `${kind} ${text}`,
      found: fitting.some((channel) => channel.kind === kind),
      got: got === undefined ? "" : `${got.kind} ${got.name} ${got.address}`,
    };
  });
  const approvals = (expected.approvals ?? []).map((role) => ({
    part: "approval",
    expected: role,
    found: plan.approvals.some((approval) => isCalled(plan, approval.role, role)),
    got: plan.approvals.map((approval) => namesOf(plan, approval.role).join("=")).join(", "),
  }));
  const windows = (expected.windows ?? []).flatMap(({ text, fromMin, toMin, owners: names }) => {
    const window = plan.windows.find((known) => holdsText(known.text, text));
    const at = `window "${text}"`;
    const known = plan.windows.map((one) => one.text);
    return [
      { part: at, expected: text, found: window !== undefined, got: nearestText(known, text) },
      ...stated(`${at} from`, fromMin, window?.fromMin),
      ...stated(`${at} to`, toMin, window?.toMin),
      ...owners(`${at} owners`, plan, names, window?.owners ?? []),
    ];
  });
  return [
    ...(expected.contacts ?? []).flatMap((contact) => scoreContact(plan, contact)),
    ...channels,
    ...approvals,
    ...windows,
  ];
}
