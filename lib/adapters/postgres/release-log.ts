import { RELEASE_CHANNEL, writeNotification } from "@/lib/contracts/notification";
import type { ChainedEvent, ReleaseEvent } from "@/lib/domain/release/events";
import type { ReleaseState } from "@/lib/domain/release/state";
import type {
  Append,
  AppendOutcome,
  CommandKey,
  KnownCommand,
  ReleaseLog,
  StoredRelease,
} from "@/lib/ports/release-store";
import { isUniqueViolation } from "./database-fault";
import { Prisma } from "./generated/client";

/** A client or a transaction of it: what raw statements need. */
export type Statements = Pick<Prisma.TransactionClient, "$queryRaw" | "$executeRaw">;

/** The times of one event may differ this much from the database's clock. */
const maxSkewMs = 2_000;

type LoadedRow = {
  planVersionId: string | null;
  seq: number;
  head: string;
  foldVersion: number;
  state: ReleaseState;
  approved: boolean;
  known: KnownCommand | null;
};

/** Whether everyone whom the plan asks has approved the version of `release`. */
export const approvedSql = Prisma.sql`NOT EXISTS (
  SELECT 1 FROM plan_approval_wanted wanted
  WHERE wanted."planVersionId" = release."planVersionId" AND NOT EXISTS (
    SELECT 1 FROM plan_approval given
    WHERE given."planVersionId" = wanted."planVersionId" AND given.role = wanted.role))`;

async function load(
  statements: Statements,
  releaseId: string,
  { actor, key }: CommandKey,
): Promise<{ release: StoredRelease | null; known: KnownCommand | null }> {
  const rows = await statements.$queryRaw<LoadedRow[]>`/* load */ SELECT
      release."planVersionId", release.seq, release.head, release."foldVersion", release.state, ${approvedSql} AS approved,
      (SELECT jsonb_build_object('bodyHash', command."bodyHash", 'answer', command.answer)
       FROM command WHERE command.actor = ${actor} AND command.key = ${key} AND command."expiresAt" > now()) AS known
    FROM (SELECT 1) AS one LEFT JOIN release ON release.id = ${releaseId}`;
  const row = rows[0];
  if (row === undefined) return { release: null, known: null };
  const { known, planVersionId, ...rest } = row;
  return { release: planVersionId === null ? null : { releaseId, planVersionId, ...rest }, known };
}

/** The event as screens get it: the chain is the server's business. */
function withoutChain({ prevHash: _prev, hash: _hash, ...event }: ChainedEvent): ReleaseEvent {
  return event;
}

/** What every instance is told about these events. */
export function notificationOf(events: ChainedEvent[]): string {
  const [first, last] = [events[0], events.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("There is nothing to tell.");
  return writeNotification({
    release: last.releaseId,
    from: first.seq,
    seq: last.seq,
    head: last.hash,
    events: events.map(withoutChain),
  });
}

async function append(statements: Statements, what: Append): Promise<AppendOutcome> {
  const { state, events, command } = what;
  const last = events.at(-1);
  if (last === undefined) throw new RangeError("An append needs at least one event.");
  const payload = notificationOf(events);
  const timers = what.timers === null ? null : JSON.stringify(what.timers);
  const rows = await statements.$queryRaw<{ moved: boolean; skewMs: number }[]>`/* append */ WITH moved AS (
      UPDATE release SET seq = ${last.seq}, epoch = ${last.epoch}, head = ${last.hash},
        status = ${state.status}::"ReleaseStatus", state = ${JSON.stringify(state)}::jsonb, "foldVersion" = ${state.foldVersion}
      WHERE id = ${state.releaseId} AND seq = ${what.expectedSeq}
        AND abs(extract(epoch FROM clock_timestamp()) * 1000 - ${last.at}::float8) <= ${maxSkewMs}::float8
      RETURNING id
    ), logged AS (
      INSERT INTO event ("releaseId", seq, type, payload, actor, at, "releaseAt", epoch, "prevHash", hash)
      SELECT moved.id, fact.* FROM moved, jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS fact(
        seq int, type text, payload jsonb, actor jsonb, at bigint, "releaseAt" bigint, epoch int, "prevHash" text, hash text)
    ), keyed AS (
      INSERT INTO command (actor, key, "releaseId", "bodyHash", answer, "expiresAt")
      SELECT ${command.actor}, ${command.key}, moved.id, ${command.bodyHash}, ${JSON.stringify(command.answer)}::jsonb,
        now() + interval '30 days' FROM moved
    ), asked AS (
      SELECT moved.id, timer.* FROM moved, jsonb_to_recordset(${timers}::jsonb) AS timer(
        key text, "dueAt" bigint, epoch int, command jsonb)
    ), cleared AS (
      DELETE FROM timer USING moved WHERE timer."releaseId" = moved.id AND ${timers}::jsonb IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM asked WHERE asked.key = timer.key)
    ), renewed AS (
      INSERT INTO timer AS known ("releaseId", key, "dueAt", epoch, command)
      SELECT id, key, "dueAt", epoch, command FROM asked
      ON CONFLICT ("releaseId", key) DO UPDATE SET "dueAt" = excluded."dueAt", epoch = excluded.epoch,
        command = excluded.command, "leasedBy" = NULL, "leasedUntil" = NULL
      WHERE (known."dueAt", known.epoch) IS DISTINCT FROM (excluded."dueAt", excluded.epoch)
    )
    SELECT EXISTS (SELECT 1 FROM moved) AS moved,
      abs(extract(epoch FROM clock_timestamp()) * 1000 - ${last.at}::float8)::float8 AS "skewMs",
      (SELECT pg_notify(${RELEASE_CHANNEL}, ${payload})::text FROM moved) AS told`;
  const row = rows[0];
  if (row?.moved === true) return "appended";
  return row !== undefined && row.skewMs > maxSkewMs ? "skewed" : "lost";
}

/** The two hot statements over a client or inside a transaction. */
export function releaseLog(statements: Statements): ReleaseLog {
  return {
    load: (releaseId, command) => load(statements, releaseId, command),
    append: async (what) => {
      try {
        return await append(statements, what);
      } catch (error) {
        if (isUniqueViolation(error, "command")) return "key_taken";
        throw error;
      }
    },
  };
}
