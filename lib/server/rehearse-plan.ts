import type { Answer } from "@/lib/contracts/answer";
import { proposeRoles } from "@/lib/domain/plan/propose-roles";
import type { Actor } from "@/lib/domain/release/actor";
import type { Services } from "./composition";
import type { People } from "./people-composition";

/** A four-hour night in eight minutes. */
const REHEARSAL_SPEED = 30;

type Deps = {
  services: Pick<Services, "getPlanVersion" | "createRelease">;
  people: Pick<People, "listPeople">;
};

/** Creates a rehearsal in which every role has somebody: whom the roster names, else the one who rehearses. */
export async function rehearsePlan(
  { services, people }: Deps,
  { version, key, actor }: { version: string; key: string; actor: Actor },
): Promise<Answer<{ releaseId: string }>> {
  const [found, everybody] = await Promise.all([services.getPlanVersion(version), people.listPeople()]);
  const self = actor.kind === "person" ? { id: actor.person, name: actor.name } : null;
  const proposed = found === null ? [] : proposeRoles(found.plan, everybody);
  const roles = proposed.flatMap(({ role, person }) => {
    const chosen = person ?? self;
    return chosen === null ? [] : [{ role, person: chosen }];
  });
  const wish = { planVersionId: version, mode: "rehearsal" as const, speed: REHEARSAL_SPEED, roles };
  return services.createRelease({ ...wish, key, actor });
}
