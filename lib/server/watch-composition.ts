import { randomUUID } from "node:crypto";
import type { Database } from "@/lib/adapters/postgres/database";
import { postgresSourceStore } from "@/lib/adapters/postgres/postgres-source-store";
import { postgresTrafficCountStore } from "@/lib/adapters/postgres/postgres-traffic-count-store";
import { postgresWatchStore } from "@/lib/adapters/postgres/postgres-watch-store";
import { aesSecretBox } from "@/lib/adapters/secrets/aes-secret-box";
import { startWatch, type Watch } from "@/lib/engine/watch/start-watch";
import { startWatchGuard } from "@/lib/engine/watch/watch-guard";
import type { Log } from "@/lib/ports/log";
import type { Services } from "./composition";
import { services } from "./composition";
import { database } from "./database";
import { environment } from "./environment";
import { log } from "./log";
import { openSources } from "./metric-sources";
import { releaseSources } from "./release-sources";
import { sayPhrase } from "./say-phrase";

type Parts = {
  over: Pick<Database, "client" | "pools">;
  verbs: Pick<Services, "getReleaseSnapshot" | "submitCommand" | "listEvents" | "now">;
  secret: string;
  allowLoopback: boolean;
  log: Log;
};

/** The watch of one process over one database. */
export function composeWatch({ over, verbs, secret, allowLoopback, log: ownLog }: Parts): Watch {
  const defined = openSources({ sources: postgresSourceStore(over), secrets: aesSecretBox(secret), allowLoopback });
  const watches = postgresWatchStore(over);
  const ids = { next: randomUUID };
  const guard = startWatchGuard({ watches, submitCommand: verbs.submitCommand, ids, log: ownLog });
  const watch = startWatch({
    ...verbs,
    watches,
    counts: postgresTrafficCountStore(over),
    sources: releaseSources({ defined: defined.all, listEvents: verbs.listEvents }),
    say: sayPhrase,
    ids,
    log: ownLog,
  });
  return {
    stop: async () => {
      await Promise.all([guard.stop(), watch.stop()]);
      defined.close();
    },
  };
}

/** The watch of this process. */
export function watchReleases(): Watch {
  const { secret, allowLoopbackSources: allowLoopback } = environment();
  return composeWatch({ over: database(), verbs: services(), secret, allowLoopback, log });
}
