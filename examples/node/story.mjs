// How demo.mjs shows what happens: line by line as it goes on, and as a table in the end.

/** The most that a column may have; what is longer goes on below. */
const WIDTHS = [2, 22, 36, 38, 6];
const HEADER = ['#', 'step', 'what happened', 'HTTP calls', 'time'];

/** Keeps what happened in each step, and the HTTP calls that the emulator saw meanwhile. */
export class Story {
  #emulator;
  #steps = [];

  constructor(intro, emulator) {
    this.#emulator = emulator;
    this.note(`${intro}\n`);
  }

  /** Says something while the story goes on. */
  note(words) {
    console.error(words);
  }

  /** A step of the story. `work` is given a function for the words about what happened. */
  async step(title, work) {
    const happened = [];
    this.note(`[${this.#steps.length + 1}] ${title}`);
    await this.#emulator.clearRequests();
    const began = performance.now();
    const result = await work((words) => happened.push(words));
    const took = performance.now() - began;
    const calls = await this.#emulator.requests();
    const counted = new Map();
    for (const call of calls) counted.set(routeOf(call), (counted.get(routeOf(call)) ?? 0) + 1);
    const routes = Array.from(counted, ([route, times]) => `${times} × ${route}`);
    this.#steps.push({ title, happened: happened.join(' '), calls: calls.length, routes, took });
    this.note(`    ${happened.join(' ')} (${timeOf(took)})`);
    return result;
  }

  /** Prints the table. */
  show() {
    const rows = this.#steps.map((step, index) => {
      const { title, happened, routes, took } = step;
      return rowOf([String(index + 1), title, happened, routes.join('\n'), timeOf(took)]);
    });
    const sum = (of) => this.#steps.reduce((total, step) => total + of(step), 0);
    const calls = `${sum(({ calls }) => calls)} in all`;
    const all = ['', 'the whole story', '', calls, timeOf(sum(({ took }) => took))];
    const table = [
      ruleOf('╭', '─', '┬', '╮'),
      rowOf(HEADER),
      ruleOf('╞', '═', '╪', '╡'),
      ...rows,
      rowOf(all),
      ruleOf('╰', '─', '┴', '╯'),
    ];
    console.log(`\n${table.join('\n')}`);
  }
}

/** A call as it is told, with its status where that is not good. */
function routeOf({ method, path, status }) {
  return status < 400 ? `${method} ${path}` : `${method} ${path} → ${status}`;
}

function timeOf(milliseconds) {
  return milliseconds >= 1000
    ? `${(milliseconds / 1000).toFixed(1)} s`
    : `${milliseconds.toFixed(0)} ms`;
}

function ruleOf(left, line, cross, right) {
  return left + WIDTHS.map((width) => line.repeat(width + 2)).join(cross) + right;
}

/** A row of as many lines as its longest cell has; numbers stand to the right. */
function rowOf(cells) {
  const wrapped = cells.map((cell, place) => {
    return cell.split('\n').flatMap((line) => wrap(line, WIDTHS[place]));
  });
  const height = Math.max(...wrapped.map((lines) => lines.length));
  const lines = Array.from({ length: height }, (_, index) => {
    const texts = wrapped.map((parts, place) => {
      const text = parts[index] ?? '';
      const isNumber = place === 0 || place === WIDTHS.length - 1;
      return isNumber ? text.padStart(WIDTHS[place]) : text.padEnd(WIDTHS[place]);
    });
    return `│ ${texts.join(' ┆ ')} │`;
  });
  return lines.join('\n');
}

/** A line in pieces that are no longer than a width; a word that is longer is cut. */
function wrap(line, width) {
  const words = line
    .split(' ')
    .flatMap((word) => word.match(new RegExp(`.{1,${width}}`, 'g')) ?? []);
  const lines = [''];
  for (const word of words) {
    const last = lines[lines.length - 1];
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
