import { button, element } from '../elements.js';

/** Not everybody may read whole resumes, and those who may not still see the candidate: null for them. */
export async function findResume(api, resumeId) {
  try {
    return await api.resume(resumeId);
  } catch (error) {
    if (error.status === 403 || error.status === 404) {
      return null;
    }
    throw error;
  }
}

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

/** The file as it was uploaded; it is saved, never opened within the page. */
export function downloadButton(api, resume, announce) {
  const save = async ({ currentTarget }) => {
    currentTarget.disabled = true;
    try {
      const address = URL.createObjectURL(await api.resumeFile(resume.id));
      element('a', { href: address, download: resume.file_name }).click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    } catch (error) {
      announce(error.message);
    } finally {
      currentTarget.disabled = false;
    }
  };
  return button('Download the file', save, { class: 'quiet' });
}
