import { element } from './elements.js';

/**
 * A field with its label, what to know of it, and a place for what the server has against it.
 * `control` is a tag; `options` ({value: text}) makes a select; `id` tells fields of one name apart.
 */
export function field(
  label,
  name,
  {
    id = `field-${name}`,
    hint = null,
    options = null,
    control = 'input',
    value,
    ...attributes
  } = {},
) {
  const hintId = hint === null ? null : `${id}-hint`;
  const errorId = `${id}-error`;
  const properties = {
    id,
    name,
    'aria-describedby': [hintId, errorId].filter(Boolean).join(' '),
    ...attributes,
  };
  return element(
    'div',
    { class: 'field' },
    element('label', { for: id }, label),
    options === null ? input(control, properties, value) : select(options, properties, value),
    hint === null ? null : element('p', { class: 'hint', id: hintId }, hint),
    element('p', { class: 'error', id: errorId, data: { errorOf: name } }),
  );
}

function input(control, properties, value = '') {
  return control === 'textarea'
    ? element('textarea', properties, value)
    : element(control, { ...properties, value });
}

export function select(options, properties, value = '') {
  return element(
    'select',
    properties,
    Object.entries(options).map(([key, text]) =>
      element('option', { value: key, selected: key === value }, text),
    ),
  );
}

/** Any number of what there is, as boxes; `options` is {value: text}, `chosen` has the values that are ticked. */
export function choices(legend, name, options, { chosen = [], hint = null } = {}) {
  return element(
    'details',
    { class: 'choices' },
    element('summary', {}, legend),
    element(
      'fieldset',
      { 'aria-label': legend },
      Object.entries(options).map(([value, text]) =>
        element(
          'label',
          { class: 'check' },
          element('input', { type: 'checkbox', name, value, checked: chosen.includes(value) }),
          text,
        ),
      ),
    ),
    hint === null ? null : element('p', { class: 'hint' }, hint),
    element('p', { class: 'error', data: { errorOf: name } }),
  );
}

/** One box of its own. */
export function checkbox(text, name, isChecked) {
  return element(
    'label',
    { class: 'check' },
    element('input', { type: 'checkbox', name, value: 'yes', checked: isChecked }),
    text,
  );
}

/** One of a few, all of them seen at once; `options` is {value: text}. */
export function oneOf(legend, name, options, { value = '', hint = null } = {}, ...more) {
  const errorId = `one-of-${name}-error`;
  return element(
    'fieldset',
    { class: 'one-of', 'aria-describedby': errorId },
    element('legend', {}, legend),
    hint === null ? null : element('p', { class: 'hint' }, hint),
    element(
      'div',
      { class: 'one-of-options' },
      Object.entries(options).map(([key, text]) =>
        element(
          'label',
          { class: 'check' },
          element('input', { type: 'radio', name, value: key, checked: key === value }),
          text,
        ),
      ),
    ),
    element('p', { class: 'error', id: errorId, data: { errorOf: name } }),
    ...more,
  );
}

/**
 * A form that does one thing at a time. What the server refuses is shown at the field that it names, else below.
 * `refusals` says of codes which field each is about, and its words for it from the problem's details;
 * `fieldOf(name, form)` which field is meant by a name of the server's that no field has. `further` is `{ submit, act }` of
 * a second button that goes further than the first, which the Enter key presses.
 */
export function form(
  { submit, act, further = null, refusals = {}, fieldOf = (name) => name, ...properties },
  ...children
) {
  const first = element('button', { type: 'submit', class: further && 'quiet' }, submit);
  const second = further && element('button', { type: 'submit' }, further.submit);
  const buttons = second === null ? [first] : [first, second];
  const whole = element('p', { class: 'error', role: 'alert', data: { errorOf: '' } });
  const made = element(
    'form',
    { novalidate: true, ...properties },
    ...children,
    element('div', { class: 'form-end' }, buttons, whole),
  );
  made.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearErrors(made);
    if (!hasWhatIsRequired(made)) {
      return;
    }
    const chosen = second !== null && event.submitter === second ? further.act : act;
    buttons.forEach((button) => (button.disabled = true));
    try {
      await chosen(Object.fromEntries(new FormData(made)), made);
    } catch (error) {
      showErrors(made, error, { refusals, fieldOf });
    } finally {
      buttons.forEach((button) => (button.disabled = false));
    }
  });
  return made;
}

/** A button of a form that asks the server before the form is sent; what it refuses is shown as with the form. */
export function stepButton(text, act) {
  const made = element('button', { type: 'button', class: 'quiet' }, text);
  made.addEventListener('click', async () => {
    clearErrors(made.form);
    made.disabled = true;
    try {
      await act(made.form);
    } catch (error) {
      showErrors(made.form, error);
    } finally {
      made.disabled = false;
    }
  });
  return made;
}

function clearErrors(of) {
  for (const place of of.querySelectorAll('.error')) {
    place.textContent = '';
  }
  for (const control of of.querySelectorAll('[aria-invalid]')) {
    control.removeAttribute('aria-invalid');
  }
}

/** The browser's own checks, said in the same places as those of the server. */
function hasWhatIsRequired(of) {
  const wrong = [...of.elements].filter(
    (control) => control.willValidate && !control.checkValidity(),
  );
  wrong.forEach((control) => showAt(of, control.name, control.validationMessage));
  wrong[0]?.focus();
  return wrong.length === 0;
}

function showErrors(of, error, { refusals = {}, fieldOf = (name) => name } = {}) {
  const refusal = refusals[error.code];
  const named =
    refusal === undefined
      ? (error.errors ?? [])
      : [{ field: refusal.field, message: refusal.words(error.details) }];
  const unplaced = named.filter(
    ({ field: name, message }) => !showAt(of, fieldOf(name, of), message),
  );
  const words = unplaced.map(({ field: name, message }) => `${name} ${message}`);
  if (unplaced.length > 0 || named.length === 0) {
    of.querySelector('[data-error-of=""]').textContent = [error.message, ...words].join(' ');
  }
  of.querySelector('[aria-invalid]')?.focus();
}

/** Whether the form has that field. An element of a list, `skills_required.0`, is its list’s. */
function showAt(of, name, message) {
  const place = [...of.querySelectorAll('[data-error-of]')].find(
    ({ dataset }) => dataset.errorOf !== '' && dataset.errorOf === name.split('.')[0],
  );
  if (place === undefined) {
    return false;
  }
  place.closest('details')?.setAttribute('open', '');
  // Boxes of one name are many controls.
  [...of.elements]
    .find((control) => control.name === place.dataset.errorOf)
    .setAttribute('aria-invalid', 'true');
  place.textContent = `${message.charAt(0).toUpperCase()}${message.slice(1)}`;
  return true;
}
