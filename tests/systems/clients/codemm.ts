// A learner's client: it branches on the status, keeps a conversation going
// that was not applied, and follows a generation through lost connections.
// The parsers of two SDKs read the same stream.

import assert from "node:assert/strict";
import { APIError as AnthropicError } from "@anthropic-ai/sdk";
import { Stream as AnthropicStream } from "@anthropic-ai/sdk/core/streaming";
import { APIError as OpenAIError } from "openai";
import { Stream as OpenAIStream } from "openai/core/streaming";

const base = process.argv[2];
assert(base !== undefined, "the server's URL");

type Spec = { language: "python" | "rust" | null; problem_count: number };

// `accepted` tells the two apart: both go on with the next question.
type Turn = { done: boolean; nextQuestion: string; spec: Spec } & (
  | { accepted: true }
  | { accepted: false; error: string }
);

type Refusal =
  | { kind: "invalid" | "forbidden" | "missing" | "conflict"; error: string }
  | { kind: "signIn"; error: string; challenge: string }
  | { kind: "internal"; error: string; detail?: string };

type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** The documented statuses; of a server error there may be a detail. */
function refusal(status: number, challenge: string | null, body: unknown): Refusal {
  assert(typeof body === "object" && body !== null && "error" in body);
  const { error } = body;
  assert(typeof error === "string");
  switch (status) {
    case 400:
      return { kind: "invalid", error };
    case 401:
      assert(challenge !== null, "a 401 says how to sign in");
      return { kind: "signIn", error, challenge };
    case 403:
      return { kind: "forbidden", error };
    case 404:
      return { kind: "missing", error };
    case 409:
      return { kind: "conflict", error };
    default: {
      assert(status >= 500, `an undocumented status: ${status}`);
      const detail = "detail" in body ? body.detail : undefined;
      return { kind: "internal", error, ...(typeof detail === "string" && { detail }) };
    }
  }
}

async function ask<T>(
  method: string,
  path: string,
  { body, token = "ada" }: { body?: unknown; token?: string | null } = {},
): Promise<Result<T>> {
  const headers: Record<string, string> = {};
  if (token !== null) headers["authorization"] = `Bearer ${token}`;
  if (body !== undefined) headers["content-type"] = "application/json";
  const init: RequestInit = { method, headers };
  if (body !== undefined) init.body = JSON.stringify(body);
  const response = await fetch(base + path, init);
  if (response.status === 204) return { ok: true, value: undefined as T };
  const answer: unknown = await response.json();
  if (response.ok) return { ok: true, value: answer as T };
  const challenge = response.headers.get("www-authenticate");
  return { ok: false, refusal: refusal(response.status, challenge, answer) };
}

function value<T>(result: Result<T>): T {
  assert(result.ok, JSON.stringify(result));
  return result.value;
}

function refused(result: Result<unknown>, kind: Refusal["kind"]): Refusal {
  assert(!result.ok && result.refusal.kind === kind, JSON.stringify(result));
  return result.refusal;
}

/** What is shown after a message: the question stays, whatever came of it. */
function render(turn: Turn): string {
  const why = turn.accepted ? "" : `(not applied: ${turn.error}) `;
  return why + turn.nextQuestion;
}

type Event = { event: string; id: string; data: string };

/** The events of a stream, as the specification reads them. */
async function* read(body: ReadableStream<Uint8Array>): AsyncGenerator<Event> {
  const decoder = new TextDecoder();
  let [text, id] = ["", ""];
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      let event = "message";
      const data: string[] = [];
      for (const line of text.slice(0, end).split("\n")) {
        const [, name, rest] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
        if (name === "event") event = rest ?? "";
        if (name === "id") id = rest ?? "";
        if (name === "data") data.push(rest ?? "");
      }
      yield { event, id, data: data.join("\n") };
      text = text.slice(end + 2);
    }
  }
}

async function open(path: string, seen = ""): Promise<Response> {
  const headers: Record<string, string> = { authorization: "Bearer ada" };
  if (seen !== "") headers["last-event-id"] = seen;
  const response = await fetch(base + path, { headers });
  assert.equal(response.headers.get("content-type"), "text/event-stream");
  return response;
}

type Problem = { slotIndex: number; title: string; statement: string };
type Failed = { type: "generation_failed"; error: string; slotIndex?: number };
type Outcome = { problems: Problem[]; failed?: Failed; replayed: number };

/**
 * Follows a generation to its terminal event. The connection is lost after
 * each event; `forgets` says whether the client then starts from the
 * beginning, and has to know what it has seen.
 */
async function follow(path: string, forgets: boolean): Promise<Outcome> {
  const problems = new Map<number, Problem>();
  let [last, replayed] = ["", 0];
  for (;;) {
    const { body } = await open(path, forgets ? "" : last);
    assert(body !== null);
    for await (const { event, id, data } of read(body)) {
      if (event === "generation_failed") {
        return { problems: [...problems.values()], failed: JSON.parse(data) as Failed, replayed };
      }
      if (event === "generation_completed") {
        return { problems: [...problems.values()], replayed };
      }
      assert.equal(event, "problem");
      if (Number(id) <= Number(last)) {
        replayed += 1;
        continue;
      }
      last = id;
      const problem = JSON.parse(data) as Problem;
      problems.set(problem.slotIndex, problem);
      break; // the connection is lost
    }
  }
}

async function session(language?: Spec["language"]): Promise<string> {
  const body = language === undefined ? {} : { language };
  return `/sessions/${value(await ask<{ id: string }>("POST", "/sessions", { body })).id}`;
}

