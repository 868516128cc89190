import { z } from "zod";
import { COMMAND_SCHEMAS } from "@/lib/contracts/commands";
import {
  AcceptInvite,
  DisplayCode,
  NewDisplayLink,
  NewInvite,
  NewToken,
  PasswordChange,
  PersonChange,
  Setup,
  SignIn,
} from "@/lib/contracts/people";
import { PLAN_SCHEMA_PATH } from "@/lib/contracts/plan-document";
import { ExportQuery, Imported, ImportQuery, NewAcceptance, NewApproval, PlanRow } from "@/lib/contracts/plans";
import { CommandAccepted, EventPage, EventsQuery, NewRelease, ReleaseRow, ReleaseView } from "@/lib/contracts/releases";

export type Json = Record<string, unknown>;
export type Route = {
  method: "get" | "post" | "patch" | "delete";
  path: string;
  summary: string;
  /** Whom the route answers without a session or token. */
  open?: true;
  body?: { schema: Json; type?: string; others?: Record<string, Json> };
  query?: z.ZodObject;
  headers?: Json[];
  answer: { status: 200 | 201 | 204; schema?: Json; type?: string };
};

export function input(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return rest;
}

export function output(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "output", unrepresentable: "any" });
  return rest;
}

const rows = (name: string, row: z.ZodType) => output(z.object({ [name]: z.array(row) }));
const anyRow = z.looseObject({ id: z.string() });
const made = (name: string) => output(z.looseObject({ [name]: z.string() }));
const command: Json = {
  oneOf: Object.values(COMMAND_SCHEMAS).map(input),
  discriminator: { propertyName: "type" },
};
const idempotencyKey: Json = {
  name: "Idempotency-Key",
  in: "header",
  required: true,
  description: "The same key again gets the stored answer; with another body it is refused.",
  schema: { type: "string", minLength: 8, maxLength: 200 },
};

const RELEASE_ROUTES: Route[] = [
  {
    method: "get",
    path: "/releases",
    summary: "Releases, the newest first",
    answer: { status: 200, schema: rows("releases", ReleaseRow) },
  },
  {
    method: "post",
    path: "/releases",
    summary: "Create a release",
    headers: [{ ...idempotencyKey, required: false }],
    body: { schema: input(NewRelease) },
    answer: { status: 201, schema: made("releaseId") },
  },
  {
    method: "get",
    path: "/releases/{id}",
    summary: "State and plan of a release",
    answer: { status: 200, schema: output(ReleaseView) },
  },
  {
    method: "get",
    path: "/releases/{id}/events",
    summary: "The log after an event number",
    query: EventsQuery,
    answer: { status: 200, schema: output(EventPage) },
  },
  {
    method: "post",
    path: "/releases/{id}/commands",
    summary: "Give a command",
    headers: [idempotencyKey],
    body: { schema: command },
    answer: { status: 200, schema: output(CommandAccepted) },
  },
  {
    method: "get",
    path: "/releases/{id}/display-links",
    summary: "Display links of the release's wall",
    answer: { status: 200, schema: rows("displayLinks", anyRow) },
  },
  {
    method: "post",
    path: "/releases/{id}/display-links",
    summary: "Make a display link, shown once",
    body: { schema: input(NewDisplayLink) },
    answer: { status: 201, schema: made("link") },
  },
  {
    method: "post",
    path: "/displays/open",
    summary: "Exchange a display's six digits, once, for the address of its wall",
    open: true,
    body: { schema: input(DisplayCode) },
    answer: { status: 200, schema: made("path") },
  },
  {
    method: "delete",
    path: "/releases/{id}/display-links/{linkId}",
    summary: "Revoke a display link",
    answer: { status: 204 },
  },
];

const planSchemaRef: Json = { $ref: PLAN_SCHEMA_PATH };

