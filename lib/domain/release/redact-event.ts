import type { ReleaseEvent } from "./events";

const hidden = "•••";
/** Of mainland China: mobile numbers, landlines with their area code and perhaps an extension, service numbers (400, 800). */
const mobile = String.raw`(?:(?:00|\+)?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}`;
const areaCode = String.raw`(?:[(（]0(?:10|2\d|[3-9]\d{2})[)）]|0(?:10|2\d|[3-9]\d{2}))`;
const extension = String.raw`(?: ?(?:[-x]|转|ext\.?) ?\d{1,6})?`;
const landline = String.raw`${areaCode}[ -]?\d{3,4}[ -]?\d{4}${extension}`;
const service = String.raw`[48]00[ -]?(?:\d{3}[ -]?\d{4}|\d{4}[ -]?\d{3})${extension}`;
const abroad = String.raw`\+\d[\d ()-]{7,}\d`;
const mail = String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;

/** Where somebody can be reached, wherever it stands in a text. Not inside of an id: digits between letters or hyphens stay. */
const contact = new RegExp(String.raw`(?<![\w-])(?:${mobile}|${landline}|${service})(?![\w-])|${abroad}|${mail}`, "g");

/** The text with phone numbers and mail addresses hidden: displays hang where anybody may read them. */
export function hideContacts(text: string): string {
  return text.replace(contact, hidden);
}

/** The event as a display may have it: no phone numbers and no mail addresses in anything that a person wrote. */
export function redactEvent(event: ReleaseEvent): ReleaseEvent {
  return JSON.parse(JSON.stringify(event), (_, value) => (typeof value === "string" ? hideContacts(value) : value));
}
