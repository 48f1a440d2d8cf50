/** Answers by heading of the form: text, or for choices the names to tick (with the text of `Other`). */
export type Answers = Readonly<Record<string, string | { readonly tick: readonly string[] }>>;

/** The template filled in as a person does it in the browser: text below the guidance, boxes ticked. */
export function fillForm(template: string, answers: Answers): string {
  const [head, ...sections] = template.split(/^(?=#{2,3} )/m);
  const filled = sections.map((section) => {
    const heading = /^#{2,3} (.*)$/m.exec(section)?.[1]?.trim() ?? '';
    const answer = answers[heading];
    if (answer === undefined) return section;
    return typeof answer === 'string' ? withText(section, answer) : withTicks(section, answer.tick);
  });
  return [head, ...filled].join('');
}

function withText(section: string, text: string): string {
  const lines = section.trimEnd().split('\n');
  const kept = lines.filter((line) => line.trim() !== '-');
  return `${kept.join('\n').trimEnd()}\n\n${text}\n\n`;
}

function withTicks(section: string, names: readonly string[]): string {
  return section.replace(/^- \[ \] (.*)$/gm, (line, name: string) =>
    names.some((each) => name.trim().startsWith(each)) ? `- [x] ${name}` : line,
  );
}
