import { betterAuthDoor } from "@/lib/adapters/auth/better-auth-door";
import { scryptPasswords } from "@/lib/adapters/auth/scrypt-passwords";
import { randomSecrets } from "@/lib/adapters/hashing/secret-maker";
import type { Database } from "@/lib/adapters/postgres/database";
import { databaseClock } from "@/lib/adapters/postgres/database-clock";
import { postgresDisplayLinkStore } from "@/lib/adapters/postgres/people/display-link-store";
import { postgresInviteStore } from "@/lib/adapters/postgres/people/invite-store";
import { postgresPersonStore } from "@/lib/adapters/postgres/people/person-store";
import { postgresSessionStore } from "@/lib/adapters/postgres/people/session-store";
import { postgresSetupStore } from "@/lib/adapters/postgres/people/setup-store";
import { postgresTokenStore } from "@/lib/adapters/postgres/people/token-store";
import { postgresCodeLimiter, postgresSignInLimiter } from "@/lib/adapters/rate-limiter/sign-in-limiter";
import type { Lane } from "@/lib/ports/release-store";
import type { SignInDoor } from "@/lib/ports/sign-in";
import { acceptInvite } from "@/lib/services/people/accept-invite";
import {
  disablePerson,
  enablePerson,
  listInvites,
  listPeople,
  revokeInvite,
  setPermissions,
  setPlanContact,
} from "@/lib/services/people/administer-people";
import { completeSetup } from "@/lib/services/people/complete-setup";
import {
  createDisplayLink,
  findDisplayLink,
  listDisplayLinks,
  openDisplay,
  revokeDisplayLink,
} from "@/lib/services/people/display-links";
import { ensureSetupCode } from "@/lib/services/people/ensure-setup-code";
import { findInvite } from "@/lib/services/people/find-invite";
import { invitePerson } from "@/lib/services/people/invite-person";
import type { PeoplePorts } from "@/lib/services/people/people-ports";
import { listSessions, revokeSession } from "@/lib/services/people/sessions";
import { createToken, listTokens, revokeToken } from "@/lib/services/people/tokens";
import { CLIENT_ADDRESS_HEADER } from "./access-settings";
import { database } from "./database";
import { environment } from "./environment";

/** Session and token look-ups of one pool: a stopping command's must not wait behind anything else. */
function keyring(client: Database["client"], pool: Database["pools"][Lane]) {
  return {
    sessions: postgresSessionStore(client, pool),
    tokens: postgresTokenStore(client, pool),
    secrets: randomSecrets,
  };
}

type PeopleDatabase = Pick<Database, "client" | "stopping" | "pools">;

function portsOver({ client, pools }: PeopleDatabase): PeoplePorts {
  return {
    ...keyring(client, pools.ordinary),
    people: postgresPersonStore(client),
    setup: postgresSetupStore(client),
    invites: postgresInviteStore(client),
    displayLinks: postgresDisplayLinkStore(client),
    passwords: scryptPasswords,
    now: databaseClock(client).read,
  };
}

/** The verbs about people and their keys over one database; `people()` has those of this process. */
function composePeople(database: PeopleDatabase) {
  const ports = portsOver(database);
  const settings = environment();
  const door: SignInDoor = betterAuthDoor(database.client, {
    publicUrl: settings.publicUrl,
    secret: settings.secret,
    clientAddressHeader: CLIENT_ADDRESS_HEADER,
  });
  const bind =
    <Wanted, Result>(verb: (ports: PeoplePorts, wanted: Wanted) => Result) =>
    (wanted: Wanted): Result =>
      verb(ports, wanted);
  return {
    door,
    signIns: postgresSignInLimiter(database.client),
    codes: postgresCodeLimiter(database.client),
    database,
    keyrings: {
      ordinary: keyring(database.client, database.pools.ordinary),
      stopping: keyring(database.stopping, database.pools.stopping),
    },
    ensureSetupCode: () => ensureSetupCode(ports),
    isSetupOpen: async (code: string) => ports.setup.isOpen(ports.secrets.hash(code), await ports.now()),
    findSignInName: (typed: string) => ports.people.findSignInName(typed),
    listPeople: () => listPeople(ports),
    completeSetup: bind(completeSetup),
    invitePerson: bind(invitePerson),
    findInvite: bind(findInvite),
    listInvites: bind(listInvites),
    revokeInvite: bind(revokeInvite),
    acceptInvite: bind(acceptInvite),
    setPermissions: bind(setPermissions),
    disablePerson: bind(disablePerson),
    enablePerson: bind(enablePerson),
    setPlanContact: bind(setPlanContact),
    createToken: bind(createToken),
    listTokens: bind(listTokens),
    revokeToken: bind(revokeToken),
    createDisplayLink: bind(createDisplayLink),
    openDisplay: bind(openDisplay),
    findDisplayLink: bind(findDisplayLink),
    listDisplayLinks: bind(listDisplayLinks),
    revokeDisplayLink: bind(revokeDisplayLink),
    listSessions: bind(listSessions),
    revokeSession: bind(revokeSession),
  };
}

export type People = ReturnType<typeof composePeople>;

let composed: People | null = null;

/** People, keys and sign-in of this module graph. */
export function people(): People {
  composed ??= composePeople(database());
  return composed;
}
