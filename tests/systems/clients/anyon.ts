// What a client of the task and worktree API does with its errors.

import assert from "node:assert/strict";

type GitHubServiceError =
  | "TOKEN_INVALID"
  | "INSUFFICIENT_PERMISSIONS"
  | "REPO_NOT_FOUND_OR_NO_ACCESS";

type ConflictOp = "rebase" | "merge" | "cherry_pick" | "revert";

type GitOperationError =
  | { type: "merge_conflicts"; message: string; op: ConflictOp }
  | { type: "rebase_in_progress" };

type ErrorData = GitHubServiceError | GitOperationError;

type Success<T> = { success: true; data: T; error_data: null; message: null };
type Failure = { success: false; data: null; error_data: ErrorData | null; message: string | null };

/** Whatever is no success, with the status that retrying goes by. */
class ApiError extends Error {
  readonly status: number;
  readonly error_data: ErrorData | null;

  constructor(status: number, failure: Failure) {
    super(failure.message ?? "");
    this.status = status;
    this.error_data = failure.error_data;
  }
}

const config = { timeout: 30_000 };

const base = process.argv[2];
assert.ok(base, "the base URL is the first argument");

/** Always checks `success`: a status of 200 does not say it. */
async function call<T>(method: string, path: string, body?: unknown): Promise<T | null> {
  const response = await fetch(base + path, {
    method,
    signal: AbortSignal.timeout(config.timeout),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.status === 204) return null;
  const json = (await response.json()) as Success<T> | Failure;
  assert.deepEqual(Object.keys(json), ["success", "data", "error_data", "message"]);
  if (!json.success) {
    throw new ApiError(response.status, json);
  }
  return json.data;
}

/** What the page does of itself when git stops. */
const page: string[] = [];
const showConflictUI = (message: string, op: ConflictOp) => page.push(`${op}: ${message}`);
const promptAbortRebase = () => page.push("abort or complete the rebase");

function handleGitOperationError(errorData: GitOperationError): void {
  switch (errorData.type) {
    case "merge_conflicts":
      // Show conflict resolution UI
      showConflictUI(errorData.message, errorData.op);
      break;
    case "rebase_in_progress":
      // Prompt to abort or complete
      promptAbortRebase();
      break;
  }
}

async function retryWithBackoff<T>(
  fn: () => Promise<T>,
  maxRetries = 3,
  delay = 1000,
): Promise<T> {
  let lastError: unknown;

  for (let i = 0; i < maxRetries; i++) {
    try {
      return await fn();
    } catch (error) {
      lastError = error;

      // Don't retry client errors (4xx)
      if (error instanceof ApiError && error.status >= 400 && error.status < 500) {
        throw error;
      }

      // Exponential backoff
      await new Promise((resolve) => setTimeout(resolve, delay * Math.pow(2, i)));
    }
  }

  throw lastError;
}

function isGitOperationError(errorData: ErrorData | null): errorData is GitOperationError {
  return typeof errorData === "object" && errorData !== null;
}

function getUserFriendlyMessage(error: ApiError): string {
  // GitHub errors
  if (error.error_data === "TOKEN_INVALID") {
    return "Your GitHub authentication has expired. Please sign in again.";
  }

  // Conflict errors
  if (error.message.includes("running execution processes")) {
    return "Cannot delete task while it is running. Please stop the task first.";
  }

  // Git errors
  if (isGitOperationError(error.error_data) && error.error_data.type === "merge_conflicts") {
    return `Merge conflicts detected in: ${error.error_data.message}. Please resolve conflicts manually.`;
  }

  // Fallback
  return error.message || "An unexpected error occurred. Please try again.";
}

/** The error that this ends with. */
async function failure(method: string, path: string, body?: unknown): Promise<ApiError> {
  const answer: unknown = await call(method, path, body).catch((error: unknown) => error);
  assert.ok(answer instanceof ApiError, `${method} ${path} fails`);
  return answer;
}

function says(line: string): void {
  console.log(line);
}

const task = "/api/tasks/00000000-0000-4000-8000-0000000000b1";
const attempt = "/api/task-attempts/00000000-0000-4000-8000-0000000000c1";
const stale = "/api/task-attempts/00000000-0000-4000-8000-0000000000c3";

// The documented unit tests.
{
  const notFound = await failure("GET", "/api/tasks/invalid-uuid");
  assert.match(notFound.message, /not found/);
  assert.equal(getUserFriendlyMessage(notFound), "Task not found");
  says("not found: by its message");

  const missing = await failure("POST", "/api/tasks", {});
  assert.match(missing.message, /required/);
  says("validation: the missing field is named");
}

// Scenario 1: a push fails, and the user signs in again.
{
  const expired = await failure("POST", `${attempt}/push`);
  assert.deepEqual([expired.status, expired.error_data], [200, "TOKEN_INVALID"]);
  const shown = "Your GitHub authentication has expired. Please sign in again.";
  assert.equal(getUserFriendlyMessage(expired), shown);
  assert.equal((await failure("GET", "/api/auth/github/check")).error_data, "TOKEN_INVALID");
  says("TOKEN_INVALID: sign in again");

  await call("PUT", "/api/config", { github_token: "without_scopes" });
  const scopes = await failure("POST", `${attempt}/pr`);
  assert.equal(scopes.error_data, "INSUFFICIENT_PERMISSIONS");
  assert.equal(getUserFriendlyMessage(scopes), "Token lacks required permissions (repo, user)");
  says("INSUFFICIENT_PERMISSIONS: as the message says");

  await call("PUT", "/api/config", { github_token: "valid" });
  await call("GET", "/api/auth/github/check");
  await call("POST", `${attempt}/push`);
  says("with a new token: the push succeeds");
}

// Scenario 2: a task that runs is stopped, and deleted. (A new one: the others
// are needed.)
{
  const project_id = "00000000-0000-4000-8000-0000000000a1";
  type Id = { id: string };
  const { id } = (await call<Id>("POST", "/api/tasks", { project_id, title: "Sell it" }))!;
  const executor_profile = { executor: "CLAUDE_CODE" };
  const input = { task_id: id, executor_profile, target_branch: "main" };
  const begun = (await call<Id>("POST", "/api/task-attempts", input))!;
  const running = await failure("DELETE", `/api/tasks/${id}`);
  assert.equal(running.status, 409);
  const shown = "Cannot delete task while it is running. Please stop the task first.";
  assert.equal(getUserFriendlyMessage(running), shown);
  await call("POST", `/api/task-attempts/${begun.id}/stop`);
  assert.equal(await call("DELETE", `/api/tasks/${id}`), null);
  says("running: stop it, and delete it then");
}

// Scenario 3: a rebase with conflicts.
{
  const conflicts = await failure("POST", `${stale}/rebase`);
  assert.ok(isGitOperationError(conflicts.error_data));
  handleGitOperationError(conflicts.error_data);
  assert.equal(page.pop(), "rebase: Conflicts in src/index.ts, src/utils.ts");
  assert.equal(
    getUserFriendlyMessage(conflicts),
    "Merge conflicts detected in: Conflicts in src/index.ts, src/utils.ts. Please resolve conflicts manually.",
  );
  says("merge_conflicts: the page shows the files");

  type Status = { conflict_op: ConflictOp | null; conflicted_files: string[] };
  const status = await call<Status>("GET", `${stale}/branch-status`);
  const files = ["src/index.ts", "src/utils.ts"];
  assert.deepEqual(status, { conflict_op: "rebase", conflicted_files: files });
  says("branch-status: has the same files");

  const again = await failure("POST", `${stale}/rebase`);
  assert.ok(isGitOperationError(again.error_data));
  handleGitOperationError(again.error_data);
  assert.equal(page.pop(), "abort or complete the rebase");
  assert.equal(getUserFriendlyMessage(again), "A rebase is already in progress");
  says("rebase_in_progress: abort or complete");

  await call("POST", `${stale}/conflicts/abort`);
  const after = await call<Status>("GET", `${stale}/branch-status`);
  assert.deepEqual(after, { conflict_op: null, conflicted_files: [] });
  says("abort: no conflicts");
}

// Scenario 4: profiles that are invalid.
{
  type Profiles = { executor_profiles: Record<string, unknown> };
  const profiles = (await call<Profiles>("GET", "/api/profiles"))!;
  const invalid = await failure("PUT", "/api/profiles", { executor_profiles: { CLIPPY: {} } });
  assert.equal(invalid.message, "Invalid executor profiles format");
  assert.deepEqual(await call("PUT", "/api/profiles", profiles), profiles);
  says("invalid profiles: the old ones stand");
}

/** How often it is tried, and the status that it fails with in the end. */
async function tries(fn: () => Promise<unknown>): Promise<[number, number | undefined]> {
  let count = 0;
  const counted = () => (count++, fn());
  const status = await retryWithBackoff(counted, 3, 10).then(
    () => undefined,
    (error: unknown) => (error as ApiError).status,
  );
  return [count, status];
}

// What is retried.
{
  assert.deepEqual(await tries(() => call("DELETE", task)), [1, 409]);
  says("4xx: once");

  const started = performance.now();
  assert.deepEqual(await tries(() => call("POST", "/debug/copy")), [3, 500]);
  assert.ok(performance.now() - started >= 10 + 20 + 40 - 3, "the delays double");
  const server = await failure("POST", "/debug/copy");
  assert.equal(getUserFriendlyMessage(server), "An unexpected error occurred. Please try again.");
  says("5xx: three times, each after a longer delay");

  const paths = ["/debug/copy", "/debug/copy"];
  const recovers = () => {
    const path = paths.pop();
    return path === undefined ? call("GET", task) : call("POST", path);
  };
  assert.deepEqual(await tries(recovers), [3, undefined]);
  says("5xx: until it works");
}
