import type { Finding, ProposedChange } from "@/lib/domain/plan/finding";
import type { Lines, Plan } from "@/lib/domain/plan/plan";
import { type Facts, findingOf } from "../finding-of";
import { LINT_SENTENCES, type LintRuleId } from "./sentences/lint-sentences";

/** A plan with the document that it was read from; `lines[0]` is line 1. */
export type LintSubject = { plan: Plan; lines: readonly string[] };
export type LintRule = (subject: LintSubject) => Finding[];

type Places = readonly [Lines, ...Lines[]];

/** Places as a reader wants them: `216, 230–235`. */
function written(places: readonly Lines[]): string {
  const runs: Lines[] = [];
  for (const { from, to } of places) {
    const last = runs.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else runs.push({ from, to });
  }
  return runs.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(", ");
}

/** A place that is nowhere in the document is not mentioned. */
function withoutNowhere(sentence: string): string {
  return sentence.replace(/（第 +行）| \(lines? \)/g, "");
}

/** English counts lines: "line 485", "lines 230–235". */
function counted(sentence: string): string {
  return sentence.replace(/\blines? (\d+(?:–\d+)?(?:, \d+(?:–\d+)?)*)/g, (_, places: string) =>
    /[–,]/.test(places) ? `lines ${places}` : `line ${places}`,
  );
}

function unlike(places: readonly Lines[]): Lines[] {
  return places.filter(
    (place, index) =>
      place.from > 0 && places.findIndex(({ from, to }) => from === place.from && to === place.to) === index,
  );
}

/**
 * A finding about these places, the first being where it is shown. The sentence may name them all (`{allLines}`) or those beside
 * the first (`{otherLines}`).
 */
export function noticed(rule: LintRuleId, places: Places, facts: Facts, change: ProposedChange | null = null): Finding {
  const [first, ...others] = unlike(places);
  const also = others.sort((a, b) => a.from - b.from);
  const all = [...(first === undefined ? [] : [first]), ...also].sort((a, b) => a.from - b.from);
  const told = { ...facts, otherLines: written(also), allLines: written(all) };
  const found = findingOf(rule, LINT_SENTENCES[rule], first ?? { from: 1, to: 1 }, told);
  return {
    ...found,
    message: { zh: withoutNowhere(found.message.zh), en: counted(withoutNowhere(found.message.en)) },
    ...(also.length === 0 ? {} : { also }),
    ...(change === null ? {} : { change }),
  };
}
