import { findMeaning } from "./match-word";
import type { RoleBook } from "./role-book";
import { ROLES } from "./words/roles";
import { NAME_PREFIXES, SURNAMES } from "./words/surnames";

const handle = /^@[\p{L}\p{N}_.-]+$/u;
const capitalised = /^\p{Lu}[\p{L}'’.-]*(?:\s(?:(?:van|von|de|da|del|di|bin|al)\s)?\p{Lu}[\p{L}'’.-]*){1,3}$/u;
const chinese = new RegExp(`^(?:[${SURNAMES}]\\p{Script=Han}{1,2}|[${NAME_PREFIXES}]\\p{Script=Han})$`, "u");

/** Whether a text looks like somebody's name and not like what they do. */
export function looksLikePerson(text: string): boolean {
  if (handle.test(text) || chinese.test(text)) return true;
  return capitalised.test(text) && findMeaning(text, ROLES) === null;
}

/** Which of two texts is the role and which the person: by what is known, then by the look of a name, then by their order. */
export function roleAndPerson(first: string, second: string, book: RoleBook): { role: string; person: string } {
  const forward = { role: first, person: second };
  const backward = { role: second, person: first };
  if (second === "") return forward;
  if (handle.test(first) !== handle.test(second)) return handle.test(first) ? backward : forward;
  if (book.knows(first) !== book.knows(second)) return book.knows(first) ? forward : backward;
  // "Ivo, platform": a name has a capital, what somebody does has none.
  if (/^\p{Lu}\p{Ll}+$/u.test(first) && /^\p{Ll}/u.test(second)) return backward;
  return looksLikePerson(first) && !looksLikePerson(second) ? backward : forward;
}
