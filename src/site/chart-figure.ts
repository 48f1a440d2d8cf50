import { element } from './element.ts';

/** What stands in one chart's place: a title, the picture with its text, and the table behind it. */
export interface Picture {
  readonly title: string;
  /** For whoever does not see the picture. */
  readonly words: string;
  /** Null: there is nothing to draw, and `words` stand in its place. */
  readonly draw: ((width: number) => SVGSVGElement | HTMLElement) | null;
  readonly table: HTMLTableElement;
}

/** A place on the page that shows one picture after another, at the width it has. */
export interface ChartFigure {
  readonly element: HTMLElement;
  readonly show: (picture: Picture) => void;
}

/** Plot names the parts of a picture for screen readers; a picture is one thing to them, with one text. */
function nameless(drawn: Element): void {
  for (const part of drawn.querySelectorAll('[aria-label], [aria-description]')) {
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-description');
  }
}

/** Narrower than this, Plot has no room for its margins. */
const leastWidth = 240;

/** An empty place for pictures. It draws again when its width changes, so that text keeps its size. */
export function chartFigure(className: string): ChartFigure {
  const caption = element('figcaption');
  const frame = element('div', { class: 'frame' });
  const behind = element('details', {}, element('summary', {}, 'Figures of this chart'));
  const place = element('figure', { class: className }, caption, frame, behind);
  let picture: Picture | null = null;
  let width = 0;

  function redraw(): void {
    if (picture === null || width === 0) return;
    if (picture.draw === null) {
      frame.replaceChildren(element('p', { class: 'empty' }, picture.words));
      return;
    }
    const drawn = picture.draw(width);
    nameless(drawn);
    drawn.setAttribute('role', 'img');
    drawn.setAttribute('aria-label', picture.words);
    frame.replaceChildren(drawn);
  }

  new ResizeObserver(() => {
    const now = Math.max(leastWidth, Math.floor(frame.clientWidth));
    if (now === width) return;
    width = now;
    redraw();
  }).observe(frame);

  return {
    element: place,
    show(next) {
      picture = next;
      caption.textContent = next.title;
      behind.lastElementChild?.matches('table') === true && behind.lastElementChild.remove();
      behind.append(next.table);
      redraw();
    },
  };
}
