import { button, element } from '../elements.js';
import { field, form } from '../forms.js';

/** Logging in, or registering with a company of one's own or by invitation. */
export function signInView({ api, session, notice, onSignedIn }) {
  const place = element('div', { class: 'sign-in' });
  const show = (make) => {
    place.replaceChildren(...make());
    place.querySelector('h1').focus();
  };
  const logIn = async (email, password) => {
    await session.logIn(email, password);
    onSignedIn();
  };

  const loginParts = () => [
    title('Log in'),
    element('p', { class: 'hint' }, 'Ranked candidates, with the reasons of every score.'),
    notice === null ? '' : element('p', { class: 'notice', role: 'status' }, notice),
    form(
      { submit: 'Log in', act: ({ email, password }) => logIn(email, password) },
      field('E-mail', 'email', { type: 'email', autocomplete: 'username', required: true }),
      field('Password', 'password', {
        type: 'password',
        autocomplete: 'current-password',
        required: true,
      }),
    ),
    otherWay('New here?', 'Register', () => show(registrationParts)),
    element(
      'p',
      { class: 'hint' },
      'Your login lasts until you log out or close this tab. Every tab has its own.',
    ),
  ];

  const registrationParts = () => [
    title('Register'),
    form(
      {
        submit: 'Register',
        act: async (entered) => {
          await api.register(personOf(entered));
          await logIn(entered.email, entered.password);
        },
      },
      field('Your name', 'full_name', { autocomplete: 'name', maxlength: 200, required: true }),
      field('E-mail', 'email', { type: 'email', autocomplete: 'username', required: true }),
      field('Password', 'password', {
        type: 'password',
        autocomplete: 'new-password',
        minlength: 8,
        hint: 'At least 8 characters.',
        required: true,
      }),
      field('Company', 'company_name', {
        autocomplete: 'organization',
        maxlength: 200,
        hint: 'A new company, which you then own.',
      }),
      field('Invitation code', 'invitation_token', {
        autocomplete: 'off',
        hint: 'Instead of a company, if somebody invited you to theirs.',
      }),
    ),
    otherWay('You have an account?', 'Log in', () => show(loginParts)),
  ];

  place.append(...loginParts());
  return { title: 'Log in', content: place, focus: null };
}

function personOf({ email, password, full_name, company_name: company, invitation_token: token }) {
  const person = { email, password, full_name };
  return token === ''
    ? { ...person, role: 'recruiter', company_name: company.trim() === '' ? undefined : company }
    : { ...person, invitation_token: token };
}

const title = (text) => element('h1', { tabindex: -1 }, text);

function otherWay(question, text, onClick) {
  return element('p', {}, `${question} `, button(text, onClick, { class: 'as-link' }));
}
