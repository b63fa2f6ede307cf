import { on, telling } from './on.js';
import { Session } from './session.js';

const find = (id) => document.getElementById(id);

/**
 * The login of a page that has `#login` with the form `#login-form` and `#login-error`, and beside it `#who`, `#logout`
 * and whatever else is `data-logged-in`. A login that the tab has goes on. `enter()` fills the page, and fails into
 * the element `errorId`; `leave()` takes out again what was somebody's.
 */
export function login({ enter, leave, errorId }) {
  const session = Session.ofTab();

  const show = async () => {
    const isLoggedIn = session.user !== null;
    find('login').hidden = isLoggedIn;
    for (const part of document.querySelectorAll('[data-logged-in]')) {
      part.hidden = !isLoggedIn;
    }
    if (isLoggedIn) {
      find('who').textContent = session.user.email;
      await telling(errorId, enter);
    }
  };

  const end = (words) => {
    leave();
    void show();
    find('login-error').textContent = words;
  };

  session.onEnded = () => end('Your session has ended. Log in again.');

  on('login-form', 'submit', 'login-error', async () => {
    const { email, password } = Object.fromEntries(new FormData(find('login-form')));
    await session.logIn(email, password);
    find('login-form').reset();
    await show();
  });

  on('logout', 'click', 'login-error', async () => {
    const ended = session.logOut();
    end('');
    // The tokens are forgotten here whatever the server says; it ends those of a lost connection by their age.
    await ended.catch(() => undefined);
  });

  return {
    session,
    /** Call it when the page is ready to be entered. */
    async begin() {
      try {
        await session.restore();
      } catch (error) {
        // Of a session that has ended the page tells by itself.
        find('login-error').textContent ||= error.message;
      }
      await show();
    },
  };
}
