import { button, element, fill, opened } from '../elements.js';
import { form } from '../forms.js';

/**
 * A list that people keep themselves: `add(entered)`, `change(entry, entered)`, `remove(entry)`, and `order(ids)` if it
 * has an order of its own; with `add` null nobody adds. After each of them it is read anew by `load()`. `noun` is what an
 * entry is called, `fields(entry, id)` are those of a form about it, null for a new one; `about(entry)` are a few words
 * below its name, `onRemoval(entry)` says what removing means, and `nameOf(entered)` what a new entry is called.
 */
export const keptList = (entries, kept) => new KeptList(kept).show(entries).parts();

class KeptList {
  #kept;
  #list = element('ul', { class: 'rows kept' });
  #none = element('p', { class: 'hint', tabindex: -1 });

  constructor(kept) {
    this.#kept = { order: null, refusals: {}, nameOf: ({ name }) => name.trim(), ...kept };
  }

  parts() {
    return [this.#none, this.#list, this.#kept.add === null ? null : this.#adding()];
  }

  show(entries) {
    this.#none.textContent = entries.length === 0 ? `No ${this.#kept.noun} yet.` : '';
    this.#none.hidden = entries.length > 0;
    fill(
      this.#list,
      entries.map((entry, place) => this.#row(entry, place, entries)),
    );
    return this;
  }

  /** Shows what there is now, with the focus where it was: the place itself was made anew. */
  async #after(words, focused = () => null) {
    this.show(await this.#kept.load());
    (focused() ?? this.#list.querySelector('strong') ?? this.#none).focus();
    this.#kept.announce(words);
  }

  #find(entry, selector) {
    return this.#list.querySelector(`[data-id="${CSS.escape(entry.id)}"] ${selector}`);
  }

  #row(entry, place, entries) {
    const { about, order } = this.#kept;
    return element(
      'li',
      { data: { id: entry.id } },
      element(
        'div',
        { class: 'kept-head' },
        element('strong', { tabindex: -1 }, entry.name),
        order === null
          ? null
          : ['up', 'down'].map((direction) => this.#mover(direction, place, entries)),
      ),
      element('p', { class: 'meta' }, about(entry)),
      element('div', { class: 'kept-acts' }, this.#changing(entry), this.#removing(entry)),
    );
  }

  #changing(entry) {
    const { refusals, change, fields } = this.#kept;
    const act = async (entered) => {
      await change(entry, entered);
      await this.#after('Saved.', () => this.#find(entry, 'strong'));
    };
    return opened(
      'Change',
      () => form({ submit: 'Save', class: 'stacked', refusals, act }, fields(entry, entry.id)),
      { label: `Change “${entry.name}”` },
    );
  }

  #removing(entry) {
    const { noun, remove, onRemoval } = this.#kept;
    const act = async () => {
      await remove(entry);
      await this.#after(`“${entry.name}” is removed.`);
    };
    return opened(
      'Remove',
      () =>
        form(
          { submit: `Remove the ${noun}`, class: 'stacked', act },
          element('p', { class: 'hint' }, onRemoval(entry)),
        ),
      { label: `Remove “${entry.name}”` },
    );
  }

  #adding() {
    const { noun, refusals, add, fields, nameOf } = this.#kept;
    const act = async (entered, made) => {
      await add(entered);
      made.reset();
      await this.#after(`“${nameOf(entered)}” is added.`, () => made.elements[0]);
    };
    return opened(`Add a ${noun}`, () =>
      form({ submit: `Add the ${noun}`, class: 'stacked', refusals, act }, fields(null, 'new')),
    );
  }

  /** Swaps an entry with its neighbour. */
  #mover(direction, place, entries) {
    const entry = entries[place];
    const other = place + (direction === 'up' ? -1 : 1);
    const name = `Move “${entry.name}” ${direction}`;
    const move = async ({ currentTarget }) => {
      currentTarget.disabled = true;
      try {
        const ids = entries.map(({ id }) => id);
        [ids[place], ids[other]] = [ids[other], ids[place]];
        await this.#kept.order(ids);
        await this.#after(
          `“${entry.name}” is moved ${direction}.`,
          () =>
            this.#find(entry, `[data-move="${direction}"]:enabled`) ??
            this.#find(entry, '[data-move]:enabled'),
        );
      } catch (error) {
        currentTarget.disabled = false;
        this.#kept.announce(error.message);
      }
    };
    return button(direction === 'up' ? '↑' : '↓', move, {
      class: 'quiet small',
      'aria-label': name,
      title: name,
      disabled: entries[other] === undefined,
      data: { move: direction },
    });
  }
}
