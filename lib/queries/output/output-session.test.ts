import { expect, test, vi } from "vitest";
import { plainText } from "@/lib/domain/output/terminal-text";
import { OutputSession, type OutputView } from "./output-session";

/** A server with some output, and how often it was asked for what. */
function serverWith(text: string) {
  let all = new TextEncoder().encode(text);
  const asked: { from: number; limit: number }[] = [];
  let away = false;
  return {
    asked,
    write: (more: string) => {
      all = new TextEncoder().encode(new TextDecoder().decode(all) + more);
      return all.length;
    },
    leave: (is: boolean) => {
      away = is;
    },
    parts: {
      fetchRange: async (range: { from: number; limit: number }) => {
        asked.push(range);
        return away ? null : { bytes: all.slice(range.from, range.from + range.limit), size: all.length };
      },
      pause: () => new Promise<void>((done) => setTimeout(done, 1)),
    },
  };
}

function textOf({ lines }: OutputView): string {
  return Array.from({ length: lines.count }, (_, row) => plainText(lines.row(row)?.text ?? "")).join("\n");
}

const numbered = (count: number) => Array.from({ length: count }, (_, line) => `line ${line} 行`).join("\n");

test("short output is there with one question, and what is told of later with one more each", async () => {
  const server = serverWith("one\n");
  const session = new OutputSession(server.parts);
  const running = session.run();
  await vi.waitFor(() => expect(textOf(session.get())).toBe("one"));
  session.told(server.write("two\nthr"));
  await vi.waitFor(() => expect(textOf(session.get())).toBe("one\ntwo\nthr"));
  session.told(3);
  session.told(server.write("ee\n"));
  await vi.waitFor(() => expect(textOf(session.get())).toBe("one\ntwo\nthree"));
  expect(server.asked).toHaveLength(3);
  session.stop();
  await running;
});

test("of long output the end is shown first, in whole lines, then all of it without a letter lost", async () => {
  const text = numbered(200_000);
  const server = serverWith(text);
  const session = new OutputSession(server.parts);
  const firsts: OutputView[] = [];
  session.subscribe(() => firsts.push(session.get()));
  const running = session.run();
  await vi.waitFor(() => expect(session.get().loaded).toBe(new TextEncoder().encode(text).length));
  const tail = firsts.find(({ from }) => from > 0);
  expect(text.endsWith(textOf({ ...(tail ?? session.get()) }))).toBe(true);
  expect(tail?.lines.row(0)?.text).toMatch(/^line \d+ 行$/u);
  expect(server.asked[1]?.from).toBeGreaterThan(2_000_000);
  expect(session.get().from).toBe(0);
  expect(textOf(session.get())).toBe(text);
  session.stop();
  await running;
});

test("what was told to nobody, because the link was cut, is found by asking again", async () => {
  const server = serverWith("one\n");
  const session = new OutputSession(server.parts);
  const running = session.run();
  await vi.waitFor(() => expect(textOf(session.get())).toBe("one"));
  server.write("two\n");
  session.askAgain();
  await vi.waitFor(() => expect(textOf(session.get())).toBe("one\ntwo"));
  session.stop();
  await running;
});

test("a server that is away is asked again, and meanwhile it is said that it does not answer", async () => {
  const server = serverWith("one\n");
  server.leave(true);
  const session = new OutputSession(server.parts);
  const running = session.run();
  await vi.waitFor(() => expect(session.get().failing).toBe(true));
  server.leave(false);
  await vi.waitFor(() => expect(textOf(session.get())).toBe("one"));
  expect(session.get().failing).toBe(false);
  session.stop();
  await running;
});

test("a size that is not there, as of a job whose output was capped elsewhere, does not ask for ever", async () => {
  const server = serverWith("one\n");
  const session = new OutputSession(server.parts);
  const running = session.run();
  await vi.waitFor(() => expect(textOf(session.get())).toBe("one"));
  session.told(5_000_000);
  session.told(server.write("two\n"));
  await vi.waitFor(() => expect(textOf(session.get())).toBe("one\ntwo"));
  session.told(5_000_000);
  session.told(server.write("three\n"));
  await vi.waitFor(() => expect(textOf(session.get())).toBe("one\ntwo\nthree"));
  await vi.waitFor(() => expect(session.get().size).toBe(14));
  expect(server.asked.length).toBeLessThan(8);
  session.stop();
  await running;
});
