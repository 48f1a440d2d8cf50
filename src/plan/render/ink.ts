import { visible, withoutSecrets } from './visible-text.ts';

/** How values from outside become part of a line, for one medium. Both give text without line ends. */
export interface Ink {
  /** A name, label or id. */
  readonly code: (text: string) => string;
  /** Words, such as a reason. */
  readonly words: (text: string) => string;
}

function plain(text: string): string {
  return visible(withoutSecrets(text));
}

/** For a terminal or a job log. */
export const terminalInk: Ink = { code: plain, words: plain };

const special = /[\\`*_{}[\]<>#!|~@$%:&^"']/g;

/**
 * For Markdown in GitLab: nothing becomes a mention, a reference, an emoji, a link or HTML. Mentions inside code
 * do nothing (`docs/gitlab.md#quick-actions`), and no line begins with what is written here.
 */
export const markdownInk: Ink = {
  code: (text) => `\`${plain(text).replaceAll('`', "'")}\``,
  words: (text) => plain(text).replace(special, (character) => `\\${character}`),
};
