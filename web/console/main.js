import { Session } from '/shared/session.js';
import { Api } from './api.js';
import { button, element, fill } from './elements.js';
import { mayDecide, mayRecruit } from './permissions.js';
import { Router } from './router.js';
import { candidateView } from './views/candidate.js';
import { compareView } from './views/compare.js';
import { interviewListView } from './views/interview-list.js';
import { interviewView } from './views/interview.js';
import { editJobView, newJobView } from './views/job-form.js';
import { jobProcessView } from './views/job-process.js';
import { jobTeamView } from './views/job-team.js';
import { jobTextView } from './views/job-text.js';
import { jobsView } from './views/jobs.js';
import { overviewView } from './views/overview.js';
import { rankingView } from './views/ranking.js';
import { resumeView } from './views/resume.js';
import { searchView } from './views/search.js';
import { settingsView } from './views/settings.js';
import { signInView } from './views/sign-in.js';
import { uploadView } from './views/upload.js';

const ANNOUNCEMENT_MS = 6000;
/** Who may open what the menu leads to; the rest is everybody's. */
const MENU_RIGHTS = {
  '#/search': mayRecruit,
  '#/overview': mayDecide,
  '/chat/': mayDecide,
};

const main = document.getElementById('main');
const announcement = document.getElementById('announcement');
let announcementTimer = null;

const session = Session.ofTab();
const api = new Api(session);
const router = new Router(
  {
    '/jobs': jobsView,
    '/jobs/new': newJobView,
    '/jobs/:jobId': rankingView,
    '/jobs/:jobId/upload': uploadView,
    '/jobs/:jobId/text': jobTextView,
    '/jobs/:jobId/process': jobProcessView,
    '/jobs/:jobId/team': jobTeamView,
    '/jobs/:jobId/edit': editJobView,
    '/jobs/:jobId/compare/:resumeIds': compareView,
    '/jobs/:jobId/candidates/:resumeId': candidateView,
    '/resumes/:resumeId': resumeView,
    '/interviews': interviewListView,
    '/interviews/:interviewId': interviewView,
    '/search': searchView,
    '/overview': overviewView,
    '/settings': settingsView,
  },
  { show },
);

/** Shows a view, or who to log in as first; the address stays, so that the login leads to what it names. */
async function show(view, context) {
  main.setAttribute('aria-busy', 'true');
  markCurrent(context.path);
  const shown = await open(view, context);
  if (context.signal.aborted) {
    return;
  }
  if (shown === null) {
    showSignIn();
    return;
  }
  showAccount();
  place(shown);
}

/** What is to be shown; null when somebody has to log in first. */
async function open(view, context) {
  try {
    await session.restore();
    if (session.user === null) {
      return null;
    }
    return await view({ ...context, api, session, announce, refresh: () => router.refresh() });
  } catch (error) {
    return failure(error);
  }
}

function place({ title, content, focus = null, ready = null }) {
  document.title = `${title} · Shortlist`;
  fill(main, content);
  main.removeAttribute('aria-busy');
  window.scrollTo(0, 0);
  // Who uses no pointer goes on at the top of what is new.
  const first = focus ?? main.querySelector('h1');
  first.tabIndex = focus === null ? -1 : 0;
  first.focus({ preventScroll: true });
  ready?.();
}

function failure(error) {
  const isGone = error.status === 404;
  const title = isGone ? 'Not here' : 'That did not work';
  const words = isGone ? 'It does not exist, or you may not see it.' : error.message;
  return {
    title,
    content: element(
      'div',
      { class: 'narrow panel' },
      element('h1', {}, title),
      element('p', { role: 'alert' }, words),
      element(
        'p',
        { class: 'actions' },
        isGone ? null : button('Try again', () => router.refresh()),
        element('a', { class: 'button quiet', href: '#/jobs' }, 'All jobs'),
      ),
    ),
  };
}

function showSignIn(notice = null) {
  router.leave();
  showAccount();
  place(signInView({ api, session, notice, onSignedIn: () => router.refresh() }));
}

function showAccount() {
  const isSignedIn = session.user !== null;
  document.getElementById('menu').hidden = !isSignedIn;
  document.getElementById('account').hidden = !isSignedIn;
  document.getElementById('who').textContent = session.user?.full_name ?? '';
  for (const entry of document.querySelectorAll('#menu a')) {
    entry.hidden = isSignedIn && !(MENU_RIGHTS[entry.getAttribute('href')]?.(session.user) ?? true);
  }
}

function markCurrent(path) {
  for (const entry of document.querySelectorAll('#menu a')) {
    if (entry.hash !== '' && path.startsWith(entry.hash.slice(1))) {
      entry.setAttribute('aria-current', 'page');
    } else {
      entry.removeAttribute('aria-current');
    }
  }
}

/** Says what was done, also to who cannot see it; errors stand where they belong instead. */
function announce(text) {
  clearTimeout(announcementTimer);
  announcement.textContent = text;
  announcementTimer = setTimeout(() => (announcement.textContent = ''), ANNOUNCEMENT_MS);
}

session.onEnded = () => showSignIn('Your session has ended. Log in again.');

document.getElementById('logout').addEventListener('click', async () => {
  const ended = session.logOut();
  location.hash = '';
  showSignIn();
  // The tokens are forgotten here whatever the server says; it ends those of a lost connection by their age.
  await ended.catch(() => undefined);
});

document.querySelector('.skip').addEventListener('click', (event) => {
  // The address after # is the router's.
  event.preventDefault();
  main.focus();
});

router.start();
