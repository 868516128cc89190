// npm run lab: a shop in two versions behind the real nginx, users, and Prometheus; Ctrl-C stops everything.
import { spawnSync } from "node:child_process";
import { startLab } from "./start-lab";

const RATE = 300;

const missing = ["nginx", "prometheus"].filter((command) => spawnSync(command, ["--version"]).error !== undefined);
if (missing.length > 0) {
  process.stderr.write(`The lab needs ${missing.join(" and ")}: apt-get install nginx-light prometheus\n`);
  process.exit(1);
}

const lab = await startLab({ rate: RATE, green: "v1.0.0", blue: "v0.9.0" });
const { ports, folder } = lab;
const lines = [
  `shop        http://127.0.0.1:${ports.front}   ${RATE} requests a second, all on v0.9.0`,
  `Prometheus  http://127.0.0.1:${ports.prometheus}`,
  `users met   http://127.0.0.1:${ports.load}/stats`,
  `green       http://127.0.0.1:${ports.green}   v1.0.0; make it fail: curl -d '{"errors":0.02}' http://127.0.0.1:${ports.green}/fault`,
  `blue        http://127.0.0.1:${ports.blue}   v0.9.0`,
  `files       ${folder}`,
];
process.stdout.write(`${lines.join("\n")}\nCtrl-C stops it all.\n`);

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => void lab.stop().then(() => process.exit(0)));
}
