import type pg from "pg";
import { RELEASE_CHANNEL } from "@/lib/contracts/notification";
import type { ChainedEvent } from "@/lib/domain/release/events";
import type { ReleaseHead, ReleaseLog, ReleaseStore, ReleaseSummary } from "@/lib/ports/release-store";
import type { Database } from "./database";
import { type Prisma, Prisma as sql } from "./generated/client";
import { isTaken } from "./people/records";
import { type KnownStates, knownStates, notificationOf, releaseLog } from "./release-log";
import { snapshotReader } from "./snapshot-reader";

/** Times are float8 on the way out: exact for milliseconds, and a number in JavaScript. */
const eventColumns = sql.sql`"releaseId", seq, type, payload, actor, at::float8 AS at, "releaseAt"::float8 AS "releaseAt",
  epoch, "prevHash", hash`;

const overSql = sql.sql`('closed', 'cancelled', 'rolled_back')`;

/** As long as every command's key. */
const keptForMs = 30 * 86_400_000;

type First = Parameters<ReleaseStore["create"]>[0];

async function create(tx: Prisma.TransactionClient, { state, event, createdBy, keyed }: First): Promise<"created"> {
  const { clock } = state;
  await tx.release.create({
    data: {
      id: state.releaseId,
      planVersionId: state.planVersionId,
      mode: clock.mode,
      status: state.status,
      seq: event.seq,
      epoch: event.epoch,
      head: event.hash,
      foldVersion: state.foldVersion,
      state: toJson(state),
      startsAt: BigInt(clock.startsAt),
      speed: clock.speed,
      createdBy,
    },
  });
  await tx.event.create({
    data: {
      ...event,
      payload: toJson(event.payload),
      actor: toJson(event.actor),
      at: BigInt(event.at),
      releaseAt: BigInt(event.releaseAt),
    },
  });
  if (keyed !== null) {
    const answer = { seq: event.seq, events: [{ seq: event.seq, type: event.type }] };
    const expiresAt = new Date(event.at + keptForMs);
    await tx.command.create({ data: { ...keyed, releaseId: state.releaseId, answer, expiresAt } });
  }
  await tx.$executeRaw`SELECT pg_notify(${RELEASE_CHANNEL}, ${notificationOf([event])})`;
  return "created";
}

/** What JSON makes of a value: without the keys that are undefined. */
function toJson(value: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value));
}

type Locked = { pool: pg.Pool; states: KnownStates; releaseId: string };

/** Runs `act` while the release's row is locked, in a transaction on one connection. What it came to is remembered once it is committed. */
async function withLock<T>({ pool, states, releaseId }: Locked, act: (log: ReleaseLog) => Promise<T>): Promise<T> {
  const own = knownStates();
  const connection = await pool.connect();
  let fault: Error | undefined;
  // A connection that dies between two statements says so here, and would end the process if nobody listened.
  const onError = (error: Error) => {
    fault = error;
  };
  connection.on("error", onError);
  try {
    await connection.query("BEGIN");
    await connection.query({
      name: "lock",
      text: "SELECT seq FROM release WHERE id = $1 FOR UPDATE",
      values: [releaseId],
    });
    const result = await act(releaseLog(connection, own));
    await connection.query("COMMIT");
    const settled = own.get(releaseId);
    if (settled !== undefined) states.set(releaseId, settled);
    return result;
  } catch (error) {
    await connection.query("ROLLBACK").catch((cause: Error) => onError(cause));
    throw error;
  } finally {
    connection.removeListener("error", onError);
    connection.release(fault);
  }
}

/** Releases and their logs in Postgres. */
export function postgresReleaseStore({
  client,
  stopping,
  pools,
}: Pick<Database, "client" | "stopping" | "pools">): ReleaseStore {
  const states = knownStates();
  return {
    log: (lane) => releaseLog(pools[lane], states),
    withLock: (releaseId, lane, act) => withLock({ pool: pools[lane], states, releaseId }, act),
    create: (first) =>
      client
        .$transaction((tx) => create(tx, first))
        .catch((error: unknown) => {
          if (first.keyed !== null && isTaken(error)) return "key_taken" as const;
          throw error;
        }),
    findCreated: async ({ actor, key }) => {
      const [found] = await client.$queryRaw<{ releaseId: string; bodyHash: string }[]>`/* created */ SELECT
        "releaseId", "bodyHash" FROM command WHERE actor = ${actor} AND key = ${key} AND "expiresAt" > now()`;
      return found ?? null;
    },
    findSnapshot: snapshotReader(pools.ordinary),
    listEvents: ({ releaseId, after, limit, lane }) =>
      (lane === "stopping" ? stopping : client).$queryRaw<ChainedEvent[]>`/* events */ SELECT ${eventColumns} FROM event
        WHERE "releaseId" = ${releaseId} AND seq > ${after} ORDER BY seq LIMIT ${limit}`,
    list: () =>
      client.$queryRaw<ReleaseSummary[]>`/* releases */ SELECT
          release.id AS "releaseId", version."planId", version.title AS "planTitle", release."planVersionId",
          version."infoVersion" AS version, release.mode::text, release.status::text,
          release."startsAt"::float8 AS "startsAt",
          floor(extract(epoch FROM release."createdAt") * 1000)::float8 AS "createdAt", release.seq
        FROM release JOIN plan_version version ON version.id = release."planVersionId"
        ORDER BY release."createdAt" DESC, release.id`,
    listHeads: () =>
      client.$queryRaw<ReleaseHead[]>`/* heads */ SELECT release.id AS "releaseId", release.seq, release.status::text
        FROM release LEFT JOIN event ON event."releaseId" = release.id AND event.seq = release.seq
        WHERE release.status::text NOT IN ${overSql} OR event.at > extract(epoch FROM now() - interval '1 day') * 1000`,
  };
}
