import type { HostFile } from "@/lib/runner/host/host-shape";

/** Whether two readings of the file speak of the same server and the same folder. */
export function sameOutside(one: HostFile, other: HostFile): boolean {
  const outside = ({ dataDirectory, server }: HostFile) =>
    [dataDirectory, server.url, server.authority ?? ""].join("\n");
  return outside(one) === outside(other);
}
