// A client of the agents' sessions: it knows each code's context, retries what
// the document recommends and as the document recommends it, and repairs what
// can be repaired.

import assert from "node:assert/strict";

const base = process.argv[2];
assert(base !== undefined, "the server's URL");

type Contexts = {
  AUTHENTICATION_ERROR: { header: string };
  INVALID_API_KEY: object;
  API_KEY_EXPIRED: object;
  PERMISSION_DENIED: Resource;
  VALIDATION_ERROR: { field?: string; value?: string; allowed?: string[]; details?: string };
  INVALID_JSON: { details: string };
  MISSING_FIELD: { field: string };
  INVALID_FIELD_TYPE: { field: string; details: string };
  INVALID_ENUM: { field: string; details: string };
  NOT_FOUND: object;
  SESSION_NOT_FOUND: Resource;
  PROJECT_NOT_FOUND: Resource;
  ARTIFACT_NOT_FOUND: Resource;
  CONFLICT: { status: string };
  PROJECT_LOCKED: { project_path: string; locked_by_session: string; locked_since: string };
  SESSION_IN_PROGRESS: Resource;
  DUPLICATE_RESOURCE: Resource;
  RATE_LIMIT: { retry_after_seconds: number; limit: number; window: string };
  LLM_RATE_LIMIT: object;
  TIMEOUT: { operation?: string; timeout_seconds?: number };
  LLM_TIMEOUT: object;
  LLM_ERROR: object;
  LLM_INVALID_KEY: object;
  LLM_QUOTA_EXCEEDED: object;
  LLM_CONTEXT_OVERFLOW: { tokens_requested: number; max_tokens: number };
  INTERNAL_ERROR: object;
  UPSTREAM_ERROR: { service: string };
  SERVICE_UNAVAILABLE: object;
};
type Resource = { resource_type: string; resource_id: string };
type Code = keyof Contexts;

type Failure = {
  [C in Code]: {
    code: C;
    status: number;
    message: string;
    context: Contexts[C];
    requestId: string;
    retryAfter: number | undefined;
  };
}[Code];

type Result = { ok: true; value: Record<string, unknown> } | { ok: false; failure: Failure };

// --- The document's retry recommendations ---

type Backoff = "exponential" | "linear" | "poll";
type Advice = { retry: "yes" | "maybe"; backoff: Backoff } | { retry: "no" };

const ADVICE: Partial<Record<Code, Advice>> = {
  RATE_LIMIT: { retry: "yes", backoff: "exponential" },
  TIMEOUT: { retry: "yes", backoff: "linear" },
  LLM_RATE_LIMIT: { retry: "yes", backoff: "exponential" },
  LLM_ERROR: { retry: "yes", backoff: "exponential" },
  INTERNAL_ERROR: { retry: "maybe", backoff: "exponential" },
  VALIDATION_ERROR: { retry: "no" },
  NOT_FOUND: { retry: "no" },
  PROJECT_LOCKED: { retry: "yes", backoff: "poll" },
};

/** Seconds before the next attempt; none, where there should be none. */
function delay(failure: Failure, attempt: number): number | undefined {
  const advice = ADVICE[failure.code] ?? { retry: "no" };
  // What only may help is tried once more.
  if (advice.retry === "no" || (advice.retry === "maybe" && attempt > 1)) return undefined;
  switch (advice.backoff) {
    case "exponential":
      return Math.max(2 ** (attempt - 1), failure.retryAfter ?? 0);
    case "linear":
      return attempt;
    case "poll":
      return 1;
  }
}

// --- Requests ---

type Request = { method: string; path: string; body?: unknown; key?: string | null };

