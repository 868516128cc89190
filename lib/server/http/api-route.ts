import { z } from "zod";

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

/** A list of such rows under a name. */
export const rows = (name: string, row: z.ZodType) => output(z.object({ [name]: z.array(row) }));
