import { type Alias, type Document, isNode, LineCounter, parseDocument, visit } from "yaml";
import { HostFile } from "./host-shape";
import { judgeHostFile } from "./judge-host-file";
import { type Problem, problemsOf } from "./problem";

export type ParsedHostFile = { ok: true; file: HostFile } | { ok: false; sentences: string[] };

type Place = { lineOf(path: readonly PropertyKey[]): number };

function sentence(name: string, place: Place, { path, says }: Problem): string {
  const where = path.length === 0 ? "the file" : path.map(String).join(".");
  return `${name} line ${place.lineOf(path)}: ${where} ${says}.`;
}

/** An anchor may be used so often: enough for a host with many actions, and no bomb. */
const MOST_ALIASES = 100;

type Plain = { ok: true; value: unknown } | { ok: false; lost: Alias | undefined; says: string };

/** An unquoted `*` begins an alias: what is meant as a pattern of file names is one that stands for nothing. */
function lostAliases(document: Document): Alias[] {
  const lost: Alias[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined) lost.push(alias);
    },
  });
  return lost;
}

/** What the text comes to. The parser finds out only here that an alias stands for nothing, and throws. */
function plainOf(document: Document): Plain {
  const [lost] = lostAliases(document);
  if (lost !== undefined) {
    const says = `*${lost.source} stands for no anchor of this file: put it in quotes where it is meant as it is written.`;
    return { ok: false, lost, says };
  }
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: MOST_ALIASES }) };
  } catch (error) {
    return { ok: false, lost, says: `${error instanceof Error ? error.message : error}.` };
  }
}

/** The host file's settings, or every problem in it as a sentence with its line. */
export function parseHostFile(
  name: string,
  source: string,
  judgeFurther: (file: HostFile) => readonly Problem[] = () => [],
): ParsedHostFile {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const sentences = document.errors.map(
      ({ pos, message }) => `${name} line ${lines.linePos(pos[0]).line}: ${message}.`,
    );
    return { ok: false, sentences };
  }
  const lineAt = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const refuse = (problems: readonly Problem[]): ParsedHostFile => ({
    ok: false,
    sentences: problems.map((problem) => sentence(name, { lineOf: lineAt }, problem)),
  });
  const plain = plainOf(document);
  if (!plain.ok) {
    const line = plain.lost?.range ? lines.linePos(plain.lost.range[0]).line : 1;
    return { ok: false, sentences: [`${name} line ${line}: ${plain.says}`] };
  }
  const shaped = HostFile.safeParse(plain.value, { reportInput: true });
  if (!shaped.success) return refuse(problemsOf(shaped.error));
  const inside = judgeHostFile(shaped.data);
  const problems = inside.length > 0 ? inside : judgeFurther(shaped.data);
  return problems.length > 0 ? refuse(problems) : { ok: true, file: shaped.data };
}
