import { randomUUID } from "node:crypto";
import type { Database } from "@/lib/adapters/postgres/database";
import { databaseClock } from "@/lib/adapters/postgres/database-clock";
import { postgresSourceStore } from "@/lib/adapters/postgres/postgres-source-store";
import { aesSecretBox } from "@/lib/adapters/secrets/aes-secret-box";
import type { SourceRecord } from "@/lib/ports/source-store";
import {
  defineSource,
  listSources,
  makeDefaultSource,
  removeSource,
  type SourcePorts,
} from "@/lib/services/source/administer-sources";
import { trySource } from "@/lib/services/source/try-source";
import { database } from "./database";
import { environment } from "./environment";
import { openSource } from "./metric-sources";

type Settings = { secret: string; allowLoopback: boolean };

/** The verbs about metric sources over one database; `sources()` has those of this process. */
export function composeSources(over: Pick<Database, "client">, { secret, allowLoopback }: Settings) {
  const secrets = aesSecretBox(secret);
  const store = postgresSourceStore(over);
  const ports: SourcePorts = { sources: store, secrets, ids: { next: randomUUID } };
  const trying = {
    sources: store,
    connect: (record: SourceRecord) => openSource(record, secrets, allowLoopback),
    now: databaseClock(over.client).read,
    stopwatch: () => performance.now(),
  };
  const bind =
    <Given, Wanted, Result>(verb: (given: Given, wanted: Wanted) => Result, given: Given) =>
    (wanted: Wanted): Result =>
      verb(given, wanted);
  return {
    listSources: bind(listSources, ports),
    defineSource: bind(defineSource, ports),
    removeSource: bind(removeSource, ports),
    makeDefaultSource: bind(makeDefaultSource, ports),
    trySource: bind(trySource, trying),
  };
}

export type Sources = ReturnType<typeof composeSources>;

let composed: Sources | null = null;

export function sources(): Sources {
  const { secret, allowLoopbackSources: allowLoopback } = environment();
  composed ??= composeSources(database(), { secret, allowLoopback });
  return composed;
}
