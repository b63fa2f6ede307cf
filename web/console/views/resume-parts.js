import { button, element } from '../elements.js';

export function contactOf({ email, phone, file_name: fileName }) {
  const known = [
    ['E-mail', email],
    ['Phone', phone],
    ['File', fileName],
  ].filter(([, value]) => value !== null);
  return element(
    'dl',
    { class: 'facts' },
    known.map(([name, value]) =>
      element('div', {}, element('dt', {}, name), element('dd', {}, value)),
    ),
  );
}

/** A file of the API, which is saved and never opened within the page. */
export function downloadButton(text, load, announce) {
  const save = async ({ currentTarget }) => {
    currentTarget.disabled = true;
    try {
      const file = await load();
      const address = URL.createObjectURL(file);
      element('a', { href: address, download: file.name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    } catch (error) {
      announce(error.message);
    } finally {
      currentTarget.disabled = false;
    }
  };
  return button(text, save, { class: 'quiet' });
}
