import { hideContacts } from "../release/redact-event";
import type { Plan } from "./plan";

/** The value with phone numbers and mail addresses hidden in every text of it. */
export function hideContactsIn<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, part) => (typeof part === "string" ? hideContacts(part) : part));
}

/** The plan as a display may have it: no phones, no mails, no addresses of emergency channels. */
export function redactPlan(plan: Plan): Plan {
  return {
    ...hideContactsIn(plan),
    contacts: plan.contacts.map((contact) => ({ ...contact, phone: null, email: null })),
    channels: plan.channels.map((channel) => ({ ...channel, address: "•••" })),
  };
}
