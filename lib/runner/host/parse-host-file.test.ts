import { describe, expect, it } from "vitest";
import { parseHostFile } from "./parse-host-file";

const GOOD = `name: host
environment: production
server:
  url: https://holdpoint.example
  tokenFile: /etc/holdpoint/token
dataDirectory: /var/lib/holdpoint-runner
secrets:
  password: { env: PASSWORD }
actions:
  greet:
    command: [echo, "\${who}"]
    arguments:
      who: { type: string, maxLength: 20 }
`;

const slot = (name: string) => `\${${name}}`;

function sentences(source: string): string[] {
  const parsed = parseHostFile("runner.yaml", source);
  return parsed.ok ? [] : parsed.sentences;
}
const changed = (from: string, to: string) => sentences(GOOD.replace(from, to));

describe("a host file", () => {
  it("that is right gives its settings, with what it left out filled in", () => {
    const parsed = parseHostFile("runner.yaml", GOOD);
    expect(parsed).toMatchObject({ ok: true, file: { planScripts: "refuse", slots: { ordinary: 2, rollback: 1 } } });
  });

  it.each([
    ["name: host\n", "", "runner.yaml line 1: name is missing."],
    ["maxLength", "maxlength", 'runner.yaml line 13: actions.greet.arguments.who has no setting "maxlength".'],
    ["[echo, ", "[./echo, ", "runner.yaml line 11: actions.greet.command.0 must name a program by an absolute path"],
    ["[echo, ", `["${slot("who")}", `, "runner.yaml line 11: actions.greet.command.0 must name a program"],
    [
      slot("who"),
      slot("whom"),
      `line 11: actions.greet.command.1 uses ${slot("whom")}, which is no argument of the action.`,
    ],
    [slot("who"), "who", "line 13: actions.greet.arguments.who is used by no command of the action."],
    ["maxLength: 20", "pattern: '['", "line 13: actions.greet.arguments.who.pattern is no regular expression."],
    ["maxLength: 20", "pattern: 'a)|(b'", "line 13: actions.greet.arguments.who.pattern is no regular expression."],
    [
      "maxLength: 20",
      "required: false",
      "line 13: actions.greet.arguments.who is not required, so it needs a default.",
    ],
    ["maxLength: 20", "default: -x", "line 13: actions.greet.arguments.who.default begins with a dash"],
    ["type: string", "type: text", "line 13: actions.greet.arguments.who.type must be string, integer or boolean."],
    ["https:", "http:", "line 4: server.url must be https"],
    ["holdpoint.example", "holdpoint.example/app", "line 4: server.url must be the bare address"],
    ["env: PASSWORD", "path: /x", 'line 8: secrets.password must be {file: "/path"} or {env: NAME}.'],
    ["    arguments:", "    secrets: { P: other }\n    arguments:", 'names the secret "other", which is not defined'],
    ["    arguments:", "    limit: 90\n    arguments:", "line 12: actions.greet.limit must be a string."],
    [
      "    arguments:",
      "    limit: 90 days\n    arguments:",
      'limit must be an amount with its unit, such as "90s" or "10m".',
    ],
    [
      "    command:",
      "    commands: [[date]]\n    command:",
      "line 11: actions.greet needs exactly one of command and commands.",
    ],
    ["  greet:", "  greet: {}\n  greet:", "Map keys must be unique"],
    ["name: host", "name: [host", "runner.yaml line"],
    ["[echo, ", "[*echo, ", "runner.yaml line 11: *echo stands for no anchor of this file: put it in quotes"],
    ["name: host", "name: *.dump", "runner.yaml line 1: *.dump stands for no anchor of this file"],
    ["name: host", "name: &own [*own]", "runner.yaml line 1: "],
    [
      "    arguments:",
      "    outputCap: 50.1 MB\n    arguments:",
      "line 12: actions.greet.outputCap must be at most 50 MB.",
    ],
    ["    arguments:", "    limit: 480.1 h\n    arguments:", "line 12: actions.greet.limit must be at most 480 h."],
    ["    arguments:", "    grace: 600h\n    arguments:", "line 12: actions.greet.grace must be at most 480 h."],
    [
      "secrets:",
      "traffic: { edge: { driver: nginx, limit: 1m } }\nsecrets:",
      'line 7: traffic.edge has no setting "limit".',
    ],
  ])("with %j as %j says where and what", (from, to, says) => {
    expect(changed(from, to).join("\n")).toContain(says);
  });

  it("may use one anchor for all its actions", () => {
    const others = Array.from({ length: 60 }, (_, n) => `  other-${n}:\n    command: [date]\n    environment: *own\n`);
    const first = "  first:\n    command: [date]\n    environment: &own { TZ: UTC }\n";
    expect(sentences(GOOD + first + others.join(""))).toEqual([]);
  });

  it("may ask for the largest amounts, to the last", () => {
    expect(changed("    arguments:", "    outputCap: 50 MB\n    limit: 480 h\n    arguments:")).toEqual([]);
  });

  it("takes plain http to this machine, and elsewhere only where the file says so", () => {
    expect(changed("https://holdpoint.example", "http://127.0.0.1:3000")).toEqual([]);
    expect(changed("https://holdpoint.example", "http://holdpoint.example\n  allowPlainHttp: true")).toEqual([]);
  });
});
