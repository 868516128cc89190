import { z } from "zod";
import { Problem } from "@/lib/contracts/problem";
import { input, type Json, output, type Route } from "./api-route";
import { API_ROUTES } from "./api-routes";
import { RUNNER_ROUTES } from "./runner-routes";
import { WATCH_ROUTES } from "./watch-routes";

function parametersOf({ path, query, headers = [] }: Route): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    required: false,
    schema: schema instanceof z.ZodType ? input(schema) : {},
  }));
  return [...inPath, ...inQuery, ...headers];
}

function bodyContent({ schema, type = "application/json", others = {} }: NonNullable<Route["body"]>): Json {
  return Object.fromEntries(
    Object.entries({ [type]: schema, ...others }).map(([name, one]) => [name, { schema: one }]),
  );
}

function operationOf(route: Route): Json {
  const { summary, body, answer, open } = route;
  const content = (schema: Json, type = "application/json") => ({ [type]: { schema } });
  const done = answer.schema === undefined ? {} : { content: content(answer.schema, answer.type) };
  return {
    summary,
    parameters: parametersOf(route),
    ...(open === true ? { security: [] } : {}),
    ...(body === undefined ? {} : { requestBody: { required: true, content: bodyContent(body) } }),
    responses: {
      [answer.status]: { description: "Done", ...done },
      default: {
        description: "Refused, or failed",
        content: content({ $ref: "#/components/schemas/Problem" }, "application/problem+json"),
      },
    },
  };
}

/** The description of the API, made of the schemas that the routes read with. */
export function openApi(serverUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of [...API_ROUTES, ...WATCH_ROUTES, ...RUNNER_ROUTES]) {
    paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Holdpoint", version: "1", description: "Plans in, controlled live releases out." },
    servers: [{ url: `${serverUrl}/api/v1` }],
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "holdpoint_session" },
        token: { type: "http", scheme: "bearer" },
      },
      schemas: { Problem: output(Problem) },
    },
  };
}
