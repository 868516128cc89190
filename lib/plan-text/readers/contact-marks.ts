const mail = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
const phone = /(?<![\w@./-])\+?[(（]?\d[\d\s().（）-]{5,}\d(?![\w@])/;
const isDate = /^\d{4}[-./]\d{1,2}[-./]\d{1,2}$/;
const isAddress = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** The mail address in a text. */
export function mailIn(text: string): string | null {
  return mail.exec(text)?.[0] ?? null;
}

/** The telephone number in a text; a date or a network address is none. */
export function phoneIn(text: string): string | null {
  const found = phone.exec(text.replace(mail, " "))?.[0].trim() ?? null;
  return found === null || isDate.test(found) || isAddress.test(found) ? null : found;
}
