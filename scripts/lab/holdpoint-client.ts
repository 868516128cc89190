import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Plan } from "@/lib/domain/plan/plan";
import type { PersonCommand } from "@/lib/domain/release/commands";
import type { ReleaseEvent } from "@/lib/domain/release/events";
import type { ReleaseState } from "@/lib/domain/release/state";

export type ReleaseView = { seq: number; state: ReleaseState; plan: Plan };

const Refused = z.object({ kind: z.string(), detail: z.string().optional(), because: z.string().optional() });
/** `because` names the reason of a refusal, `accepted` has none. */
export type Told = { accepted: true } | { accepted: false; kind: string; says: string };

/** One person before Holdpoint, by its public interface. */
export class HoldpointClient {
  readonly address: string;
  private cookie = "";

  constructor(address: string) {
    this.address = address;
  }

  private async send(path: string, init: RequestInit): Promise<Response> {
    const headers = { origin: this.address, cookie: this.cookie, "content-type": "application/json", ...init.headers };
    return fetch(`${this.address}${path}`, { ...init, headers });
  }

  /** The answer of a request that must go through; whoever asks knows its shape. */
  private async must(path: string, init: RequestInit): Promise<unknown> {
    const answer = await this.send(path, init);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}: ${text.slice(0, 500)}`);
    this.keepCookies(answer);
    return text === "" ? null : JSON.parse(text);
  }

  private keepCookies(answer: Response): void {
    const fresh = answer.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
    if (fresh.length > 0) this.cookie = fresh.join("; ");
  }

  get(path: string): Promise<unknown> {
    return this.must(path, { method: "GET" });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    return this.must(path, { method: "POST", body: text, headers });
  }

  async signIn(username: string, password: string): Promise<void> {
    await this.post("/api/v1/sign-in", { username, password });
  }

  async view(releaseId: string): Promise<ReleaseView> {
    const read = z.custom<ReleaseView>(
      (value) => z.looseObject({ seq: z.int(), state: z.object() }).safeParse(value).success,
    );
    return read.parse(await this.get(`/api/v1/releases/${releaseId}`));
  }

  async events(releaseId: string): Promise<ReleaseEvent[]> {
    const page = z.object({ events: z.array(z.custom<ReleaseEvent>()) });
    return page.parse(await this.get(`/api/v1/releases/${releaseId}/events?limit=1000`)).events;
  }

  /** Gives a command and tells what came of it. */
  async ask(releaseId: string, command: PersonCommand): Promise<Told> {
    const headers = { "idempotency-key": randomUUID() };
    const init = { method: "POST", body: JSON.stringify(command), headers };
    const answer = await this.send(`/api/v1/releases/${releaseId}/commands`, init);
    if (answer.ok) return { accepted: true };
    const text = await answer.text();
    const read = Refused.safeParse(JSON.parse(text));
    return { accepted: false, kind: read.success ? read.data.kind : "unknown", says: text.slice(0, 500) };
  }

  async give(releaseId: string, command: PersonCommand): Promise<void> {
    const told = await this.ask(releaseId, command);
    if (!told.accepted) throw new Error(`${command.type} was refused: ${told.says}`);
  }
}
