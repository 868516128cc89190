// npm run build: the database client, the pages and the server, without starting anything.
import { buildProduct, generateClient } from "./build-product";

await generateClient();
await buildProduct();
