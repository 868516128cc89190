import type { Finding } from "@/lib/domain/plan/finding";
import type { Lines } from "@/lib/domain/plan/plan";
import { finding } from "./findings";
import { withoutAbsent } from "./markdown/absent";
import { GUESS_NAMES, type Guess } from "./words/guesses";

const excerptLength = 120;

/** A text short enough for a sentence. */
export function excerpt(text: string): string {
  const line = withoutAbsent(text).replace(/\s+/g, " ").trim();
  return line.length > excerptLength ? `${[...line].slice(0, excerptLength).join("")}…` : line;
}

/** The finding about a part that is not in the plan, with a guess of what it might be. */
export function lostPart(lines: Lines, text: string, guess: Guess): Finding {
  const { zh, en } = GUESS_NAMES[guess];
  return finding("not-understood", lines, { text: excerpt(text), guess, guessZh: zh, guessEn: en });
}
