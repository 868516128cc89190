import { z } from "zod";

// Everything here ends up in a configuration file of nginx: what could end a directive or begin another is refused at the door.
const path = z.string().regex(/^\/[A-Za-z0-9._/@+-]{1,250}$/, "must be an absolute path of plain characters");
const server = z
  .string()
  .max(300)
  .regex(
    /^(?:[A-Za-z0-9][A-Za-z0-9._-]*:\d{1,5}|\[[0-9A-Fa-f:.]+\]:\d{1,5}|unix:\/[A-Za-z0-9._/-]+)$/,
    "must be host:port, [IPv6]:port or unix:/path",
  );
const word = z.string().regex(/^[A-Za-z0-9_]{1,100}$/, "must be letters, digits and _");
const headerName = z.string().regex(/^[A-Za-z0-9-]{1,100}$/, "must be letters, digits and -");

/** What makes a user: the same key always meets the same version. Who sends none is told apart by his address. */
const UserKey = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("cookie"), name: word }),
  z.strictObject({ kind: z.literal("header"), name: headerName }),
  z.strictObject({ kind: z.literal("argument"), name: word }),
  z.strictObject({ kind: z.literal("address") }),
]);
export type UserKey = z.infer<typeof UserKey>;

const Mode = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("weights") }),
  z.strictObject({ kind: z.literal("cohorts"), key: UserKey }),
]);

const Side = z.strictObject({ servers: z.array(server).min(1).max(64) });
const argv = z.array(z.string().min(1).max(1000)).min(1).max(40);

const shape = z.strictObject({
  /** Of the upstream (weights) or of the variable that names it (cohorts). */
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "must be small letters, digits and _"),
  /** The generated include. Its folder also holds the lock and, for a moment, the file that stood before. */
  file: path,
  mode: Mode,
  green: Side,
  blue: Side,
  /** What the proxy writes with the format of the same name: `access_log <log> <name>;` */
  log: path,
  pidFile: path.default("/run/nginx.pid"),
  test: argv.default(["nginx", "-t"]),
  /** Null: a HUP to the process of the pid file, which reads the configuration once less than `nginx -s reload`. */
  reload: argv.nullable().default(null),
  /** A listener on loopback that the generated file brings along: only the probe asks there. */
  probe: z.strictObject({
    port: z.int().min(1).max(65_535),
    path: z
      .string()
      .regex(/^\/[A-Za-z0-9._~/-]{0,200}$/)
      .default("/"),
    host: z
      .string()
      .regex(/^[A-Za-z0-9.-]{1,253}$/)
      .default("localhost"),
  }),
  /** The shadow that a drill switches: an include of its own, with a port of its own, and no user behind it. Null: no drills. */
  shadow: z
    .strictObject({ file: path, port: z.int().min(1).max(65_535) })
    .nullable()
    .default(null),
});

/** One proxy on the runner's own host, as that host's file describes it. */
export const NginxSettings = shape
  .refine(({ green, blue }) => !green.servers.some((one) => blue.servers.includes(one)), {
    message: "the same server stands on both sides",
    path: ["green"],
  })
  .refine(({ file, probe, shadow }) => shadow === null || (shadow.file !== file && shadow.port !== probe.port), {
    message: "the shadow needs a file and a port of its own",
    path: ["shadow"],
  });
export type NginxSettings = z.infer<typeof NginxSettings>;
