import type { NginxSettings } from "@/lib/adapters/nginx/nginx-settings";

export type LabPorts = Record<"front" | "probe" | "shadow" | "green" | "blue" | "load" | "prometheus", number>;

/** The configuration that a person would write once: all that moves is in the generated include. */
export function nginxConfiguration(folder: string, ports: LabPorts, { name, mode, log }: NginxSettings): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (one) => `  ${one}_temp_path ${folder}/${one};`,
  );
  return [
    "daemon off;",
    "worker_processes 2;",
    `pid ${folder}/nginx.pid;`,
    "error_log stderr warn;",
    "events {}",
    "http {",
    "  access_log off;",
    ...temporary,
    `  include ${folder}/conf.d/*.conf;`,
    "  server {",
    `    listen 127.0.0.1:${ports.front};`,
    "    location / {",
    `      proxy_pass http://${mode.kind === "weights" ? name : `$${name}`};`,
    `      access_log ${log} ${name};`,
    "    }",
    "  }",
    "}",
    "",
  ].join("\n");
}

/** JSON is YAML. */
export function prometheusConfiguration({ green, blue }: LabPorts): string {
  const targets = [`127.0.0.1:${green}`, `127.0.0.1:${blue}`];
  return JSON.stringify({
    global: { scrape_interval: "2s", scrape_timeout: "1s" },
    scrape_configs: [{ job_name: "scm", static_configs: [{ targets }] }],
  });
}
