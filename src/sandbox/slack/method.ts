import type { SlackConversation, SlackToken, SlackUser, SlackWorld } from './state.ts';

/** Arguments of one call, as text; what came as JSON inside a form is still text. */
export type Arguments = ReadonlyMap<string, string>;

/** What a method works with: the world, who calls, with what, and when (epoch milliseconds). */
export interface SlackCall {
  readonly world: SlackWorld;
  readonly token: SlackToken;
  readonly me: SlackUser;
  readonly args: Arguments;
  readonly now: number;
}

/** What a method answers beside `ok`: the fields of a success, or the name of an error with fields of its own. */
export type SlackResult =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly error: string; readonly body: Readonly<Record<string, unknown>> };

/** One method of the Web API. */
export interface SlackMethod {
  readonly name: string;
  /** Scopes one of which the call needs, once it is known what it touches; empty: none is needed. */
  readonly scopes: (call: SlackCall) => readonly string[];
  readonly run: (call: SlackCall) => SlackResult;
}

export function ok(body: Readonly<Record<string, unknown>> = {}): SlackResult {
  return { ok: true, body };
}

/** An error as Slack names it, in an answer with status 200. */
export function fail(error: string, body: Readonly<Record<string, unknown>> = {}): SlackResult {
  return { ok: false, error, body };
}

/** The argument's text; empty when it is absent. */
export function argument({ args }: SlackCall, name: string): string {
  return args.get(name) ?? '';
}

/** A yes-or-no argument: `true` and `1` are yes. */
export function flag(call: SlackCall, name: string): boolean {
  return ['true', '1'].includes(argument(call, name));
}

/** The conversation of the argument `channel` if the caller can see it: a private one only from inside. */
export function visibleConversation(call: SlackCall): SlackConversation | null {
  const wanted = argument(call, 'channel');
  const found = call.world.conversations.find(({ id }) => id === wanted);
  if (found === undefined) return null;
  return found.kind === 'public' || isMember(call, found) ? found : null;
}

export function isMember({ me }: SlackCall, conversation: SlackConversation): boolean {
  return conversation.members.includes(me.id);
}

const scopeWords = { public: 'channels', private: 'groups', im: 'im' } as const;

/** The scope with this ending for the kind of conversation a call names; public where it names none it can see. */
export function scopeFor(call: SlackCall, ending: 'read' | 'history'): readonly string[] {
  return [`${scopeWords[visibleConversation(call)?.kind ?? 'public']}:${ending}`];
}

/** The scopes that let a bot change who is in the conversation a call names. */
export function managingScopes(call: SlackCall, ...more: readonly string[]): readonly string[] {
  const kind = visibleConversation(call)?.kind ?? 'public';
  return kind === 'private' ? ['groups:write', ...more] : ['channels:manage', ...more];
}
