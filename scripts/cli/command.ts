import { parseArgs } from "node:util";
import type { Severity } from "@/lib/domain/plan/finding";

export type Language = "zh" | "en";

type Common = { language: Language; json: boolean; failOn: Severity; coverage: boolean };
export type LintCommand = Common & { kind: "lint"; files: string[] };
export type ImportCommand = Common & {
  kind: "import";
  file: string;
  server: string;
  token: string;
  planId: string | null;
  message: string | null;
  dryRun: boolean;
};
/** `because` names a sentence: what was not understood about the words after the name. */
type Misuse = { kind: "misuse"; language: Language; because: MisuseReason; word: string };
export type Command = LintCommand | ImportCommand | Misuse | { kind: "help"; language: Language };

export type MisuseReason =
  | "unknown-option"
  | "unknown-command"
  | "no-file"
  | "one-file"
  | "unknown-language"
  | "unknown-level"
  | "no-server"
  | "bad-server"
  | "no-token";

const LEVELS: readonly Severity[] = ["error", "warning", "info"];

const options = {
  lang: { type: "string" },
  json: { type: "boolean", default: false },
  coverage: { type: "boolean", default: false },
  "fail-on": { type: "string", default: "error" },
  server: { type: "string" },
  token: { type: "string" },
  plan: { type: "string" },
  message: { type: "string", short: "m" },
  "dry-run": { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

function languageOf(env: Environment): Language {
  const locale = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return /^zh/i.test(locale) ? "zh" : "en";
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

type Given = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;

function understand({ values, positionals }: Given, env: Environment): Command {
  const said = values.lang;
  const language = said === "zh" || said === "en" ? said : languageOf(env);
  const misuse = (because: MisuseReason, word = ""): Misuse => ({ kind: "misuse", language, because, word });
  const [name, ...files] = positionals;
  if (said !== undefined && said !== language) return misuse("unknown-language", said);
  if (values.help || name === undefined || name === "help") return { kind: "help", language };
  const failOn = LEVELS.find((level) => level === values["fail-on"]);
  if (failOn === undefined) return misuse("unknown-level", values["fail-on"]);
  const common: Common = { language, json: values.json, failOn, coverage: values.coverage };
  const [file] = files;
  if (name !== "lint" && name !== "import") return misuse("unknown-command", name);
  if (file === undefined) return misuse("no-file", name);
  if (name === "lint") return { kind: "lint", files, ...common };
  const { server, plan: planId = null, message = null } = values;
  const token = values.token ?? env["HOLDPOINT_TOKEN"];
  if (files.length > 1) return misuse("one-file");
  if (server === undefined) return misuse("no-server");
  if (!isWebAddress(server)) return misuse("bad-server", server);
  if (token === undefined || token === "") return misuse("no-token");
  return { kind: "import", file, server, token, planId, message, dryRun: values["dry-run"], ...common };
}

/** What was asked for on the command line. */
export function readCommand(words: readonly string[], env: Environment): Command {
  try {
    return understand(parseArgs({ args: [...words], options, allowPositionals: true, strict: true }), env);
  } catch (cause) {
    const word = cause instanceof Error ? cause.message : String(cause);
    return { kind: "misuse", language: languageOf(env), because: "unknown-option", word };
  }
}
