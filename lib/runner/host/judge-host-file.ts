import { complaintOnValue } from "./check-arguments";
import type { Conduct, HostAction, HostFile } from "./host-shape";
import type { Problem } from "./problem";
import { leadingPlaceholder, placeholdersIn } from "./template";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Every command of an action: its own, in order. */
export function commandsOf(action: HostAction): readonly (readonly string[])[] {
  return action.commands ?? (action.command === undefined ? [] : [action.command]);
}

function judgeServer({ server }: HostFile): Problem[] {
  const found: Problem[] = [];
  const url = new URL(server.url);
  if (url.protocol === "http:" && !LOOPBACK.has(url.hostname) && !server.allowPlainHttp) {
    const says = "must be https: the token would cross the network in the clear (or say allowPlainHttp: true)";
    found.push({ path: ["server", "url"], says });
  }
  if (url.username !== "" || url.search !== "" || url.hash !== "" || url.pathname !== "/") {
    found.push({ path: ["server", "url"], says: "must be the bare address, such as https://holdpoint.example" });
  }
  if ((server.tokenFile === undefined) === (server.tokenEnv === undefined)) {
    found.push({ path: ["server"], says: "needs exactly one of tokenFile and tokenEnv" });
  }
  return found;
}

function judgeConduct(file: HostFile, conduct: Conduct, path: readonly PropertyKey[]): Problem[] {
  const found: Problem[] = [];
  for (const [variable, name] of Object.entries(conduct.secrets ?? {})) {
    const at = [...path, "secrets", variable];
    if (!Object.hasOwn(file.secrets, name))
      found.push({ path: at, says: `names the secret "${name}", which is not defined` });
    if (Object.hasOwn(conduct.environment ?? {}, variable))
      found.push({ path: at, says: "stands in environment as well" });
  }
  if (conduct.group !== undefined && conduct.user === undefined) {
    found.push({ path: [...path, "group"], says: "needs a user beside it" });
  }
  return found;
}

function judgeElement(action: HostAction, element: string, path: readonly PropertyKey[]): Problem[] {
  const found: Problem[] = [];
  for (const name of placeholdersIn(element)) {
    if (!Object.hasOwn(action.arguments, name))
      found.push({ path, says: `uses \${${name}}, which is no argument of the action` });
  }
  const type = action.arguments[leadingPlaceholder(element) ?? ""];
  if (type?.type === "integer" && type.min < 0) {
    found.push({
      path,
      says: "begins with a number that may be negative and so be read as an option: put --name= before it",
    });
  }
  return found;
}

function judgeCommand(action: HostAction, command: readonly string[], path: readonly PropertyKey[]): Problem[] {
  const program = command[0] ?? "";
  const found = command.flatMap((element, index) => judgeElement(action, element, [...path, index]));
  if (placeholdersIn(program).length > 0 || program === "" || /^[^/].*\//u.test(program)) {
    const says = "must name a program by an absolute path or a bare name, without arguments of the plan in it";
    found.push({ path: [...path, 0], says });
  }
  return found;
}

function judgeArgument(action: HostAction, name: string, path: readonly PropertyKey[]): Problem[] {
  const type = action.arguments[name];
  if (type === undefined) return [];
  const used = [...commandsOf(action), action.probe ?? []]
    .flat()
    .some((element) => placeholdersIn(element).includes(name));
  if (!used) return [{ path, says: "is used by no command of the action" }];
  if (type.type === "string" && type.pattern !== null) {
    try {
      new RegExp(type.pattern, "u");
    } catch {
      return [{ path: [...path, "pattern"], says: "is no regular expression" }];
    }
  }
  if (type.default === null) return type.required ? [] : [{ path, says: "is not required, so it needs a default" }];
  const complaint = complaintOnValue(type, type.default);
  return complaint === null ? [] : [{ path: [...path, "default"], says: complaint }];
}

function judgeAction(file: HostFile, name: string, action: HostAction): Problem[] {
  const path = ["actions", name];
  const found = judgeConduct(file, action, path);
  if ((action.command === undefined) === (action.commands === undefined)) {
    found.push({ path, says: "needs exactly one of command and commands" });
  }
  if (action.command !== undefined) found.push(...judgeCommand(action, action.command, [...path, "command"]));
  action.commands?.forEach((command, index) => {
    found.push(...judgeCommand(action, command, [...path, "commands", index]));
  });
  if (action.probe !== undefined) found.push(...judgeCommand(action, action.probe, [...path, "probe"]));
  for (const argument of Object.keys(action.arguments)) {
    found.push(...judgeArgument(action, argument, [...path, "arguments", argument]));
  }
  if (action.followed && commandsOf(action).length > 1) {
    found.push({ path: [...path, "followed"], says: "holds for a single command only" });
  }
  if (Object.hasOwn(file.traffic, name)) found.push({ path, says: "has the name of a traffic action" });
  return found;
}

/** What the parts of a host file say of one another; its shape is right already. */
export function judgeHostFile(file: HostFile): Problem[] {
  return [
    ...judgeServer(file),
    ...judgeConduct(file, file.defaults, ["defaults"]),
    ...judgeConduct(file, file.scripts, ["scripts"]),
    ...Object.entries(file.actions).flatMap(([name, action]) => judgeAction(file, name, action)),
  ];
}
