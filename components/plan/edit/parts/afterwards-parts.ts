import { freshId } from "@/lib/domain/plan/edit-rows";
import type { RoleId } from "@/lib/domain/plan/ids";
import type {
  Approval,
  Contact,
  EmergencyChannel,
  ObservationWindow,
  Plan,
  PlanRole,
  SuccessCriterion,
} from "@/lib/domain/plan/plan";
import type { AgendaItem, Review } from "@/lib/domain/plan/review";
import { type Field, maybeNumber, maybeText, text, texts } from "../field-spec";
import { fieldGroup, rowList } from "../row-list";
import { optional } from "./optional";
import { titled, together } from "./together";

const NOWHERE = { from: 0, to: 0 };
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

const focus: Field<ObservationWindow> = {
  kind: "text",
  key: "focus",
  size: "fill",
  read: (window) => window.focus.join("、"),
  write: (window, value) => ({ ...window, focus: value.split(/[、,，]/).filter((one) => one !== "") }),
};

export const windows = rowList<Plan, ObservationWindow>({
  key: "windows",
  headed: true,
  read: (plan) => plan.windows,
  write: (plan, rows) => ({ ...plan, windows: rows }),
  blank: (plan) => {
    const id = freshId("window", idsOf(plan.windows));
    const fromMin = plan.windows.at(-1)?.toMin ?? 0;
    return { id, text: "", fromMin, toMin: fromMin + 60, focus: [], owners: [], ownersText: "", lines: NOWHERE };
  },
  fields: [text("text", { size: "medium", required: true }), focus, text("ownersText", { size: "medium" })],
});

export const criteria = rowList<Plan, SuccessCriterion>({
  key: "criteria",
  labelHidden: true,
  read: (plan) => plan.criteria,
  write: (plan, rows) => ({ ...plan, criteria: rows }),
  blank: (plan) => {
    const id = freshId("criterion", idsOf(plan.criteria));
    return { id, group: plan.criteria.at(-1)?.group ?? "", text: "", ticked: false, lines: NOWHERE };
  },
  fields: [text("group", { size: "medium" }), text("text", { required: true })],
});

const agenda = rowList<Review, AgendaItem>({
  key: "agenda",
  read: (review) => review.agenda,
  write: (review, rows) => ({ ...review, agenda: rows }),
  blank: () => ({ name: "", minutes: null, topics: [], lines: NOWHERE }),
  fields: [
    text("name", { required: true }),
    maybeNumber("minutes", { unit: "min", least: 0, most: 100_000 }),
    texts("topics"),
  ],
});

export const review = optional<Review>({
  key: "review",
  read: (plan) => plan.review,
  write: (plan, value) => ({ ...plan, review: value }),
  blank: () => ({ whenText: null, whoText: null, agenda: [], output: null, lines: NOWHERE }),
  editor: together([
    fieldGroup<Review>([maybeText("whenText"), maybeText("whoText"), maybeText("output", { size: "fill" })]),
    titled("agenda", agenda),
  ]),
});

function roleIdOf(name: string, taken: readonly string[]): RoleId {
  const slug = name.trim().toLowerCase().replace(/\s+/g, "-");
  const id: RoleId = `role:${slug}`;
  return slug === "" || taken.includes(id) ? freshId("role", taken) : id;
}

/** A role keeps its id as long as it has one of the document; a new one is called after its first name. */
const roleName: Field<PlanRole> = {
  kind: "text",
  key: "roleName",
  size: "fill",
  read: (role) => role.name,
  write: (role, name, plan) => {
    const others = idsOf(plan.roles).filter((id) => id !== role.id);
    const id = role.id.startsWith("role:new-") ? roleIdOf(name, others) : role.id;
    return { ...role, id, name, spellings: [...new Set([name, ...role.spellings])].filter((one) => one !== "") };
  },
  problem: (role) => (role.name.trim() === "" ? "empty" : null),
};

const roleRows = rowList<Plan, PlanRole>({
  key: "roles",
  labelHidden: true,
  read: (plan) => plan.roles,
  write: (plan, rows) => ({ ...plan, roles: rows }),
  blank: (plan) => ({ id: freshId("role", idsOf(plan.roles)), name: "", spellings: [] }),
  fields: [roleName],
});

const contactRole: Field<Contact> = {
  kind: "role",
  key: "role",
  size: "small",
  read: (contact) => contact.role,
  write: (contact, role) => ({ ...contact, role }),
};

const contacts = rowList<Plan, Contact>({
  key: "contacts",
  headed: true,
  read: (plan) => plan.contacts,
  write: (plan, rows) => ({ ...plan, contacts: rows }),
  blank: (plan) => ({ role: plan.manager, person: "", phone: null, email: null, lines: NOWHERE }),
  fields: [
    contactRole,
    text("person", { size: "small", required: true }),
    maybeText("phone", { size: "medium" }),
    maybeText("email", { size: "fill" }),
  ],
});

const channels = rowList<Plan, EmergencyChannel>({
  key: "channels",
  headed: true,
  read: (plan) => plan.channels,
  write: (plan, rows) => ({ ...plan, channels: rows }),
  blank: () => ({ kind: "chat", name: "", address: "", lines: NOWHERE }),
  fields: [text("name", { size: "medium", required: true }), text("address", { required: true })],
});

const approvalRole: Field<Approval> = {
  kind: "role",
  key: "role",
  size: "medium",
  read: (approval) => approval.role,
  write: (approval, role) => ({ ...approval, role }),
};

const approvals = rowList<Plan, Approval>({
  key: "approvals",
  labelHidden: true,
  read: (plan) => plan.approvals,
  write: (plan, rows) => ({ ...plan, approvals: rows }),
  blank: (plan) => ({ role: plan.manager, lines: NOWHERE }),
  fields: [approvalRole],
});

export const people = together([
  contacts,
  titled("channels", channels),
  titled("approvals", approvals),
  titled("roles", roleRows),
]);
