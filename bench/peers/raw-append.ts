import pg from "pg";
import { notificationOf } from "@/lib/adapters/postgres/release-log";
import { RELEASE_CHANNEL } from "@/lib/contracts/notification";
import type { Append } from "@/lib/ports/release-store";

const rawSql = `WITH moved AS (
    UPDATE release SET seq = $3, head = $4, state = $5::json WHERE id = $1 AND seq = $2 RETURNING id
  ), logged AS (
    INSERT INTO event ("releaseId", seq, type, payload, actor, at, "releaseAt", epoch, "prevHash", hash)
    SELECT moved.id, $3, $6, $7::jsonb, $8::jsonb, $9, $10, $11, $12, $4 FROM moved
  ) SELECT pg_notify($13, $14) FROM moved`;

export type RawAppend = { append: (what: Append) => Promise<void>; close: () => Promise<void> };

/** The least that writes one event, the state and the notification: no key, no answer, no timers, no look at the clock. */
export async function openRawAppend(url: string): Promise<RawAppend> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    append: async ({ state, events, expectedSeq }) => {
      const [event] = events;
      if (event === undefined) throw new RangeError("An append needs an event.");
      const { seq, hash, prevHash, type, payload, actor, at, releaseAt, epoch } = event;
      const values = [state.releaseId, expectedSeq, seq, hash, state, type, payload, actor];
      values.push(at, releaseAt, epoch, prevHash, RELEASE_CHANNEL, notificationOf(events));
      const { rowCount } = await client.query({ name: "raw-append", text: rawSql, values });
      if (rowCount !== 1) throw new Error("Somebody was faster.");
    },
    close: () => client.end(),
  };
}
