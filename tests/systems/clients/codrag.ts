// A client of the code-search daemon: it does what the hints say.

import { strict as assert } from "node:assert";

const BASE = process.argv[2];
assert(BASE, "usage: node codrag.js URL");

/** The taxonomy, with the status of each code. */
const STATUS = {
  VALIDATION_ERROR: 400,
  INVALID_PATH: 400,
  PROJECT_NOT_FOUND: 404,
  FILE_NOT_FOUND: 404,
  NODE_NOT_FOUND: 404,
  PROJECT_ALREADY_EXISTS: 409,
  BUILD_ALREADY_RUNNING: 409,
  TRACE_BUILD_ALREADY_RUNNING: 409,
  INDEX_NOT_BUILT: 409,
  TRACE_DISABLED: 409,
  FILE_NOT_INCLUDED: 403,
  FILE_EXCLUDED: 403,
  FILE_TOO_LARGE: 413,
  FILE_READ_FAILED: 500,
  BUILD_FAILED: 500,
  INTERNAL_ERROR: 500,
  PROJECT_PATH_MISSING: 400,
} as const;

type Code = keyof typeof STATUS;

/** The details that this client reads. */
interface Details {
  FILE_TOO_LARGE: { path: string; size: number; max_file_bytes: number };
  PROJECT_ALREADY_EXISTS: { path: string; existing_id: string };
}

type ErrorOf<C extends Code> = {
  code: C;
  message: string;
  hint?: string;
  details: C extends keyof Details ? Details[C] : Record<string, unknown>;
};
type CodragError = { [C in Code]: ErrorOf<C> }[Code];

type Envelope<T> =
  | { success: true; data: T; error: null }
  | { success: false; data: null; error: CodragError };

interface Settings {
  include_globs: string[];
  exclude_globs: string[];
  max_file_bytes: number;
  trace: boolean;
  pause_ms: number;
}
interface Project {
  id: string;
  path: string;
  settings: Settings;
}
interface Hit {
  file: string;
  line: number;
  text: string;
}

/** An error that the caller has no answer to: for a person to read. */
class Unhandled extends Error {
  constructor(readonly error: CodragError) {
    super(error.hint === undefined ? error.message : `${error.message}. ${error.hint}.`);
  }
}

