import { randomUUID } from "node:crypto";
import type { Database } from "@/lib/adapters/postgres/database";
import { postgresCompanionStore } from "@/lib/adapters/postgres/postgres-companion-store";
import { postgresSourceStore } from "@/lib/adapters/postgres/postgres-source-store";
import { aesSecretBox } from "@/lib/adapters/secrets/aes-secret-box";
import {
  type Companion,
  type CompanionDeps,
  type OpenBoard,
  startCompanion,
} from "@/lib/engine/companion/start-companion";
import type { Log } from "@/lib/ports/log";
import type { Services } from "./composition";
import { services } from "./composition";
import { database } from "./database";
import { environment } from "./environment";
import { log } from "./log";
import { openSource } from "./metric-sources";
import { sayPhrase } from "./say-phrase";

type Parts = {
  over: Pick<Database, "client">;
  verbs: Pick<Services, "getReleaseSnapshot" | "listEvents">;
  secret: string;
  allowLoopback: boolean;
  publicUrl: string;
  log: Log;
} & Pick<CompanionDeps, "restAfter" | "lookEveryMs">;

/** What follows the log for Grafana, of one process over one database. */
export function composeCompanion({
  over,
  verbs,
  secret,
  allowLoopback,
  publicUrl,
  log: ownLog,
  ...rest
}: Parts): Companion {
  const sources = postgresSourceStore(over);
  const secrets = aesSecretBox(secret);

  async function open(sourceId: string): Promise<OpenBoard | null> {
    const record = await sources.find(sourceId);
    if (record === null || !record.annotates) return null;
    const { board, close } = openSource(record, secrets, allowLoopback);
    if (board === null) return null;
    const { panels, dashboardUid } = record;
    const areNamed = dashboardUid !== null && panels.length > 0;
    return { board, close, address: record.url, panels: areNamed ? panels : [null] };
  }

  return startCompanion({
    ...verbs,
    ...rest,
    open,
    cursors: postgresCompanionStore(over),
    linkTo: (releaseId) => `${publicUrl}/releases/${encodeURIComponent(releaseId)}`,
    say: sayPhrase,
    ids: { next: randomUUID },
    log: ownLog,
  });
}

/** What follows the log for Grafana in this process. */
export function followForGrafana(): Companion {
  const { secret, allowLoopbackSources: allowLoopback, publicUrl } = environment();
  return composeCompanion({ over: database(), verbs: services(), secret, allowLoopback, publicUrl, log });
}
