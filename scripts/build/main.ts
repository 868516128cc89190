// npm run build: the database client, the pages and the server, without starting anything; pages that cost too much fail it.
import { checkBundleBudget } from "../check/bundle-budget";
import { buildProduct, generateClient } from "./build-product";

try {
  await generateClient();
  await buildProduct();
  await checkBundleBudget();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
