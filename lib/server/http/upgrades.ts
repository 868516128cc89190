import type { Server } from "node:http";

const SOCKET_PATH = "/socket.io/";

export function isForSockets(url: string | undefined): boolean {
  return url?.startsWith(SOCKET_PATH) === true;
}

/**
 * Only socket.io may take a connection over; any other upgrade is destroyed. While developing, Next's own hot reload may too: it
 * listens at `pages`, a server that never listens to the net.
 */
export function guardUpgrades(server: Server, pages: Server, isDevelopment: boolean): void {
  server.prependListener("upgrade", (request, socket, head) => {
    if (isForSockets(request.url)) return;
    if (isDevelopment && request.url?.startsWith("/_next/") === true) pages.emit("upgrade", request, socket, head);
    else socket.destroy();
  });
}
