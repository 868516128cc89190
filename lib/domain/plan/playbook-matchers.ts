import type { RoleId } from "./ids";
import { PATTERN_MAX } from "./output-pattern";
import type { Plan, Playbook } from "./plan";
import { indexOf } from "./plan-index";
import { MATCHERS_MAX, type PlaybookMatcher } from "./playbook-matcher";

/** An error message as a symptom quotes it; a word or two in quotes say too little. */
const QUOTED = /["“”「『`]([^"“”「」『』`]{8,200})["”」』`]/g;

/** What the symptom itself says that can be looked for: an error message in quotes, a check of the plan by its name. */
function fromSymptom({ checks }: Plan, { symptom }: Playbook): PlaybookMatcher[] {
  const quoted = [...symptom.matchAll(QUOTED)].map(([, words = ""]) => words.trim().slice(0, PATTERN_MAX));
  const named = checks.filter(({ name }) => name.length > 1 && symptom.includes(name));
  return [
    ...[...new Set(quoted)].map((pattern) => ({ kind: "output" as const, pattern })),
    ...named.map(({ id }) => ({ kind: "check" as const, check: id })),
  ].slice(0, MATCHERS_MAX);
}

/** What raises a playbook: what the plan says, else what its symptom says in words that can be looked for. */
export function matchersOf(plan: Plan, playbook: Playbook): PlaybookMatcher[] {
  return playbook.matchers ?? fromSymptom(plan, playbook);
}

/** The patterns that are looked for in the output of runners' work; each once. */
export function outputPatterns(plan: Plan): string[] {
  const matchers = plan.playbooks.flatMap((playbook) => matchersOf(plan, playbook));
  return [...new Set(matchers.flatMap((matcher) => (matcher.kind === "output" ? [matcher.pattern] : [])))];
}

const MEANINGS: readonly [RegExp, RoleId][] = [
  [/数据库|主库|从库|主从|database|postgres|mysql|\bsql\b/i, "role:dba"],
  [/redis|elastic|kafka|nginx|集群|缓存|中间件|网络|cluster|cache|network|kubernetes|\bpods?\b/i, "role:devops"],
];

/** Who sees to a playbook, which names nobody itself: the role that its scenario is the business of, else the manager. */
export function playbookOwners(plan: Plan, { name, symptom }: Pick<Playbook, "name" | "symptom">): RoleId[] {
  const known = indexOf(plan).roles;
  const fits = (text: string) => MEANINGS.find(([words, role]) => words.test(text) && known.has(role))?.[1];
  return [fits(name) ?? fits(symptom) ?? plan.manager];
}
