import {
  AGGREGATIONS,
  type Aggregation,
  type Expression,
  type Matcher,
  OPERATORS,
  type Operator,
  QueryError,
} from "./expression";
import { secondsOf, type Token, tokensOf, unquoted } from "./tokens";

const BINDING: Record<Operator, number> = {
  "==": 1,
  "!=": 1,
  ">": 1,
  "<": 1,
  ">=": 1,
  "<=": 1,
  "+": 2,
  "-": 2,
  "*": 3,
  "/": 3,
  "%": 3,
};

/** "or" binds looser than everything else. */
const LOOSEST = 0.5;
const deepest = 50;
const longest = 5_000;

function isOperator(text: string): text is Operator {
  return OPERATORS.some((operator) => operator === text);
}

function isAggregation(text: string): text is Aggregation {
  return AGGREGATIONS.some((name) => name === text);
}

/** Reads an expression token by token. */
class Parser {
  readonly #tokens: Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  whole(): Expression {
    const expression = this.#binary(0);
    if (this.#token.kind !== "end") this.#fail();
    return expression;
  }

  get #token(): Token {
    return this.#tokens[this.#at] ?? { kind: "end", text: "", at: 0 };
  }

  #fail(): never {
    const { kind, text, at } = this.#token;
    throw new QueryError(`parse error at ${at + 1}: unexpected ${kind === "end" ? "end of input" : `"${text}"`}`);
  }

  #take(text: string): boolean {
    if (this.#token.text !== text || this.#token.kind === "string") return false;
    this.#at += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#take(text)) this.#fail();
  }

  #of(kind: Token["kind"]): string {
    if (this.#token.kind !== kind) this.#fail();
    const { text } = this.#token;
    this.#at += 1;
    return text;
  }

  #binary(weakest: number): Expression {
    this.#depth += 1;
    if (this.#depth > deepest) throw new QueryError("parse error: the query is nested too deep");
    let left = this.#unary();
    for (;;) {
      const { text, kind } = this.#token;
      if (weakest < LOOSEST && kind === "word" && text === "or") {
        this.#at += 1;
        left = { kind: "or", left, right: this.#binary(LOOSEST) };
        continue;
      }
      if (kind !== "sign" || !isOperator(text) || BINDING[text] <= weakest) break;
      this.#at += 1;
      if (["on", "ignoring", "bool"].includes(this.#token.text)) {
        throw new QueryError(`the simulated shop does not know "${this.#token.text}"`);
      }
      left = { kind: "binary", operator: text, left, right: this.#binary(BINDING[text]) };
    }
    this.#depth -= 1;
    return left;
  }

  #unary(): Expression {
    let isNegative = false;
    while (this.#token.text === "-" || this.#token.text === "+") {
      if (this.#take("-")) isNegative = !isNegative;
      else this.#take("+");
    }
    const of = this.#primary();
    return isNegative ? { kind: "negative", of } : of;
  }

  #primary(): Expression {
    if (this.#take("(")) {
      const inner = this.#binary(0);
      this.#expect(")");
      return inner;
    }
    if (this.#token.kind === "number") return { kind: "number", value: Number(this.#of("number")) };
    if (this.#token.text === "{") return this.#selector("");
    const name = this.#of("word");
    if (isAggregation(name) && this.#beginsAggregate()) return this.#aggregate(name);
    return this.#token.text === "(" ? this.#call(name) : this.#selector(name);
  }

  #beginsAggregate(): boolean {
    return ["(", "by", "without"].includes(this.#token.text);
  }

  #grouping(): { by: string[] | null; without: string[] | null } {
    for (const word of ["by", "without"] as const) {
      if (!this.#take(word)) continue;
      const labels = this.#list(() => this.#of("word"));
      return word === "by" ? { by: labels, without: null } : { by: null, without: labels };
    }
    return { by: null, without: null };
  }

  #aggregate(name: Aggregation): Expression {
    const before = this.#grouping();
    this.#expect("(");
    const of = this.#binary(0);
    this.#expect(")");
    const grouping = before.by === null && before.without === null ? this.#grouping() : before;
    return { kind: "aggregate", name, ...grouping, of };
  }

  #call(name: string): Expression {
    return { kind: "call", name, args: this.#list(() => this.#binary(0)) };
  }

  #list<Item>(read: () => Item): Item[] {
    const items: Item[] = [];
    this.#expect("(");
    while (!this.#take(")")) {
      items.push(read());
      if (this.#token.text !== ")") this.#expect(",");
    }
    return items;
  }

  #matcher(): Matcher {
    const label = this.#of("word");
    const operator = this.#of("sign");
    if (operator !== "=" && operator !== "!=" && operator !== "=~" && operator !== "!~") this.#fail();
    return { label, operator, value: unquoted(this.#of("string")) };
  }

  #selector(name: string): Expression {
    const matchers: Matcher[] = [];
    if (this.#take("{")) {
      while (!this.#take("}")) {
        matchers.push(this.#matcher());
        if (this.#token.text !== "}") this.#expect(",");
      }
    }
    let rangeS: number | null = null;
    if (this.#take("[")) {
      rangeS = secondsOf(this.#of("duration"));
      this.#expect("]");
    }
    const offsetS = this.#take("offset") ? secondsOf(this.#of("duration")) : 0;
    return { kind: "selector", name, matchers, rangeS, offsetS };
  }
}

/** Reads a query; throws `QueryError` with the place where it cannot be read. */
export function parseQuery(query: string): Expression {
  if (query.length > longest) throw new QueryError(`the query is longer than ${longest} characters`);
  return new Parser(tokensOf(query)).whole();
}
