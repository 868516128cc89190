const MASK = "•••";

type Span = { from: number; to: number };

/** Where any of the words stands, overlapping finds included and joined. */
function findSpans(text: string, words: readonly string[]): Span[] {
  const found: Span[] = [];
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      found.push({ from: at, to: at + word.length });
    }
  }
  found.sort((a, b) => a.from - b.from);
  return found.reduce<Span[]>((spans, next) => {
    const last = spans.at(-1);
    if (last === undefined || next.from >= last.to) spans.push({ ...next });
    else last.to = Math.max(last.to, next.to);
    return spans;
  }, []);
}

/** From where on the text may be the beginning of a word whose rest has not come yet. */
function openTail(text: string, words: readonly string[], longest: number): number {
  for (let at = Math.max(0, text.length - longest + 1); at < text.length; at += 1) {
    if (!words.some((word) => word[0] === text[at])) continue;
    const tail = text.slice(at);
    if (words.some((word) => word.length > tail.length && word.startsWith(tail))) return at;
  }
  return text.length;
}

/** What a secret may look like in output: as it is, line by line, in JSON, in an address, in base64. */
function spellings(secret: string): string[] {
  const lines = secret.split(/\r?\n/u).filter((line) => line.trim().length >= 4);
  const forms = [secret, ...lines].flatMap((form) => [
    form,
    JSON.stringify(form).slice(1, -1),
    encodeURIComponent(Buffer.from(form, "utf8").toString("utf8")),
    Buffer.from(form, "utf8").toString("base64"),
    Buffer.from(form, "utf8").toString("base64url"),
  ]);
  return [...new Set(forms)].filter((form) => form.length > 0);
}

/**
 * Takes secrets out of a stream of bytes, also where one is split over chunks; holds back only what may be the beginning of one.
 * `push` and `end` return what may be shown.
 */
export function createMask(secrets: readonly string[]) {
  // Bytes as latin1: every byte is one character, and a chunk may end in the middle of anything.
  const words = [...new Set(secrets.flatMap(spellings))].map((word) => Buffer.from(word, "utf8").toString("latin1"));
  const longest = Math.max(0, ...words.map((word) => word.length));
  const mask = Buffer.from(MASK, "utf8").toString("latin1");
  let held = "";
  /** So many characters at the head of `held` were shown as a mask already; they are kept to find what overlaps them. */
  let shown = 0;

  function release(until: number): Buffer {
    const pieces: string[] = [];
    let at = shown;
    for (const { from, to } of findSpans(held, words)) {
      if (from >= until) break;
      if (from > at) pieces.push(held.slice(at, from));
      if (from >= shown && to > at) pieces.push(mask);
      at = Math.max(at, to);
    }
    if (at < until) pieces.push(held.slice(at, until));
    held = held.slice(until);
    shown = Math.max(0, at - until);
    return Buffer.from(pieces.join(""), "latin1");
  }

  return {
    push(chunk: Buffer): Buffer {
      if (words.length === 0) return chunk;
      held += chunk.toString("latin1");
      return release(openTail(held, words, longest));
    },
    end(): Buffer {
      return release(held.length);
    },
  };
}
