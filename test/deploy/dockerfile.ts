/** Reads as much of a Dockerfile as is needed to hold it to the rest of the project. */

export interface Stage {
  readonly name: string;
  /** An image, or an earlier stage. */
  readonly from: string;
  readonly instructions: readonly { readonly keyword: string; readonly text: string }[];
}

export function stagesOf(dockerfile: string): Stage[] {
  const stages: { name: string; from: string; instructions: { keyword: string; text: string }[] }[] = [];
  const args = new Map<string, string>();
  const lines = dockerfile.replaceAll(/\\\n\s*/g, '').split('\n');
  for (const line of lines.filter((text) => text.trim() !== '' && !text.startsWith('#'))) {
    const [, keyword = '', text = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (keyword === 'FROM') {
      const [, from = '', name = ''] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(text) ?? [];
      stages.push({
        name,
        from: from.replace(/\$\{(\w+)\}/, (_, arg: string) => args.get(arg) ?? ''),
        instructions: [],
      });
    } else if (keyword === 'ARG' && stages.length === 0) {
      const [arg = '', value = ''] = text.split('=', 2);
      args.set(arg, value);
    } else {
      const stage = stages.at(-1);
      if (!stage) throw new Error(`${keyword} stands before the first FROM`);
      stage.instructions.push({ keyword, text });
    }
  }
  return stages;
}

/** The arguments of an instruction in a stage and the stages it is built on, those of the base first. */
export function allOf(stages: readonly Stage[], name: string, keyword: string): string[] {
  const stage = stages.find((each) => each.name === name);
  if (!stage) return [];
  return [
    ...allOf(stages, stage.from, keyword),
    ...stage.instructions.filter((each) => each.keyword === keyword).map((each) => each.text),
  ];
}

/** `ENV` of a stage and its bases. */
export function environmentOf(stages: readonly Stage[], name: string): Record<string, string> {
  const pairs = allOf(stages, name, 'ENV').flatMap((text) => text.split(/\s+/).map((pair) => pair.split('=', 2)));
  return Object.fromEntries(pairs.map(([key = '', value = '']) => [key, value]));
}
