import type { Message } from '../../src/sandbox/exchange.ts';

/** The media type of a message without its parameters: `application/json`, or '' where none is named. */
export function mediaType(message: Message): string {
  const [type = ''] = (message.headers['content-type'] ?? '').split(';');
  return type.trim().toLowerCase();
}
