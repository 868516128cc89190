import type { ReleaseEvent } from "./events";

const hidden = "•••";
/**
 * Mobile numbers of mainland China, numbers with a country code, and mail addresses, wherever they stand in a text. Not inside
 * of an id: digits between letters or hyphens stay.
 */
const contact = /(?<![\w-])1[3-9]\d(?:[ -]?\d{4}){2}(?![\w-])|\+\d[\d ()-]{7,}\d|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** The text with phone numbers and mail addresses hidden: displays hang where anybody may read them. */
export function hideContacts(text: string): string {
  return text.replace(contact, hidden);
}

/** The event as a display may have it: no phone numbers and no mail addresses in anything that a person wrote. */
export function redactEvent(event: ReleaseEvent): ReleaseEvent {
  return JSON.parse(JSON.stringify(event), (_, value) => (typeof value === "string" ? hideContacts(value) : value));
}
