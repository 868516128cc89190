import { Agent, get } from "node:http";
import { WebSocket } from "ws";
import { type Batch, type Connect, openWall, type Wall } from "./screens";

const eventsPacket = '42["events",';
const joinAnswer = "430";

function readPlain(text: string): Batch {
  return JSON.parse(text);
}

function readPacket(text: string): Batch | null {
  return text.startsWith(eventsPacket) ? JSON.parse(text.slice(eventsPacket.length, -1)) : null;
}

/** Screens of a bare WebSocket server. */
export function openBareWall(count: number, port: number): Promise<Wall> {
  const connect: Connect = ({ text, joined, lost }) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
    socket.on("message", (data) => text(String(data)));
    socket.on("open", () => joined(0));
    socket.on("error", lost).on("close", lost);
    return { close: () => socket.terminate() };
  };
  return openWall(count, connect, readPlain);
}

/** Screens that read server-sent events. */
export function openEventStreamWall(count: number, port: number): Promise<Wall> {
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  const connect: Connect = ({ text, joined, lost }) => {
    const request = get({ port, host: "127.0.0.1", path: "/", agent }, (response) => {
      response.setEncoding("utf8").on("data", (chunk: string) => {
        for (const part of chunk.split("\n\n")) if (part.startsWith("data: ")) text(part.slice("data: ".length));
      });
      response.on("close", lost);
      joined(0);
    });
    request.on("error", lost);
    return { close: () => request.destroy() };
  };
  return openWall(count, connect, readPlain);
}

export type SocketTarget = {
  port: number;
  /** Absent where there is nothing to join: the stock server. */
  join?: { releaseId: string; seq: number };
  cookie?: string;
};

/** One screen that speaks socket.io's protocol over a WebSocket, with as little client around it as the bare ones have. */
export function connectSocket({ port, join, cookie }: SocketTarget): Connect {
  return ({ text, joined, lost }) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
      origin: `http://127.0.0.1:${port}`,
      headers: cookie === undefined ? {} : { cookie },
    });
    socket.on("message", (data) => {
      const packet = String(data);
      if (packet === "2") socket.send("3");
      else if (packet.startsWith("0")) socket.send("40");
      else if (packet.startsWith("40")) {
        if (join === undefined) joined(0);
        else socket.send(`420["join",${JSON.stringify({ ...join, screen: "wall" })}]`);
      } else if (packet.startsWith(joinAnswer)) {
        const [answer] = JSON.parse(packet.slice(joinAnswer.length));
        if (answer.ok === true) joined(answer.seq);
        else lost(packet);
      } else if (packet.startsWith("44")) lost(packet);
      else text(packet);
    });
    socket.on("error", lost).on("close", lost);
    return { close: () => socket.terminate() };
  };
}

export function openSocketWall(count: number, target: SocketTarget): Promise<Wall> {
  return openWall(count, connectSocket(target), readPacket);
}
