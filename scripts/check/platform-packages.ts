export type LockEntry = {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

export type Lockfile = { packages: Record<string, LockEntry> };

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

/** What machine a package such as `@next/swc-linux-x64-musl` is for, read from its name; absent for any other package. */
export function platformOf(name: string): Pick<LockEntry, "os" | "cpu" | "libc"> | undefined {
  const words = name.split(/[/-]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  if (cpu === undefined) return undefined;
  const libc = words.some((word) => word.startsWith("musl")) ? "musl" : os === "linux" && /-gnu/.test(name) && "glibc";
  return { ...(os === undefined ? {} : { os: [os] }), cpu: [cpu], ...(libc ? { libc: [libc] } : {}) };
}

function isLocked(lock: Lockfile, parent: string, name: string): boolean {
  return `${parent}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages;
}

/**
 * The packages for other machines that a lockfile should name and does not. A registry that mirrors only its own
 * platform leaves them out, and `npm ci` then refuses the lockfile on every machine.
 */
export function missingPlatformPackages(lock: Lockfile): Record<string, LockEntry> {
  const missing: Record<string, LockEntry> = {};
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name);
      if (platform === undefined || !/^\d/.test(version) || isLocked(lock, path, name)) continue;
      missing[`node_modules/${name}`] = {
        version,
        ...platform,
        ...(entry.dev === true ? { dev: true } : {}),
        optional: true,
      };
    }
  }
  return missing;
}
