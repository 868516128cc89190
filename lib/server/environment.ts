import { z } from "zod";

z.config({ jitless: true });

const port = z.coerce.number().int().min(1).max(65_535);

const Environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: port.default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  HOLDPOINT_DATA_DIR: z.string().min(1).default("./data"),
  /** Signs sessions; at least 32 characters. */
  HOLDPOINT_SECRET: z.string().min(32),
  HOLDPOINT_ADMIN_EMAIL: z.email().optional(),
  HOLDPOINT_ADMIN_PASSWORD: z.string().min(12).optional(),
  /** For `GET /metrics`; without it the route is closed. */
  HOLDPOINT_METRICS_TOKEN: z.string().min(16).optional(),
  /** Reverse proxies of ours in front, each of which adds to X-Forwarded-For. */
  HOLDPOINT_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** For labs: metric sources on this very machine may be asked. */
  HOLDPOINT_ALLOW_LOOPBACK_SOURCES: z.enum(["true", "false"]).default("false"),
  /** The origin of a Grafana whose panels may be shown inside our pages; without it no page may frame anything. */
  HOLDPOINT_EMBED_GRAFANA: z.url({ protocol: /^https?$/ }).optional(),
  HOLDPOINT_COMMANDS_PER_MINUTE: z.coerce.number().int().min(1).default(60),
  /** Reading a document and keeping it is dear. */
  HOLDPOINT_IMPORTS_PER_MINUTE: z.coerce.number().int().min(1).default(5),
});

export type Environment = {
  isDevelopment: boolean;
  port: number;
  host: string;
  /** The origin that browsers use. */
  publicUrl: string;
  databaseUrl: string;
  dataDir: string;
  secret: string;
  administrator: { email: string; password: string } | null;
  metricsToken: string | null;
  trustedProxies: number;
  commandsPerMinute: number;
  importsPerMinute: number;
  allowLoopbackSources: boolean;
  embedGrafana: string | null;
};

/** Reads and checks what the process was given; throws one sentence that names every value that cannot be meant. */
export function readEnvironment(given: Readonly<Record<string, string | undefined>>): Environment {
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(filled);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${path.join(".")} (${message})`);
    throw new Error(`The environment cannot be used: ${wrong.join(", ")}.`);
  }
  const { data } = parsed;
  const { HOLDPOINT_ADMIN_EMAIL: email, HOLDPOINT_ADMIN_PASSWORD: password } = data;
  return {
    isDevelopment: data.NODE_ENV === "development",
    port: data.PORT,
    host: data.HOST,
    publicUrl: new URL(data.PUBLIC_URL ?? `http://${data.HOST}:${data.PORT}`).origin,
    databaseUrl: data.DATABASE_URL,
    dataDir: data.HOLDPOINT_DATA_DIR,
    secret: data.HOLDPOINT_SECRET,
    administrator: email === undefined || password === undefined ? null : { email, password },
    metricsToken: data.HOLDPOINT_METRICS_TOKEN ?? null,
    trustedProxies: data.HOLDPOINT_TRUSTED_PROXIES,
    commandsPerMinute: data.HOLDPOINT_COMMANDS_PER_MINUTE,
    importsPerMinute: data.HOLDPOINT_IMPORTS_PER_MINUTE,
    allowLoopbackSources: data.HOLDPOINT_ALLOW_LOOPBACK_SOURCES === "true",
    embedGrafana: data.HOLDPOINT_EMBED_GRAFANA === undefined ? null : new URL(data.HOLDPOINT_EMBED_GRAFANA).origin,
  };
}

let current: Environment | undefined;

/** The process's environment, read once. */
export function environment(): Environment {
  current ??= readEnvironment(process.env);
  return current;
}
