import { submitCommandEndpoint } from "@/lib/server/http/answer-commands";

export const POST = submitCommandEndpoint;
