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
  isListening: () => boolean;
  stop: () => Promise<void>;
};

const answerWithinMs = 3_000;
const pausesMs = [50, 200, 500, 1_000];
const headsOf = `select id as "releaseId", seq, head from release where id = any($1::text[])`;

export function listenToPostgres(options: ListenOptions): PostgresListener {
  let client: Client | null = null;
  let stopped = false;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  function lose(which: Client): void {
    if (client === which) {
      client = null;
      if (!stopped) options.onLost();
    }
    which.removeAllListeners();
    // It may still fail while it closes; nobody is interested any more.
    which.on("error", () => undefined);
    which.end().catch(() => undefined);
    again();
  }

  function again(): void {
    clearTimeout(retry);
    if (stopped) return;
    const pauseMs = pausesMs[Math.min(failures, pausesMs.length - 1)];
    failures += 1;
    retry = setTimeout(() => void connect(), pauseMs);
  }

  async function connect(): Promise<void> {
    const next = newClient(options.url);
    next.on("error", () => lose(next));
    next.on("end", () => lose(next));
    next.on("notification", ({ channel, payload }) => options.onNotification(channel, payload ?? ""));
    try {
      await next.connect();
      for (const channel of options.channels) await next.query(`listen ${next.escapeIdentifier(channel)}`);
    } catch {
      return lose(next);
    }
    if (stopped) return lose(next);
    client = next;
    failures = 0;
    options.onListening();
  }

  /** A question that is not answered in time shows that the connection is dead, whatever the kernel says. */
  async function ask<Row extends object>(text: string, values: unknown[]): Promise<Row[]> {
    const asked = client;
    if (asked === null) throw new Error("The database does not answer.");
    try {
      const { rows } = await asked.query<Row>(text, values);
      return rows;
    } catch (error) {
      if (client === asked) lose(asked);
      throw error;
    }
  }

  void connect();
  return {
    readHeads: (releaseIds) => ask<Head>(headsOf, [releaseIds]),
    announce: async (channel, payload) => {
      await ask("select pg_notify($1, $2)", [channel, payload]);
    },
    isListening: () => client !== null,
    stop: async () => {
      stopped = true;
      clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
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
