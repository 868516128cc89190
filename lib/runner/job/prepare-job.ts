import { createHash } from "node:crypto";
import type { JobWork, RefusalReason, RunnerJob } from "@/lib/contracts/runner";
import type { ArgumentValue } from "@/lib/contracts/runner-actions";
import { holdsConfiguration, isEndless } from "@/lib/domain/plan/command-nature";
import type { TrafficDriver } from "@/lib/ports/traffic-driver";
import { checkArguments } from "../host/check-arguments";
import { findUser, type Host, isRunner, readSecret } from "../host/host";
import type { Conduct, HostAction } from "../host/host-shape";
import { commandsOf } from "../host/judge-host-file";
import { fillElement } from "../host/template";
import type { KeeperOrder } from "../keeper/keeper-order";
import { PLAIN_WATCH } from "./plain-watch";
import { showCommand } from "./show-command";

type Refused = { kind: "refused"; refusal: RefusalReason; says: string };
export type PreparedJob =
  | { kind: "keeper"; order: KeeperOrder; probe: readonly string[] | null }
  | { kind: "traffic"; driver: TrafficDriver }
  | Refused;

const PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
const LIMIT_MS = 600_000;
const OUTPUT_CAP_BYTES = 10_000_000;
const GRACE_MS = 10_000;
/** A text with a command that never ends is followed for so long, where the host's file says nothing. */
const FOLLOWED_MS = 60_000;
const SCRIPT_COMMAND = ["bash", "--noprofile", "--norc", "-euo", "pipefail", "/dev/fd/3"];

function refuse(refusal: RefusalReason, says: string): Refused {
  return { kind: "refused", refusal, says };
}

type Task = { commands: string[][]; script: string | null; followed: boolean; shown: string };

/** User, folder, environment, secrets and bounds, as the host's file says; nothing of it comes from the plan. */
function orderOf(host: Host, job: RunnerJob, folder: string, own: Conduct, task: Task): KeeperOrder | Refused {
  const { defaults } = host.file;
  const conduct = { ...defaults, ...own };
  const user = conduct.user === undefined ? null : findUser(conduct.user, conduct.group);
  if (conduct.user !== undefined && user === null)
    return refuse("cannot_start", `This host has no user ${conduct.user}.`);
  const secrets: Record<string, string> = {};
  for (const [variable, name] of Object.entries({ ...defaults.secrets, ...own.secrets })) {
    const value = readSecret(host.file, name, process.env);
    if (value === null) return refuse("cannot_start", `The secret "${name}" cannot be read on the runner's host.`);
    secrets[variable] = value;
  }
  const identity = user === null || isRunner(user, conduct.group) ? null : { uid: user.uid, gid: user.gid };
  const limitMs = conduct.limit ?? LIMIT_MS;
  return {
    folder,
    head: `${job.title}\n${task.shown}\n\n`,
    commands: task.commands,
    script: task.script,
    environment: {
      PATH,
      LANG: "C.UTF-8",
      // What is followed often draws, and ends at once where it is told of no terminal.
      ...(task.followed ? { TERM: "dumb" } : {}),
      ...(task.followed && task.script !== null ? PLAIN_WATCH : {}),
      ...(user === null ? {} : { USER: user.name, LOGNAME: user.name }),
      ...defaults.environment,
      ...own.environment,
      ...secrets,
      HOLDPOINT_JOB: job.id,
      HOLDPOINT_RELEASE: job.releaseId,
      HOLDPOINT_EPOCH: String(job.epoch),
    },
    workingDirectory: conduct.workingDirectory ?? "/",
    identity,
    limitMs: Math.min(limitMs, job.limitMs ?? limitMs),
    graceMs: conduct.grace ?? GRACE_MS,
    capBytes: conduct.outputCap ?? OUTPUT_CAP_BYTES,
    followed: task.followed,
    secrets: Object.values(secrets),
  };
}

function fill(command: readonly string[], values: ReadonlyMap<string, ArgumentValue>): string[] {
  return command.map((element) => fillElement(element, values));
}

function conductOf(action: HostAction): Conduct {
  const { environment, secrets, workingDirectory, limit, outputCap, grace, user, group } = action;
  const all = { environment, secrets, workingDirectory, limit, outputCap, grace, user, group };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function prepareAction(
  host: Host,
  job: RunnerJob,
  folder: string,
  work: Extract<JobWork, { kind: "action" }>,
): PreparedJob {
  const { actions, traffic } = host.file;
  if (Object.hasOwn(traffic, work.action))
    return refuse("wrong_kind", `"${work.action}" is a traffic action of this host.`);
  const action = Object.hasOwn(actions, work.action) ? actions[work.action] : undefined;
  if (action === undefined) return refuse("unknown_action", `The host's file has no action "${work.action}".`);
  const checked = checkArguments(action.arguments, work.arguments);
  if (!checked.ok) return refuse("bad_arguments", checked.sentence);
  const commands = commandsOf(action).map((command) => fill(command, checked.values));
  const shown = commands.map((command) => `$ ${showCommand(command)}`).join("\n");
  const order = orderOf(host, job, folder, conductOf(action), {
    commands,
    script: null,
    followed: action.followed,
    shown,
  });
  if ("kind" in order) return order;
  return { kind: "keeper", order, probe: action.probe === undefined ? null : fill(action.probe, checked.values) };
}

function prepareScript(
  host: Host,
  job: RunnerJob,
  folder: string,
  work: Extract<JobWork, { kind: "script" }>,
): PreparedJob {
  const { file } = host;
  if (file.planScripts !== "allow")
    return refuse("scripts_off", "The host's file does not allow commands out of plans.");
  const valid = work.approvals.filter((one) => one.planVersionSha256 === work.planVersionSha256);
  if (new Set(valid.map((one) => one.person)).size < 2)
    return refuse("not_approved", "Two people must have approved this version of the plan.");
  if (createHash("sha256").update(work.text, "utf8").digest("hex") !== work.textSha256) {
    return refuse("altered_text", "The text is not the one that its SHA-256 was taken of.");
  }
  if (holdsConfiguration(work.text)) {
    const says = "The text holds configuration to be put into a file, not commands alone. It is shown, not run.";
    return refuse("not_commands", says);
  }
  const approvers = valid.map((one) => one.name).join(", ");
  const shown = `# bash -euo pipefail; plan version ${work.planVersionSha256.slice(0, 12)}, approved by ${approvers}\n${work.text}`;
  const followed = isEndless(work.text);
  const task = { commands: [SCRIPT_COMMAND], script: work.text, followed, shown };
  const own = followed ? { limit: FOLLOWED_MS, ...file.scripts } : file.scripts;
  const order = orderOf(host, job, folder, own, task);
  return "kind" in order ? order : { kind: "keeper", order, probe: null };
}

/** What a job comes to on this host, or why this host does not do it. */
export function prepareJob(host: Host, job: RunnerJob, folder: string): PreparedJob {
  const { work } = job;
  const foreign = job.labels.find((label) => !host.file.labels.includes(label));
  if (foreign !== undefined) return refuse("labels", `The label "${foreign}" is none of this host's.`);
  if (work.kind === "action") return prepareAction(host, job, folder, work);
  if (work.kind === "script") return prepareScript(host, job, folder, work);
  const driver = host.drivers.get(work.action);
  return driver === undefined
    ? refuse("no_driver", `The host's file has no traffic action "${work.action}".`)
    : { kind: "traffic", driver };
}
