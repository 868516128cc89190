import { z } from "zod";
import { filledText, id, text } from "./text";

/** Without a name or password in it: addresses are shown to everybody, and kept as they are (SR-8). */
const httpUrl = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .refine((url) => !/^https?:[\\/]*[^\\/?#]*@/iu.test(url));
/** A secret that is left out stays as it is; null takes it away. */
const secret = filledText(4000).nullable().optional();

/** What an administrator says of a source. Credentials: bearer with a secret alone, basic with a user name as well. */
export const SourceWish = z.object({
  id: id.optional(),
  name: filledText(60),
  kind: z.enum(["prometheus", "grafana", "json"]),
  url: httpUrl,
  datasourceUid: text(200).nullable().default(null),
  alertmanagerUrl: httpUrl.nullable().default(null),
  userName: text(200).nullable().default(null),
  secret,
  authority: text(20_000).nullable().default(null),
  privateRanges: z.boolean().default(true),
  /** Only for Grafana: whether live releases write annotations into it, and where. */
  annotates: z.boolean().default(false),
  dashboardUid: text(200).nullable().default(null),
  panels: z.array(z.int().min(1).max(2_147_483_647)).max(8).default([]),
  organisation: z.int().min(1).max(2_147_483_647).nullable().default(null),
});
export type SourceWish = z.infer<typeof SourceWish>;

/** A source as screens see it: whether there is a secret, never which. */
export type SourceView = Omit<SourceWish, "id" | "secret"> & { id: string; hasSecret: boolean };

/** What a test of a source came to: each part by itself, with a stable reason where it failed. */
export type SourceTest = {
  reachable: boolean;
  /** Round trip in ms. */
  tookMs: number;
  /** `ok`, or why not: a fault of the connection, `unauthorised`, `status`, `not-prometheus`. */
  outcome: string;
  detail: string;
  alertmanager: string | null;
  /** Whether annotations may be written, asked without writing any: `ok`, `denied`, `unknown`, or a fault; null where none are wanted. */
  annotations: string | null;
};
