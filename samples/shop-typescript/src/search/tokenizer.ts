const STOP_WORDS = new Set('and the for with from und der die das mit von'.split(' '));
const PLURALS = [['ies', 'y'], ['es', ''], ['s', ''], ['en', '']] as const;

/** Lower case without accents. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('ß', 'ss').normalize('NFKD').replace(/\p{M}+/gu, '');
}

function stem(word: string): string {
  for (const [ending, replacement] of PLURALS) {
    if (word.endsWith(ending) && word.length - ending.length >= 4) {
      return word.slice(0, -ending.length) + replacement;
    }
  }
  return word;
}

/** Words of a text as the index has them. */
export function tokenize(text: string): string[] {
  const words = fold(text).match(/[a-z0-9]{2,}/g) ?? [];
  return words.filter((word) => !STOP_WORDS.has(word)).map(stem);
}
