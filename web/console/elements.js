/**
 * An element of the page. `properties` are attributes (`true` sets an empty one; `null`, `undefined` and `false`
 * none), besides `on` for listeners and `data` for data attributes. Children are nodes or texts, and texts are
 * only ever shown as text, whatever they hold.
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  const { on = {}, data = {}, ...attributes } = properties;
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? '' : String(value));
    }
  }
  for (const [event, listener] of Object.entries(on)) {
    made.addEventListener(event, listener);
  }
  Object.assign(made.dataset, data);
  made.append(...present(children));
  return made;
}

/** Children without the places where there is nothing to show. */
function present(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined);
}

/** Puts other children into an element. */
export function fill(parent, ...children) {
  parent.replaceChildren(...present(children));
}

export function link(href, text, properties = {}) {
  return element('a', { href, ...properties }, text);
}

export function button(text, onClick, properties = {}) {
  return element('button', { type: 'button', on: { click: onClick }, ...properties }, text);
}

/** A part of a page with its heading. */
export function panel(title, ...children) {
  return element('section', { class: 'panel' }, element('h2', {}, title), ...children);
}

/** A part that is opened when it is wanted, and made then. `label` says more than the summary where that is needed. */
export function opened(summary, make, { label = null } = {}) {
  const made = element(
    'details',
    { class: 'opened' },
    element('summary', { 'aria-label': label }, summary),
  );
  made.addEventListener('toggle', () => made.append(make()), { once: true });
  return made;
}

/** What stands where there is nothing yet, and what to do next. */
export function emptyState(title, advice, ...actions) {
  return element(
    'div',
    { class: 'empty' },
    element('p', { class: 'empty-title' }, title),
    element('p', { class: 'hint' }, advice),
    actions.length === 0 ? null : element('p', { class: 'actions' }, ...actions),
  );
}

/** Short words side by side, such as skills. */
export function chips(words, properties = {}) {
  return element(
    'ul',
    { class: 'chips', ...properties },
    words.map((word) => element('li', {}, word)),
  );
}

/** A share from 0 to 1 as a bar; decoration, the number stands beside it. */
export function bar(share, properties = {}) {
  const filled = element('span', { class: 'bar-filled' });
  filled.style.inlineSize = `${Math.max(0, Math.min(1, share)) * 100}%`;
  return element('span', { class: 'bar', 'aria-hidden': 'true', ...properties }, filled);
}
