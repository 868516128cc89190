import { describe, expect, test } from "vitest";
import { unclosedIn } from "./unclosed-quote";

describe("quotes and here-documents of a shell", () => {
  test.each([
    ["echo 'a", "'", 0],
    ['echo ok\necho "a', '"', 1],
    ["cat <<EOF\nhalf", "EOF", 0],
    ["echo it's", "'", 0],
  ])("“%s” leaves %s open", (commands, mark, line) => expect(unclosedIn(commands)).toEqual({ mark, line }));

  test.each([
    "curl -d'\n{\n}\n'",
    'echo "it\'s"',
    "echo 'say \"no\"'",
    "# it's a comment\necho ok",
    "echo ok # it's fine",
    "cat <<'EOF'\nit's text\nEOF",
    "echo it\\'s",
    'grep -c x <<< "$list"',
    "",
  ])("“%s” is closed", (commands) => expect(unclosedIn(commands)).toBeNull());
});
