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
import { CommandAccepted, EventPage, EventsQuery, NewRelease, ReleaseRow, ReleaseView } from "@/lib/contracts/releases";
import { input, type Json, output, type Route, rows } from "./api-route";
import { PLAN_ROUTES } from "./plan-routes";

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
