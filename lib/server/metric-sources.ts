import { grafanaBoard } from "@/lib/adapters/grafana/grafana-board";
import { jsonSource } from "@/lib/adapters/http-json/json-source";
import { createOutboundHttp } from "@/lib/adapters/outbound-http/outbound-http";
import { connectSource, credentialsOf } from "@/lib/adapters/prometheus/connect-source";
import { authorisation } from "@/lib/adapters/prometheus/prometheus-source";
import type { AnnotationBoard } from "@/lib/ports/annotation-board";
import type { MetricSource } from "@/lib/ports/metric-source";
import type { SecretBox } from "@/lib/ports/secret-box";
import type { SourceRecord, SourceStore } from "@/lib/ports/source-store";

type Opened = {
  source: MetricSource;
  /** Null where it is no Grafana, or nobody can sign in to it. */
  board: AnnotationBoard | null;
  close: () => void;
};

const LOCKED = {
  kind: "fault",
  because: "secret_unreadable",
  detail: "The key has changed; enter the secret again.",
} as const;

/** A source whose secret was sealed with another key: it is not asked without one, as if it wanted none. */
function lockedSource(name: string): MetricSource {
  const refuse = async () => LOCKED;
  return { name, simulated: false, query: refuse, queryRange: refuse, alerts: refuse };
}

/** Opens a defined source: an HTTP client of its own, with the rules of its addresses. */
export function openSource(record: SourceRecord, secrets: SecretBox, allowLoopback: boolean): Opened {
  const { sealedSecret, authority, privateRanges } = record;
  const http = createOutboundHttp({
    allowed: { loopback: allowLoopback, privateRanges },
    ca: authority ?? undefined,
  });
  const secret = sealedSecret === null ? null : secrets.open(sealedSecret);
  const headers = authorisation(credentialsOf({ record, secret }));
  const { kind, name, url, dashboardUid } = record;
  const close = () => http.close();
  if (sealedSecret !== null && secret === null) {
    const locked = lockedSource(name);
    return { source: kind === "json" ? { ...locked, readJson: async () => LOCKED } : locked, board: null, close };
  }
  if (kind === "json") return { source: jsonSource({ name, url, headers, http }), board: null, close };
  const board = kind === "grafana" ? grafanaBoard({ url, dashboardUid, headers, http }) : null;
  return { source: connectSource({ record, secret, http }), board, close };
}

type Parts = { sources: Pick<SourceStore, "list">; secrets: SecretBox; allowLoopback: boolean };

/** The defined sources, connections kept open as long as a definition stays as it is. */
export function openSources({ sources, secrets, allowLoopback }: Parts): {
  all: () => Promise<MetricSource[]>;
  close: () => void;
} {
  let open = new Map<string, Opened>();
  return {
    all: async () => {
      const records = await sources.list();
      // From here on nothing waits: who asks at the same time must not open a second one, nor close what was just handed out.
      const next = new Map<string, Opened>();
      for (const record of records) {
        const text = JSON.stringify(record);
        next.set(text, open.get(text) ?? openSource(record, secrets, allowLoopback));
      }
      for (const [text, old] of open) if (!next.has(text)) old.close();
      open = next;
      return [...next.values()].map(({ source }) => source);
    },
    close: () => {
      for (const { close } of open.values()) close();
      open = new Map();
    },
  };
}
