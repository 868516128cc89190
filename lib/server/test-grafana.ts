import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type Kept = { id: number; time: number; timeEnd?: number; text: string; tags: string[]; panelId?: number };

/** `deaf` = keeps what comes and breaks the connection before it has answered. */
type Mood = "up" | "down" | "deaf" | "elsewhere";

/** A real HTTP server that keeps annotations the way Grafana does. */
export type TestGrafana = {
  url: string;
  mood: Mood;
  /** Where it sends people who ask it for something, when it is elsewhere. */
  elsewhere: string;
  permissions: Record<string, string[]> | null;
  annotations: Kept[];
  seen: { method: string; path: string; authorisation: string | undefined }[];
  close: () => void;
};

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

type Said = { status: number; body?: unknown; location?: string };

/** The annotations' own part of the API; null = the connection breaks before there is an answer. */
function annotate(grafana: TestGrafana, method: string | undefined, url: URL, body: string): Said | null {
  const { annotations, mood } = grafana;
  if (method === "GET") {
    if (mood === "deaf") return null;
    const tags = url.searchParams.getAll("tags");
    return { status: 200, body: annotations.filter((one) => tags.every((tag) => one.tags.includes(tag))) };
  }
  const known = annotations.find(({ id }) => url.pathname === `/api/annotations/${id}`);
  const id = known?.id ?? annotations.length + 1;
  if (method === "PATCH" && known === undefined) return { status: 404, body: { message: "Not found" } };
  if (known === undefined) annotations.push({ ...JSON.parse(body), id });
  else Object.assign(known, JSON.parse(body));
  return mood === "deaf" ? null : { status: 200, body: { message: "Annotation", id } };
}

function answer(grafana: TestGrafana, request: IncomingMessage, body: string): Said | null {
  const url = new URL(request.url ?? "", grafana.url);
  const { permissions, mood, elsewhere } = grafana;
  if (mood === "down") return { status: 503, body: { message: "down" } };
  if (mood === "elsewhere") return { status: 307, location: elsewhere };
  if (url.pathname.startsWith("/api/annotations")) return annotate(grafana, request.method, url, body);
  if (url.pathname.endsWith("/api/v1/query")) {
    return { status: 200, body: { status: "success", data: { resultType: "vector", result: [] } } };
  }
  return permissions === null ? { status: 404, body: { message: "Not found" } } : { status: 200, body: permissions };
}

function send(response: ServerResponse, said: Said | null): void {
  if (said === null) {
    response.destroy();
    return;
  }
  const { status, body, location } = said;
  const headers = { "content-type": "application/json", ...(location === undefined ? {} : { location }) };
  response.writeHead(status, headers).end(body === undefined ? "" : JSON.stringify(body));
}

export async function openTestGrafana(): Promise<TestGrafana> {
  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    grafana.seen.push({ method, path: url, authorisation: headers.authorization });
    void textOf(request).then((body) => send(response, answer(grafana, request, body)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const grafana: TestGrafana = {
    url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`,
    mood: "up",
    elsewhere: "",
    permissions: null,
    annotations: [],
    seen: [],
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return grafana;
}
