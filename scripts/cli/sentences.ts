import type { Severity } from "@/lib/domain/plan/finding";
import type { Language, MisuseReason } from "./command";

type Said = Readonly<Record<Language, string>>;

export const MISUSE: Readonly<Record<MisuseReason, Said>> = {
  "unknown-option": { zh: "看不懂这个选项：{word}", en: "This option is not understood: {word}" },
  "unknown-command": {
    zh: "没有“{word}”这个命令：可用 lint 和 import。",
    en: "There is no command “{word}”: use lint or import.",
  },
  "no-file": { zh: "{word} 后面要写文件名；“-”表示标准输入。", en: "Name a file after {word}; “-” is standard input." },
  "one-file": { zh: "一次只能导入一份文档。", en: "One document is imported at a time." },
  "unknown-language": { zh: "--lang 只能是 zh 或 en，不是“{word}”。", en: "--lang is zh or en, not “{word}”." },
  "unknown-level": {
    zh: "--fail-on 只能是 error、warning 或 info，不是“{word}”。",
    en: "--fail-on is error, warning or info, not “{word}”.",
  },
  "no-server": { zh: "请用 --server 写明 Holdpoint 的地址。", en: "Give Holdpoint's address with --server." },
  "bad-server": {
    zh: "--server“{word}”不是 http 或 https 地址。",
    en: "--server “{word}” is no http or https address.",
  },
  "no-token": {
    zh: "请用 --token 或环境变量 HOLDPOINT_TOKEN 给出令牌（设置 → 令牌）。",
    en: "Give a token with --token or in HOLDPOINT_TOKEN (Settings → Tokens).",
  },
};

export const SEVERITIES: Readonly<Record<Severity, Said>> = {
  error: { zh: "错误", en: "error" },
  warning: { zh: "警告", en: "warning" },
  info: { zh: "提示", en: "info" },
};

export const SENTENCES = {
  heads: { zh: "行|级别|说明|规则", en: "line|level|what|rule" },
  none: { zh: "没有发现问题。", en: "Nothing was found." },
  counts: {
    zh: "{errors} 个错误，{warnings} 个警告，{infos} 条提示",
    en: "{errors} error{es}, {warnings} warning{ws}, {infos} info{is}",
  },
  coverage: {
    zh: "理解了 {lines} 个非空行中的 {known} 行（{percent} %）",
    en: "{known} of {lines} non-blank lines understood ({percent} %)",
  },
  unreadable: { zh: "读不了 {file}：{reason}", en: "{file} cannot be read: {reason}" },
  unreachable: { zh: "连接不上 {server}：{reason}", en: "{server} cannot be reached: {reason}" },
  refused: { zh: "{server} 没有接受（{status}）：{reason}", en: "{server} did not accept it ({status}): {reason}" },
  noAnswer: {
    zh: "{server} 的回答看不懂：那里运行的是 Holdpoint 吗？",
    en: "The answer of {server} is not understood: is it Holdpoint that runs there?",
  },
  noPlan: { zh: "没有保存：这份文档不是发布计划。", en: "Nothing was saved: the document is no release plan." },
  dryRun: { zh: "只是试读，没有保存。", en: "A dry run: nothing was saved." },
  saved: { zh: "已保存为新版本：{address}", en: "Saved as a new version: {address}" },
  usage: {
    zh: `用法
  holdpoint lint <文件…> [--fail-on error|warning|info] [--coverage] [--json] [--lang zh|en]
  holdpoint import <文件> --server <地址> [--token <令牌>] [--plan <计划编号>] [-m <说明>] [--dry-run]

文件可以是 Markdown、.json 或 .yaml（holdpoint-plan/1）；“-”从标准输入读 Markdown。
令牌也可以放在环境变量 HOLDPOINT_TOKEN 里。
退出码：0 没有达到 --fail-on 的问题，1 有，2 用法不对、文件读不了或服务器没有接受。`,
    en: `Usage
  holdpoint lint <files…> [--fail-on error|warning|info] [--coverage] [--json] [--lang zh|en]
  holdpoint import <file> --server <address> [--token <token>] [--plan <plan id>] [-m <message>] [--dry-run]

A file is Markdown, .json or .yaml (holdpoint-plan/1); “-” reads Markdown from standard input.
The token may stand in HOLDPOINT_TOKEN instead.
Exit code: 0 nothing at or above --fail-on, 1 something, 2 misused, unreadable or not accepted.`,
  },
} as const satisfies Record<string, Said>;

/** A sentence with its blanks filled. */
export function say(said: Said, language: Language, facts: Readonly<Record<string, string | number>> = {}): string {
  return said[language].replace(/\{(\w+)\}/g, (whole, name: string) => String(facts[name] ?? whole));
}
