import { z } from "zod";
import type { RoleId } from "@/lib/domain/plan/ids";
import { HoldpointClient } from "./holdpoint-client";

/** The roster of the sample plan. */
const ROSTER = [
  { username: "zhangsan", name: "张三", role: "role:release-manager", permissions: ["planner"] },
  { username: "lisi", name: "李四", role: "role:tech-director", permissions: [] },
  { username: "wangwu", name: "王五", role: "role:dba", permissions: [] },
  { username: "zhaoliu", name: "赵六", role: "role:devops", permissions: [] },
  { username: "sunqi", name: "孙七", role: "role:qa", permissions: [] },
] as const;

type Username = (typeof ROSTER)[number]["username"];
export type LabPerson = { username: Username; name: string; role: RoleId; id: string; client: HoldpointClient };

const Invited = z.object({ link: z.url() });
const Session = z.object({ viewer: z.object({ person: z.string() }) });

/** Everybody of the roster gets an account and signs in. */
export async function invitePeople(admin: HoldpointClient, password: string): Promise<LabPerson[]> {
  const people: LabPerson[] = [];
  for (const { username, name, role, permissions } of ROSTER) {
    const { link } = Invited.parse(await admin.post("/api/v1/invites", { name, permissions }));
    const client = new HoldpointClient(admin.address);
    const secret = new URL(link).searchParams.get("code");
    await client.post("/api/v1/invites/accept", { secret, username, password });
    const { viewer } = Session.parse(await client.get("/api/auth/get-session"));
    people.push({ username, name, role, id: viewer.person, client });
  }
  return people;
}
