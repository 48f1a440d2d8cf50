import { Marked } from 'marked';

interface Table {
  readonly caption?: string;
  readonly fields: readonly { readonly key: string; readonly label: string }[];
  readonly items: readonly Readonly<Record<string, unknown>>[];
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function jsonTable({ caption = '', fields, items }: Table): string {
  const head = fields.map(({ label }) => `<th scope="col">${escaped(label)}</th>`).join('');
  const rows = items.map((item) => {
    const cells = fields.map(({ key }) => `<td>${escaped(String(item[key] ?? ''))}</td>`).join('');
    return `<tr>${cells}</tr>`;
  });
  return `<div class="json" role="region" aria-label="${escaped(caption)}" tabindex="0"><table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

/** Of its own kind: GitLab draws diagrams and tables out of fenced code. */
const markdown = new Marked({
  gfm: true,
  renderer: {
    code({ text, lang }) {
      if (lang === 'mermaid')
        return `<pre class="mermaid" role="img" aria-label="diagram">${escaped(text)}</pre>`;
      if (lang === 'json:table') return jsonTable(JSON.parse(text));
      return `<pre><code>${escaped(text)}</code></pre>`;
    },
  },
});

const style = `
body { font: 16px/1.5 system-ui, sans-serif; color: #1f1e24; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { border: 1px solid #bfbfc3; padding: .35rem .7rem; text-align: left; } th { background: #f4f4f6; }
h1, h2 { border-bottom: 1px solid #e6e6ea; padding-bottom: .3rem; } a { color: #0b5cad; }
div.json { max-height: 20rem; overflow: auto; font-size: .85rem; } caption { text-align: left; }
.mermaid svg { max-width: 100%; } code { background: #f4f4f6; padding: 0 .2rem; }`;

/** A wiki page roughly as GitLab shows it, with its diagrams drawn. It is looked at, and checked for what is ours. */
export function wikiHtml(title: string, text: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style>
<script src="/checks/mermaid-newest.js"></script><script>mermaid.initialize({ startOnLoad: true, theme: 'neutral' });</script>
</head><body><main><h1>${escaped(title)}</h1>${markdown.parse(text)}</main></body></html>`;
}
