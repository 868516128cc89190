import type { Database } from "@/lib/adapters/postgres/database";
import { notificationOf } from "@/lib/adapters/postgres/release-log";
import { RELEASE_CHANNEL } from "@/lib/contracts/notification";
import type { Append } from "@/lib/ports/release-store";

type Json = Parameters<Database["client"]["event"]["create"]>[0]["data"]["payload"];

function toJson(value: object): Json {
  return JSON.parse(JSON.stringify(value));
}

const keptMs = 30 * 86_400_000;

/** The same append as an interactive transaction: read, move on, insert, notify, one statement after another. */
export function appendInTransaction(client: Database["client"], { state, events, command, expectedSeq }: Append) {
  return client.$transaction(async (tx) => {
    const { releaseId: id, epoch, status, foldVersion } = state;
    const last = events.at(-1);
    const found = await tx.release.findUniqueOrThrow({ where: { id }, select: { seq: true } });
    if (last === undefined || found.seq !== expectedSeq) throw new Error("Somebody was faster.");
    const data = { seq: last.seq, epoch, head: last.hash, status, state: toJson(state), foldVersion };
    await tx.release.update({ where: { id }, data, select: { id: true } });
    const rows = events.map((event) => ({
      ...event,
      payload: toJson(event.payload),
      actor: toJson(event.actor),
      at: BigInt(event.at),
      releaseAt: BigInt(event.releaseAt),
    }));
    await tx.event.createMany({ data: rows });
    await tx.command.create({
      data: { ...command, releaseId: id, answer: toJson(command.answer), expiresAt: new Date(Date.now() + keptMs) },
      select: { key: true },
    });
    await tx.$executeRaw`SELECT pg_notify(${RELEASE_CHANNEL}, ${notificationOf(events)})`;
  });
}
