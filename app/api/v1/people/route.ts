import { personEndpoint } from "@/lib/server/http/endpoint";
import { json } from "@/lib/server/http/respond";
import { people } from "@/lib/server/people-composition";

/** Everybody may see who there is; user names, addresses and permissions are for administrators. */
export const GET = personEndpoint(async ({ viewer }) => {
  const everybody = await people().listPeople();
  const isAdministrator = viewer.permissions.includes("administrator");
  const shown = everybody.map(({ id, name, planContact, disabled }) => ({ id, name, planContact, disabled }));
  return json({ people: isAdministrator ? everybody : shown });
});
