import type { SourceFault } from "./metric-source";

export type OutboundRequest = {
  url: string;
  method?: "GET" | "POST" | "PATCH";
  headers?: Record<string, string>;
  body?: string;
};

export type OutboundReply =
  | { kind: "reply"; status: number; text: string }
  | { kind: "fault"; because: SourceFault; detail: string };

/** A client for one outside service that an administrator defined. Never throws. */
export interface OutboundHttp {
  ask(request: OutboundRequest): Promise<OutboundReply>;
  close(): void;
}
