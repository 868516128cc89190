import type { NginxSettings } from "@/lib/adapters/nginx/nginx-settings";
import type { LabPorts } from "./lab-files";

type Wish = {
  name: string;
  folder: string;
  ports: LabPorts;
  settings: NginxSettings;
  versions: { green: string; blue: string };
  server: string;
  tokenFile: string;
  dataDirectory: string;
  visit: string;
};

const LOG_LINES_S = 15;

/** What the lab's runner may do, as a host file says it. JSON is YAML. */
export function labHostFile(wish: Wish): string {
  const { name, folder, ports, settings, versions, server, tokenFile, dataDirectory } = wish;
  const at = (port: number, path = "/") => `http://127.0.0.1:${port}${path}`;
  const visit = (address: string, times: number, ...only: string[]) => [
    ...[process.execPath, wish.visit, address, String(times)],
    ...only,
  ];
  return JSON.stringify(
    {
      name,
      environment: "lab",
      labels: ["lab"],
      server: { url: server, tokenFile },
      dataDirectory,
      slots: { ordinary: 2, rollback: 1 },
      traffic: { "shop-edge": { description: "The lab's nginx", driver: "nginx", settings } },
      actions: {
        "green-health": {
          description: "Is green well?",
          command: visit(at(ports.green, "/health"), 3, versions.green),
        },
        "smoke-test": { description: "Buy something on green", command: visit(at(ports.green), 20, versions.green) },
        "who-answers": { description: "Who answers users?", command: visit(at(ports.front), 100) },
        "all-on-blue": {
          description: "Do users meet the old version?",
          command: visit(at(ports.front), 10, versions.blue),
        },
        "follow-log": {
          description: "The proxy's log, as it is written",
          command: ["tail", "--lines=0", "--follow=name", `${folder}/traffic.log`],
          followed: true,
          limit: `${LOG_LINES_S}s`,
        },
        "firing-alerts": {
          description: "Which alerts fire?",
          command: visit(at(ports.prometheus, "/api/v1/alerts"), 1),
        },
        "tell-everybody": {
          description: "Say that it is over",
          command: ["echo", "回滚完成 / the rollback is complete"],
        },
      },
    },
    null,
    2,
  );
}
