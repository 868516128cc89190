/**
 * Does it without the line in which Next tells how long it read its configuration: at the start people wait for the address. Everything
 * else that is said passes.
 */
export async function withoutConfigTiming<Value>(act: () => Promise<Value>): Promise<Value> {
  const { log } = console;
  console.log = (...said: unknown[]) => {
    if (!/Running next\.config\S* took/.test(said.join(" "))) log(...said);
  };
  try {
    return await act();
  } finally {
    console.log = log;
  }
}
