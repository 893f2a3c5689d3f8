// The JavaScript and TypeScript blocks of pages, as programs.
//
// A block is a program of its own, unless a comment above it says `<!-- after: NAME -->`: then it goes on where the block
// ended that has `<!-- block: NAME -->` above it. A ```text block right below is what it prints, where `…` stands for
// anything within a line, and for any lines when it is alone on one.

import { readText } from '../scenario/files.mjs';

/** A block of a page. */
export interface Block {
  /** Where it stands. */
  readonly place: string;
  readonly language: string;
  readonly code: string;
  /** What it prints, if the page shows that. */
  readonly shown: string | undefined;
  readonly name: string | undefined;
  readonly after: string | undefined;
}

/** The languages that are run. */
const LANGUAGES = ['js', 'ts'];

/** Printed between a block and what goes before it. */
const CUT = '--- the block begins here ---';

/** Every block of a page that is run. */
export function blocksOf(page: string): Block[] {
  const lines = readText(page).split('\n');
  const found: { block: Block; end: number }[] = [];
  let marks: Record<string, string> = {};
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const mark = /^<!-- (block|after): ([\w-]+) -->$/.exec(line);
    if (mark?.[1] !== undefined && mark[2] !== undefined) {
      marks[mark[1]] = mark[2];
      continue;
    }
    const [, fence, language = ''] = /^(`{3,})(\S*)/.exec(line) ?? [];
    if (fence === undefined) {
      if (line.trim() !== '') marks = {};
      continue;
    }
    const end = lines.indexOf(fence, index + 1);
    if (end < 0) throw new Error(`${page}:${index + 1}: the block does not end`);
    const code = lines.slice(index + 1, end).join('\n');
    const last = found.at(-1);
    const isBelow = last !== undefined && lines.slice(last.end, index).every((each) => each === '');
    if (language === 'text' && isBelow) last.block = { ...last.block, shown: code };
    if (LANGUAGES.includes(language)) {
      const place = `${page}:${index + 1}`;
      const { block: name, after } = marks;
      found.push({ block: { place, language, code, shown: undefined, name, after }, end: end + 1 });
    }
    index = end;
    marks = {};
  }
  return found.map(({ block }) => block);
}

/** A block with all that it goes on from, as one module. */
export function programOf(block: Block, others: readonly Block[]): string {
  const chain = chainOf(block, others);
  const imports = new Map<string, Set<string>>();
  const bodies = chain.map((each) => {
    return each.code.replace(/^import \{([^}]*)\} from '([^']*)';\n/gm, (_, names, from) => {
      const known = imports.get(from) ?? new Set();
      for (const name of names.split(',')) if (name.trim() !== '') known.add(name.trim());
      imports.set(from, known);
      return '';
    });
  });
  const last = bodies.pop();
  const cut = bodies.length > 0 ? `console.log('${CUT}');\n` : '';
  const head = Array.from(
    imports,
    ([from, names]) => `import { ${[...names].join(', ')} } from '${from}';\n`,
  );
  // Each goes on in the scope of the one before, and may have names of its own.
  const nested = bodies.reduceRight((inner, body) => `${body}\n{\n${inner}\n}\n`, `${cut}${last}`);
  return `${head.join('')}${nested}\nexport {};\n`;
}

function chainOf(block: Block, others: readonly Block[]): Block[] {
  if (block.after === undefined) return [block];
  const before = others.find((other) => other.name === block.after);
  if (before === undefined) throw new Error(`${block.place}: there is no block ${block.after}`);
  return [...chainOf(before, others), block];
}

/** What the block itself has printed. */
export function ownOutput(stdout: string): string {
  const place = stdout.indexOf(`${CUT}\n`);
  return place < 0 ? stdout : stdout.slice(place + CUT.length + 1);
}

/** Whether an output is what a page shows. */
export function isShown(shown: string, output: string): boolean {
  const literal = (text: string) => text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
  const lines = shown.split('\n').map((line) => {
    return line === '…' ? '(?:.*\n)*?' : `${line.split('…').map(literal).join('.*')}\n`;
  });
  return new RegExp(`^${lines.join('')}$`).test(output.endsWith('\n') ? output : `${output}\n`);
}