async function call<T>(method: string, path: string, body?: unknown): Promise<Envelope<T>> {
  const init: RequestInit =
    body === undefined
      ? { method }
      : { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(BASE + path, init);
  assert.equal(response.headers.get("content-type"), "application/json");
  const envelope = (await response.json()) as Envelope<T>;
  assert.deepEqual(Object.keys(envelope), ["success", "data", "error"]);
  assert.equal(envelope.success, response.ok);
  if (!envelope.success) {
    assert.equal(STATUS[envelope.error.code], response.status, envelope.error.code);
    assert.match(envelope.error.message, /^[A-Z].{0,98}$/);
    assert.equal(typeof envelope.error.details, "object");
  }
  return envelope;
}

/** The data, or an `Unhandled`. */
async function data<T>(method: string, path: string, body?: unknown): Promise<T> {
  const envelope = await call<T>(method, path, body);
  if (!envelope.success) throw new Unhandled(envelope.error);
  return envelope.data;
}

const change = async (id: string, settings: Partial<Settings>): Promise<Project> => {
  const project = await data<Project>("GET", `/projects/${id}`);
  return data("PUT", `/projects/${id}/settings`, { ...project.settings, ...settings });
};

/** Adds a project, or finds the one that is there already. */
async function open(path: string): Promise<string> {
  const added = await call<Project>("POST", "/projects", { path });
  if (added.success) return added.data.id;
  switch (added.error.code) {
    case "PROJECT_ALREADY_EXISTS":
      return added.error.details.existing_id;
    default:
      throw new Unhandled(added.error);
  }
}

/** Builds the index. A build that is running already is as good. */
async function build(id: string): Promise<"started" | "joined"> {
  const started = await call<null>("POST", `/projects/${id}/build`);
  if (!started.success && started.error.code !== "BUILD_ALREADY_RUNNING") {
    throw new Unhandled(started.error);
  }
  return started.success ? "started" : "joined";
}

/** Searches, after a build if there was none. */
async function search(id: string, words: string): Promise<Hit[]> {
  const path = `/projects/${id}/search?q=${encodeURIComponent(words)}`;
  const found = await call<Hit[]>("GET", path);
  if (found.success) return found.data;
  if (found.error.code !== "INDEX_NOT_BUILT") throw new Unhandled(found.error);
  await build(id);
  await data("GET", `/projects/${id}/build`);
  return data("GET", path);
}

/** Reads a file, and changes the settings that are in the way. */
async function read(id: string, file: string): Promise<string> {
  const path = `/projects/${id}/file?path=${encodeURIComponent(file)}`;
  for (;;) {
    const answer = await call<string>("GET", path);
    if (answer.success) return answer.data;
    const { error } = answer;
    const { settings } = await data<Project>("GET", `/projects/${id}`);
    switch (error.code) {
      case "FILE_NOT_INCLUDED":
        await change(id, { include_globs: [...settings.include_globs, file] });
        break;
      case "FILE_TOO_LARGE":
        assert(error.details.size > error.details.max_file_bytes);
        await change(id, { max_file_bytes: error.details.size });
        break;
      // Someone has excluded it on purpose.
      case "FILE_EXCLUDED":
      default:
        throw new Unhandled(error);
    }
  }
}

/** Finds a trace node; enables and builds the trace where that is missing. */
async function node(id: string, name: string): Promise<{ file: string; line: number }> {
  const path = `/projects/${id}/trace/nodes/${name}`;
  const found = await call<{ file: string; line: number }>("GET", path);
  if (found.success) return found.data;
  if (found.error.code !== "TRACE_DISABLED") throw new Unhandled(found.error);
  await change(id, { trace: true });
  await data("POST", `/projects/${id}/trace/build`);
  await data("GET", `/projects/${id}/trace/build`);
  return data("GET", path);
}

/** What a person reads of an error that no branch handles. */
async function told(failing: Promise<unknown>): Promise<string> {
  const failure: unknown = await failing.then(() => undefined, (error: unknown) => error);
  assert(failure instanceof Unhandled, String(failure));
  return `${failure.error.code}: ${failure.message}`;
}

function say(branch: string, seen: unknown, expected: unknown): void {
  assert.deepEqual(seen, expected);
  console.log(`${branch}: ${JSON.stringify(seen)}`);
}

say("PROJECT_ALREADY_EXISTS gives the project", await open("./codrag"), "codrag");
say("PROJECT_PATH_MISSING is told", await told(open("gone")), "PROJECT_PATH_MISSING: Repo root 'gone' no longer exists. Update project path or remove project.");
say("PROJECT_NOT_FOUND is told", await told(search("abc123", "x")), "PROJECT_NOT_FOUND: Project with ID 'abc123' not found. Add the project first or select an existing project.");
say("INDEX_NOT_BUILT builds and searches again", await search("codrag", "needle"), [
  { file: "src/main.rs", line: 2, text: '    find("needle");' },
]);
say("FILE_NOT_INCLUDED includes it", await read("codrag", "notes.txt"), "This is neither Markdown nor Rust.\n");
say("FILE_TOO_LARGE raises the limit", (await read("codrag", "src/table.rs")).length, 1001);
say("FILE_EXCLUDED is told", await told(read("codrag", "target/build.rs")), "FILE_EXCLUDED: File 'target/build.rs' matched by exclude_globs. Update exclude_globs to allow this file.");
say("FILE_NOT_FOUND is told", await told(read("codrag", "src/nope.rs")), "FILE_NOT_FOUND: File 'src/nope.rs' not found. Check the file path.");
say("INVALID_PATH is told", await told(read("codrag", "../x")), "INVALID_PATH: Path '../x' contains invalid characters or traversal. Provide a repo-root-relative path without '..' segments.");
say("TRACE_DISABLED enables and builds it", await node("codrag", "src/main.rs:main"), { file: "src/main.rs", line: 1 });
say("NODE_NOT_FOUND is told", await told(node("codrag", "src/main.rs:nope")), "NODE_NOT_FOUND: Trace node with ID 'src/main.rs:nope' not found. Verify the node ID exists in the trace index.");

const docs = await open("docs");
await change(docs, { pause_ms: 60_000 });
say("a build is started", await build(docs), "started");
say("BUILD_ALREADY_RUNNING joins it", await build(docs), "joined");

say("FILE_READ_FAILED is told", await told(read("legacy", "umlaut.rs")), "FILE_READ_FAILED: Failed to read file 'umlaut.rs' from disk. Check file permissions.");
say("BUILD_FAILED is told", await told(search("legacy", "x")), "BUILD_FAILED: Index build of project 'legacy' encountered an error. Check server logs for details.");
say("INTERNAL_ERROR is told", await told(data("GET", "/debug/panic")), "INTERNAL_ERROR: Unexpected server error. Report to maintainers.");
say("VALIDATION_ERROR is told", await told(data("POST", "/projects", {})), "VALIDATION_ERROR: Request has missing or invalid fields. Check request body format.");
