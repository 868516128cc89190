import type { StageId } from "../plan/ids";
import type { Plan } from "../plan/plan";
import { FAULTS, type Fault } from "./fault";

/** What a row of a script waits for: the start of the release, of a stage, or the moment at which the script was given. */
type ScriptAnchor = { kind: "start" } | { kind: "now" } | { kind: "stage"; stage: StageId };

/** One row of a script: so long after its anchor a fault begins, and so long after that it ends by itself. Release time, ms. */
export type ScriptRow = {
  anchor: ScriptAnchor;
  afterMs: number;
  fault: Fault;
  percent: number | null;
  clearAfterMs: number | null;
};

type ScriptProblem = { line: number; text: string; because: "row" | "stage" | "fault" | "percent" | "too-many" };
export type ReadScript = { rows: ScriptRow[]; problems: ScriptProblem[] };

/** More rows than this are no script that anybody follows. */
const MOST_ROWS = 50;

/** How a fault may be written, besides by its key: as people call it, and as the screens do. */
const NAMES: Record<Fault, readonly string[]> = {
  canary_errors: ["canary errors", "errors of the new version", "新版本出错"],
  canary_latency: ["canary latency", "new version slower", "new version 40 % slower", "新版本变慢", "新版本变慢 40 %"],
  burst_errors: ["burst errors", "bursts of errors", "成串错误"],
  canary_dead: [
    "canary dead",
    "new version dead",
    "new version dead behind the proxy",
    "新版本停了",
    "新版本在代理后面停了",
  ],
  replication_lag: ["replication lag", "主从延迟"],
  alert_firing: ["alert firing", "an alert fires", "告警触发"],
  source_down: ["source down", "metric source down", "指标来源中断"],
  source_slow: ["source slow", "metric source slow", "指标来源变慢"],
  source_nan: ["source nan", "metric source answers nan", "指标来源返回 nan"],
};

function faultNamed(name: string): Fault | undefined {
  const said = name.trim().toLowerCase().replaceAll("_", " ");
  return FAULTS.find((fault) => NAMES[fault].includes(said));
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|sec|seconds?|秒)$/u, 1_000],
  [/^(?:m|min|minutes?|分|分钟)$/u, 60_000],
  [/^(?:h|hours?|小时)$/u, 3_600_000],
];

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const ROW =
  /^(?:at\s+)?(?<anchor>[^:：+＋]+?)\s*(?:[+＋]\s*(?<after>[^:：]+?)\s*)?[:：]\s*(?<fault>[^;；]+?)\s*(?:[;；]\s*(?<clear>.+?)\s*)?$/iu;
const SPAN = new RegExp(String.raw`^(${NUMBER})\s*(\p{L}+)$`, "iu");
const CLEAR = new RegExp(
  String.raw`^(?:(?:clear|cleared)\s+after\s+(?<en>${NUMBER}\s*\p{L}+)|(?<zh>${NUMBER}\s*(?:秒|分钟|分|小时))后(?:撤去|解除|恢复))$`,
  "iu",
);
const LEVEL = new RegExp(String.raw`^(?<name>.+?)\s*(?:(?<percent>${NUMBER})\s*[%％])?$`, "u");

/** What a script is called in the log. */
export function scriptName(name: string | undefined): string {
  const said = (name ?? "").trim();
  return said === "" ? "script" : said;
}

function spanMs(text: string | undefined): number | null {
  const [, amount, unit = ""] = SPAN.exec((text ?? "").trim()) ?? [];
  const found = UNITS.find(([pattern]) => pattern.test(unit.toLowerCase()));
  return amount === undefined || found === undefined ? null : Number(amount) * found[1];
}

function anchorOf({ stages }: Plan, text: string): ScriptAnchor | null {
  const said = text.trim().toLowerCase();
  if (/^(?:start|开始|发布开始)$/u.test(said)) return { kind: "start" };
  if (/^(?:now|现在)$/u.test(said)) return { kind: "now" };
  const wanted = /^(?:stage|阶段)\s*(?<name>.+)$/u.exec(said)?.groups?.["name"]?.trim();
  if (wanted === undefined) return null;
  const share = /^(?<share>[\d.]+)\s*[%％]$/u.exec(wanted)?.groups?.["share"];
  const found =
    share === undefined
      ? (stages.find(
          ({ id, order, name }) => id === said || name.toLowerCase() === wanted || String(order) === wanted,
        ) ?? stages.find(({ name }) => name.toLowerCase().includes(wanted)))
      : stages.find((stage) => stage.kind === "shift" && stage.share === Number(share));
  return found === undefined ? null : { kind: "stage", stage: found.id };
}

type Level = { fault: Fault; percent: number | null };

function levelOf(text: string): Level | "fault" | "percent" {
  const whole = faultNamed(text);
  const { name = "", percent } = LEVEL.exec(text.trim())?.groups ?? {};
  const fault = whole ?? faultNamed(name);
  if (fault === undefined) return "fault";
  const value = whole !== undefined || percent === undefined ? null : Number(percent);
  if (fault !== "canary_errors") return value === null ? { fault, percent: null } : "percent";
  return value === null || value <= 0 || value > 100 ? "percent" : { fault, percent: value };
}

function rowOf(plan: Plan, text: string): ScriptRow | ScriptProblem["because"] {
  const { anchor: from, after, fault: what, clear } = ROW.exec(text)?.groups ?? {};
  if (from === undefined || what === undefined) return "row";
  const anchor = anchorOf(plan, from);
  if (anchor === null) return "stage";
  const level = levelOf(what);
  if (typeof level === "string") return level;
  const afterMs = after === undefined ? 0 : spanMs(after);
  const { en, zh } = CLEAR.exec(clear ?? "")?.groups ?? {};
  const clearAfterMs = clear === undefined ? null : spanMs(en ?? zh);
  if (afterMs === null || (clear !== undefined && clearAfterMs === null)) return "row";
  return { anchor, afterMs, ...level, clearAfterMs };
}

/**
 * A script, one fault a line: `at stage 25% + 2 min: canary_errors 1%; clear after 3 min`, or
 * `阶段 25% + 2 分钟：新版本出错 1%；3 分钟后撤去`. Empty lines and those that begin with # say nothing.
 */
export function readFaultScript(plan: Plan, text: string): ReadScript {
  const read: ReadScript = { rows: [], problems: [] };
  for (const [index, line] of text.split("\n").entries()) {
    const said = line.trim();
    if (said === "" || said.startsWith("#")) continue;
    const row = rowOf(plan, said);
    if (typeof row === "string") read.problems.push({ line: index + 1, text: said, because: row });
    else if (read.rows.length >= MOST_ROWS) read.problems.push({ line: index + 1, text: said, because: "too-many" });
    else read.rows.push(row);
  }
  return read;
}
