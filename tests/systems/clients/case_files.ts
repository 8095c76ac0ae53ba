// What a client of the case files API does with its errors.

import assert from "node:assert/strict";

type Field = { loc: (string | number)[]; msg: string };

type Said<Type extends string, Details = object> = {
  type: Type;
  message: string;
  details: Details;
  request_id: string;
};

type ApiError =
  | Said<"ValidationError", { fields: Field[] }>
  | Said<"RateLimitError", { retry_after?: number }>
  | Said<"CaseNotFoundError">
  | Said<"DocumentNotFoundError">
  | Said<"UnauthorizedError">
  | Said<"AgentExecutionError">
  | Said<"DatabaseError">
  | Said<"InternalServerError">
  | Said<"HttpError", { detail: string }>;

/** What the page shows, and where else it leads. */
type Shown =
  | { kind: "form"; fields: Map<string, string> }
  | { kind: "wait"; text: string; seconds: number | undefined }
  | { kind: "not found"; text: string; back: string }
  | { kind: "denied"; text: string }
  | { kind: "failed"; text: string; support: string };

function show(error: ApiError): Shown {
  switch (error.type) {
    case "ValidationError":
      return { kind: "form", fields: byField(error.details.fields) };
    case "RateLimitError":
      return { kind: "wait", text: "Too many requests", seconds: error.details.retry_after };
    case "CaseNotFoundError":
      return { kind: "not found", text: "Not found", back: "/cases" };
    case "DocumentNotFoundError":
      return { kind: "not found", text: "Not found", back: "/documents" };
    case "UnauthorizedError":
      return { kind: "denied", text: "Access denied" };
    case "DatabaseError":
    case "InternalServerError":
      return { kind: "failed", text: "Something went wrong", support: error.request_id };
    case "AgentExecutionError":
    case "HttpError":
      return { kind: "failed", text: error.message, support: error.request_id };
  }
}

/** The way inside the body is the name of a form's field. */
function byField(fields: Field[]): Map<string, string> {
  return new Map(fields.map(({ loc, msg }) => [loc.slice(1).join("."), msg]));
}

function isApiError(body: unknown): body is { error: ApiError } {
  if (typeof body !== "object" || body === null || !("error" in body)) return false;
  const { error } = body;
  return (
    typeof error === "object" && error !== null &&
    "type" in error && typeof error.type === "string" &&
    "message" in error && typeof error.message === "string" &&
    "details" in error && typeof error.details === "object" && error.details !== null &&
    "request_id" in error && typeof error.request_id === "string"
  );
}

const base = process.argv[2];
assert.ok(base, "the base URL is the first argument");

async function call(method: string, path: string, body?: unknown): Promise<ApiError | undefined> {
  const response = await fetch(base + path, {
    method,
    headers: { "x-user": "ana", "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.ok) return undefined;
  const answer: unknown = await response.json();
  assert.ok(isApiError(answer), JSON.stringify(answer));
  assert.equal(response.headers.get("x-request-id"), answer.error.request_id);
  return answer.error;
}

async function shown(method: string, path: string, body?: unknown): Promise<Shown & { id: string }> {
  const error = await call(method, path, body);
  assert.ok(error, `${method} ${path} has succeeded`);
  console.log(`${error.type}: ${JSON.stringify(show(error).kind)}`);
  return { ...show(error), id: error.request_id };
}

const form = await shown("POST", "/cases", {});
assert.ok(form.kind === "form");
assert.deepEqual([...form.fields], [["title", "field required"]]);

for (let made = 0; made < 3; made++) {
  assert.equal(await call("POST", "/cases", { title: "A case" }), undefined);
}
const wait = await shown("POST", "/cases", { title: "One too many" });
assert.ok(wait.kind === "wait");
assert.equal(wait.text, "Too many requests");
assert.ok(wait.seconds !== undefined && wait.seconds >= 1 && wait.seconds <= 30);

const noCase = await shown("GET", "/cases/c-99");
assert.ok(noCase.kind === "not found");
assert.equal(noCase.back, "/cases");

const noDocument = await shown("GET", "/documents/d-99");
assert.ok(noDocument.kind === "not found");
assert.equal(noDocument.back, "/documents");

const denied = await shown("GET", "/cases/c-2");
assert.ok(denied.kind === "denied");
assert.equal(denied.text, "Access denied");

for (const path of ["/cases/old-1", "/documents/d-2"]) {
  const failed = await shown("GET", path);
  assert.ok(failed.kind === "failed");
  assert.equal(failed.text, "Something went wrong");
  assert.equal(failed.support, failed.id);
}

const run = await shown("POST", "/cases/c-1/runs", { agent: "reviewer" });
assert.ok(run.kind === "failed");
assert.equal(run.text, "Agent run failed");

const http = await call("GET", "/nowhere");
assert.ok(http?.type === "HttpError");
assert.equal(http.details.detail, http.message);
console.log("HttpError: in the same shape");
