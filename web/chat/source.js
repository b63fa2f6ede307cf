const find = (id) => document.getElementById(id);

/** Shows the resume that a citation is from, the quoted words marked. */
export async function showSource(session, citation) {
  const { resume_id: id, candidate_name: name, start, end, text } = citation;
  find('source').hidden = false;
  find('source-title').textContent = name ?? 'Resume';
  const content = await contentOf(session, id);
  const mark = document.createElement('mark');
  if (content === null || content.slice(start, end) !== text) {
    // Who may not read the whole, or a text that was read anew since: the words as they were quoted.
    mark.textContent = text;
    find('source-text').replaceChildren(mark);
    return;
  }
  mark.textContent = text;
  find('source-text').replaceChildren(content.slice(0, start), mark, content.slice(end));
  mark.scrollIntoView({ block: 'center' });
}

async function contentOf(session, id) {
  try {
    return (await session.call('GET', `/resumes/${id}`)).content;
  } catch {
    return null;
  }
}
