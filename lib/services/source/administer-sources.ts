import type { Answer } from "@/lib/contracts/answer";
import type { SourceView, SourceWish } from "@/lib/contracts/sources";
import type { Actor } from "@/lib/domain/release/actor";
import type { Ids } from "@/lib/ports/ids";
import type { SecretBox } from "@/lib/ports/secret-box";
import type { SourceRecord, SourceStore } from "@/lib/ports/source-store";
import { refuse } from "../refusal-reasons";

export type SourcePorts = { sources: SourceStore; secrets: SecretBox; ids: Ids };

type Asked = { actor: Actor };

/** Null = he may. */
function refuseOthers(actor: Actor) {
  const may = actor.kind === "person" && actor.permissions.includes("administrator");
  return may ? null : refuse("forbidden", "administrator-only");
}

function viewOf({ sealedSecret, ...source }: SourceRecord): SourceView {
  return { ...source, hasSecret: sealedSecret !== null };
}

/** Every source in its order, without its secret. */
export async function listSources({ sources }: SourcePorts, { actor }: Asked): Promise<Answer<SourceView[]>> {
  return refuseOthers(actor) ?? { ok: true, value: (await sources.list()).map(viewOf) };
}

/** A secret belongs to the origin that it was given for: with another host, port or without https it has to be given again. */
function keptSecret(before: SourceRecord | null, { url, secret }: SourceWish, secrets: SecretBox): string | null {
  if (secret !== undefined) return secret === null ? null : secrets.seal(secret);
  return before !== null && new URL(before.url).origin === new URL(url).origin ? before.sealedSecret : null;
}

/** Adds a source, or changes the one whose id is given. */
export async function defineSource(
  { sources, secrets, ids }: SourcePorts,
  { actor, wish }: Asked & { wish: SourceWish },
): Promise<Answer<{ sourceId: string }>> {
  const refused = refuseOthers(actor);
  if (refused !== null) return refused;
  const before = wish.id === undefined ? null : await sources.find(wish.id);
  if (wish.id !== undefined && before === null) return refuse("unknown_id", "unknown-source", { id: wish.id });
  const { secret: _, id = ids.next(), ...fields } = wish;
  const createdBy = actor.kind === "person" ? actor.person : actor.name;
  const record = { ...fields, id, createdBy, sealedSecret: keptSecret(before, wish, secrets) };
  if (!(await sources.put(record))) return refuse("already", "source-name-taken", { name: wish.name });
  return { ok: true, value: { sourceId: id } };
}

export async function removeSource(
  { sources }: SourcePorts,
  { actor, sourceId }: Asked & { sourceId: string },
): Promise<Answer<null>> {
  const refused = refuseOthers(actor);
  if (refused !== null) return refused;
  const gone = await sources.remove(sourceId);
  return gone ? { ok: true, value: null } : refuse("unknown_id", "unknown-source", { id: sourceId });
}

/** Queries that name no source are asked of the default one. */
export async function makeDefaultSource(
  { sources }: SourcePorts,
  { actor, sourceId }: Asked & { sourceId: string },
): Promise<Answer<null>> {
  const refused = refuseOthers(actor);
  if (refused !== null) return refused;
  const done = await sources.makeDefault(sourceId);
  return done ? { ok: true, value: null } : refuse("unknown_id", "unknown-source", { id: sourceId });
}
