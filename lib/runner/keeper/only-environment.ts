/** Exactly these variables and none of ours. (Next's types demand a NODE_ENV of every environment; a command of the host needs none.) */
export function onlyEnvironment(variables: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return Object.assign(Object.create(null), variables);
}
