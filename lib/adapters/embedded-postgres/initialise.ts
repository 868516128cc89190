import { chown, mkdir, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Cluster, initialiseFiles } from "./cluster-control";

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  timezone: "UTC",
  log_timezone: "UTC",
  max_connections: "200",
};

/** Whether a whole database lies in the folder; initdb works beside it and moves it there in one step. */
export async function isInitialised(folder: string): Promise<boolean> {
  return stat(join(folder, "PG_VERSION")).then(
    () => true,
    () => false,
  );
}

/** Makes the folder and a new, empty database in it. An interrupted attempt leaves nothing that looks finished. */
export async function initialise(cluster: Cluster, password: string, extra: Record<string, string>): Promise<void> {
  const { folder, account } = cluster;
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  const workshop = await mkdtemp(join(parent, ".making-postgres-"));
  try {
    if (account !== undefined) await chown(workshop, account.uid, account.gid);
    const passwordFile = join(workshop, "password");
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (account !== undefined) await chown(passwordFile, account.uid, account.gid);
    const target = join(workshop, "postgres");
    const making: Cluster = { ...cluster, folder: workshop };
    await initialiseFiles(making, { target, passwordFile, settings: { ...settings, ...extra } });
    await rm(folder, { recursive: true, force: true });
    await rename(target, folder);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}
