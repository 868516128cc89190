/** Settings of sign-in, origins and limits. Read at every use: they are few, and tests set them. */
export type AccessSettings = {
  /** The exact origin that browsers use. */
  publicUrl: string;
  secret: string;
  administrator: { email: string; password: string } | null;
  /** How many reverse proxies of ours stand in front and add to X-Forwarded-For. */
  trustedProxies: number;
  /** Commands a person may give in a minute; those that stop something are not counted. */
  commandsPerMin: number;
  metricsToken: string | null;
};

/** The header in which our own HTTP server hands the client's address to the pages; whatever came from outside is dropped. */
export const CLIENT_ADDRESS_HEADER = "x-holdpoint-client-address";

function filled(name: string): string | null {
  const value = process.env[name]?.trim();
  return value === undefined || value === "" ? null : value;
}

function whole(name: string, otherwise: number): number {
  const value = Number(filled(name) ?? otherwise);
  return Number.isInteger(value) && value >= 0 ? value : otherwise;
}

export function accessSettings(): AccessSettings {
  const secret = filled("HOLDPOINT_SECRET");
  if (secret === null) throw new Error("HOLDPOINT_SECRET is missing: start Holdpoint with `npm start`.");
  const email = filled("HOLDPOINT_ADMIN_EMAIL");
  const password = filled("HOLDPOINT_ADMIN_PASSWORD");
  return {
    publicUrl: publicOrigin(),
    secret,
    administrator: email !== null && password !== null ? { email, password } : null,
    trustedProxies: whole("HOLDPOINT_TRUSTED_PROXIES", 0),
    commandsPerMin: whole("HOLDPOINT_COMMANDS_PER_MINUTE", 60),
    metricsToken: filled("HOLDPOINT_METRICS_TOKEN"),
  };
}

/** The origin of PUBLIC_URL, by itself, for code that must not fail over the other settings. */
export function publicOrigin(): string {
  const port = filled("PORT") ?? "3000";
  return new URL(filled("PUBLIC_URL") ?? `http://127.0.0.1:${port}`).origin;
}
