import { COMMON_WORDS, PRODUCT_WORDS } from "./common-words";

export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 128;

/** How many characters a password must have left once everything guessable is taken out of it. */
const OWN_CHARACTERS = 6;

export type PasswordProblem = "password-too-short" | "password-too-long" | "password-common" | "password-context";

const LEET: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

const RUNS = "01234567890123456789 abcdefghijklmnopqrstuvwxyz qwertyuiop asdfghjkl zxcvbnm 98765432109876543210";

/** Letters only stand for themselves: "P@ssw0rd" reads "password". */
function plainLetters(text: string): string {
  return [...text].map((character) => LEET[character] ?? character).join("");
}

function without(text: string, words: readonly string[]): string {
  return words.reduce((rest, word) => rest.replaceAll(word, " "), text);
}

/** Drops runs of four or more as on a keyboard or in the alphabet, and what is the same character over and over. */
function withoutRuns(text: string): string {
  let rest = text;
  for (let length = text.length; length >= 4; length -= 1) {
    for (let from = 0; from + length <= rest.length; from += 1) {
      const piece = rest.slice(from, from + length);
      if (!piece.includes(" ") && RUNS.includes(piece)) rest = rest.replace(piece, " ");
    }
  }
  return rest.replace(/(.)\1{2,}/gu, " ");
}

/** Years and other short numbers at the edges add nothing that is worth guessing. */
function ownCharacters(text: string): number {
  const own = text.replace(/\s|(?:19|20)\d\d|^\d{1,3}|\d{1,3}$/gu, "");
  return new Set(own).size;
}

function pieces(context: readonly string[]): string[] {
  return context
    .flatMap((text) => [text, ...text.split(/[\s@._-]+/u)])
    .map((word) => word.toLowerCase())
    .filter((word) => [...word].length >= 3 || /^\p{Script=Han}{2,}$/u.test(word))
    .sort((one, other) => other.length - one.length);
}

/**
 * Why this password is refused, or null. Length counts characters, not bytes; no rule asks for kinds of characters.
 * `context` is what others know of the person: name, user name, e-mail. NIST SP 800-63B, 3.1.1.2.
 */
export function passwordProblem(password: string, context: readonly string[]): PasswordProblem | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN_LENGTH) return "password-too-short";
  if (length > PASSWORD_MAX_LENGTH) return "password-too-long";
  const lower = password.toLowerCase();
  const known = [...pieces(context), ...PRODUCT_WORDS];
  for (const reading of [lower, plainLetters(lower)]) {
    const plain = withoutRuns(reading);
    if (ownCharacters(without(plain, COMMON_WORDS)) < OWN_CHARACTERS) return "password-common";
    if (ownCharacters(without(without(plain, known), COMMON_WORDS)) < OWN_CHARACTERS) return "password-context";
  }
  return null;
}
