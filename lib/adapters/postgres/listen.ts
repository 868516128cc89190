import { Client } from "pg";

type Head = { releaseId: string; seq: number; head: string };

export type ListenOptions = {
  url: string;
  channels: readonly string[];
  onNotification: (channel: string, payload: string) => void;
  /** Listening (again): whatever was announced before was announced to nobody here. */
  onListening: () => void;
  onLost: () => void;
};

/** A connection of its own that listens, and that answers the few questions of the live channel. */
export type PostgresListener = {
  /** The newest number of each of these releases; an empty list only shows that the database answers. */
  readHeads: (releaseIds: string[]) => Promise<Head[]>;
  announce: (channel: string, payload: string) => Promise<void>;
  stop: () => Promise<void>;
};

const answerWithinMs = 3_000;
const pausesMs = [50, 200, 500, 1_000];
const headsOf = `select id as "releaseId", seq, head from release where id = any($1::text[])`;

export function listenToPostgres(options: ListenOptions): PostgresListener {
  const line = new Line(options);
  void line.connect();
  return {
    readHeads: (releaseIds) => line.ask<Head>(headsOf, [releaseIds]),
    announce: async (channel, payload) => {
      await line.ask("select pg_notify($1, $2)", [channel, payload]);
    },
    stop: () => line.stop(),
  };
}

/** One connection at a time; when it breaks, the next one. */
class Line {
  readonly #options: ListenOptions;
  #client: Client | null = null;
  #isOver = false;
  #failures = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #lastAsked: Promise<unknown> = Promise.resolve();

  constructor(options: ListenOptions) {
    this.#options = options;
  }

  async connect(): Promise<void> {
    const { channels, onNotification, onListening } = this.#options;
    const next = newClient(this.#options.url);
    next.on("error", () => this.#lose(next));
    next.on("end", () => this.#lose(next));
    next.on("notification", ({ channel, payload }) => onNotification(channel, payload ?? ""));
    try {
      await next.connect();
      for (const channel of channels) await next.query(`listen ${next.escapeIdentifier(channel)}`);
    } catch {
      return this.#lose(next);
    }
    if (this.#isOver) return this.#lose(next);
    this.#client = next;
    this.#failures = 0;
    onListening();
  }

  /** One question after another: the connection takes no second one while it answers the first. */
  ask<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    const answer = this.#lastAsked.then(() => this.#askNow<Row>(text, values));
    this.#lastAsked = answer.catch(() => undefined);
    return answer;
  }

  /** A question that is not answered in time shows that the connection is dead, whatever the kernel says. */
  async #askNow<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    const asked = this.#client;
    if (asked === null) throw new Error("The database does not answer.");
    try {
      const { rows } = await asked.query<Row>(text, values);
      return rows;
    } catch (error) {
      if (this.#client === asked) this.#lose(asked);
      throw error;
    }
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }

  #lose(which: Client): void {
    const wasInUse = this.#client === which;
    if (wasInUse) this.#client = null;
    which.removeAllListeners();
    // It may still fail while it closes; nobody is interested any more.
    which.on("error", () => undefined);
    which.end().catch(() => undefined);
    if (this.#isOver) return;
    if (wasInUse) this.#options.onLost();
    this.#connectAgain();
  }

  #connectAgain(): void {
    clearTimeout(this.#retry);
    const pauseMs = pausesMs[Math.min(this.#failures, pausesMs.length - 1)];
    this.#failures += 1;
    this.#retry = setTimeout(() => void this.connect(), pauseMs);
  }
}

function newClient(url: string): Client {
  return new Client({
    connectionString: url,
    application_name: "holdpoint live",
    connectionTimeoutMillis: answerWithinMs,
    query_timeout: answerWithinMs,
    keepAlive: true,
  });
}
