// Nothing here may be newer than what an old Node can read: its only answer must be a clear sentence.
export function refuseOldNode() {
  const found = process.versions.node.split(".").map(Number);
  if (found[0] > 20 || (found[0] === 20 && found[1] >= 19)) return;
  console.error(`Holdpoint needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  process.exit(1);
}
