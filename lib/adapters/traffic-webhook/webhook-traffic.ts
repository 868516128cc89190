import { createHmac, randomUUID } from "node:crypto";
import { z } from "zod";
import {
  type TrafficDrill,
  TrafficFence,
  type TrafficObservation,
  TrafficOrder,
  type TrafficProbe,
  type TrafficRefusal,
  type TrafficReply,
  TrafficShare,
} from "@/lib/contracts/traffic";
import { trafficSentence } from "@/lib/contracts/traffic-sentences";
import type { OutboundHttp, OutboundReply } from "@/lib/ports/outbound-http";
import type { TrafficDriver, TrafficPermit } from "@/lib/ports/traffic-driver";

/** A load balancer's controller that takes signed orders, as the host's file describes it. */
export const WebhookSettings = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  /** Read at the start: the secret of the signature, at least 16 characters. */
  secretFile: z.string().regex(/^\//, "must be an absolute path"),
  privateRanges: z.boolean().default(true),
  loopback: z.boolean().default(false),
});
export type WebhookSettings = z.infer<typeof WebhookSettings>;

export const WEBHOOK_SECRET_LEAST = 16;
type Receiver = { name: string; url: string; secret: string };

const count = z.int().min(0);
const Applied = z.object({ share: TrafficShare });
const Standing = z.object({ share: TrafficShare.nullable(), fence: TrafficFence.nullable().default(null) });
const Observed = z.object({
  share: TrafficShare,
  fence: TrafficFence,
  since: z.int().min(0),
  green: count,
  blue: count,
  nobody: count.default(0),
  other: count.default(0),
});

/** `v1=` and the HMAC-SHA256 in hex over `<timestamp>.<body>`; the timestamp is in seconds. */
function signBody(secret: string, timestamp: number, body: string): string {
  return `v1=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`;
}

type Answer = { kind: "answer"; status: number; body: unknown } | Extract<OutboundReply, { kind: "fault" }>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What went wrong before a byte was sent leaves everything as it was; after that nobody knows. */
const NOT_SENT: ReadonlySet<string> = new Set(["address_refused", "no_such_source"]);

/** Each order is one POST, never repeated by itself. The receiver must refuse a fence older than one that it has seen, by a 409. */
export class WebhookTraffic implements TrafficDriver {
  readonly kind = "webhook";
  private readonly settings: Receiver;
  private readonly http: OutboundHttp;
  private readonly now: () => number;

  constructor(settings: Receiver, http: OutboundHttp, now: () => number = Date.now) {
    this.settings = settings;
    this.http = http;
    this.now = now;
  }

  async set(wish: TrafficOrder, permit?: TrafficPermit): Promise<TrafficReply> {
    const begun = performance.now();
    const read = TrafficOrder.safeParse(wish);
    if (!read.success) return this.refuse(wish, "invalid", read.error.message);
    const { share, fence } = read.data;
    // Nothing takes back what has been sent: it is asked before.
    if (permit !== undefined && !(await permit.mayStill(permit.withdrawn)))
      return this.refuse(wish, "withdrawn", "it is not wanted any more");
    const answer = await this.post({ verb: "set", ...read.data });
    if (answer.kind === "fault") {
      const standing = NOT_SENT.has(answer.because) ? "before" : "unknown";
      return this.refuse(wish, standing === "before" ? "not_accepted" : "not_sent", answer.detail, standing);
    }
    const { status, body } = answer;
    if (status === 409) return this.refuse(wish, "fenced", "409: a newer order has been there");
    if (status >= 500) return this.refuse(wish, "not_sent", `HTTP ${status}`, "unknown");
    if (status >= 300) return this.refuse(wish, "not_accepted", `HTTP ${status}`);
    const applied = Applied.safeParse(body);
    if (!applied.success) return this.refuse(wish, "not_as_set", "the answer names no share", "unknown");
    if (applied.data.share !== share)
      return this.refuse(wish, "not_as_set", `it answers ${applied.data.share} %, not ${share} %`, "unknown");
    return { kind: "set", share, fence, changed: true, sampled: [], phases: [], tookMs: performance.now() - begun };
  }

  async observe(): Promise<TrafficObservation> {
    const answer = await this.post({ verb: "observe" });
    const read = answer.kind === "answer" && answer.status < 300 ? Observed.safeParse(answer.body) : null;
    if (read?.success === true) return { kind: "observed", versions: [], ...read.data };
    return this.unseen(answer);
  }

  async probe(): Promise<TrafficProbe> {
    const answer = await this.post({ verb: "probe" });
    const read = answer.kind === "answer" && answer.status < 300 ? Standing.safeParse(answer.body) : null;
    if (read?.success === true) return { kind: "standing", ...read.data, mended: false, sampled: [], phases: [] };
    return this.unseen(answer);
  }

  async drill(): Promise<TrafficDrill> {
    const { name } = this.settings;
    const zh = `${name}：webhook 驱动没有影子上游，无法演练。`;
    return { kind: "not_observed", sentence: { zh, en: `${name}: a webhook has no shadow upstream to drill on.` } };
  }

  private async post(order: Record<string, unknown>): Promise<Answer> {
    const { name, url, secret } = this.settings;
    const body = JSON.stringify({ target: name, id: randomUUID(), ...order });
    const timestamp = Math.floor(this.now() / 1000);
    const reply = await this.http.ask({
      url,
      method: "POST",
      body,
      headers: {
        "content-type": "application/json",
        "x-holdpoint-timestamp": String(timestamp),
        "x-holdpoint-signature": signBody(secret, timestamp, body),
      },
    });
    return reply.kind === "fault" ? reply : { kind: "answer", status: reply.status, body: parsed(reply.text) };
  }

  private refuse(
    { share, fence }: TrafficOrder,
    because: TrafficRefusal["because"],
    detail: string,
    standing: TrafficRefusal["standing"] = "before",
  ): TrafficRefusal {
    const sentence = trafficSentence(because, { target: this.settings.name, detail, share, epoch: fence.epoch });
    return { kind: "refused", because, sentence, detail: detail.slice(0, 8000), standing, phases: [] };
  }

  private unseen(answer: Answer): { kind: "not_observed"; sentence: { zh: string; en: string } } {
    const { name } = this.settings;
    const why = answer.kind === "fault" ? `${answer.because}: ${answer.detail}` : `HTTP ${answer.status}`;
    const zh = `${name}：对方没有说明当前流量（${why}）。`;
    return {
      kind: "not_observed",
      sentence: { zh, en: `${name}: the other side does not tell where traffic goes (${why}).` },
    };
  }
}
