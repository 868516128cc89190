import { closeSync, fchownSync, openSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { jobStory } from "../journal/job-story";
import { appendRecord, type JournalRecord, readJournal, spoolOf } from "../journal/journal";
import { identityOf } from "../journal/process-identity";
import { type CommandSum, type StopReason, sumOf } from "./command-sum";
import type { KeeperOrder } from "./keeper-order";
import { createMask } from "./mask";
import { monotonicMs } from "./monotonic";
import { type RunningCommand, runCommand } from "./run-command";
import { createSpool, type Spool } from "./spool";

const PERMIT_POLL_MS = 25;
const FULL_POLL_MS = 500;
/** For a minute a keeper tries to write down an end that it has seen; then nobody has seen it, and the runner says so. */
const END_TRIES = 120;
const UNTOUCHED = { refusal: null, exitCode: null, signal: null };

/** The script as an open file that the user of the action may read, and nobody needs a path for. */
function openScript(order: KeeperOrder): number | null {
  if (order.script === null) return null;
  const path = join(order.folder, "script");
  writeFileSync(path, order.script, { mode: 0o400 });
  const file = openSync(path, "r");
  if (order.identity !== null) fchownSync(file, order.identity.uid, order.identity.gid);
  return file;
}

/** Runs an order to its end whatever becomes of the runner, and writes down how it ended. */
export class JobKeeper {
  private readonly order: KeeperOrder;
  private readonly spool: Spool;
  private readonly masks;
  private readonly startedAt = Date.now();
  private stopped: StopReason | null = null;
  private running: RunningCommand | null = null;

  constructor(order: KeeperOrder) {
    this.order = order;
    this.spool = createSpool(spoolOf(order.folder), order.capBytes);
    this.masks = { out: createMask(order.secrets), err: createMask(order.secrets) };
  }

  stop(reason: StopReason): void {
    if (this.stopped !== null) return;
    this.stopped = reason;
    this.running?.signal("SIGTERM");
    setTimeout(() => this.running?.signal("SIGKILL"), this.order.graceMs);
  }

  async keep(): Promise<void> {
    const limit = setTimeout(() => this.stop("timed_out"), this.order.limitMs);
    const sum = await this.runAll();
    clearTimeout(limit);
    this.spool.write(this.masks.out.end());
    this.spool.write(this.masks.err.end());
    const times = { startedAt: this.startedAt, endedAt: Date.now() };
    const end = { ...sum, ...this.spool.end(), ...times, traffic: null, probe: null };
    for (let tries = 0; tries < END_TRIES && !this.note({ kind: "end", end }); tries += 1) await wait(FULL_POLL_MS);
  }

  /** False where the disk takes nothing. What is allowed only by its record waits for it; what runs is not left alone because of it. */
  private note(record: JournalRecord): boolean {
    try {
      appendRecord(this.order.folder, record);
      return true;
    } catch {
      return false;
    }
  }

  private async runAll(): Promise<CommandSum> {
    const { order } = this;
    const head = createMask(order.secrets);
    this.spool.write(Buffer.concat([head.push(Buffer.from(order.head, "utf8")), head.end()]));
    const script = openScript(order);
    let sum: CommandSum = { ...UNTOUCHED, outcome: "succeeded", says: "" };
    for (const [turn, command] of order.commands.entries()) {
      sum = await this.runTurn(turn, command, script);
      if (sum.outcome !== "succeeded") break;
    }
    if (script !== null) {
      closeSync(script);
      rmSync(join(order.folder, "script"), { force: true });
    }
    return sum;
  }

  private async runTurn(turn: number, command: readonly string[], script: number | null): Promise<CommandSum> {
    const { order, spool, masks } = this;
    if (!(await this.mayBegin(turn))) return this.notBegun(turn);
    this.running = runCommand(order, command, script, {
      onPid: (pid) => {
        const identity = identityOf(pid);
        if (identity !== null) this.note({ kind: "child", turn, identity });
      },
      onOutput: (stream, chunk) => spool.write(masks[stream].push(chunk)),
      onNote: (sentence) => spool.note(sentence),
    });
    if (this.stopped !== null) this.running.signal("SIGTERM");
    const end = await this.running.done;
    this.running = null;
    return sumOf(end, this.stopped, order);
  }

  private notBegun(turn: number): CommandSum {
    const { length } = this.order.commands;
    const says = turn === 0 ? "Ended before it began." : `Ended before command ${turn + 1} of ${length} began.`;
    return { ...UNTOUCHED, outcome: this.stopped ?? "cancelled", says };
  }

  /** True once the runner allows it and the permit still holds; false when the job is stopped first. */
  private async mayBegin(turn: number): Promise<boolean> {
    const { folder } = this.order;
    // The permit for the first one stood in the journal before there was a keeper.
    let hasAsked = turn === 0;
    while (this.stopped === null) {
      hasAsked ||= this.note({ kind: "asks", turn });
      if (!hasAsked) {
        await wait(FULL_POLL_MS);
        continue;
      }
      const { asks, permitTurn, permitUntil, end } = jobStory(readJournal(folder));
      // The runner has given this keeper up and said so: it may begin nothing more.
      if (end !== null) return false;
      if (asks !== null || permitTurn !== turn || permitUntil === null) {
        await wait(PERMIT_POLL_MS);
        continue;
      }
      if (this.note({ kind: "spawning", turn }) && monotonicMs() < permitUntil) return true;
      this.note({ kind: "withheld", turn });
      hasAsked = false;
    }
    return false;
  }
}
