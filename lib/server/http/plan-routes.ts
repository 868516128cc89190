import { PLAN_SCHEMA_PATH } from "@/lib/contracts/plan-document";
import { ExportQuery, Imported, ImportQuery, NewAcceptance, NewApproval, PlanRow } from "@/lib/contracts/plans";
import { input, type Json, output, type Route, rows } from "./api-route";

const planSchemaRef: Json = { $ref: PLAN_SCHEMA_PATH };

/** What the API says about plans. */
export const PLAN_ROUTES: readonly Route[] = [
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