const PLAN_ROUTES: Route[] = [
  {
    method: "get",
    path: "/plan.schema.json",
    summary: "The JSON schema of a plan as data, holdpoint-plan/1",
    open: true,
    answer: { status: 200, schema: { type: "object" } },
  },
  {
    method: "get",
    path: "/plans/versions/{id}/export",
    summary: "A plan version as a file: Markdown, JSON, YAML, or the document that it was made of",
    query: ExportQuery,
    answer: { status: 200, schema: { type: "string" }, type: "text/markdown" },
  },
  {
    method: "post",
    path: "/plans/import",
    summary: "Read a plan, as Markdown or as data; saved unless dryRun",
    query: ImportQuery,
    body: {
      schema: { type: "string" },
      type: "text/markdown",
      others: { "application/json": planSchemaRef, "application/yaml": planSchemaRef },
    },
    answer: { status: 201, schema: output(Imported) },
  },
  {
    method: "get",
    path: "/plans",
    summary: "Plans with their newest version",
    answer: { status: 200, schema: rows("plans", PlanRow) },
  },
  {
    method: "get",
    path: "/plans/{id}",
    summary: "A plan, its versions, and the newest one's content",
    answer: { status: 200, schema: output(PlanRow) },
  },
  {
    method: "post",
    path: "/plans/versions/{id}/approvals",
    summary: "Approve a plan version",
    body: { schema: input(NewApproval) },
    answer: { status: 201 },
  },
  {
    method: "post",
    path: "/plans/versions/{id}/acceptances",
    summary: "Accept a finding of a plan version, with a reason",
    body: { schema: input(NewAcceptance) },
    answer: { status: 201 },
  },
  {
    method: "post",
    path: "/plans/drafts",
    summary: "The document that an edited plan becomes, read and checked; keeps nothing",
    body: { schema: { type: "object", required: ["plan"], properties: { plan: planSchemaRef } } },
    answer: { status: 200, schema: output(Imported) },
  },
];

const PEOPLE_ROUTES: Route[] = [
  {
    method: "post",
    path: "/setup",
    summary: "Make the first administrator",
    open: true,
    body: { schema: input(Setup) },
    answer: { status: 200 },
  },
  {
    method: "post",
    path: "/sign-in",
    summary: "Sign in; sets the session's cookie",
    open: true,
    body: { schema: input(SignIn) },
    answer: { status: 200 },
  },
  {
    method: "get",
    path: "/people",
    summary: "Who has an account",
    answer: { status: 200, schema: rows("people", anyRow) },
  },
  {
    method: "patch",
    path: "/people/{id}",
    summary: "Permissions, disabling, name in plans",
    body: { schema: input(PersonChange) },
    answer: { status: 204 },
  },
  { method: "get", path: "/invites", summary: "Invitations", answer: { status: 200, schema: rows("invites", anyRow) } },
  {
    method: "post",
    path: "/invites",
    summary: "Invite a person; the link is shown once",
    body: { schema: input(NewInvite) },
    answer: { status: 201, schema: made("link") },
  },
  {
    method: "post",
    path: "/invites/accept",
    summary: "Take up an invitation",
    open: true,
    body: { schema: input(AcceptInvite) },
    answer: { status: 200 },
  },
  { method: "delete", path: "/invites/{id}", summary: "Revoke an invitation", answer: { status: 204 } },
  { method: "get", path: "/tokens", summary: "API tokens", answer: { status: 200, schema: rows("tokens", anyRow) } },
  {
    method: "post",
    path: "/tokens",
    summary: "Make an API token, shown once",
    body: { schema: input(NewToken) },
    answer: { status: 201, schema: made("token") },
  },
  { method: "delete", path: "/tokens/{id}", summary: "Revoke an API token", answer: { status: 204 } },
  {
    method: "post",
    path: "/password",
    summary: "Change one's own password; ends every other session",
    body: { schema: input(PasswordChange) },
    answer: { status: 200 },
  },
  {
    method: "get",
    path: "/sessions",
    summary: "One's own sessions",
    answer: { status: 200, schema: rows("sessions", anyRow) },
  },
  { method: "delete", path: "/sessions/{id}", summary: "End a session", answer: { status: 204 } },
];

/** Every route of the API with the schemas that it reads with; paths are relative to /api/v1. */
export const API_ROUTES: readonly Route[] = [...PLAN_ROUTES, ...RELEASE_ROUTES, ...PEOPLE_ROUTES];
