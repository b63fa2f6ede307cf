import { button, element, fill, opened } from '../elements.js';
import { form } from '../forms.js';

/**
 * A list that people keep themselves: `add(entered)`, `change(entry, entered)`, `remove(entry)`, and `order(ids)` if it
 * has an order of its own. After each of them it is read anew by `load()`. `noun` is what an entry is called,
 * `fields(entry, id)` are those of a form about it, null for a new one; `about(entry)` are a few words beside its
 * name, and `onRemoval` says what removing means.
 */
export function keptList(entries, { noun, load, fields, about, onRemoval, announce, ...acts }) {
  const { add, change, remove, order = null, refusals = {} } = acts;
  const list = element('ul', { class: 'rows kept' });
  const none = element('p', { class: 'hint', tabindex: -1 });

  const show = (shown) => {
    none.textContent = shown.length === 0 ? `No ${noun} yet.` : '';
    none.hidden = shown.length > 0;
    fill(
      list,
      shown.map((entry, place) => row(entry, place, shown)),
    );
  };
  /** Shows what there is now, with the focus where it was: the place itself was made anew. */
  const after = async (words, focusIn = () => null) => {
    show(await load());
    (focusIn() ?? list.querySelector('strong') ?? none).focus();
    announce(words);
  };
  const rowOf = (id) => list.querySelector(`[data-id="${CSS.escape(id)}"]`);

  const row = (entry, place, shown) =>
    element(
      'li',
      { data: { id: entry.id } },
      element(
        'div',
        { class: 'kept-head' },
        element('strong', { tabindex: -1 }, entry.name),
        order === null ? null : [mover('up', place, shown), mover('down', place, shown)],
      ),
      element('p', { class: 'meta' }, about(entry)),
      element('div', { class: 'kept-acts' }, changing(entry), removing(entry)),
    );

  const changing = (entry) =>
    opened(
      'Change',
      () =>
        form(
          {
            submit: 'Save',
            class: 'stacked',
            refusals,
            act: async (entered) => {
              await change(entry, entered);
              await after('Saved.', () => rowOf(entry.id)?.querySelector('strong'));
            },
          },
          fields(entry, entry.id),
        ),
      { label: `Change “${entry.name}”` },
    );

  const removing = (entry) =>
    opened(
      'Remove',
      () =>
        form(
          {
            submit: `Remove the ${noun}`,
            class: 'stacked',
            act: async () => {
              await remove(entry);
              await after(`“${entry.name}” is removed.`);
            },
          },
          element('p', { class: 'hint' }, onRemoval),
        ),
      { label: `Remove “${entry.name}”` },
    );

  /** Swaps an entry with its neighbour. */
  const mover = (direction, place, shown) => {
    const entry = shown[place];
    const other = place + (direction === 'up' ? -1 : 1);
    const name = `Move “${entry.name}” ${direction}`;
    const move = async ({ currentTarget }) => {
      currentTarget.disabled = true;
      try {
        const ids = shown.map(({ id }) => id);
        [ids[place], ids[other]] = [ids[other], ids[place]];
        await order(ids);
        await after(`“${entry.name}” is moved ${direction}.`, () => {
          const moved = rowOf(entry.id);
          return (
            moved?.querySelector(`[data-move="${direction}"]:enabled`) ??
            moved?.querySelector('[data-move]:enabled')
          );
        });
      } catch (error) {
        currentTarget.disabled = false;
        announce(error.message);
      }
    };
    return button(direction === 'up' ? '↑' : '↓', move, {
      class: 'quiet small',
      'aria-label': name,
      title: name,
      disabled: shown[other] === undefined,
      data: { move: direction },
    });
  };

  show(entries);
  return [
    none,
    list,
    opened(`Add a ${noun}`, () =>
      form(
        {
          submit: `Add the ${noun}`,
          class: 'stacked',
          refusals,
          act: async (entered, made) => {
            await add(entered);
            made.reset();
            await after(`“${entered.name.trim()}” is added.`, () =>
              made.querySelector('input, textarea'),
            );
          },
        },
        fields(null, 'new'),
      ),
    ),
  ];
}
