export type RpcMethods = (method: string, params: unknown) => Promise<unknown>;

/** Answers one line of the CLI's JSON-RPC with the lines to send back; a line without a method is an answer to us. */
export async function answerLine(line: string, call: RpcMethods): Promise<string[]> {
  const { id, method, params } = JSON.parse(line);
  if (typeof method !== "string") return [];
  try {
    const result = await call(method, params);
    const reply = JSON.stringify({ jsonrpc: "2.0", id, result: result ?? {} });
    const text = method === "diff" ? printedText(result) : undefined;
    if (text === undefined) return [reply];
    // The native engine prints a diff by asking the CLI to; its ids must not meet the CLI's.
    const print = { jsonrpc: "2.0", id: 900_000 + id, method: "print", params: { content: text } };
    return [JSON.stringify(print), reply];
  } catch (error) {
    return [JSON.stringify({ jsonrpc: "2.0", id, error: rpcError(error) })];
  }
}

function printedText(result: unknown): string | undefined {
  const text: unknown = typeof result === "object" && result !== null ? Reflect.get(result, "stdout") : undefined;
  return typeof text === "string" && text !== "" ? text : undefined;
}

function rpcError(error: unknown) {
  const fault = error instanceof Error ? error : new Error(String(error));
  const data = {
    is_panic: false,
    message: fault.message,
    error_code: Reflect.get(fault, "code"),
    meta: Reflect.get(fault, "meta"),
  };
  return { code: 4466, message: fault.message, data };
}
