import type { JobFinish } from "@/lib/contracts/runner";
import type { Plan } from "@/lib/domain/plan/plan";
import type { Phrase } from "@/lib/domain/release/phrase";

/** A sentence of the domain in one language. */
export type Say = (language: Plan["language"], phrase: Phrase) => string;

type Words = {
  exit: (code: number | null) => string;
  between: string;
  signal: (name: string) => string;
  followed: (seconds: number) => string;
  limit: (seconds: number, how: string) => string;
  cancelled: (how: string) => string;
  lost: (says: string) => string;
  probe: Record<"yes" | "no", (text: string) => string>;
  refused: (why: string, says: string) => string;
};

const WORDS: Record<Plan["language"], Words> = {
  zh: {
    exit: (code) => `退出码 ${code}`,
    between: "之后没有再开始任何命令",
    signal: (name) => `被 ${name} 终止`,
    followed: (seconds) => `跟踪 ${seconds} 秒后按主机配置结束`,
    limit: (seconds, how) => `运行 ${seconds} 秒，超过时限（${how}）`,
    cancelled: (how) => `已按要求终止（${how}）`,
    lost: (says) => `主机上没有人看到它如何结束，请核实；它不会自动重跑（${says}）`,
    probe: { yes: (text) => `主机的探测：${text}`, no: (text) => `主机的探测失败：${text}` },
    refused: (why, says) => `${why}（${says}）`,
  },
  en: {
    exit: (code) => `exit code ${code}`,
    between: "nothing more was begun",
    signal: (name) => `ended by ${name}`,
    followed: (seconds) => `followed for ${seconds} s, then ended as the host's file says`,
    limit: (seconds, how) => `ran for ${seconds} s, longer than its limit (${how})`,
    cancelled: (how) => `ended on request (${how})`,
    lost: (says) => says,
    probe: { yes: (text) => `the host's probe says: ${text}`, no: (text) => `the host's probe failed: ${text}` },
    refused: (why, says) => `${why} (${says})`,
  },
};

/** How work ended that was let run: its figures say it in any language. Without any, it ended before its next process. */
function processEnd(words: Words, { outcome, exitCode, signal, startedAt, endedAt }: JobFinish): string {
  const figure = exitCode === null ? words.between : words.exit(exitCode);
  const how = signal === null ? figure : words.signal(signal);
  const seconds = Math.max(0, Math.round((endedAt - (startedAt ?? endedAt)) / 1000));
  if (outcome === "timed_out") return words.limit(seconds, how);
  if (outcome === "cancelled") return words.cancelled(how);
  // It does not end by itself, and was ended when its time was over.
  return outcome === "succeeded" && signal !== null ? words.followed(seconds) : how;
}

function lostEnd(words: Words, { says, probe }: JobFinish): string {
  const told = says === "" ? "" : words.lost(says);
  const found = probe === null || probe.text === "" ? "" : words.probe[probe.succeeded ? "yes" : "no"](probe.text);
  return [told, found].filter((text) => text !== "").join(" · ");
}

/**
 * The end of a job: `says` as it stands beside the job, `reason` as it is written beside the step. A runner does not know the plan's
 * language: what its figures or its refusal tell is said in it, the host's own words stay as they are.
 */
export function sayEnd(language: Plan["language"], ask: JobFinish, say: Say): { says: string; reason?: string } {
  const words = WORDS[language];
  const { says, refusal, exitCode, signal } = ask;
  if (ask.outcome === "lost") return { says: lostEnd(words, ask) };
  if (refusal !== null) {
    const why = say(language, { key: `word.refused_${refusal}`, values: {} });
    return { says, reason: says === "" ? why : words.refused(why, says) };
  }
  const hasFigures = exitCode !== null || signal !== null;
  const isBetween = ask.traffic === null && (ask.outcome === "cancelled" || ask.outcome === "timed_out");
  return hasFigures || isBetween ? { says: processEnd(words, ask) } : { says };
}
