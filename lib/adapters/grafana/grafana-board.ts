import type { Annotation, AnnotationBoard, BoardFault } from "@/lib/ports/annotation-board";
import type { OutboundHttp } from "@/lib/ports/outbound-http";
import { annotationText } from "./annotation-text";

export type GrafanaOptions = {
  /** Where Grafana is, with the path that it lives under. */
  url: string;
  dashboardUid: string | null;
  /** What it wants to see of who asks. */
  headers: Record<string, string>;
  http: OutboundHttp;
};

type Asked = { method?: "POST" | "PATCH"; path: string; body?: unknown };
type Answered = { kind: "reply"; status: number; body: unknown } | BoardFault;

const NEEDED = ["annotations:read", "annotations:create", "annotations:write"] as const;

/** Faults that come before a request has left: what was asked for was certainly not done. */
const CERTAIN: ReadonlySet<string> = new Set(["address_refused", "redirected"]);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldOf(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;
}

function idOf(body: unknown): number | null {
  const id = fieldOf(body, "id");
  return typeof id === "number" ? id : null;
}

/** An answer that is not what Grafana says: somebody in between spoke, or it broke off. */
function strange({ status, body }: { status: number; body: unknown }): BoardFault {
  const isOk = status >= 200 && status < 300;
  const because = isOk ? "not_grafana" : `http-${status}`;
  return { kind: "fault", because, unclear: status >= 500 || (isOk && body === undefined) };
}

/** Grafana's annotations, by its HTTP API. */
export function grafanaBoard({ url, dashboardUid, headers, http }: GrafanaOptions): AnnotationBoard {
  const base = url.replace(/\/+$/u, "");

  async function ask({ method, path, body }: Asked): Promise<Answered> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { "content-type": "application/json" };
    const given = { accept: "application/json", ...headers, ...type };
    const reply = await http.ask({ url: `${base}${path}`, method: method ?? "GET", headers: given, ...sent });
    if (reply.kind === "fault") return { kind: "fault", because: reply.because, unclear: !CERTAIN.has(reply.because) };
    return { kind: "reply", status: reply.status, body: parsed(reply.text) };
  }

  const where = (panel: number | null) =>
    dashboardUid === null ? {} : { dashboardUID: dashboardUid, ...(panel === null ? {} : { panelId: panel }) };

  return {
    find: async (tags) => {
      const wanted = new URLSearchParams({ type: "annotation", limit: "1" });
      for (const tag of tags) wanted.append("tags", tag);
      if (dashboardUid !== null) wanted.set("dashboardUID", dashboardUid);
      const reply = await ask({ path: `/api/annotations?${wanted}` });
      if (reply.kind === "fault") return reply;
      if (reply.status !== 200 || !Array.isArray(reply.body)) return strange(reply);
      const [first]: unknown[] = reply.body;
      return { kind: "found", id: idOf(first) };
    },
    add: async ({ at, until, lines, link, tags, panel }: Annotation) => {
      const ended = until === null ? {} : { timeEnd: until };
      const text = annotationText(lines, link);
      const body = { ...where(panel), time: at, ...ended, tags: [...tags], text };
      const reply = await ask({ method: "POST", path: "/api/annotations", body });
      if (reply.kind === "fault") return reply;
      const id = reply.status === 200 ? idOf(reply.body) : null;
      return id === null ? strange(reply) : { kind: "added", id };
    },
    change: async (id, { lines, link, until }) => {
      const body = { timeEnd: until, text: annotationText(lines, link) };
      const reply = await ask({ method: "PATCH", path: `/api/annotations/${id}`, body });
      if (reply.kind === "fault") return reply;
      if (reply.status === 404) return { kind: "gone" };
      return reply.status === 200 ? { kind: "changed" } : strange(reply);
    },
    mayWrite: async () => {
      const reply = await ask({ path: "/api/access-control/user/permissions" });
      if (reply.kind === "fault") return reply;
      // Without this address, an older Grafana knows only roles: whether this one suffices shows when it is used.
      if (reply.status === 404) return "unknown";
      if (reply.status === 401 || reply.status === 403) return "no";
      if (reply.status !== 200 || typeof reply.body !== "object" || reply.body === null) return strange(reply);
      const { body } = reply;
      return NEEDED.every((action) => Object.hasOwn(body, action)) ? "yes" : "no";
    },
  };
}
