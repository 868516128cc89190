import { environment } from "../environment";
import { publicEndpoint } from "./endpoint";
import { BODY_MAX_BYTES } from "./read-body";
import type { Handle } from "./request-gate";
import { submitCommandCall } from "./submit-command-call";
import { sendWebResponse, toWebRequest } from "./web-exchange";

const commandsPath = /^\/api\/v1\/releases\/([^/?#]+)\/commands$/;

/** What the command route exports to Next, and the server calls itself. */
export const submitCommandEndpoint = publicEndpoint(submitCommandCall);

/**
 * Answers commands before Next sees them: its way to a route costs more than the whole command (docs/decisions/0017). Everything that is not
 * exactly a command's POST goes on to `next`, which has the same endpoint at the same address.
 */
export function answerCommandsFirst(next: Handle): Handle {
  return async (request, response) => {
    const id = request.method === "POST" ? commandsPath.exec(request.url ?? "")?.[1] : undefined;
    if (id === undefined) return next(request, response);
    const asked = await toWebRequest(request, { origin: environment().publicUrl, maxBytes: BODY_MAX_BYTES });
    if (asked === null) return;
    const answer = await submitCommandEndpoint(asked, { params: Promise.resolve({ id }) });
    // Bytes that nobody will read must not be taken for the next request on this connection.
    if (!request.complete) response.setHeader("connection", "close");
    await sendWebResponse(response, answer);
  };
}