async function ask({ method, path, body, key = "key-dev" }: Request): Promise<Result> {
  const headers: Record<string, string> = key === null ? {} : { "x-api-key": key };
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(base + path, { method, headers, ...sent });
  const value: Record<string, unknown> = JSON.parse(await answer.text());
  if (answer.ok) return { ok: true, value };

  const { error_code, message, context, request_id, ...rest } = value;
  assert.deepEqual(rest, {});
  assert(typeof error_code === "string" && typeof message === "string");
  assert(typeof context === "object" && context !== null);
  assert.equal(request_id, answer.headers.get("x-request-id"));
  const seconds = answer.headers.get("retry-after");
  const retryAfter = seconds === null ? undefined : Number(seconds);
  // What a code's context has is the server's promise.
  const failure = {
    code: error_code,
    status: answer.status,
    message,
    context,
    requestId: request_id,
    retryAfter,
  } as Failure;
  return { ok: false, failure };
}

/** Asks as often as is recommended; `wait` is what it does between attempts. */
async function persist(request: Request, wait: (seconds: number) => unknown): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const result = await ask(request);
    const seconds = result.ok || attempt === 4 ? undefined : delay(result.failure, attempt);
    if (seconds === undefined) return result;
    await wait(seconds);
  }
}

async function failureOf<C extends Code>(code: C, result: Promise<Result>) {
  const it = await result;
  assert(!it.ok, `a success in place of ${code}`);
  assert.equal(it.failure.code, code);
  return it.failure as Extract<Failure, { code: C }>;
}

async function valueOf(result: Promise<Result>): Promise<Record<string, unknown>> {
  const it = await result;
  assert(it.ok, JSON.stringify(it));
  return it.value;
}

/** How long it waits, and what comes of it. */
async function waits<C extends Code>(code: C, request: Request) {
  const delays: number[] = [];
  const failure = await failureOf(code, persist(request, (seconds) => delays.push(seconds)));
  return { delays, failure };
}

const get = (path: string): Request => ({ method: "GET", path });
const post = (path: string, body?: unknown): Request => ({ method: "POST", path, body });
const say = (prompt: string) => post("/sessions/session-run/messages", { prompt });
const library = { session_type: "test_generation", project_path: "/path/to/library" };

// --- Branches ---

/** Authentication: the context names the header that is missing. */
async function signsIn() {
  const session = get("/sessions/session-run");
  const missing = await failureOf("AUTHENTICATION_ERROR", ask({ ...session, key: null }));
  assert.equal(missing.context.header, "X-API-Key");
  const invalid = await failureOf("INVALID_API_KEY", ask({ ...session, key: "hello" }));
  const expired = await failureOf("API_KEY_EXPIRED", ask({ ...session, key: "key-2023" }));
  assert.deepEqual([missing.status, invalid.status, expired.status], [401, 401, 401]);
  assert.equal((await valueOf(ask(session)))["id"], "session-run");
}

/** Validation: no retry, but a repair with what is allowed. */
async function repairs() {
  const wanted = { session_type: "tests", project_path: "/path/to/nothing" };
  const { delays, failure } = await waits("VALIDATION_ERROR", post("/sessions", wanted));
  assert.deepEqual([delays, failure.context.field], [[], "session_type"]);
  const session_type = failure.context.allowed?.find((name) => name.startsWith("test"));
  const repaired = post("/sessions", { ...wanted, session_type });
  const missing = await failureOf("PROJECT_NOT_FOUND", ask(repaired));
  assert.equal(missing.context.resource_id, wanted.project_path);
}

/** A form: each refusal names its field. */
async function namesFields() {
  const ask_ = (body: unknown) => ask(post("/sessions", body));
  const missing = await failureOf("MISSING_FIELD", ask_({ session_type: "test_generation" }));
  const wrong = await failureOf("INVALID_FIELD_TYPE", ask_({ project_path: 7 }));
  const unknown = await failureOf("INVALID_ENUM", ask_({ provider: "hal" }));
  const fields = [missing, wrong, unknown].map((failure) => failure.context.field);
  assert.deepEqual(fields, ["project_path", "project_path", "provider"]);
}

