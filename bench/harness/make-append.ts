import { randomUUID } from "node:crypto";
import { sha256Hasher } from "@/lib/adapters/hashing/sha256-hasher";
import { postgresReleaseStore } from "@/lib/adapters/postgres/postgres-release-store";
import type { EventDraft } from "@/lib/domain/release/events";
import { evolve } from "@/lib/domain/release/evolve";
import { nextPlace, stampEvents } from "@/lib/domain/release/stamp";
import type { Append } from "@/lib/ports/release-store";
import { chainEvents } from "@/lib/services/release/chain-events";
import type { Night, Stand } from "./stand";

/** Makes the next append of `count` notes, stamped and chained onto the last one made, which has to be written first. */
export type NextAppend = (count: number) => Promise<Append>;

export async function appendsOf({ services, actor }: Stand, { releaseId, plan }: Night): Promise<NextAppend> {
  const snapshot = await services.getReleaseSnapshot({ releaseId });
  if (snapshot === null || actor.kind !== "person") throw new Error("The release is gone.");
  const { person, name } = actor;
  let { state, head } = snapshot;
  return async (count) => {
    const drafts = Array.from(
      { length: count },
      (_, n): EventDraft => ({
        type: "note.added",
        payload: { text: `Note ${state.seq + n}: error rate 0.02 %, p99 180 ms, nothing in the logs.` },
        actor: { kind: "person", person, name, role: null, substitute: false, played: false },
      }),
    );
    const events = stampEvents(drafts, nextPlace(state, await services.now()));
    const chained = chainEvents(sha256Hasher, head, events);
    const expectedSeq = state.seq;
    state = events.reduce((before, event) => evolve(plan, before, event), state);
    head = chained.at(-1)?.hash ?? head;
    const answer = { seq: state.seq, events: events.map(({ seq, type }) => ({ seq, type })) };
    const command = { actor: person, key: randomUUID(), bodyHash: head, answer };
    return { expectedSeq, state, events: chained, command, timers: null, notBefore: null };
  };
}

const notesAtOnce = 100;

/** Writes notes until the log is so long, a hundred an append: by the same statement that a click uses. */
export async function growLog(stand: Stand, night: Night, length: number): Promise<void> {
  const log = postgresReleaseStore(stand.database).log("ordinary");
  const next = await appendsOf(stand, night);
  const snapshot = await stand.services.getReleaseSnapshot({ releaseId: night.releaseId });
  for (let seq = snapshot?.state.seq ?? 0; seq < length; ) {
    const count = Math.min(notesAtOnce, length - seq);
    const outcome = await log.append(await next(count));
    if (outcome !== "appended") throw new Error(`The log could not be grown: ${outcome}.`);
    seq += count;
  }
}
