// npm run bench [-- B1 B3]: ours beside its peers, in one run; npm run bench:quick: the same in a minute, judged but never failing.
import { serveRole } from "./roles";
import { runBench } from "./run";

const [first, role = "", given = "{}"] = process.argv.slice(2);
if (first === "--role") {
  await serveRole(role, given);
} else {
  const isQuick = process.argv.includes("--quick");
  const missed = await runBench({ isQuick, only: process.argv.slice(2).filter((word) => /^B\d+$/.test(word)) });
  process.exit(missed > 0 && !isQuick ? 1 : 0);
}