/** A locked project: looks after the session that locks it, until it is over. */
async function pollsTheLock() {
  const first = await valueOf(ask(post("/sessions", library)));
  const locked = await failureOf("PROJECT_LOCKED", ask(post("/sessions", library)));
  assert.equal(locked.context.locked_by_session, first["id"]);
  const holder = `/sessions/${locked.context.locked_by_session}`;
  const states: unknown[] = [];
  const second = await valueOf(
    persist(post("/sessions", library), async () => {
      states.push((await valueOf(ask(get(holder))))["status"]);
      if (states.length === 2) await valueOf(ask(post(`${holder}/cancel`)));
    }),
  );
  assert.deepEqual(states, ["created", "created"]);
  await valueOf(ask(post(`/sessions/${second["id"]}/cancel`)));
}

/** A session that is running, or is over: waits, or looks at its state. */
async function respectsTheState() {
  const running = await waits("SESSION_IN_PROGRESS", post("/sessions/session-run/start"));
  const over = await waits("CONFLICT", post("/sessions/session-old/cancel"));
  assert.deepEqual([running.delays, over.delays], [[], []]);
  assert.equal(over.failure.context.status, "completed");
}

/** The model fails: again, and each time after twice as long. */
async function backsOff() {
  const { delays } = await waits("LLM_ERROR", say("answer 500"));
  assert.deepEqual(delays, [1, 2, 4]);
  // There is no recommendation for this one.
  const slow = await waits("LLM_TIMEOUT", say("be slow"));
  assert.deepEqual(slow.delays, []);
}

/** The model's limit: waits for its reset. */
async function waitsForTheReset() {
  const { delays, failure } = await waits("LLM_RATE_LIMIT", say("answer 429"));
  assert.deepEqual([delays, failure.status], [[20, 20, 20], 429]);
  // The same status, which waiting does not cure.
  const quota = await waits("LLM_QUOTA_EXCEEDED", say("answer 402"));
  assert.deepEqual([quota.delays, quota.failure.status], [[], 429]);
}

/** Too much for the model: reduces the input to what the context says. */
async function reducesTheInput() {
  const words = Array<string>(175_000).fill("a");
  const overflow = await failureOf("LLM_CONTEXT_OVERFLOW", ask(say(words.join(" "))));
  const { max_tokens } = overflow.context;
  assert.equal(overflow.context.tokens_requested, words.length);
  await valueOf(ask(say(words.slice(0, max_tokens).join(" "))));
}

/** A timeout: again, after one second more each time. */
async function isPatient() {
  const { delays, failure } = await waits("TIMEOUT", post("/sessions/session-run/run"));
  assert.deepEqual([delays, failure.context.timeout_seconds], [[1, 2, 3], 300]);
}

/** A failure of the server's: once more, then the support gets the id. */
async function callsTheSupport() {
  const lost = get("/sessions/session-run/artifacts/lost.log");
  const { delays, failure } = await waits("INTERNAL_ERROR", lost);
  assert.deepEqual([delays, failure.context], [[1], {}]);
  assert.match(failure.requestId, /^[0-9a-f-]{36}$/);
}

/** The service's own limit: what the body and the header say. */
async function respectsTheLimit() {
  const session = { ...get("/sessions/session-xyz-789"), key: "key-batch" };
  for (let request = 0; request < 100; request++) await valueOf(ask(session));
  const { delays, failure } = await waits("RATE_LIMIT", session);
  assert.deepEqual(delays, [60, 60, 60]);
  assert.equal(failure.context.retry_after_seconds, failure.retryAfter);
}

const branches = [
  signsIn,
  repairs,
  namesFields,
  pollsTheLock,
  respectsTheState,
  backsOff,
  waitsForTheReset,
  reducesTheInput,
  isPatient,
  callsTheSupport,
  respectsTheLimit,
];
for (const branch of branches) {
  await branch();
  console.log(branch.name);
}
