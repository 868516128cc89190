/** What the tools of a host get of our variables: where programs are, and none of the runner's secrets. (Next's types demand a NODE_ENV.) */
export function toolEnvironment(): NodeJS.ProcessEnv {
  return Object.assign(Object.create(null), { PATH: process.env["PATH"] ?? "", LANG: "C.UTF-8" });
}
