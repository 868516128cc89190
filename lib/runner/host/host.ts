import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import type { TrafficDriver } from "@/lib/ports/traffic-driver";
import { onlyEnvironment } from "../keeper/only-environment";
import type { Conduct, HostFile } from "./host-shape";
import { parseHostFile } from "./parse-host-file";
import type { Problem } from "./problem";
import { judgeSecretFiles } from "./secret-files";

/** Makes a driver from what a host file says under `settings`; what is wrong there is told by its path. */
type TrafficDriverMaker = (
  settings: Readonly<Record<string, unknown>>,
) => { ok: true; driver: TrafficDriver } | { ok: false; problems: readonly Problem[] };
export type TrafficDriverMakers = Readonly<Record<string, TrafficDriverMaker>>;

export type Host = { file: HostFile; drivers: ReadonlyMap<string, TrafficDriver> };
export type ReadHost = { ok: true; host: Host } | { ok: false; sentences: string[] };

export type HostUser = { uid: number; gid: number; name: string };

/** A directory of users that does not answer must not hold up the runner, which has leases to renew. */
const USER_LIMIT_MS = 3000;

function askHost(program: string, words: readonly string[]): string {
  const env = onlyEnvironment({ PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8" });
  return execFileSync(program, words, { encoding: "utf8", stdio: "pipe", env, timeout: USER_LIMIT_MS });
}

type FoundUser = HostUser | "unknown" | "no_answer";

function lookUpUser(name: string, group: string | undefined): FoundUser {
  try {
    const ask = (flag: string, of: string) => Number(askHost("id", [flag, "--", of]));
    const groupId = () => Number(askHost("getent", ["group", "--", group ?? ""]).split(":")[2]);
    return { name, uid: ask("-u", name), gid: group === undefined ? ask("-g", name) : groupId() };
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ETIMEDOUT" ? "no_answer" : "unknown";
  }
}

/** Null = this host knows no such user. */
export function findUser(name: string, group: string | undefined): HostUser | null {
  const found = lookUpUser(name, group);
  return typeof found === "string" ? null : found;
}

/** For one reading of the file: each user is asked for once, and nobody any more after one answer did not come. */
function userFinder(): typeof lookUpUser {
  const known = new Map<string, FoundUser>();
  let isSilent = false;
  return (name, group) => {
    const key = JSON.stringify([name, group]);
    const found = known.get(key) ?? (isSilent ? "no_answer" : lookUpUser(name, group));
    isSilent ||= found === "no_answer";
    known.set(key, found);
    return found;
  };
}

/** Whether a command as this user is one as the runner itself; his group counts where the file names one. */
export function isRunner(user: HostUser, group: string | undefined): boolean {
  return user.uid === process.getuid?.() && (group === undefined || user.gid === process.getgid?.());
}

/** The secret as it stands now. One line break at the end belongs to the file, not to the secret. */
export function readSecret(file: HostFile, name: string, environment: NodeJS.ProcessEnv): string | null {
  const from = file.secrets[name];
  if (from === undefined) return null;
  try {
    const value = "file" in from ? readFileSync(from.file, "utf8").replace(/\r?\n$/u, "") : environment[from.env];
    return value === undefined || value.length < 4 || value.includes("\0") ? null : value;
  } catch {
    return null;
  }
}

function complaintOnUser(user: FoundUser, group: string | undefined): string | null {
  if (user === "unknown") return "is no user (or its group no group) of this host";
  if (user === "no_answer")
    return `could not be looked up: this host did not say within ${USER_LIMIT_MS / 1000} s who that is`;
  return process.getuid?.() === 0 || isRunner(user, group) ? null : "needs a runner that is root";
}

function judgeConduct(conduct: Conduct, path: readonly PropertyKey[], find: typeof lookUpUser): Problem[] {
  const found: Problem[] = [];
  const { user, group } = conduct;
  const complaint = user === undefined ? null : complaintOnUser(find(user, group), group);
  if (complaint !== null) found.push({ path: [...path, "user"], says: complaint });
  if (conduct.workingDirectory !== undefined && !existsSync(conduct.workingDirectory)) {
    found.push({ path: [...path, "workingDirectory"], says: "does not exist on this host" });
  }
  return found;
}

/** What only this host can tell of its file: users, folders, secrets. */
function judgeOnHost(file: HostFile): Problem[] {
  const find = userFinder();
  const secrets = Object.keys(file.secrets).filter((name) => readSecret(file, name, process.env) === null);
  return [
    ...judgeConduct(file.defaults, ["defaults"], find),
    ...judgeConduct(file.scripts, ["scripts"], find),
    ...Object.entries(file.actions).flatMap(([name, action]) => judgeConduct(action, ["actions", name], find)),
    ...secrets.map((name) => ({ path: ["secrets", name], says: "cannot be read, or has fewer than 4 characters" })),
    ...judgeSecretFiles(file),
  ];
}

function complaintOnFile(path: string): string | null {
  const { mode, uid } = statSync(path);
  if ((mode & 0o022) !== 0) return `${path} may be changed by others: chmod go-w ${path}`;
  if (process.getuid?.() === 0 && uid !== 0)
    return `${path} belongs to another user than root, who could make root run anything.`;
  return null;
}

function judgeFile(path: string, makers: TrafficDriverMakers): ReadHost {
  const complaint = complaintOnFile(path);
  if (complaint !== null) return { ok: false, sentences: [complaint] };
  const drivers = new Map<string, TrafficDriver>();
  const parsed = parseHostFile(basename(path), readFileSync(path, "utf8"), (file) => {
    const problems = judgeOnHost(file);
    for (const [name, traffic] of Object.entries(file.traffic)) {
      const at = ["traffic", name];
      const known = Object.keys(makers).join(", ");
      const make = Object.hasOwn(makers, traffic.driver) ? makers[traffic.driver] : undefined;
      const made = make?.(traffic.settings);
      if (made === undefined) problems.push({ path: [...at, "driver"], says: `must be one of: ${known}` });
      else if (made.ok) drivers.set(name, made.driver);
      else problems.push(...made.problems.map((one) => ({ ...one, path: [...at, "settings", ...one.path] })));
    }
    return problems;
  });
  return parsed.ok ? { ok: true, host: { file: parsed.file, drivers } } : parsed;
}

/** The host's file, judged in every respect; a file with one problem is no file. Never throws: a runner reads it anew while jobs run. */
export function readHost(path: string, makers: TrafficDriverMakers): ReadHost {
  try {
    return judgeFile(path, makers);
  } catch (error) {
    return { ok: false, sentences: [`${path} cannot be read: ${error instanceof Error ? error.message : error}`] };
  }
}
