import { z } from "zod";
import { filledText, id, text } from "./text";

const httpUrl = z.url({ protocol: /^https?$/ }).max(2000);
/** A secret that is left out stays as it is; null takes it away. */
const secret = filledText(4000).nullable().optional();

/** What an administrator says of a source. Credentials: bearer with a secret alone, basic with a user name as well. */
export const SourceWish = z.object({
  id: id.optional(),
  name: filledText(60),
  kind: z.enum(["prometheus", "grafana"]),
  url: httpUrl,
  datasourceUid: text(200).nullable().default(null),
  alertmanagerUrl: httpUrl.nullable().default(null),
  userName: text(200).nullable().default(null),
  secret,
  authority: text(20_000).nullable().default(null),
  privateRanges: z.boolean().default(true),
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
};
