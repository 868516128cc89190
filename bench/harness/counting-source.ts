import { once } from "node:events";
import { Agent, createServer, request } from "node:http";
import { text } from "node:stream/consumers";

export type CountingSource = {
  url: string;
  /** How often each question was asked for each moment: moment → query → times. */
  asked: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Requests that were no instant query, by path. */
  others: ReadonlyMap<string, number>;
  close: () => void;
};

/** Stands before a Prometheus, hands everything on to it, and counts who asks what for which moment. */
export async function openCountingSource(target: string): Promise<CountingSource> {
  const asked = new Map<string, Map<string, number>>();
  const others = new Map<string, number>();
  const agent = new Agent({ keepAlive: true });
  const note = (path: string, body: string) => {
    if (path !== "/api/v1/query") return void others.set(path, (others.get(path) ?? 0) + 1);
    const form = new URLSearchParams(body);
    const [moment, query] = [form.get("time") ?? "", form.get("query") ?? ""];
    const own = asked.get(moment) ?? new Map<string, number>();
    asked.set(moment, own.set(query, (own.get(query) ?? 0) + 1));
  };
  const server = createServer((incoming, outgoing) => {
    const { url: path = "/", method = "GET", headers } = incoming;
    const handOn = (body: string) => {
      note(path, body);
      const onward = request(new URL(path, target), { agent, method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on("error", () => outgoing.destroy());
      onward.end(body);
    };
    text(incoming).then(handOn, () => outgoing.destroy());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The source has no port.");
  return {
    ...{ url: `http://127.0.0.1:${address.port}`, asked, others },
    close: () => {
      server.closeAllConnections();
      server.close();
      agent.destroy();
    },
  };
}
