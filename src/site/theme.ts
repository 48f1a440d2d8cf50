import { part } from './element.ts';

const themes = ['auto', 'light', 'dark'] as const;
const key = 'sme-desk-theme';

/** Storage may be closed to a page; then the choice lasts as long as the page does. */
function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(theme: string): void {
  try {
    localStorage.setItem(key, theme);
  } catch {
    // The choice lasts as long as the page does.
  }
}

/** Lets the reader choose between light and dark; at first it is what the reader's system says. */
export function theme(): void {
  const select = part('theme');
  if (!(select instanceof HTMLSelectElement)) return;
  const set = (wanted: string | null) => {
    const chosen = themes.find((each) => each === wanted) ?? 'auto';
    document.documentElement.dataset.theme = chosen;
    select.value = chosen;
  };
  set(stored());
  select.addEventListener('change', () => {
    set(select.value);
    store(select.value);
  });
}