/** Starts a generation whose model says this. */
async function generate(session: string, says: Record<string, (string | null)[]>): Promise<string> {
  value(await ask("PUT", `/debug${session}/model`, { body: says }));
  const started = await ask<{ activity: string }>("POST", `${session}/generate`);
  return `/activities/${value(started).activity}`;
}

const junk = ["junk", "junk", "junk"];

const branches: Record<string, () => Promise<void>> = {
  async "the statuses are branched on"() {
    const wish = { language: "cobol" };
    const mine = await session();
    refused(await ask("POST", "/sessions", { body: wish }), "invalid");
    refused(await ask("POST", `${mine}/messages`, { body: {} }), "invalid");
    const { challenge } = refused(await ask("GET", mine, { token: null }), "signIn") as {
      challenge: string;
    };
    assert.match(challenge, /^Bearer /);
    refused(await ask("GET", mine, { token: "bob" }), "forbidden");
    refused(await ask("GET", "/sessions/0"), "missing");
    refused(await ask("GET", "/nowhere"), "missing");
    await generate(mine, { "0": [] });
    refused(await ask("POST", `${mine}/generate`), "conflict");
  },

  async "a server error has a detail at most"() {
    const mine = await session("rust");
    value(await ask("PUT", `/debug${mine}/model`, { body: { message: [null] } }));
    const bare = await ask("POST", `${mine}/messages`, { body: { message: "rust" } });
    const expected = { kind: "internal", error: "Failed to process message." };
    assert.deepEqual(refused(bare, "internal"), expected);
    const activity = await generate(mine, { "0": junk });
    const failed = refused(await ask("GET", `${activity}/problems`), "internal");
    assert("detail" in failed && failed.detail !== undefined);
  },

  async "a message that was not applied keeps the question"() {
    const mine = await session();
    const say = async (message: string) =>
      value(await ask<Turn>("POST", `${mine}/messages`, { body: { message } }));
    const wrong = await say("cobol");
    assert(!wrong.accepted);
    assert(render(wrong).endsWith(") Which language should the problems use?"));
    assert.equal(wrong.spec.language, null);
    const corrected = await say("rust");
    assert(corrected.accepted && corrected.done);
    assert.equal(corrected.spec.language, "rust");
  },

  async "a message during a generation changes nothing"() {
    const mine = await session();
    await generate(mine, { "0": [] });
    const body = { message: "rust" };
    const turn = value(await ask<Turn>("POST", `${mine}/messages`, { body }));
    assert(!turn.accepted);
    assert.equal(turn.spec.language, null);
    assert.match(render(turn), /already running/);
  },

  async "a stream that is missing is JSON"() {
    refused(await ask("GET", "/activities/0/events"), "missing");
  },

  async "a lost stream is taken up where it was lost"() {
    const activity = await generate(await session("rust"), { "2": junk });
    const { problems, failed, replayed } = await follow(`${activity}/events`, false);
    assert.deepEqual(problems.map((problem) => problem.slotIndex), [0, 1]);
    assert(problems.every((problem) => problem.statement.includes("\n")));
    assert.deepEqual(failed, {
      type: "generation_failed",
      error: "Generation failed after 3 attempts",
      slotIndex: 2,
    });
    assert.equal(replayed, 0);
  },

  async "replayed events are tolerated"() {
    const activity = await generate(await session("rust"), {});
    const { problems, failed, replayed } = await follow(`${activity}/events`, true);
    assert.deepEqual(problems.map((problem) => problem.slotIndex), [0, 1, 2]);
    assert.equal(failed, undefined);
    assert.equal(replayed, 1 + 2 + 3);
  },

  async "a failed session is taken up, too"() {
    const mine = await session("rust");
    const activity = await generate(mine, { "1": junk });
    refused(await ask("GET", `${activity}/problems`), "internal");
    const again = await generate(mine, {});
    assert.equal(value(await ask<Problem[]>("GET", `${again}/problems`)).length, 3);
  },

  async "OpenAI's parser throws at the end"() {
    const activity = await generate(await session("rust"), { "2": junk });
    const response = await open(`${activity}/events?format=sdk`);
    const stream = OpenAIStream.fromSSEResponse<Problem>(response, new AbortController());
    const { slots, thrown } = await drain(stream);
    assert.deepEqual(slots, [0, 1]);
    assert(thrown instanceof OpenAIError);
    assert.equal(thrown.type, "GENERATION_CONTRACT_FAILED");
    assert.match(thrown.message, /Generation failed after 3 attempts/);
  },

  async "Anthropic's parser throws at the end"() {
    const activity = await generate(await session("rust"), { "2": junk });
    const response = await open(`${activity}/events?format=sdk`);
    const stream = AnthropicStream.fromSSEResponse<Problem>(response, new AbortController());
    const { slots, thrown } = await drain(stream);
    assert.deepEqual(slots, [0, 1]);
    assert(thrown instanceof AnthropicError);
    assert.equal(thrown.type, "GENERATION_CONTRACT_FAILED");
    assert.match(thrown.message, /Generation failed after 3 attempts/);
  },
};

/** What a stream yields, and what it throws. */
async function drain(stream: AsyncIterable<Problem>): Promise<{ slots: number[]; thrown: unknown }> {
  const slots: number[] = [];
  try {
    for await (const { slotIndex } of stream) slots.push(slotIndex);
  } catch (thrown) {
    return { slots, thrown };
  }
  return { slots, thrown: undefined };
}

for (const [name, holds] of Object.entries(branches)) {
  await holds();
  console.log(name);
}
