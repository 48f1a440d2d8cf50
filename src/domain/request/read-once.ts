import type { RequestForm } from '../form/request-form.ts';

/** More than a project has of live requests; what is forgotten is read again. */
const mostTexts = 2000;

/** More moments than one plan measures a form from. */
const mostReadings = 20;

const formsRead = new WeakMap<object, Map<string, Map<string, RequestForm>>>();

/**
 * The form that was read before from the same description under the same configuration, else what `read` gives. Each
 * step and phase of a plan looks at the form, and reading 64 KiB of hostile text nine times would take too long. A form
 * depends on description, configuration and `by` alone, so that nothing but the time tells the difference.
 */
export function readOnce(
  config: object,
  description: string,
  by: string,
  read: () => RequestForm,
): RequestForm {
  const texts = formsRead.get(config) ?? new Map<string, Map<string, RequestForm>>();
  formsRead.set(config, texts);
  const forms = texts.get(description) ?? new Map<string, RequestForm>();
  const known = forms.get(by);
  if (known !== undefined) return known;
  const form = read();
  if (texts.size >= mostTexts) texts.clear();
  if (forms.size >= mostReadings) forms.clear();
  texts.set(description, forms.set(by, form));
  return form;
}
