import { compareVersions } from "./compare-versions";
import type { Lockfile } from "./platform-packages";

/** The lowest version of each package that has no known hole (docs: security, SR-14). */
const floors: Record<string, string> = {
  next: "16.4.5",
  react: "19.3.1",
  "react-dom": "19.3.1",
  sharp: "0.35.5",
  "better-auth": "1.7.25",
};

/** One sentence for every package in the lockfile, at any depth, that is older than its floor. */
export function findKnownBadVersions(lock: Lockfile): string[] {
  return Object.entries(lock.packages).flatMap(([path, { version }]) => {
    const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
    const floor = floors[name];
    if (floor === undefined || version === undefined || compareVersions(version, floor) >= 0) return [];
    return [`${path} is ${version}: at least ${floor} is needed`];
  });
}
