import { login } from '/shared/login.js';
import { on } from '/shared/on.js';
import { ChatConnection } from './chat-connection.js';
import { showSource } from './source.js';

const find = (id) => document.getElementById(id);
const { session, begin: beginSession } = login({ enter, leave, errorId: 'ask-error' });
const chat = new ChatConnection(session, { onState: showState, onMessage: receive });

/** What a new conversation is about; null in one that there is. */
let subject = null;
/** The answer that is coming, as a list item. */
let coming = null;

function showState(state, text) {
  find('status').dataset.state = state;
  find('status').textContent = text;
  updateAsk();
}

function updateAsk() {
  document.querySelector('#ask-form button').disabled = !chat.isOpen || coming !== null;
}

function receive(message) {
  switch (message.type) {
    case 'connection':
      showConversation(message);
      break;
    case 'session':
      subject = null;
      void refreshConversations();
      break;
    case 'delta':
      coming?.querySelector('.text').append(message.text);
      scrollDown();
      break;
    case 'response':
      finish(message);
      break;
    case 'error':
      find('ask-error').textContent = message.error;
      fail();
      break;
    case 'closed':
      fail();
      break;
  }
  updateAsk();
}

function showConversation({ message, history, conversation, session_id: sessionId }) {
  find('disclosure').textContent = message;
  if (sessionId !== null || subject === null) {
    find('talk-title').textContent = conversation?.title ?? 'New conversation';
    find('messages').replaceChildren();
    history.forEach((one) =>
      one.role === 'user'
        ? addQuestion(one.content, one.error_code)
        : addAnswer({ ...one, response: one.content }),
    );
  }
  markCurrent();
  scrollDown();
}

function addQuestion(text, errorCode = null) {
  const item = part('li', 'question');
  item.append(part('p', 'text', text));
  if (errorCode !== null) {
    item.append(part('p', 'notice', `This question got no answer (${errorCode}).`));
  }
  find('messages').append(item);
}

function addAnswer(answer) {
  const item = part('li', 'answer');
  item.append(part('p', 'text'));
  find('messages').append(item);
  fill(item, answer);
}

/** The text as it was checked takes the place of what came in parts. */
function fill(item, { response, citations, notices, outcome, provenance }) {
  item.dataset.outcome = outcome;
  item.classList.remove('coming');
  item.querySelector('.text').textContent = response;
  notices.forEach(({ message }) => item.append(part('p', 'notice', message)));
  if (citations.length > 0) {
    const list = part('ul', 'citations');
    citations.forEach((citation) => list.append(citationItem(citation)));
    item.append(list);
  }
  const how = provenance.provider === 'none' ? 'Quoted from the resumes' : provenance.model;
  item.append(part('p', 'how', `${how} · ${provenance.duration_ms} ms`));
}

function citationItem(citation) {
  const item = document.createElement('li');
  const button = part('button', 'citation');
  button.type = 'button';
  button.append(part('span', 'quote', citation.text.replace(/\s+/g, ' ')));
  button.append(part('span', 'name', citation.candidate_name ?? 'Resume'));
  button.title = 'Show it in the resume';
  button.addEventListener('click', () => showSource(session, citation));
  item.append(button);
  return item;
}

function finish(message) {
  const item = coming ?? part('li', 'answer');
  coming = null;
  fill(item, message);
  scrollDown();
  void refreshConversations();
}

/** What came of an answer stays, and is marked as no answer. */
function fail() {
  if (coming === null) {
    return;
  }
  coming.classList.remove('coming');
  coming.append(part('p', 'notice', 'This answer broke off. Your question is kept: ask again.'));
  coming = null;
}

function part(tag, className, text = '') {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

function scrollDown() {
  find('messages').scrollTop = find('messages').scrollHeight;
}

async function refreshConversations() {
  const { data } = await session.call('GET', '/chat/conversations?limit=50');
  find('no-conversations').hidden = data.length > 0;
  find('conversations').replaceChildren(
    ...data.map(({ id, title, scope }) => {
      const item = document.createElement('li');
      const button = part('button', 'conversation', title ?? 'Without a question yet');
      button.type = 'button';
      button.dataset.id = id;
      button.append(part('span', 'scope', SCOPES[scope]));
      button.addEventListener('click', () => {
        subject = null;
        chat.open(id);
      });
      item.append(button);
      return item;
    }),
  );
  const own = data.find(({ id }) => id === chat.sessionId);
  if (own !== undefined) {
    find('talk-title').textContent = own.title ?? 'New conversation';
  }
  markCurrent();
}

const SCOPES = { resume: 'One resume', job: 'A job’s candidates', pool: 'Everybody' };

function markCurrent() {
  for (const button of document.querySelectorAll('.conversation')) {
    button.setAttribute('aria-current', String(button.dataset.id === chat.sessionId));
  }
}

async function loadSubjects() {
  const isLimited = session.user.role === 'hiring_manager' && !session.user.is_owner;
  const jobs = (await session.call('GET', '/jobs?limit=100')).data;
  const resumes = isLimited ? [] : (await session.call('GET', '/resumes?limit=100')).data;
  find('subject').replaceChildren(
    ...(isLimited ? [] : [option('Everybody', {})]),
    group(
      'Candidates of a job',
      jobs.map(({ id, title }) => option(title, { job_id: id })),
    ),
    group(
      'One resume',
      resumes.map((one) => option(one.candidate_name ?? one.file_name, { resume_id: one.id })),
    ),
  );
}

function option(text, ids) {
  const element = document.createElement('option');
  element.textContent = text;
  element.value = JSON.stringify({ resume_id: null, job_id: null, ...ids });
  return element;
}

function group(label, options) {
  const element = document.createElement('optgroup');
  element.label = label;
  element.append(...options);
  return element;
}

function begin() {
  const chosen = find('subject').selectedOptions[0];
  subject = null;
  find('messages').replaceChildren();
  chat.open();
  subject = chosen === undefined ? null : JSON.parse(chosen.value);
  find('talk-title').textContent = chosen?.textContent ?? 'New conversation';
}

async function enter() {
  await loadSubjects();
  await refreshConversations();
  begin();
}

function leave() {
  chat.close();
  coming = null;
  find('messages').replaceChildren();
  find('conversations').replaceChildren();
  find('source').hidden = true;
}

on('subject-form', 'submit', 'ask-error', () => {
  begin();
  find('question').focus();
});

on('ask-form', 'submit', 'ask-error', () => {
  const question = find('question').value.trim();
  if (question === '' || !chat.isOpen || coming !== null) {
    return;
  }
  find('question').value = '';
  addQuestion(question);
  coming = part('li', 'answer coming');
  coming.append(part('p', 'text'));
  find('messages').append(coming);
  scrollDown();
  chat.ask(question, subject ?? {});
  updateAsk();
});

find('question').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    find('ask-form').requestSubmit();
  }
});

on('close-source', 'click', 'ask-error', () => {
  find('source').hidden = true;
});

void beginSession();
