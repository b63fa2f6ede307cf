import { element } from '../elements.js';

/** A button that does something once at a time; a failure is shown beside it and it can be tried again. */
export function actingButton(text, act, properties = {}) {
  const error = element('span', { class: 'error', role: 'alert' });
  const made = element('button', { type: 'button', class: 'quiet', ...properties }, text);
  made.addEventListener('click', async () => {
    made.disabled = true;
    error.textContent = '';
    try {
      await act();
    } catch (refusal) {
      error.textContent = refusal.message;
    } finally {
      made.disabled = false;
    }
  });
  return [made, error];
}
